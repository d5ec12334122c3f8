//! DOIs in text with spaces in the wrong places.

use super::{Link, LinkKind, space, trimmed, word};

/// A DOI whose `10` stands at `at`.
pub(super) fn doi(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    if at > 0
        && bytes
            .get(at - 1)
            .is_some_and(|b| b.is_ascii_digit() || *b == b'.')
    {
        return None;
    }
    let end = space(bytes, word(bytes, at, "10")?);
    let mut end = space(bytes, word(bytes, end, ".")?);
    let digits = bytes
        .get(end..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    if !(4..=9).contains(&digits) {
        return None;
    }
    end += digits;
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1;
        end += bytes
            .get(end..)?
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
    }
    let end = space(bytes, end);
    let body = space(bytes, word(bytes, end, "/")?);
    let rest = text.get(body..)?;
    let mut depth = 0_i32;
    let mut stop = rest.len();
    for (offset, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        let ends = c.is_whitespace()
            || matches!(
                c,
                '"' | '“' | '”' | '»' | '，' | '。' | '；' | '（' | '）' | '［' | '】'
            )
            || (c == '[' || c == ']') && depth <= 0
            || depth < 0;
        if ends {
            stop = offset;
            break;
        }
    }
    let part = rest.get(..stop)?;
    // `….URLhttps://…`, `…;PMID:…`
    for tail in ["URL", "url:", "http", "PMID", "PMCID", "arXiv"] {
        if let Some(cut) = part.find(tail).filter(|cut| *cut > 0) {
            stop = stop.min(cut);
        }
    }
    // `(inkoreanwithenglishabstract`: a remark whose spaces were lost.
    if depth > 0
        && let Some(open) = part.rfind('(')
        && part.len() - open > 8
        && part
            .get(open + 1..)
            .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'))
    {
        stop = stop.min(open);
    }
    let end = trimmed(text, at, body + stop);
    (end > body).then_some(Link {
        kind: LinkKind::Doi,
        start: at,
        end,
        value: (at, end),
    })
}
