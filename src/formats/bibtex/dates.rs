//! Dates: `date`, or `year`, `month` and `day`, to one [`Date`] where that is sure.

use super::values::MONTHS;
use crate::model::{Date, End, When, month as month_in_any_language};

const SEASONS: [(&str, u8); 5] = [
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("fall", 23),
    ("winter", 24),
];

/// The date `year`, `month` and `day` give together, if they are sure.
///
/// A year is four digits or EDTF; a month its macro, name or number, with a day (`may # "~12"`),
/// or a range of months or days in one year; a season counts as a month.
pub(super) fn from_parts(year: &str, month: Option<&str>, day: Option<&str>) -> Option<Date> {
    let mut date = one_year(year)?;
    let Some(month) = month else {
        return day.is_none().then_some(date);
    };
    let (start, end) = month_range(month)?;
    date.start.month = Some(start.month);
    date.start.day = match (day, start.day) {
        (None, day) => day,
        (Some(_), Some(_)) => return None,
        (Some(day), None) => Some(day.trim().parse().ok()?),
    };
    let possible =
        |month: u8, day: Option<u8>| day.is_none_or(|day| (1..=days(month)).contains(&day));
    if !possible(start.month, date.start.day) {
        return None;
    }
    if let Some(end) = end {
        if day.is_some() || !possible(end.month, end.day) {
            return None;
        }
        date.end = End::At(When {
            month: Some(end.month),
            day: end.day,
            ..date.start
        });
    }
    Some(date)
}

/// A year without month, if the text is sure to be one.
pub(super) fn one_year(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().map(Date::from_year);
    }
    Date::parse_edtf(text).filter(|date| date.end == End::None && date.start.month.is_none())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
struct MonthDay {
    month: u8,
    day: Option<u8>,
}

/// What the content of a `month` field means.
fn month_range(text: &str) -> Option<(MonthDay, Option<MonthDay>)> {
    let parts = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let parts: Vec<Part> = parts.take(5).map(part).collect::<Option<_>>()?;
    let at = |month, day| MonthDay { month, day };
    let range = |start: MonthDay, end: MonthDay| (start < end).then_some((start, Some(end)));
    match *parts.as_slice() {
        [Part::Month(m) | Part::Number(m @ 1..=12)] => Some((at(m, None), None)),
        [Part::Month(m), Part::Number(d)] | [Part::Number(d), Part::Month(m)] => {
            Some((at(m, Some(d)), None))
        }
        [Part::Month(a), Part::Month(b)] => range(at(a, None), at(b, None)),
        [Part::Month(m), Part::Number(a), Part::Number(b)]
        | [Part::Number(a), Part::Number(b), Part::Month(m)] => {
            range(at(m, Some(a)), at(m, Some(b)))
        }
        [
            Part::Month(m),
            Part::Number(a),
            Part::Month(n),
            Part::Number(b),
        ]
        | [
            Part::Number(a),
            Part::Month(m),
            Part::Number(b),
            Part::Month(n),
        ] => range(at(m, Some(a)), at(n, Some(b))),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Month(u8),
    Number(u8),
}

fn part(text: &str) -> Option<Part> {
    if text.len() <= 2
        && let Ok(number) = text.parse()
    {
        return Some(Part::Number(number));
    }
    month(text).map(Part::Month)
}

/// The month or season of a word.
pub(super) fn month(word: &str) -> Option<u8> {
    let macros = MONTHS
        .iter()
        .zip(1..)
        .find(|(name, _)| name.eq_ignore_ascii_case(word));
    let season = || {
        SEASONS
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(word))
    };
    macros
        .map(|(_, month)| month)
        .or_else(|| month_in_any_language(word))
        .or_else(|| season().map(|(_, season)| *season))
}

/// How many days a month may have; a season has none.
fn days(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// How a month is written in a classic `month` field: a macro, or a season in braces.
pub(super) fn classic_month(month: u8) -> Option<&'static str> {
    match month {
        1..=12 => MONTHS.get(usize::from(month) - 1).copied(),
        21 => Some("{Spring}"),
        22 => Some("{Summer}"),
        23 => Some("{Autumn}"),
        24 => Some("{Winter}"),
        _ => None,
    }
}

/// Whether `year` and `month` alone say all of the date.
pub(super) fn is_classic(date: &Date) -> bool {
    let When {
        year,
        unspecified,
        month,
        day,
        uncertain,
        approximate,
    } = date.start;
    (1000..=9999).contains(&year)
        && unspecified == 0
        && day.is_none()
        && !uncertain
        && !approximate
        && date.end == End::None
        && month.is_none_or(|month| classic_month(month).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(month: u8, day: u8) -> Date {
        let mut date = Date::from_year(2020);
        date.start.month = (month > 0).then_some(month);
        date.start.day = (day > 0).then_some(day);
        date
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        for (month, day, expected) in [
            (None, None, date(0, 0)),
            (Some("mar"), None, date(3, 0)),
            (Some("MAR"), None, date(3, 0)),
            (Some("3"), Some("5"), date(3, 5)),
            (Some("03"), None, date(3, 0)),
            (Some("may~12"), None, date(5, 12)),
            (Some("12~may"), None, date(5, 12)),
            (Some("Spring"), None, date(21, 0)),
        ] {
            assert_eq!(from_parts("2020", month, day), Some(expected), "{month:?}");
        }
        let range = from_parts("2020", Some("sep--oct"), None).unwrap();
        assert!(matches!(
            range.end,
            End::At(When {
                month: Some(10),
                ..
            })
        ));
    }

    #[test]
    fn what_is_not_sure_is_no_date() {
        for (year, month, day) in [
            ("in press", None, None),
            ("2020a", None, None),
            ("2020", Some("13"), None),
            ("2020", Some("dec--jan"), None),
            ("2020", Some("feb"), Some("30")),
            ("2020", None, Some("3")),
            ("2020", Some("whenever"), None),
        ] {
            assert_eq!(
                from_parts(year, month, day),
                None,
                "{year} {month:?} {day:?}"
            );
        }
    }
}
