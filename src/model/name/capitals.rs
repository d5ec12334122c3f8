//! Names with capitals throughout: `SMITH JA`, `ZHANG Wei`, `Wei ZHANG`.

use super::family::natural;
use super::token::{has_vowel, is_capitals, is_initials};
use super::words::{is_given_name, is_particle, is_pinyin};

/// Family names of two capitals that could be taken for initials: `LI Na`.
const SHORT_FAMILIES: &[&str] = &[
    "AI", "AN", "BI", "BO", "CE", "DU", "FU", "GE", "GU", "HA", "HE", "HU", "JI", "JU", "KE", "LE",
    "LI", "LU", "LÜ", "MA", "MI", "MO", "NA", "NI", "OU", "PI", "PU", "QI", "QU", "RU", "SU", "TU",
    "WU", "XI", "XU", "YE", "YI", "YU", "ZU", "NG", "OH", "KO", "NO", "RO", "CHO", "KIM", "LEE",
    "CHOI", "PARK", "JUNG", "KANG", "YOON", "HAN", "SHIN", "SEO", "KWON", "SONG", "AHN", "HONG",
    "LIM",
];

/// The family name of a name all in capitals.
pub(super) fn capitals(tokens: &[&str]) -> (std::ops::Range<usize>, bool) {
    let count = tokens.len();
    let certain = |token: &str| {
        is_initials(token)
            && (token.contains('.') || token.chars().count() == 1 || !has_vowel(token))
    };
    let trailing = tokens.iter().rev().take_while(|t| certain(t)).count();
    let leading = tokens.iter().take_while(|t| certain(t)).count();
    if trailing > 0 && trailing < count && (leading == 0 || trailing > leading) {
        return (0..count - trailing, false);
    }
    if leading == 0
        && let [family, given] = tokens
        && given.chars().count() <= 2
        && family.chars().count() >= 4
    {
        return (0..1, false);
    }
    (natural(tokens)..count, true)
}

/// The family name that alone is in capitals among tokens that are not.
pub(super) fn capital_family(tokens: &[&str]) -> Option<(std::ops::Range<usize>, bool)> {
    let count = tokens.len();
    let others_mixed = |range: std::ops::Range<usize>| {
        tokens
            .iter()
            .enumerate()
            .all(|(at, token)| range.contains(&at) || !is_capitals(token) || is_initials(token))
            && tokens.iter().enumerate().any(|(at, token)| {
                !range.contains(&at) && token.contains(char::is_lowercase) && !is_particle(token)
            })
    };
    let front = tokens
        .iter()
        .take_while(|token| is_capitals(token) && !token.contains('.'))
        .count();
    if front > 0 && others_mixed(0..front) {
        let other = tokens.get(front)?;
        if tokens
            .get(..front)?
            .iter()
            .all(|token| is_capital_family_first(token, other))
        {
            return Some((0..front, false));
        }
    }
    let back = tokens
        .iter()
        .rev()
        .take_while(|token| is_capitals(token) && !token.contains('.'))
        .count();
    if back > 0 && back < count && others_mixed(count - back..count) {
        let other = tokens.first()?;
        if tokens
            .get(count - back..)?
            .iter()
            .all(|token| is_capital_family_last(token, other))
        {
            let mut start = count - back;
            while start > 1 && tokens.get(start - 1).is_some_and(|t| is_particle(t)) {
                start -= 1;
            }
            return Some((start..count, true));
        }
    }
    None
}

/// `ZHANG Wei`, `LI Na`, but not `JA Smith`.
fn is_capital_family_first(token: &str, other: &str) -> bool {
    match token.chars().filter(|c| c.is_alphabetic()).count() {
        0..=4 if SHORT_FAMILIES.contains(&token) => is_pinyin(other) || token.chars().count() > 2,
        0..=2 => false,
        3 | 4 => {
            has_vowel(token) && is_pinyin(token) && is_pinyin(other)
                || token.chars().count() == 4 && has_vowel(token)
        }
        _ => true,
    }
}

/// `Wei ZHANG`, `Jean DUPONT`, but not `Medeiros MHG`. Mandarin syllables never begin with I, U
/// or V, so initials of a Chinese given name do not hold them.
fn is_capital_family_last(token: &str, other: &str) -> bool {
    match token.chars().filter(|c| c.is_alphabetic()).count() {
        0..=3 => is_pinyin(other) && is_pinyin(token) && token.contains(['I', 'U']),
        4 => is_given_name(other) || is_pinyin(other) && is_pinyin(token),
        _ => true,
    }
}
