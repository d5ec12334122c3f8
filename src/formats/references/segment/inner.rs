//! Markers inside lines, where the text before and after allows an item to begin.

use super::marker::{self, Kind};

/// Calls `found` for each marker inside `words` after `from`.
pub(super) fn markers(words: &str, from: usize, mut found: impl FnMut(usize, Kind, u32, usize)) {
    let bytes = words.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        // Digits, and what the full-width and raised ones begin with.
        if byte.is_ascii_digit() || matches!(byte, 0xC2 | 0xE2 | 0xEF) {
            if let Some((offset, kind, number, length)) = inner_at(words, from, at) {
                found(offset, kind, number, length);
                at = offset + length;
                continue;
            }
            let digits = bytes[at..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count();
            at += digits.max(1);
        } else {
            at += 1;
        }
    }
}

/// The marker whose number begins at `at`.
fn inner_at(words: &str, from: usize, at: usize) -> Option<(usize, Kind, u32, usize)> {
    let before = words.get(..at)?;
    let rest = words.get(at..)?;
    if before.len() < from || before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((number, length)) = marker::raised(rest) {
        let ended = before.ends_with([' ', '.', '\t']);
        let begins = begins_item(&rest[length..], 0);
        return (ended && begins).then_some((at, Kind::Raised, number, length));
    }
    let (number, digits) = marker::number(rest)?;
    let after = &rest[digits..];
    let next = after.chars().next()?;
    let last = before.chars().next_back()?;
    let behind = &after[next.len_utf8()..];
    let length = digits + next.len_utf8();
    let opened = before[..before.len() - last.len_utf8()].chars().next_back();
    match (last, next) {
        ('[' | '［' | '【', ']' | '］' | '】') => {
            let free = opened.is_none_or(|c| {
                c.is_whitespace() || marker::is_wide(c) || matches!(c, '.' | ';' | ')' | ']' | ',')
            });
            let open = last.len_utf8();
            (free && before.len() >= from + open).then_some((
                at - open,
                Kind::Bracket,
                number,
                length + open,
            ))
        }
        ('(' | '（', ')' | '）') => {
            let free = opened.is_none_or(|c| c.is_whitespace() || matches!(c, '。' | '；'));
            let open = last.len_utf8();
            (free && begins_item(behind, 1)).then_some((
                at - open,
                Kind::Paren,
                number,
                length + open,
            ))
        }
        (last, '.' | '．' | '、' | ')') if last.is_whitespace() || matches!(last, '。' | '；') =>
        {
            let ended = before.trim_end().ends_with(|c: char| {
                c.is_ascii_digit()
                    || matches!(
                        c,
                        '.' | ';' | ')' | ']' | '。' | '；' | '．' | '：' | ':' | '”' | '"'
                    )
            });
            let kind = if next == ')' { Kind::Close } else { Kind::Dot };
            (ended && begins_item(behind, usize::from(next == '.')))
                .then_some((at, kind, number, length))
        }
        _ => None,
    }
}

/// Whether an item may begin with `words`, after at least `spaces` of white space.
fn begins_item(words: &str, spaces: usize) -> bool {
    let trimmed = words.trim_start();
    let apart = words.len() - trimmed.len() >= spaces;
    trimmed.chars().next().is_some_and(|c| {
        (marker::is_wide(c) && c.is_alphabetic())
            || (apart && (c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '«' | '—')))
            || (apart && trimmed.starts_with("http"))
    })
}
