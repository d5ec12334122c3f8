//! Identifiers: their canonical form and their checksums.
//!
//! Each function takes one written form and gives the canonical one, or [`None`] where the text
//! is no such identifier or its check digit is wrong; the caller keeps the text then. The
//! `find_` functions look inside running text and URLs.

mod arxiv;
mod check_digit;
mod doi;
mod doi_scan;
#[cfg(test)]
mod doi_tests;
mod pubmed;

pub use arxiv::{arxiv, find_arxiv};
pub(crate) use check_digit::{is_bare_isbn, is_bare_issn};
pub use check_digit::{isbn, isbns, issn, issns, orcid};
pub(crate) use doi::is_bare_doi;
pub use doi::{doi, find_doi};
pub use pubmed::{find_pmcid, find_pmid, pmcid, pmid};

use std::ops::Range;

/// Drops `prefix` from the front of `text`, whatever its case.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Where `needle` (ASCII, lower case) first stands in `text` at or after `from`, whatever its case.
fn find_ignoring_case(text: &str, needle: &str, from: usize) -> Option<usize> {
    let (first, rest) = needle.as_bytes().split_first()?;
    let bytes = text.as_bytes();
    let upper = first.to_ascii_uppercase();
    memchr::memchr2_iter(*first, upper, bytes.get(from..)?)
        .map(|at| at + from)
        .find(|at| {
            bytes
                .get(at + 1..at + 1 + rest.len())
                .is_some_and(|tail| tail.eq_ignore_ascii_case(rest))
        })
}

/// The run of ASCII digits `text` begins with.
fn leading_digits(text: &str) -> &str {
    let end = text
        .bytes()
        .position(|b| !b.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Looks behind each of `labels` (lower case) for what `read` makes of the text there, and gives
/// the first find with its byte range. `read` says how many bytes it used.
fn find_behind(
    text: &str,
    labels: &[&str],
    read: impl Fn(&str) -> Option<(String, usize)>,
) -> Option<(String, Range<usize>)> {
    let mut best: Option<(String, Range<usize>)> = None;
    for label in labels {
        let mut from = 0;
        while let Some(at) = find_ignoring_case(text, label, from) {
            from = at + label.len();
            if best.as_ref().is_some_and(|(_, range)| range.start <= from) {
                break;
            }
            let rest = text.get(from..).unwrap_or_default();
            let trimmed = rest.trim_start_matches([' ', '\u{a0}', ':', '：', '#']);
            let start = from + rest.len() - trimmed.len();
            if let Some((found, used)) = read(trimmed) {
                best = Some((found, start..start + used));
                break;
            }
        }
    }
    best
}
