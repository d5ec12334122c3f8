//! Year, volume, issue, pages and edition as numbers.

use super::pages::{PageSpan, of_pages, page_span};
use super::{hash_text, written};
use crate::model::{Field, Record, Value};

/// The numbers that locate a work.
#[derive(Default)]
pub(super) struct Locators {
    pub(super) year: Option<i16>,
    pub(super) volume: u32,
    pub(super) issue: u32,
    pub(super) pages: PageSpan,
    pub(super) edition: u8,
    pub(super) supplement: bool,
}

pub(super) fn read(record: &Record) -> Locators {
    let text = |field| record.get(field).map(written::text).unwrap_or_default();
    let year = match record.get(Field::Date) {
        Some(Value::Date(date)) => date.year().and_then(|year| i16::try_from(year).ok()),
        Some(other) => year(&written::text(other)),
        None => None,
    };
    let mut pages = match record.get(Field::Pages) {
        Some(Value::Pages(pages)) => of_pages(pages),
        Some(other) => page_span(&written::text(other)),
        None => PageSpan::default(),
    };
    if pages.is_missing() {
        let eid = text(Field::Eid);
        let span = page_span(&eid);
        if span.last == 0 {
            pages = span;
        }
    }
    let (mut volume, inner, supplement) = volume(&text(Field::Volume), year);
    let mut issue = number(&text(Field::Number))
        .or_else(|| number(&text(Field::Issue)))
        .unwrap_or(0);
    if issue == 0 {
        issue = inner;
    }
    // The remains of "61 (Suppl. 1)" beside the page of a supplement: no volume.
    let remains = volume <= 6 && matches!(pages.letter, b'a' | b's' | b'p');
    if remains {
        volume = 0;
    }
    // Pages from 1 without volume and issue are those of a version put online before its issue.
    if pages.first == 1
        && pages.last > 1
        && volume == 0
        // A number beyond those of issues is that of a record.
        && (issue == 0 || (100..SUPPLEMENT).contains(&issue))
        && pages.letter == 0
        && record.has(Field::JournalTitle)
    {
        pages = PageSpan::default();
    }
    Locators {
        year,
        volume,
        issue,
        pages,
        edition: edition(&text(Field::Edition)),
        supplement,
    }
}

/// The first credible year of a text.
fn year(text: &str) -> Option<i16> {
    numbers(text)
        .find(|n| (1400..=2100).contains(n))
        .and_then(|n| i16::try_from(n).ok())
}

/// The whole numbers of a text, those of more than nine digits left out.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = u32> {
    super::cut(text, 200)
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty() && run.len() <= 9)
        .filter_map(|run| run.parse().ok())
}

/// A number of digits alone, as most are.
pub(super) fn plain_number(text: &str) -> Option<u32> {
    let digits = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Volume, issue written inside it, and whether only a supplement's rest was left.
fn volume(text: &str, year: Option<i16>) -> (u32, u32, bool) {
    // A year is no volume: other databases give the real one, or none.
    let is_year = |number| year.is_some_and(|year| u32::try_from(year) == Ok(number));
    let text = text.trim();
    if let Some(number) = plain_number(text) {
        return (if is_year(number) { 0 } else { number }, 0, false);
    }
    // `1)` is what a database leaves of `61 (Suppl. 1)`.
    if text.ends_with(')') && !text.contains('(') {
        return (0, 0, true);
    }
    let lower = text.to_lowercase();
    if lower.contains("ph.d") || lower.contains("no pagination") && numbers(text).next().is_none() {
        return (0, 0, false);
    }
    let mut found = numbers(text);
    let first = found.next().or_else(|| roman(&lower));
    let bracket = text.find('(').and_then(|at| {
        let inside = text.get(at + 1..)?;
        let end = inside.find(')')?;
        let inside = inside.get(..end)?;
        inside
            .trim()
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| numbers(inside).next())?
    });
    let first = first.unwrap_or(0);
    if is_year(first) {
        return (0, bracket.unwrap_or(0), false);
    }
    (first, bracket.unwrap_or(0), false)
}

/// A roman number from 1 to 3999, lower case, nothing beside it.
pub(crate) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    let mut total = 0;
    let mut last = 0;
    for c in text.bytes().rev() {
        let value = match c {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            b'd' => 500,
            b'm' => 1000,
            _ => return None,
        };
        if value < last {
            total -= value;
        } else {
            total += value;
            last = value;
        }
    }
    Some(total)
}

/// Added to the number of a supplement, so that it differs from an issue of that number.
pub(crate) const SUPPLEMENT: u32 = 1_000_000_000;

/// An issue: its first number, or its words by their hash (`Suppl`, `Spring`).
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Some(number) = plain_number(text) {
        return Some(number);
    }
    let lower = text.to_lowercase();
    if lower.is_empty() {
        return None;
    }
    let supplement = lower.contains("suppl") || lower.starts_with('s') && lower.len() <= 4;
    let number = numbers(&lower).next();
    Some(match (supplement, number) {
        (true, number) => SUPPLEMENT + number.unwrap_or(0) % SUPPLEMENT,
        (false, Some(number)) => number,
        (false, None) => u32::try_from(hash_text(&lower) & 0xFFFF).unwrap_or(0) + 2_000_000_000,
    })
}

/// The edition's number; words of English and other languages for the first three.
fn edition(text: &str) -> u8 {
    if text.is_empty() {
        return 0;
    }
    let lower = text.to_lowercase();
    if let Some(number) = numbers(&lower).next() {
        return u8::try_from(number).unwrap_or(0);
    }
    for (number, words) in [
        (1, ["first", "erste", "première", "primera"]),
        (2, ["second", "zweite", "deuxième", "segunda"]),
        (3, ["third", "dritte", "troisième", "tercera"]),
    ] {
        if words.iter().any(|word| lower.contains(word)) {
            return number;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_in_many_forms() {
        assert_eq!(volume("61 (Suppl. 1)", None), (61, 0, false));
        assert_eq!(volume("1)", None), (0, 0, true));
        assert_eq!(volume("31(11)", None), (31, 11, false));
        assert_eq!(volume("88 Suppl 1", None), (88, 0, false));
        assert_eq!(volume("XIV", None), (14, 0, false));
        assert_eq!(volume("2019", Some(2019)), (0, 0, false));
        assert_eq!(volume("Ph.D.", None), (0, 0, false));
    }

    #[test]
    fn years_with_dirt() {
        assert_eq!(year("(1994a),"), Some(1994));
        assert_eq!(year("1996.0"), Some(1996));
        assert_eq!(year("in press"), None);
    }
}
