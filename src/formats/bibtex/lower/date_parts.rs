//! `date`, `year`, `month` and `day`: the parts of a date, which wait until all are there.

use std::borrow::Cow;

use super::reading::Reading;
use super::tell;
use crate::formats::bibtex::ordinary::{is_ordinary, trimmed};
use crate::formats::bibtex::prose::{as_it_stands, prose};
use crate::formats::bibtex::{dates, faults, values};
use crate::model::{Date, Extra, Field, Tracked, Value};
use crate::source::Span;
use crate::text::latex;

const DATE_PARTS: [&str; 4] = ["date", "year", "month", "day"];

/// A part of the date, which waits until all are there.
#[derive(Debug, Clone)]
pub(super) struct Part<'t> {
    name: &'t str,
    value: Cow<'t, str>,
    span: Span,
    /// How many unknown fields stand before it.
    at: usize,
}

impl Part<'_> {
    fn content(&self) -> Cow<'_, str> {
        let value = trimmed(&self.value);
        // The `~` of an uncertain date is no tie.
        if is_ordinary(value) || Date::parse_edtf(value).is_some() {
            return Cow::Borrowed(value);
        }
        // The value as an unknown field would have it, decoded.
        let decoded = latex::decode(&as_it_stands(value).content).0.into_owned();
        Cow::Owned(decoded.trim().to_owned())
    }
}

impl<'t> Reading<'t, '_> {
    /// Keeps a part of the date until all are there.
    pub(super) fn date_part(&mut self, name: &'t str, value: Cow<'t, str>, span: Span) {
        let part = DATE_PARTS
            .iter()
            .position(|part| part.eq_ignore_ascii_case(name));
        if trimmed(&value).is_empty() {
            return;
        }
        let at = self.record.extra.len();
        match part.and_then(|part| self.parts.get_mut(part)) {
            Some(slot @ None) => {
                *slot = Some(Part {
                    name,
                    value,
                    span,
                    at,
                });
            }
            Some(Some(first)) => {
                let same = as_it_stands(&first.value) == as_it_stands(&value);
                if !same {
                    self.extra(name, &value, span);
                }
                self.duplicate(name, span, same);
            }
            None => self.extra(name, &value, span),
        }
    }

    /// Takes `date`, or else `year`, `month` and `day`, out of the waiting fields.
    pub(super) fn date(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        let [date, year, month, day] =
            [0, 1, 2, 3].map(|part| parts.get(part)?.as_ref().map(Part::content));
        let year_span = parts.get(1).and_then(Option::as_ref).map(|part| part.span);
        let typed = date.as_deref().and_then(Date::parse_edtf);
        let from_parts = year
            .as_deref()
            .and_then(|year| dates::from_parts(year, month.as_deref(), day.as_deref()));
        let from_year = || year.as_deref().and_then(dates::one_year);
        // Which of the waiting fields the value makes superfluous, and where it came from.
        // A `date` that is only a year and a month of its own make one date.
        let year_of = |date: &Date| date.start.year.to_string();
        let whole = typed
            .as_ref()
            .filter(|date| month.is_some() && **date == Date::from_year(date.start.year))
            .filter(|date| year.as_ref().is_none_or(|year| *year == *year_of(date)))
            .and_then(|date| dates::from_parts(&year_of(date), month.as_deref(), day.as_deref()));
        let (value, used, from): (Value, [bool; 4], usize) = match (&typed, &from_parts) {
            _ if whole.is_some() => match whole {
                Some(whole) => (whole.into(), [true; 4], 0),
                None => return self.put_back(&parts, [false; 4]),
            },
            (Some(date), parts) => {
                let same = |part: &Option<Cow<'_, str>>, says: bool| part.is_none() || says;
                let agree = parts.as_ref().is_some_and(|parts| agrees(date, parts))
                    || from_year().is_some_and(|year| year.start.year == date.start.year)
                        && same(&month, false)
                        && same(&day, false);
                if let (Some(span), false) = (year_span, agree) {
                    self.conflict(span);
                }
                ((date.clone()).into(), [true, agree, agree, agree], 0)
            }
            (None, Some(parts)) => (parts.clone().into(), [false, true, true, true], 1),
            (None, None) => match (&date, from_year()) {
                (_, Some(year)) => (year.into(), [false, true, false, false], 1),
                (Some(date), None) => (prose(date).into(), [true, false, false, false], 0),
                (None, None) => match &year {
                    Some(year) => (prose(year).into(), [false, true, false, false], 1),
                    None => return self.put_back(&parts, [false; 4]),
                },
            },
        };
        if let Some(Some(part)) = parts.get(from) {
            let place = self.source.place(part.span);
            self.typed.push((Field::Date, Tracked::read(value, place)));
        }
        self.put_back(&parts, used);
    }

    /// Makes unknown fields of the parts the date has no use for, each where it stood.
    fn put_back(&mut self, parts: &[Option<Part<'t>>; 4], used: [bool; 4]) {
        let unused = parts.iter().zip(used).filter(|(_, used)| !used);
        let mut unused: Vec<&Part<'t>> = unused.filter_map(|(part, _)| part.as_ref()).collect();
        unused.sort_by_key(|part| (part.at, part.span.start));
        for part in unused.into_iter().rev() {
            let place = self.source.place(part.span);
            let extra = Extra {
                name: part.name.to_owned(),
                value: Tracked::read(as_it_stands(&part.value), place),
            };
            let at = part.at.min(self.record.extra.len());
            self.record.extra.insert(at, extra);
        }
    }

    fn conflict(&mut self, span: Span) {
        let (source, record) = (self.source, &self.record);
        tell(
            self.findings,
            source,
            record,
            &faults::CONFLICTING_DATE,
            span,
            || {
                format!(
                    "'year' says '{}', 'date' says otherwise",
                    values::inside(span.of(&source.text))
                )
            },
        );
    }
}

/// Whether `year`, `month` and `day` say nothing that `date` does not say.
fn agrees(date: &Date, parts: &Date) -> bool {
    let same = |part: Option<u8>, whole: Option<u8>| part.is_none() || part == whole;
    date.start.year == parts.start.year
        && same(parts.start.month, date.start.month)
        && same(parts.start.day, date.start.day)
        && (parts.end == crate::model::End::None || parts.end == date.end)
}
