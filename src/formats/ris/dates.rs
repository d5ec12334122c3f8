//! The date tags `DA`, `Y1`, `PY` and `Y2`, which programs fill in different ways.

use super::apply::typed;
use super::lower::Lowering;
use super::tag::Tag;
use super::values::{date, year_in};
use crate::model::{Date, End, Field, Value, When};
use crate::source::Span;

struct Candidate {
    at: usize,
    text: String,
    typed: Option<Date>,
    span: Span,
}

impl Candidate {
    fn year(&self) -> Option<&str> {
        year_in(&self.text)
    }

    /// Whether it says only the year.
    fn bare(&self) -> bool {
        match &self.typed {
            Some(date) => date.start.month.is_none() && date.end == End::None,
            None => self.text.len() == 4,
        }
    }
}

/// The date of publication: of `DA`, `Y1` and `PY` the first with a year, or a later one that
/// says more of the same year. A `DA` without year (`AUG 11`) is completed by the year of the
/// others. Dates of other events (`2013/02/15/received`) are left over.
pub(super) fn lower_date(lowering: &mut Lowering<'_>) {
    let tags: &[&Tag] = &[b"DA", b"Y1", b"PY", b"YR"];
    // A year and nothing else, as most records have.
    if let Some((at, value, span)) = lowering.tags.only(tags)
        && let Some(date) = bare_year(&value)
    {
        lowering.tags.take_at(at);
        lowering.put(Field::Date, date, span);
        return;
    }
    let found = lowering.tags.peek(tags);
    let mut candidates = Vec::new();
    for (at, value, span) in found {
        let value = value.trim();
        let (typed, text) = match date(value) {
            Some((_, other)) if is_other_event(other) => continue,
            Some((date, other)) if is_season(other) && date.start.month.is_none() => {
                (None, format!("{other} {:04}", date.start.year))
            }
            Some((date, _)) => (Some(date), value.to_owned()),
            None => (Date::parse_edtf(value), value.to_owned()),
        };
        if text.trim_matches('/').is_empty() {
            lowering.tags.take_at(at);
            continue;
        }
        candidates.push(Candidate {
            at,
            text,
            typed,
            span,
        });
    }
    let Some(first) = candidates.iter().find(|c| c.year().is_some()) else {
        if let Some(only) = candidates.into_iter().next() {
            lowering.tags.take_at(only.at);
            lowering.put(Field::Date, only.text, only.span);
        }
        return;
    };
    let year = first.year().unwrap_or_default().to_owned();
    let best = candidates
        .iter()
        .find(|c| c.year() == Some(&*year) && !c.bare())
        .unwrap_or(first);
    let without = |c: &&Candidate| {
        c.year().is_none() && c.text.chars().any(char::is_alphabetic) && c.text.len() <= 24
    };
    let day = candidates.iter().find(without).filter(|_| best.bare());
    let value: Value = match (day, &best.typed) {
        (Some(day), _) => format!("{} {year}", day.text).into(),
        (None, Some(date)) => date.clone().into(),
        (None, None) => best.text.as_str().into(),
    };
    let span = day.map_or(best.span, |day| day.span);
    for candidate in &candidates {
        let same = candidate.year() == Some(&*year) && candidate.bare();
        let equal = candidate.typed.is_some() && candidate.typed == best.typed;
        let chosen = candidate.at == best.at || day.is_some_and(|day| day.at == candidate.at);
        if same || equal || chosen || candidate.text == best.text {
            lowering.tags.take_at(candidate.at);
        }
    }
    lowering.put(Field::Date, value, span);
}

/// The date of four digits and nothing else.
fn bare_year(text: &str) -> Option<Date> {
    let digits = <&[u8; 4]>::try_from(text.as_bytes()).ok()?;
    let year = digits.iter().try_fold(0, |year, digit| {
        let digit = i32::from(digit.wrapping_sub(b'0'));
        (digit < 10).then_some(10 * year + digit)
    })?;
    let start = When {
        year,
        ..When::default()
    };
    let end = End::None;
    (year > 0).then_some(Date { start, end })
}

/// The day the address was visited.
pub(super) fn lower_access_date(lowering: &mut Lowering<'_>) {
    let number = |value: &str| value.contains(|c: char| c.is_ascii_digit());
    let Some((value, span)) = lowering.tags.take_if(&[b"Y2", b"RD"], number) else {
        return;
    };
    match date(&value) {
        Some((date, _)) => lowering.put(Field::UrlDate, date, span),
        None => lowering.put(Field::UrlDate, typed(Field::UrlDate, &value), span),
    }
}

/// Whether the last part of a RIS date names something else than publication.
fn is_other_event(other: &str) -> bool {
    [
        "received",
        "accepted",
        "revised",
        "submitted",
        "epub",
        "online",
        "aheadofprint",
    ]
    .iter()
    .any(|event| other.eq_ignore_ascii_case(event))
}

/// Whether the last part of a RIS date is a part of the year and no time of day.
fn is_season(other: &str) -> bool {
    other.chars().next().is_some_and(char::is_alphabetic)
        && !other.bytes().any(|b| b.is_ascii_digit())
}
