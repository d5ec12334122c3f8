//! What numbers or marks an item of a list: `[1]`, `(1)`, `1.`, `1)`, `¹`, `［1］`, `•`, `[Kan90]`.

use super::keys;

/// The forms of markers. Numbers of one form in a row make a list; a form never goes on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `[1]`, `［1］`, `【1】`, `〔1〕`, `[^1]:`.
    Bracket,
    /// `(1)`, `（1）`.
    Paren,
    /// `1.`, `１．`, `1、`.
    Dot,
    /// `1)`, `1]`.
    Close,
    /// `¹`, `①`.
    Raised,
    /// `1 Smith`, or a number on a line of its own.
    Bare,
    /// `1Smith`: a raised number that lost its height.
    Glued,
    /// `[Kan90]`, `\bibitem{kant}`.
    Key,
    /// `•`, `-`, `*`, `<li>`.
    Bullet,
}

/// A marker at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its form.
    pub kind: Kind,
    /// Its number; nought where it has none.
    pub number: u32,
    /// Bytes of the marker itself.
    pub length: usize,
}

/// The greatest number a marker may have.
pub(super) const GREATEST: u32 = 99_999;

/// The marker that `words` begin with.
pub(super) fn marker(words: &str) -> Option<Marker> {
    let first = words.chars().next()?;
    match first {
        '[' | '［' | '【' | '〔' | '\\' => bracket(words)
            .or_else(|| keys::bibitem(words))
            .or_else(|| keys::key(words)),
        '(' | '（' => enclosed(words, 0, &[')', '）'], Kind::Paren),
        '•' | '●' | '▪' | '◦' | '‣' | '·' | '■' | '□' | '○' | '◆' | '➢' | '\u{f0b7}'
        | '\u{f0a7}' => Some(bullet(first.len_utf8())),
        '-' | '*' | '+' | '–' => {
            let rest = words[first.len_utf8()..].strip_prefix([' ', '\t'])?;
            let next = rest.trim_start().chars().next()?;
            // `- [1] Smith`: a number within a list of Markdown.
            let inner = rest.trim_start();
            if let Some(found) = bracket(inner) {
                return Some(Marker {
                    length: words.len() - inner.len() + found.length,
                    ..found
                });
            }
            (next.is_alphabetic() || matches!(next, '"' | '“' | '[' | '«' | '\'' | '‘'))
                .then_some(bullet(first.len_utf8()))
        }
        _ => number_first(words),
    }
}

fn bullet(length: usize) -> Marker {
    Marker {
        kind: Kind::Bullet,
        number: 0,
        length,
    }
}

/// `[1]` and its relations, among them Markdown's `\[1\]` and `[^1]:`.
fn bracket(words: &str) -> Option<Marker> {
    let escaped = usize::from(words.starts_with('\\'));
    let closers = [']', '］', '】', '〕'];
    let opener = words[escaped..].chars().next()?;
    if !matches!(opener, '[' | '［' | '【' | '〔') {
        return None;
    }
    let mut found = enclosed(words, escaped, &closers, Kind::Bracket)?;
    if words[found.length..].starts_with([':', '：']) {
        found.length += words[found.length..].chars().next()?.len_utf8();
    }
    Some(found)
}

/// A number between an opening sign at `from` and one of `closers`.
fn enclosed(words: &str, from: usize, closers: &[char], kind: Kind) -> Option<Marker> {
    let opener = words[from..].chars().next()?;
    let mut at = from + opener.len_utf8();
    at += words[at..].len() - words[at..].trim_start_matches([' ', '^']).len();
    let (number, digits) = number(&words[at..])?;
    at += digits;
    let rest = words[at..].trim_start_matches([' ', '.']);
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let after = rest.strip_prefix(closers)?;
    Some(Marker {
        kind,
        number,
        length: words.len() - after.len(),
    })
}

/// `1.`, `1)`, `1 `, `1A`, `¹`, `①`.
fn number_first(words: &str) -> Option<Marker> {
    if let Some((number, length)) = raised(words) {
        return Some(Marker {
            kind: Kind::Raised,
            number,
            length,
        });
    }
    let (number, digits) = number(words)?;
    let rest = &words[digits..];
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let before = words.len() - rest.len();
    let found = |kind, more: usize| {
        Some(Marker {
            kind,
            number,
            length: before + more,
        })
    };
    let Some(next) = rest.chars().next() else {
        return found(Kind::Bare, 0).filter(|_| digits <= 3);
    };
    let second = rest[next.len_utf8()..].chars().next();
    match next {
        '.' | '．' | '、' if !second.is_some_and(|c| c.is_ascii_digit()) => {
            found(Kind::Dot, next.len_utf8())
        }
        ')' | '）' | ']' | '］' => found(Kind::Close, next.len_utf8()),
        ' ' | '\t' | '\u{a0}' | '\u{3000}' if digits <= 3 => found(Kind::Bare, 0),
        c if digits <= 3 && c.is_uppercase() => found(Kind::Glued, 0),
        c if digits <= 3 && is_wide(c) && !matches!(c, '年' | '月' | '日' | '卷' | '期' | '页') => {
            found(Kind::Glued, 0)
        }
        _ => None,
    }
}

/// A number at the start of `words`, ASCII or full width, and its bytes.
pub(super) fn number(words: &str) -> Option<(u32, usize)> {
    let mut value = 0_u32;
    let mut bytes = 0;
    for c in words.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        value = value * 10 + digit;
        bytes += c.len_utf8();
        if value > GREATEST {
            return None;
        }
    }
    (bytes > 0).then_some((value, bytes))
}

/// A raised or circled number at the start of `words`, and its bytes.
pub(super) fn raised(words: &str) -> Option<(u32, usize)> {
    let first = words.chars().next()?;
    if let '①'..='⑳' = first {
        return Some((first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    let mut value = 0_u32;
    let mut bytes = 0;
    for c in words.chars() {
        let Some(digit) = raised_digit(c) else { break };
        value = value * 10 + digit;
        bytes += c.len_utf8();
        if value > GREATEST {
            return None;
        }
    }
    (bytes > 0).then_some((value, bytes))
}

fn raised_digit(c: char) -> Option<u32> {
    Some(match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => c as u32 - '⁴' as u32 + 4,
        _ => return None,
    })
}

/// Whether a letter belongs to a script written without spaces.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Option<(Kind, u32, usize)> {
        marker(words).map(|m| (m.kind, m.number, m.length))
    }

    #[test]
    fn every_form_is_known() {
        for (words, want) in [
            ("[12] Smith", (Kind::Bracket, 12, 4)),
            ("［1］王力", (Kind::Bracket, 1, 7)),
            ("【３】王", (Kind::Bracket, 3, 9)),
            ("\\[1\\] Smith", (Kind::Bracket, 1, 5)),
            ("[^4]: Smith", (Kind::Bracket, 4, 5)),
            ("(1) Smith", (Kind::Paren, 1, 3)),
            ("1. Smith", (Kind::Dot, 1, 2)),
            ("1、王力", (Kind::Dot, 1, 4)),
            ("1.", (Kind::Dot, 1, 2)),
            ("3) Smith", (Kind::Close, 3, 2)),
            ("¹² Smith", (Kind::Raised, 12, 4)),
            ("① Smith", (Kind::Raised, 1, 3)),
            ("7 Smith", (Kind::Bare, 7, 1)),
            ("7Smith", (Kind::Glued, 7, 1)),
            ("[Kan90] Kant", (Kind::Key, 0, 7)),
            ("[ABC+95a] Kant", (Kind::Key, 0, 9)),
            ("\\bibitem[Kant, 1990]{kant} Kant", (Kind::Key, 0, 26)),
            ("• Smith", (Kind::Bullet, 0, 3)),
            ("- Smith", (Kind::Bullet, 0, 1)),
            ("- \\[2] Smith", (Kind::Bracket, 2, 6)),
        ] {
            assert_eq!(found(words), Some(want), "{words}");
        }
    }

    #[test]
    fn numbers_of_other_things_are_no_markers() {
        for words in [
            "55-131.",
            "14: 55",
            "1999, Berlin",
            "1.5 times",
            "2019 Smith",
            "- 63.",
            "[德]富勒",
            "[online]",
            "12,034",
            "",
        ] {
            assert_eq!(found(words), None, "{words}");
        }
    }
}
