//! The words and numbers of a citation, each with what it may mean.

use super::lines::{is_letter, is_wide, is_year};
use super::token_words::{ISSUES, PAGES, SAYING, VOLUMES, month};

/// A part of a citation that a number can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Publication year.
    Year,
    /// Volume.
    Volume,
    /// Issue.
    Issue,
    /// Pages.
    Pages,
    /// A number that is none of these: a day, a count of pages.
    Other,
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, perhaps with letters: `42`, `S53`, `e1638`.
    Number,
    /// Two numbers and a dash, or a number and a plus: `1-8`, `72 / +`.
    Range,
    /// A date in digits: `2022-03-15`.
    Digits,
    /// Two numbers joined by a stop or slash: `42.1`, `2/2015`.
    Joined,
    /// A word that says what the next number is: `vol`, `№`.
    Before(Part),
    /// A word that says what the number before it is: `年`, `巻`.
    After(Part),
    /// The name of a month or season.
    Month,
    /// Any other word.
    Word,
    /// A character of punctuation.
    Mark(char),
}

/// One token: bytes `start..end` of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '－' | '~' | '〜' | '～' | '∼')
}

/// Cuts `text` into tokens. One pass.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (end, kind) = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if is_wide(c) {
            (at + c.len_utf8(), wide(c))
        } else if let Some(end) = plain_word(text, at) {
            (end, Kind::Word)
        } else if c.is_alphanumeric() || c == '№' || c == 'º' {
            word(text, at)
        } else {
            (at + c.len_utf8(), Kind::Mark(c))
        };
        out.push(Token {
            start: at,
            end,
            kind,
        });
        at = end;
    }
    out
}

fn wide(c: char) -> Kind {
    match c {
        '年' | '년' => Kind::After(Part::Year),
        '卷' | '巻' | '권' => Kind::After(Part::Volume),
        '期' | '号' | '號' | '호' => Kind::After(Part::Issue),
        '页' | '頁' | '쪽' => Kind::After(Part::Pages),
        '月' | '日' | '월' | '일' => Kind::After(Part::Other),
        '第' | '제' => Kind::Mark(c),
        '共' | '总' | '總' | '통' => Kind::Before(Part::Other),
        _ => Kind::Word,
    }
}

/// Whether a number counts editions or volumes: `2e éd.`, `3.ª ed.`, `4. Aufl.`, `7 vols.`
fn counts_editions(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return false;
    }
    let rest = &text[digits..];
    // A space stands behind the sign, which has four bytes at most.
    if !rest.bytes().take(5).any(|byte| matches!(byte, b' ' | 0xc2)) {
        return false;
    }
    let rest = [
        "ère", "ème", "er", "re", "e", ".ª", "ª", ".º", "º", "a", "o", ".",
    ]
    .iter()
    .find_map(|end| rest.strip_prefix(end))
    .unwrap_or(rest);
    let words = [
        "éd", "ed.", "ed)", "edn", "edición", "edição", "edizione", "Aufl", "baskı", "изд", "wyd",
        "vols", "Bde", "druk",
    ];
    rest.strip_prefix([' ', '\u{a0}'])
        .is_some_and(|word| words.iter().any(|known| word.starts_with(known)))
}

/// How many bytes a number with its letters takes at the head of `text`: at most four letters,
/// digits, at most two letters.
fn number(text: &str) -> Option<usize> {
    if counts_editions(text) {
        return None;
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text[letters..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    if letters > 4 || digits == 0 {
        return None;
    }
    let tail = text[letters + digits..]
        .chars()
        .take_while(|c| c.is_alphanumeric() && !is_wide(*c))
        .take(3)
        .fold((0, true), |(n, ascii), c| {
            (n + c.len_utf8(), ascii && c.is_ascii_alphabetic())
        });
    // `54 (6part2)`
    if letters == 0
        && let Some(more) = text[digits..].strip_prefix("part")
    {
        let more = more.bytes().take_while(u8::is_ascii_digit).count();
        if more > 0 {
            return Some(digits + 4 + more);
        }
    }
    let end = letters + digits + tail.0;
    // `9th` counts conferences and editions.
    if letters == 0 && matches!(text.get(digits..end), Some("th" | "st" | "nd" | "rd")) {
        return None;
    }
    let keep = if tail.0 <= 2 && tail.1 { tail.0 } else { 0 };
    Some(letters + digits + keep)
}

/// After the dash at the head of `rest`, if one is there: the bytes it takes with spaces around.
fn dash(rest: &str) -> Option<usize> {
    let body = rest.trim_start();
    let spaced = body.len() < rest.len();
    // A dash in UTF-8 that was read as Windows-1252.
    let torn = ["â€“", "â€”", "â€‘", "&ndash;", "&mdash;", "&#8211;"];
    if body.starts_with(['â', '&'])
        && let Some(number) = torn.iter().find_map(|dash| body.strip_prefix(dash))
    {
        return Some(rest.len() - number.trim_start().len());
    }
    let after = body.trim_start_matches(is_dash);
    let after = if let Some(number) = body
        .strip_prefix("à ")
        .filter(|rest| spaced && rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        number
    } else if after.len() < body.len() {
        after
    } else if spaced && body.starts_with("/ ") {
        &body[1..]
    } else {
        return None;
    };
    Some(rest.len() - after.trim_start().len())
}

fn word(text: &str, start: usize) -> (usize, Kind) {
    let rest = &text[start..];
    let end_of_word = |rest: &str| {
        rest.find(|c: char| !is_letter(c) || is_wide(c))
            .unwrap_or(rest.len())
    };
    let letters = end_of_word(rest);
    let article = rest.starts_with(['a', 'A']);
    for phrase in [
        "article number",
        "article no.",
        "article no",
        "art. no.",
        "article id",
    ] {
        if article && super::needles::starts_with(rest, phrase) {
            return (start + phrase.len(), Kind::Before(Part::Pages));
        }
    }
    if super::needles::starts_with(rest, "article ")
        && rest[8..].starts_with(|c: char| c.is_ascii_digit() || c == 'e')
        && rest[8..]
            .trim_start_matches('e')
            .starts_with(|c: char| c.is_ascii_digit())
    {
        return (start + 7, Kind::Before(Part::Pages));
    }
    if letters > 0 {
        let name = &rest[..letters];
        let next = rest[letters..].chars().next();
        if let Some(part) = marker(name, next, &rest[letters..]) {
            return (start + letters, Kind::Before(part));
        }
    } else if rest.starts_with(['№', 'º']) {
        let c = rest.chars().next().map_or(1, char::len_utf8);
        return (start + c, Kind::Before(Part::Issue));
    }
    let Some(mut len) = number(rest) else {
        // `¼` is numeric, but no letter and no digit.
        let len = if letters > 0 {
            letters
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        let name = &rest[..len];
        let kind = if month(name) { Kind::Month } else { Kind::Word };
        return (start + len, kind);
    };
    let first = len;
    if let Some(gap) = dash(&rest[len..]) {
        let after = &rest[len + gap..];
        if after.starts_with('+') {
            return (start + len + gap + 1, Kind::Range);
        }
        if let Some(more) = number(after) {
            len += gap + more;
            if let Some(gap) = dash(&rest[len..]) {
                let third = rest[len + gap..]
                    .bytes()
                    .take_while(u8::is_ascii_digit)
                    .count();
                let day_first = first <= 2
                    && more <= 2
                    && rest[len + gap..].get(..third).is_some_and(is_year)
                    && rest[first..].starts_with('-');
                if day_first {
                    return (start + len + gap + third, Kind::Word);
                }
                if is_year(&rest[..first]) && (1..=2).contains(&third) && more <= 2 {
                    return (start + len + gap + third, Kind::Digits);
                }
            }
            return (start + len, Kind::Range);
        }
    }
    if rest[len..].starts_with('+') {
        return (start + len + 1, Kind::Range);
    }
    if rest[len..].starts_with(['.', '/']) {
        let more = rest[len + 1..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        if more > 0 {
            len += 1 + more;
            if rest[len..].starts_with(['.', '/'])
                && rest[len + 1..].starts_with(|c: char| c.is_ascii_digit())
            {
                let third = rest[len + 1..]
                    .bytes()
                    .take_while(u8::is_ascii_digit)
                    .count();
                return (start + len + 1 + third, Kind::Digits);
            }
            return (start + len, Kind::Joined);
        }
    }
    (start + len, Kind::Number)
}

/// What a word says of the number after it. One letter says something only right before a number
/// or a stop.
fn marker(word: &str, next: Option<char>, rest: &str) -> Option<Part> {
    // No word that says something is longer.
    if word.len() > 16 {
        return None;
    }
    let glued = next.is_some_and(|c| c.is_ascii_digit());
    let stop = next == Some('.');
    let number_next = rest
        .trim_start_matches(['.', ':', ' ', '\u{a0}', '(', '°'])
        .starts_with(|c: char| c.is_alphanumeric());
    if !number_next {
        return None;
    }
    let lower = word.to_lowercase();
    Some(match lower.as_str() {
        "s" | "с" | "c" | "tr" if stop => Part::Pages,
        "v" if stop || glued => Part::Volume,
        "t" | "т" if stop => Part::Volume,
        "n" if stop || glued || next == Some('°') => Part::Issue,
        "h" | "z" if stop => Part::Issue,
        lower if VOLUMES.contains(&lower) => Part::Volume,
        lower if ISSUES.contains(&lower) => Part::Issue,
        lower if PAGES.contains(&lower) => Part::Pages,
        _ => return None,
    })
}

/// Where a word of ASCII letters ends that begins at `start` and says nothing; [`None`] for any other.
fn plain_word(text: &str, start: usize) -> Option<usize> {
    let rest = text.as_bytes().get(start..)?;
    let length = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    // A digit or another letter may belong to it.
    let goes_on = |byte: &u8| byte.is_ascii_digit() || !byte.is_ascii();
    let word = rest.get(..length).filter(|word| !word.is_empty())?;
    (!rest.get(length).is_some_and(goes_on) && !SAYING.may_hold(word)).then_some(start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        tokens(text)
            .iter()
            .map(|t| (&text[t.start..t.end], t.kind))
            .collect()
    }

    #[test]
    fn numbers_are_told_from_the_words_glued_to_them() {
        assert_eq!(
            kinds("Vol.61Issue(11):1-21"),
            [
                ("Vol", Kind::Before(Part::Volume)),
                (".", Kind::Mark('.')),
                ("61", Kind::Number),
                ("Issue", Kind::Before(Part::Issue)),
                ("(", Kind::Mark('(')),
                ("11", Kind::Number),
                (")", Kind::Mark(')')),
                (":", Kind::Mark(':')),
                ("1-21", Kind::Range),
            ]
        );
        assert_eq!(kinds("72 / +"), [("72 / +", Kind::Range)]);
        assert_eq!(kinds("2022-03-15"), [("2022-03-15", Kind::Digits)]);
        assert_eq!(kinds("2019 / 12 / 01"), [("2019 / 12 / 01", Kind::Digits)]);
        assert_eq!(kinds("e1638"), [("e1638", Kind::Number)]);
        assert_eq!(
            kinds("v60 n2"),
            [
                ("v", Kind::Before(Part::Volume)),
                ("60", Kind::Number),
                ("n", Kind::Before(Part::Issue)),
                ("2", Kind::Number)
            ]
        );
    }
}
