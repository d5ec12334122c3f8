//! Title and names of an article whose text a converter tore into pieces of a few letters.

use super::draft::Draft;
use super::lines::doi_in;
use super::needles::find;
use super::split_letters::Whole;
use crate::model::Field;
use crate::source::Span;

/// What ends the heading of an article below its names.
static BELOW: &[&str] = &[
    "ArticleInfo",
    "ARTICLEINFO",
    "Articlehistory",
    "ABSTRACT",
    "Abstract",
    "Keywords",
    "Received",
];

/// The words that begin an affiliation.
static BODIES: &[&str] = &[
    "Department",
    "Dept",
    "Faculty",
    "School",
    "College",
    "Institut",
    "Universit",
    "Laborator",
    "Centre",
    "Center",
    "Program",
    "Politeknik",
    "Jurusan",
];

impl Whole {
    /// Adds title and names, where they are torn like the running head above them.
    pub(super) fn add_heading(&self, draft: &mut Draft) {
        let text = self.text.as_str();
        // What is below may be whole.
        let below = BELOW.iter().filter_map(|mark| text.find(mark)).min();
        let end = below.unwrap_or(text.len());
        // The heading begins behind the last part of the running head.
        let head = &text[..end];
        let mut begin = doi_in(head).map_or(0, |doi| doi_end(head, doi));
        if let Some(at) = find(head, "journalhomepage") {
            begin = 0;
            let rest = &head[at..];
            let host = [".com", ".org", ".id", ".edu", ".net"]
                .iter()
                .filter_map(|tail| Some(rest.find(tail)? + tail.len()))
                .min();
            begin = begin.max(at + host.unwrap_or(0));
        }
        let heading = &text[begin..end];
        // The names end where the first affiliation begins: `1DepartmentofElectrical…`.
        let bodies = BODIES
            .iter()
            .filter_map(|body| heading.find(body))
            .min()
            .unwrap_or(heading.len());
        let people = heading[..bodies]
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '*' | '(' | ')'));
        let Some(first) = people.find(|c: char| c.is_ascii_digit() || c == ',') else {
            return;
        };
        let Some(name) = first_name(&people[..first]) else {
            return;
        };
        if name < 12 {
            return;
        }
        let place = |from: usize, to: usize| self.place(Span::new(begin + from, begin + to));
        draft.add_first(Field::Title, place(0, name));
        let mut at = name;
        for piece in people[name..].split(',') {
            let bare = piece
                .trim_start_matches("and")
                .trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†'));
            let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
            if letters >= 3 && bare.starts_with(char::is_uppercase) {
                let from = at + piece.find(bare).unwrap_or(0);
                draft.add(Field::Author, place(from, from + bare.len()));
            }
            at += piece.len() + 1;
        }
    }
}

/// Where a DOI ends that has no space behind it: before a capital behind a digit.
pub(super) fn doi_end(text: &str, doi: std::ops::Range<usize>) -> usize {
    let bytes = text.as_bytes().get(doi.clone()).unwrap_or_default();
    let joint = bytes
        .windows(2)
        .skip(8)
        .position(|pair| matches!(pair, [a, b] if a.is_ascii_digit() && b.is_ascii_uppercase()));
    joint.map_or(doi.end, |at| doi.start + 8 + at + 1)
}

/// Where the first name begins behind the title it is glued to: at the last two or three words with
/// capitals.
fn first_name(words: &str) -> Option<usize> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let joint = c.is_uppercase() && (before.is_lowercase() || before == '.');
        if joint || at == 0 {
            starts.push(at);
        }
        before = c;
    }
    let mut begin = None;
    let mut end = words.len();
    for &at in starts.iter().rev().take(3) {
        let word = &words[at..end];
        let fits = word.starts_with(char::is_uppercase)
            && word.chars().count() <= 18
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        if !fits {
            break;
        }
        begin = Some(at);
        end = at;
    }
    begin.filter(|at| *at > 0)
}
