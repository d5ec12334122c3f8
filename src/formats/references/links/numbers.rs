//! Numbers behind a label: PubMed, ISBN, ISSN.

use super::{Link, LinkKind, behind_colon, space, word};

/// A label and digits.
pub(super) fn number(text: &str, at: usize, label: &str, kind: LinkKind) -> Option<Link> {
    let bytes = text.as_bytes();
    let end = word(bytes, at, label)?;
    let from = behind_colon(text, end);
    let digits = bytes
        .get(from..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    (from > end && (4..=9).contains(&digits)).then_some(Link {
        kind,
        start: at,
        end: from + digits,
        value: (from, from + digits),
    })
}

pub(super) fn pmcid(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let from = word(bytes, at, "pmcid").map_or(at, |end| behind_colon(text, end));
    let digits_at = space(bytes, word(bytes, from, "pmc")?);
    let digits = bytes
        .get(digits_at..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    (5..=9).contains(&digits).then_some(Link {
        kind: LinkKind::Pmcid,
        start: at,
        end: digits_at + digits,
        value: (from, digits_at + digits),
    })
}

pub(super) fn standard_number(text: &str, at: usize, label: &str, kind: LinkKind) -> Option<Link> {
    let bytes = text.as_bytes();
    let mut end = word(bytes, at, label)?;
    for form in ["-13", "-10", "s"] {
        end = word(bytes, end, form).unwrap_or(end);
    }
    let from = behind_colon(text, end);
    let rest = text.get(from..)?;
    let mut stop = 0;
    let mut digits = 0;
    for (offset, c) in rest.char_indices() {
        match c {
            '0'..='9' => digits += 1,
            'x' | 'X' if digits == 7 || digits == 9 => digits += 1,
            '-' | '‐' | '‑' | '–' | '—' => continue,
            ' ' if digits < 13 => continue,
            _ => break,
        }
        stop = offset + c.len_utf8();
        let whole = match kind {
            LinkKind::Issn => digits == 8,
            _ => {
                digits == 13 || digits == 10 && !rest.starts_with("978") && !rest.starts_with("979")
            }
        };
        if whole {
            break;
        }
    }
    (digits >= 8).then_some(Link {
        kind,
        start: at,
        end: from + stop,
        value: (from, from + stop),
    })
}
