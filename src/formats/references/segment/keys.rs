//! Keys that mark items: `[Kan90]`, `\bibitem{kant}`.

use super::marker::{Kind, Marker};

/// `[Kan90]`, `[ABC+95]`, `[Smith et al., 1999]`: letters first, digits at the end.
pub(super) fn key(words: &str) -> Option<Marker> {
    const LONGEST: usize = 40;
    let close = words
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| *c == ']')?;
    let inside = words.get(1..close.0)?;
    let head = inside.chars().next()?;
    let tail = inside.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let dated = inside.len() - tail.len() <= 1
        && tail
            .as_bytes()
            .iter()
            .rev()
            .take(2)
            .filter(|b| b.is_ascii_digit())
            .count()
            == 2;
    let plain = inside.chars().all(|c| {
        c.is_alphanumeric() || matches!(c, '+' | ' ' | ',' | '.' | '-' | '’' | '\'' | '&' | '*')
    });
    (head.is_uppercase() && dated && plain).then_some(Marker {
        kind: Kind::Key,
        number: 0,
        length: close.0 + 1,
    })
}

/// LaTeX's `\bibitem{key}` and `\bibitem[label]{key}`.
pub(super) fn bibitem(words: &str) -> Option<Marker> {
    const LONGEST: usize = 200;
    let mut rest = words.strip_prefix("\\bibitem")?.trim_start();
    if let Some(label) = rest.strip_prefix('[') {
        let close = label
            .char_indices()
            .take(LONGEST)
            .find(|(_, c)| *c == ']')?;
        rest = label[close.0 + 1..].trim_start();
    }
    let body = rest.strip_prefix('{')?;
    let close = body.char_indices().take(LONGEST).find(|(_, c)| *c == '}')?;
    Some(Marker {
        kind: Kind::Key,
        number: 0,
        length: words.len() - body.len() + close.0 + 1,
    })
}
