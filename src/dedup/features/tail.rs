//! What databases append to titles, in brackets or behind a bar.

use super::fold;
use super::kind::{self, Kinds};

/// Takes one bracketed or barred tail off, if it is none of the title's own.
pub(super) fn strip(title: &str) -> Option<(&str, Kinds)> {
    let title = title.trim_end_matches([' ', '.', '*', ',']);
    if let Some(bar) = memchr::memrchr(b'|', title.as_bytes())
        && title.len() - bar <= 40
        && bar > 10
    {
        return Some((title.get(..bar)?, Kinds::NONE));
    }
    let (open, closed) = match title.chars().next_back()? {
        ']' => (matching(title, '[', ']')?, true),
        ')' => (matching(title, '(', ')')?, true),
        // A bracket that was never closed is a tail cut by the database.
        _ => {
            let at = memchr::memrchr(b'[', title.as_bytes())?;
            if title.get(at..)?.contains(']') {
                return None;
            }
            (at, false)
        }
    };
    let head = title.get(..open)?;
    if head.trim().is_empty() {
        return None;
    }
    let inside = title.get(open + 1..)?;
    let inside = if closed {
        inside.get(..inside.len() - 1)?
    } else {
        inside
    };
    let said = fold(inside);
    remark(&said, inside, closed).map(|kinds| (head, kinds))
}

/// Where the bracket that the last character closes was opened.
fn matching(title: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in title.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Whether folded `said` is a remark of a database, and the kind it tells.
fn remark(said: &str, raw: &str, closed: bool) -> Option<Kinds> {
    const NOISE: &[&str] = &[
        "review",
        "abstract",
        "meeting abstract",
        "structured abstract",
        "provisional abstract",
        "brief record",
        "conference abstract",
        "article",
        "in process citation",
        "see comments",
        "see comment",
        "proceeding",
        "proceedings paper",
        "clinical trial",
        "case report",
        "proceeding paper",
        "conference paper",
        "pdf",
        "abstract only",
        "record supplied by publisher",
        "article in press",
        "research support",
        "publisher",
        "protocol",
        "full text",
        "corrected",
        "sic",
    ];
    const NOISE_STARTS: &[&str] = &[
        "erratum appears",
        "erratum in",
        "comment in",
        "comment on",
        "summary for patients",
        "republished in",
        "corrected and republished",
        "retraction in",
        "see comment",
        "published erratum",
        "article in",
        "original article in",
        "in ",
        "reprint in",
    ];
    let first_words_are = |number: &str, next: &str| {
        let mut words = said.split(' ');
        words.next().is_some_and(|word| {
            word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty() && number.is_empty()
        }) && words.next() == Some(next)
    };
    if NOISE.contains(&said) || first_words_are("", "refs") || first_words_are("", "references") {
        return Some(Kinds::NONE);
    }
    if said.is_empty() {
        return Some(Kinds::NONE);
    }
    if !closed {
        // What is left of `[Erratum appears in …` or `[Review`.
        return NOISE_STARTS
            .iter()
            .chain(NOISE)
            .any(|noise| noise.starts_with(said) || said.starts_with(noise.trim_end()))
            .then_some(Kinds::NONE);
    }
    // `[English]`-like notes begin in square brackets only; a bare "in …" in round ones is text.
    if raw.len() < 200
        && NOISE_STARTS
            .iter()
            .any(|noise| said.starts_with(noise) && (*noise != "in " || said.ends_with("language")))
    {
        return Some(Kinds::NONE);
    }
    // `(vol 360, pg 542, 2009)`, `(Journal (2009) 360 (542-544))`: the paper an erratum mends.
    let digits = said
        .split(' ')
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .count();
    let paged = said
        .split(' ')
        .any(|word| matches!(word, "pg" | "pp" | "page" | "pages"));
    if (said.starts_with("vol ") || said.starts_with("volume ")) && (digits >= 2 || paged) {
        return Some(Kinds::ERRATUM);
    }
    if said.starts_with("vol ") && digits == 1 {
        return Some(Kinds::NONE);
    }
    let years = said
        .split(' ')
        .filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
        .count();
    if years >= 1 && digits >= 4 && raw.contains(['(', '-', ':']) && said.split(' ').count() < 16 {
        return Some(Kinds::ERRATUM);
    }
    // `(Retracted article. See vol. 12, pg. 3, 2012)`: the work itself, with a remark.
    if said.starts_with("retracted") || said.starts_with("withdrawn") {
        return Some(Kinds::NONE);
    }
    let kinds = kind::of_title(said, true);
    let words = said.split(' ').count();
    // `(Retraction of vol 12, pg 3, 2012)`, `(Reprinted from The Lancet)`: long, but sure.
    let sure = kinds.has(Kinds::ERRATUM | Kinds::RETRACTION | Kinds::REPRINT)
        && (digits > 0 || said.contains(" from ") || said.contains(" of "));
    (!kinds.is_empty() && (words <= 3 || sure)).then_some(kinds)
}
