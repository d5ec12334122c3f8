//! How much a line looks like the title of a work by its words alone.

use super::abstract_heads::heads_body;
use super::journal_lines::is_journal;
use super::lines::{doi_in, is_letter, is_wide};
use super::name_lists;
use super::needles::{Needles, holds};
use super::noise;
use super::venue;
use crate::source::Span;

/// Words of buttons and of the notices of websites, that few titles of few words have.
static SITE_WORDS: &[&str] = &[
    "link",
    "links",
    "download",
    "downloads",
    "login",
    "export",
    "browser",
    "cookie",
    "cookies",
    "account",
    "clipboard",
    "website",
    "homepage",
    "uploaded",
    "pdf",
    "html",
    "click",
    "subscription",
    "navigation",
    "menu",
    "reviewed",
    "categories",
    "addresses",
    "password",
    "register",
    "subscribe",
    "journals",
    "copyright",
    "posted",
    "revised",
    "forthcoming",
    "dashboard",
    "crossref",
    "altmetric",
    "submission",
];

/// `Cited by 4 publications`, `Vol ahead-of-print`: words that only number something.
fn is_count(words: &str) -> bool {
    let counted = words.split(' ').count() <= 5 && words.bytes().any(|b| b.is_ascii_digit());
    let heads = [
        "Cited by",
        "Citations",
        "Vol ",
        "Views",
        "Downloads",
        "Showing ",
        "Page ",
    ];
    (counted && heads.iter().any(|head| words.starts_with(head))) || words.starts_with("Vol ahead")
}

/// Words of the lines that say where somebody works.
static PLACES: Needles = Needles::of(&[
    "university",
    "department",
    "institute of",
    "hospital",
    "faculty",
    "univ.",
    "universidad",
    "университет",
    "институт",
    "大学",
    "学院",
    "医院",
    "editorial ",
    "中心",
    "研究院",
    "研究所",
    "научн",
]);

/// Words of the names of journals, and of the notices of sites.
static JOURNALS: Needles = Needles::of(&[
    "journal of",
    "revista",
    "publicación",
    "杂志",
    "学报",
    "学会誌",
    "журнал",
    "transactions on",
    "working paper",
    "discussion paper",
    "proceedings of",
    "journals",
    "cookie",
    "license",
    "copyright",
    "subscri",
    "all rights",
]);

/// No title has more characters.
const LONGEST: usize = 350;

/// How much a line has the shape of a title; [`None`] if it cannot be one.
pub(super) fn shape(text: &str, line: Span) -> Option<i32> {
    let words = line.of(text);
    // Torn into letters, but alone.
    if super::split_letters::spaced(words) {
        return Some(2);
    }
    // A character has four bytes at most.
    if words.len() > LONGEST * 4 {
        return None;
    }
    let wide = words.chars().filter(|c| is_wide(*c)).count();
    let letters = words.chars().filter(|c| is_letter(*c)).count();
    let many = words.split_whitespace().count();
    let length = words.chars().count();
    let enough = wide >= 5 || (many >= 2 && letters >= 12);
    if !enough || length > LONGEST || letters * 2 < length || !starts_well(words) {
        return None;
    }
    let not = holds(words, "http")
        || noise::is_noise(words)
        || is_count(words)
        || heads_body(words)
        || words.contains('@')
        || words.starts_with("Author links")
        || words.contains(['©', '›', '|', '→', '◽'])
        || holds(words, " > ")
        || holds(words, " / ")
        || words.ends_with([':', '：', ',', ';', '；'])
        || doi_in(words).is_some()
        || !in_capitals(words) && name_lists::list(text, line).is_some()
        || is_journal(words)
        || venue::read(text, line).is_some_and(|v| v.numbers.parts() >= 2);
    if not {
        return None;
    }
    let lower = words.to_lowercase();
    let mut score = 1;
    let site = lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| SITE_WORDS.contains(&word));
    if site && many <= 8 {
        score -= 2;
    }
    if PLACES.are_in(&lower) && (words.contains(',') || many < 9 && wide < 14) {
        score -= 4;
    }
    if JOURNALS.are_in(&lower) {
        score -= 3;
    }
    if words.ends_with(['.', '。', '…']) {
        score -= 3;
    }
    if length >= 25 || wide >= 12 {
        score += 1;
    }
    Some(score)
}

/// Whether a line is four or more long words in capitals with nothing between them: a title, for a
/// name has fewer or its initials.
fn in_capitals(words: &str) -> bool {
    words.split(' ').count() >= 4
        && words.chars().count() >= 24
        && words
            .split(' ')
            .all(|word| word.chars().count() >= 3 && word.chars().all(char::is_uppercase))
}

fn starts_well(words: &str) -> bool {
    let first = words.chars().next().unwrap_or(' ');
    let affiliation = first.is_ascii_digit()
        && words[1..]
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .starts_with(|c: char| c == ' ' || c.is_uppercase())
        && !words.starts_with("3D")
        && !words.starts_with("2D");
    !affiliation
        && !matches!(
            first,
            '*' | '#' | '(' | '-' | '–' | '…' | '+' | '$' | '{' | '<' | '='
        )
}
