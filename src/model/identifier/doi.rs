//! DOIs, from any of their written forms.

use super::doi_scan::{PAGE_SUFFIXES, begins_another, read};
use std::ops::Range;

/// A DOI, bare and lower case, from any of its written forms (`https://doi.org/…`, `doi:…`,
/// percent-escaped, with a trailing stop); [`None`] if it is none, or if the text holds anything
/// but the DOI, its label, and notes in brackets.
///
/// ```
/// use bibsift::model::identifier::doi;
/// assert_eq!(doi("https://doi.org/10.1000/ABC.1.").as_deref(), Some("10.1000/abc.1"));
/// assert_eq!(doi("10.1000"), None);
/// ```
///
/// Source: DOI Handbook, 2 (syntax, resolvers, case).
pub fn doi(text: &str) -> Option<String> {
    let (found, range) = find_doi(text)?;
    let before = text.get(..range.start)?;
    let after = text.get(range.end..)?;
    (is_label(before) && is_remainder(after)).then_some(found)
}

/// Whether `text` is a DOI as [`doi`] would write it, of the letters and signs that most are made
/// of: a quick test, that a few proper DOIs fail.
pub(crate) fn is_bare_doi(text: &str) -> bool {
    let Some(rest) = text.as_bytes().strip_prefix(b"10.") else {
        return false;
    };
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let Some((b'/', name)) = rest.get(digits..).and_then(<[u8]>::split_first) else {
        return false;
    };
    let small = |b: u8| b.is_ascii_digit() || b.is_ascii_lowercase();
    let sound = |b: u8| small(b) || matches!(b, b'.' | b'-' | b'_' | b'/');
    (4..=9).contains(&digits)
        // A shorter name may be part of a date.
        && name.len() > 2
        && name.iter().all(|b| sound(*b))
        && name.last().is_some_and(|b| small(*b))
}

/// The first DOI inside a text, with the byte range it stands in (label and resolver not
/// included). In the address of a publisher's page the DOI is taken from the path only, never
/// from a query.
///
/// ```
/// use bibsift::model::identifier::find_doi;
/// let (doi, range) = find_doi("See (doi:10.1000/a(1)b).").unwrap();
/// assert_eq!((doi.as_str(), range), ("10.1000/a(1)b", 9..22));
/// ```
pub fn find_doi(text: &str) -> Option<(String, Range<usize>)> {
    let finder = memchr::memmem::Finder::new("10.");
    let mut from = 0;
    while let Some(at) = finder.find(text.as_bytes().get(from..)?) {
        let start = from + at;
        from = start + 3;
        if !may_begin(text.get(..start)?) {
            continue;
        }
        if let Some(found) = read(text, start) {
            return Some(found);
        }
    }
    None
}

/// Whether a DOI may begin behind `before`.
fn may_begin(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('.') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) if c.is_ascii_digit() => false,
        Some(c) if c.is_ascii_alphabetic() => {
            ends_with_ignoring_case(before, "doi")
            // `%2F10.`: an escaped slash.
            || ends_with_ignoring_case(before, "%2f")
            || ends_with_ignoring_case(before, "%3a")
        }
        _ => true,
    }
}

fn ends_with_ignoring_case(text: &str, end: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .get(bytes.len().saturating_sub(end.len())..)
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
}

/// Whether `before` is only what introduces a DOI.
fn is_label(before: &str) -> bool {
    let mut rest = before;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":：=<>([{\"'".contains(c));
        if rest.is_empty() {
            return true;
        }
        let known = [
            "https://",
            "http://",
            "https:/",
            "http:/",
            "dx.doi.org/",
            "www.doi.org/",
            "doi.org/",
            "dx.doi.org",
            "doi.org",
            "info:doi/",
            "urn:doi:",
            "doi:",
            "doi/",
            "doi.",
            "doi",
            "digital object identifier",
            "https%3a%2f%2fdoi.org%2f",
        ];
        if let Some(shorter) = known
            .iter()
            .find_map(|label| super::strip_prefix(rest, label))
        {
            rest = shorter;
        } else if let Some(shorter) = behind_article_number(rest) {
            rest = shorter;
        } else if let Some((_, shorter)) = rest.split_once("[pii]") {
            rest = shorter.trim_start_matches([';', ',']);
        } else {
            return false;
        }
    }
}

/// What stands behind the article number that Web of Science puts before a DOI: `ARTN 218`.
fn behind_article_number(text: &str) -> Option<&str> {
    let rest = ["ARTN ", "UNSP ", "Pii "]
        .iter()
        .find_map(|mark| super::strip_prefix(text, mark))?;
    let number = rest.split_whitespace().next()?;
    rest.trim_start().get(number.len()..)
}

/// Whether `after` holds no more than punctuation, notes in brackets, an address's query, or
/// further DOIs.
fn is_remainder(after: &str) -> bool {
    let rest = after.trim_matches(|c: char| c.is_whitespace() || ".,;:*/)]}>\"'。，".contains(c));
    rest.is_empty()
        || rest.starts_with(['?', '#', '[', '(', '&', '|'])
        || rest == "%20"
        || (after.starts_with('/') || after.starts_with('.'))
            && PAGE_SUFFIXES
                .iter()
                .any(|path| after.eq_ignore_ascii_case(path))
        || begins_another(rest)
}
