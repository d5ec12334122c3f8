//! The labels of a line, and where their values are.

use std::cell::RefCell;

use super::labels::{Label, lookup};
use super::lines::{floor, is_wide, part, trim_by};
use super::memo::{self, Memo, Moved};
use super::needles::position;
use super::site_phrases::phrase;
use crate::source::Span;

/// A label and the part of its line that is its value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labelled {
    /// What the label says.
    pub(super) label: Label,
    /// The value on the same line; empty where it stands on the next.
    pub(super) value: Span,
}

/// The labels of a line in order, and the text before the first. A label ends at a colon and
/// begins the line, follows white space or punctuation, or is the line; abstracts and keywords
/// may do without the colon.
pub(super) fn labels_of(text: &str, line: Span) -> (Span, Vec<Labelled>) {
    thread_local! {
        static LABELS: RefCell<Memo<Found>> = const { RefCell::new(Memo::new()) };
    }
    if line.is_empty() {
        return (line, Vec::new());
    }
    let found = memo::ask(&LABELS, text, line, |text, line| Found(read(text, line)));
    found.0
}

/// The labels of a line and the text before them, as they are kept.
#[derive(Debug, Clone)]
struct Found((Span, Vec<Labelled>));

impl Moved for Found {
    fn moved(mut self, by: u32) -> Self {
        let moved = |span: Span| Span {
            start: span.start + by,
            end: span.end + by,
        };
        let (before, labels) = &mut self.0;
        *before = moved(*before);
        for found in labels {
            found.value = moved(found.value);
        }
        self
    }
}

fn read(text: &str, line: Span) -> (Span, Vec<Labelled>) {
    let words = line.of(text);
    let nothing = Span::new(line.start as usize, line.start as usize);
    // `^ a b Smith, John`: marks that lead back to the text are no label.
    if words.starts_with(['^', '↑']) {
        return (line, Vec::new());
    }
    let whole = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if whole.len() <= 120
        && let Some(label) = lookup(if whole.is_empty() { words } else { whole })
    {
        let value = part(text, line, words.len(), words.len());
        return (nothing, vec![Labelled { label, value }]);
    }
    if let Some(found) = without_colon(text, line) {
        return (nothing, vec![found]);
    }
    if let Some(found) = bibtex(text, line) {
        return (nothing, vec![found]);
    }
    if words.starts_with("{\"") && words.ends_with('}') {
        return (nothing, json(text, line));
    }
    if let Some(found) = phrase(text, line) {
        return (nothing, found);
    }
    let mut found = at_colons(words, false);
    if found.len() < 3 && words.len() > 60 && words.starts_with(char::is_lowercase) {
        // `key: cord-1 authors: A; B title: T date: 2020`: many small labels confirm each other.
        let small = at_colons(words, true);
        if small.len() >= 4 && words.find(':').is_some_and(|at| at < 20) {
            found = small;
            let mut all = labelled(text, line, &found);
            all.extend(behind_key(text, line));
            return (nothing, all);
        }
    }
    // A lone inner label is taken only where its value has a form of its own.
    let Some(&(first, _, label)) = found.first() else {
        return (line, Vec::new());
    };
    let sure = matches!(
        label,
        Label::Doi | Label::Issn | Label::Isbn | Label::Pmid | Label::Pmcid | Label::Date
    );
    // `TITLE    被引量：52`
    let label_at = words.len() - words[first..].trim_start().len();
    let gap = &words[words[..label_at].trim_end().len()..label_at];
    let apart = gap.contains(['\t', '\u{3000}']) || gap.chars().count() > 1;
    if first > 0 && !sure && !apart {
        return (line, Vec::new());
    }
    (part(text, line, 0, first), labelled(text, line, &found))
}

/// The text behind the last key of such a line, which has the word for its value.
fn behind_key(text: &str, line: Span) -> Option<Labelled> {
    let words = line.of(text);
    let key = "cord_uid: ";
    let at = words.find(key)? + key.len();
    // The text may stand in the next line.
    let end = words[at..].find(' ').map_or(words.len(), |n| at + n);
    // The text of the paper follows its abstract.
    let stop = [" 1 Introduction ", " 1. Introduction ", ". Introduction "]
        .iter()
        .filter_map(|head| position(words.get(end..)?, head))
        .min()
        .map_or(words.len(), |n| end + n + 1);
    let value = part(text, line, end, stop);
    (value.is_empty() || value.len() > 8).then_some(Labelled {
        label: Label::Abstract,
        value,
    })
}

/// Where labels begin, where their values do, and what they are. `small` takes labels within a
/// line that begin with a small letter.
fn at_colons(words: &str, small: bool) -> Vec<(usize, usize, Label)> {
    let mut found: Vec<(usize, usize, Label)> = Vec::new();
    let bytes = words.as_bytes();
    let narrow = |from: usize| Some(from + memchr::memchr2(b':', b'\t', bytes.get(from..)?)?);
    let wide = |from: usize| {
        let rest = bytes.get(from..)?;
        let sign = |at: &usize| WIDE.iter().any(|sign| rest[*at..].starts_with(sign));
        Some(from + memchr::memchr2_iter(0xef, 0xe3, rest).find(sign)?)
    };
    let (mut from, mut count) = (0, 0);
    let (mut one, mut other) = (narrow(0), wide(0));
    while let Some(at) = [one, other].into_iter().flatten().min() {
        if count == COLONS {
            break;
        }
        let width = if other == Some(at) { WIDE[0].len() } else { 1 };
        count += 1;
        let after = at + width;
        if one == Some(at) {
            one = narrow(after);
        } else {
            other = wide(after);
        }
        if words[after..].starts_with("//") {
            continue;
        }
        // Labels are short.
        let window = floor(words, at.saturating_sub(120)).max(from);
        let before = &words[window..at];
        if let Some((begin, label)) = label_at_end(before, small) {
            found.push((window + begin, after, label));
            from = after;
        }
    }
    found
}

/// How many signs behind labels are looked at in a line.
const COLONS: usize = 60;

/// The signs of three bytes that stand behind labels: `：`, `】`.
static WIDE: [&[u8]; 2] = ["：".as_bytes(), "】".as_bytes()];

fn labelled(text: &str, line: Span, found: &[(usize, usize, Label)]) -> Vec<Labelled> {
    let words = line.of(text);
    found
        .iter()
        .enumerate()
        .map(|(n, &(_, value, label))| Labelled {
            label,
            value: trim_by(
                text,
                part(
                    text,
                    line,
                    value,
                    found.get(n + 1).map_or(words.len(), |next| next.0),
                ),
                |c| c.is_whitespace() || matches!(c, ':' | '：' | '·' | '|' | '【'),
            ),
        })
        .collect()
}

/// The pairs of a record in JSON that a page prints in one line. Values that are no strings, and
/// keys that are no labels, are left out; so are escapes, for the value is taken as it stands.
fn json(text: &str, line: Span) -> Vec<Labelled> {
    let words = line.of(text);
    let mut out = Vec::new();
    let mut key: Option<&str> = None;
    let mut at = 0;
    while let Some(open) = words[at..].find('"').map(|n| at + n) {
        let mut close = open + 1;
        while let Some(n) = words[close..].find(['"', '\\']) {
            close += n;
            if words[close..].starts_with('"') {
                break;
            }
            // The escaped character is not the end.
            let escaped = words[close + 1..].chars().next().map_or(0, char::len_utf8);
            close += 1 + escaped;
        }
        if !words[close..].starts_with('"') {
            break;
        }
        let inside = &words[open + 1..close];
        let rest = words[close + 1..].trim_start();
        if rest.starts_with(':') {
            key = Some(inside);
        } else if let Some(label) = key.take().and_then(json_key) {
            let value = part(text, line, open + 1, close);
            out.push(Labelled { label, value });
        }
        at = close + 1;
    }
    out
}

/// `title={Long Short-Term Memory},`: a field of an entry that a page shows for copying.
fn bibtex(text: &str, line: Span) -> Option<Labelled> {
    let words = line.of(text);
    let sign = words.bytes().take(16).position(|byte| byte == b'=')?;
    let (key, rest) = (words.get(..sign)?, words.get(sign + 1..)?);
    let rest = rest.trim().trim_end_matches(',').trim_end();
    let value = rest
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}').or(Some(rest)))
        .or_else(|| rest.strip_prefix('"')?.strip_suffix('"'))?;
    let label = match key.trim().to_ascii_lowercase().as_str() {
        "title" => Label::Title,
        "author" => Label::Author,
        "journal" => Label::Journal,
        "booktitle" => Label::BookTitle,
        "year" => Label::Date,
        "volume" => Label::Volume,
        "number" => Label::Issue,
        "pages" => Label::Pages,
        "doi" => Label::Doi,
        "publisher" => Label::Publisher,
        "issn" => Label::Issn,
        "isbn" => Label::Isbn,
        _ => return None,
    };
    let at = value.as_ptr() as usize - words.as_ptr() as usize;
    let value = part(text, line, at, at + value.len());
    Some(Labelled { label, value })
}

/// What a key of such a record means.
fn json_key(key: &str) -> Option<Label> {
    match key {
        "PeriodicalName" | "journalName" | "journal_name" | "publicationName" => {
            Some(Label::Journal)
        }
        "pubDate" | "publishDate" | "publication_date" => Some(Label::Date),
        _ => lookup(key),
    }
}

/// The label that ends `before`, and where it begins: all of it, or its last words.
fn label_at_end(before: &str, small: bool) -> Option<(usize, Label)> {
    if before.trim().len() <= 100
        && let Some(label) = lookup(before)
    {
        let lead = before.len() - before.trim_start().len();
        return Some((lead, label));
    }
    let parts = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ',' | ';' | '；' | '，' | '。' | ')' | '）' | '/' | '|'
            )
    };
    // Where its last words begin, the last first.
    let (mut begins, mut count) = ([0; 4], 0);
    let chars = before.char_indices().rev().filter(|(_, c)| parts(*c));
    for (begin, (at, c)) in begins.iter_mut().zip(chars) {
        *begin = at + c.len_utf8();
        count += 1;
    }
    begins
        .into_iter()
        .take(count)
        .rev()
        .filter(|&at| !before[at..].trim().is_empty())
        .filter_map(|at| lookup(&before[at..]).map(|label| (at, label)))
        .find(|&(at, label)| {
            // Inside a line only a capital tells a label from a word of the sentence.
            let own = matches!(label, Label::Doi | Label::Issn | Label::Isbn | Label::Pmid);
            own || small || !before[at..].starts_with(char::is_lowercase)
        })
}

/// `Abstract Many children …`, `摘要 …`, `Keywords peers; support`.
fn without_colon(text: &str, line: Span) -> Option<Labelled> {
    let words = line.of(text);
    let wide = words.starts_with(is_wide);
    let mut ends = words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, '.' | '—' | '–' | '-' | '】' | ']'))
        .map(|(at, _)| at)
        .take(3);
    ends.find_map(|end| {
        let label = lookup(&words[..end])?;
        let value = trim_by(text, part(text, line, end, words.len()), |c| {
            c.is_whitespace() || matches!(c, '.' | '—' | '–' | '-' | ':' | '：' | '】' | ']')
        });
        let rest = value.of(text);
        let fits = match label {
            Label::Abstract => {
                (rest.len() > 60 || wide)
                    && rest.starts_with(|c: char| !c.is_lowercase())
                    && words[..end].starts_with(|c: char| !c.is_lowercase())
                    && !rest.starts_with([':', '：'])
            }
            Label::Keywords => {
                let apart =
                    matches!(&words[..end], "关键词" | "關鍵詞" | "关键字") && rest.contains(' ');
                (apart || rest.contains([';', '；', ',', '，'])) && rest.len() < 600
            }
            Label::Doi => rest.starts_with("10.") || rest.starts_with("http"),
            // `Published SUM 1999`, `Document Type Article`
            Label::Date => {
                let date = super::numbers::numbers(text, value);
                date.parts() == 1 && !date.year.is_empty() && rest.len() < 24
            }
            Label::Type => words[..end].contains(' ') && rest.len() < 30,
            // `Birincil Dil Türkçe`
            Label::Language => words[..end].contains(' ') && !rest.contains(' ') && rest.len() < 30,
            Label::Issn | Label::Isbn | Label::Pmid => {
                rest.starts_with(|c: char| c.is_ascii_digit())
            }
            // `作者 欧阳雪 王芳`, `出处 《中华护理杂志》 2019年第3期`, `机构地区 四川大学`
            Label::Author => {
                matches!(&words[..end], "作者" | "著者" | "저자") && rest.starts_with(is_wide)
            }
            Label::Source | Label::Journal => {
                matches!(&words[..end], "出处" | "刊名" | "来源") && rest.starts_with('《')
            }
            Label::Affiliation | Label::Aside => {
                let fund = matches!(&words[..end], "基金" | "基金项目");
                let class =
                    &words[..end] == "分类号" && rest.contains(|c: char| c.is_ascii_digit());
                class
                    || wide
                        && (fund || end >= "机构地区".len())
                        && rest.starts_with(is_wide)
                        && rest.len() < 300
            }
            _ => false,
        };
        // `Abstract: …` has its colon.
        let colon = words[..end].contains([':', '：']);
        (fits && !colon).then_some(Labelled { label, value })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(Label, &str)> {
        labels_of(line, Span::new(0, line.len()))
            .1
            .iter()
            .map(|found| (found.label, found.value.of(line)))
            .collect()
    }

    #[test]
    fn a_line_may_hold_several_labels() {
        use Label::{Date, Doi, Issn, Issue, Volume};
        assert_eq!(
            read("Том: 12 Номер: 3 Год: 2019"),
            [(Volume, "12"), (Issue, "3"), (Date, "2019")]
        );
        assert_eq!(
            read("ISSN: 2072-7593 eISSN: 2311-7036"),
            [(Issn, "2072-7593"), (Issn, "2311-7036")]
        );
        assert_eq!(read("D O I"), [(Doi, "")]);
        assert_eq!(
            read("DOI: https://doi.org/10.1/x"),
            [(Doi, "https://doi.org/10.1/x")]
        );
    }

    #[test]
    fn titles_with_colons_are_no_labels() {
        assert!(read("Recovery colleges: a scoping study").is_empty());
        assert!(read("Quality of life in the last year: a survey").is_empty());
        assert!(read("^ a b Veen, Jan (2004). Salt water grasses on two old sea walls. Coastal Science, 61(2), 301–309.").is_empty());
    }
}
