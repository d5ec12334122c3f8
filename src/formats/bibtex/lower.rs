//! From raw entry to [`Record`].
//!
//! Prose is decoded from LaTeX to Unicode. Fields in no data model keep the LaTeX they have, so
//! that they leave a .bib file as they came: they are [`Markup::Plain`](crate::model::Markup)
//! where decoding and escaping again gives the same characters, else the value as it stands with
//! `Markup::Latex`. Of fields given twice, or under two names, the first counts; a different
//! second value becomes an unknown field of the name it was written under.

use std::borrow::Cow;

use super::context::BibContext;
use super::lists::{split_at, split_keywords};
use super::ordinary::{is_ordinary, trimmed};
use super::prose::{as_it_stands, bodies, list, prose, title};
use super::{datamodel, dates, faults, inherit, names, types, values, verbatim};
use crate::doc::Doc;
use crate::formats::{RawName, RawRecord, RawRecords};
use crate::model::{Date, EntryType, Extra, Field, Kind, Record, Tracked, Value, language};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};
use crate::text::latex;

/// A field that says where values are to be inherited from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'t> {
    /// Its name as written.
    pub(super) name: &'t str,
    /// The keys, separated by commas.
    pub(super) keys: &'t str,
    /// Its value.
    pub(super) span: Span,
}

impl Link<'_> {
    /// Whether everything is taken as it is.
    pub(super) fn is_xdata(&self) -> bool {
        self.name.eq_ignore_ascii_case("xdata")
    }
}

/// Types one record with all it inherits.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    context: &BibContext,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let Some(entry) = raw.records.get(index) else {
        return Record::default();
    };
    let mut links = Vec::new();
    let mut record = own(
        source,
        raw,
        context,
        entry,
        &mut links,
        usize::MAX,
        findings,
    );
    if !links.is_empty() {
        inherit::inherit(source, raw, context, index, &mut record, links, findings);
    }
    record
}

/// Types what an entry says itself in values no longer than `longest`; what it is to inherit is put
/// into `links`.
pub(super) fn own<'t>(
    source: &'t Source,
    raw: &RawRecords,
    context: &BibContext,
    entry: &RawRecord,
    links: &mut Vec<Link<'t>>,
    longest: usize,
    findings: &mut Findings,
) -> Record {
    let text = source.text.as_str();
    let mut record = Record::new(EntryType::Misc, source.place(entry.span));
    entry.key.of(text).clone_into(&mut record.key);
    let word = entry.entry_type.of(text);
    match EntryType::from_bib(word) {
        Some(entry_type) => record.entry_type = entry_type,
        None if !word.is_empty() => record.entry_type_written = Some(word.to_owned()),
        None => {}
    }
    let fields = raw.fields(entry);
    let fields = if longest < usize::MAX {
        fields.get(..inherit::MOST_FIELDS).unwrap_or(fields)
    } else {
        fields
    };
    let mut reading = Reading {
        source,
        record,
        typed: Vec::with_capacity(fields.len() + 1),
        seen: 0,
        parts: [const { None }; 4],
        findings,
    };
    for field in fields {
        let RawName::Written(name) = field.name else {
            continue;
        };
        if field.value.len() > longest {
            continue;
        }
        let name = name.of(text);
        let value = context.macros.evaluate(text, field.value, |at| {
            let record = &reading.record;
            tell(
                reading.findings,
                source,
                record,
                &faults::UNDEFINED_STRING,
                at,
                || format!("no @string defines '{}'", at.of(text)),
            );
        });
        match Field::from_bib(name) {
            Some(Field::Date) => reading.date_part(name, value, field.value),
            Some(known) => reading.field(known, name, &value, field.value),
            None => reading.other(name, value, field.value, links),
        }
    }
    reading.finish(word)
}

/// What one entry has come to so far.
struct Reading<'t, 'f> {
    source: &'t Source,
    record: Record,
    typed: Vec<(Field, Tracked<Value>)>,
    /// A bit for each field in `typed`.
    seen: u128,
    /// `date`, `year`, `month`, `day`.
    parts: [Option<Part<'t>>; 4],
    findings: &'f mut Findings,
}

/// A part of the date, which waits until all are there.
#[derive(Debug, Clone)]
struct Part<'t> {
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

const LONG_LIST: usize = 256;
/// The name given to text in an entry that is no field.
const STRAY: &str = "stray-text";
const DATE_PARTS: [&str; 4] = ["date", "year", "month", "day"];

impl<'t> Reading<'t, '_> {
    /// Keeps a part of the date until all are there.
    fn date_part(&mut self, name: &'t str, value: Cow<'t, str>, span: Span) {
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

    #[allow(clippy::needless_pass_by_value)] // A link borrows what a value owns not.
    fn other(&mut self, name: &'t str, value: Cow<'t, str>, span: Span, links: &mut Vec<Link<'t>>) {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        if is("month") || is("day") {
            self.date_part(name, value, span);
        } else if is("ids") {
            let keys = split_at(&value, b',')
                .into_iter()
                .filter(|key| !key.is_empty());
            self.record.merged_keys.extend(keys.map(str::to_owned));
        } else if is("crossref") || is("xdata") {
            match value {
                Cow::Borrowed(keys) => links.push(Link { name, keys, span }),
                Cow::Owned(_) => self.extra(name, &value, span),
            }
        } else if datamodel::is_home(name) && self.home(&value, span) {
            // Each field in there has been read.
        } else if !trimmed(&value).is_empty() {
            self.extra(if name.is_empty() { STRAY } else { name }, &value, span);
        }
    }

    /// Reads the fields the writer put into one for want of a place of their own; false where the
    /// value holds none.
    fn home(&mut self, value: &str, span: Span) -> bool {
        // The value as it stands between its delimiters, so that each field has its place.
        let base = span.start as usize + 1;
        let stands = self.source.text.get(base..base + value.len()) == Some(value);
        let Some(fields) = datamodel::inner(value).filter(|_| stands) else {
            return false;
        };
        for inner in fields {
            let start = base + inner.at;
            let span = Span::new(start, start + inner.value.len() + 2);
            match Field::from_bib(inner.name) {
                Some(field) => self.field(field, inner.name, inner.value, span),
                None => self.extra(inner.name, inner.value, span),
            }
        }
        true
    }

    /// An identifier in an archive that we have a field for is one in that field.
    fn eprint(&mut self) {
        let at = |field: Field| self.typed.iter().position(|(other, _)| *other == field);
        let (Some(eprint), Some(archive), None) = (
            at(Field::Eprint),
            at(Field::EprintType),
            at(Field::EprintClass),
        ) else {
            return;
        };
        let found = types::ARCHIVES.iter().find(|(field, name)| {
            let archive = self.typed.get(archive).map(|(_, tracked)| &tracked.value);
            matches!(archive, Some(Value::Text(text)) if text.content.eq_ignore_ascii_case(name))
                && !self.has(*field)
        });
        if let (Some((field, _)), Some((slot, _))) = (found, self.typed.get_mut(eprint)) {
            *slot = *field;
            self.typed.remove(archive);
        }
    }

    fn extra(&mut self, name: &str, value: &str, span: Span) {
        let place = self.source.place(span);
        self.record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read(as_it_stands(value), place),
        });
    }

    fn field(&mut self, field: Field, name: &str, value: &str, span: Span) {
        let Some(new) = self.typed_value(field, name, value, span) else {
            return;
        };
        let bit = 1_u128 << (field as u32);
        let place = self.source.place(span);
        if self.seen & bit == 0 {
            self.seen |= bit;
            self.typed.push((field, Tracked::read(new, place)));
            return;
        }
        let short_journal = field == Field::JournalTitle && !self.has(Field::ShortJournal);
        let Some((_, old)) = self.typed.iter_mut().find(|(other, _)| *other == field) else {
            return;
        };
        if old.value == new || field == Field::Language && same_language(&old.value, &new) {
            self.duplicate(name, span, true);
            return;
        }
        match (&mut old.value, new) {
            // ISBNs and keywords of two fields make one list.
            (Value::List(list), Value::List(more)) => {
                for item in more {
                    // Beyond some length looking for equal ones would cost more than it gives.
                    if list.len() > LONG_LIST || !list.contains(&item) {
                        list.push(item);
                    }
                }
            }
            (_, new) if short_journal => {
                self.two_journals(name, Tracked::read(new, place), value, span);
            }
            _ => {
                self.extra(name, value, span);
                self.duplicate(name, span, false);
            }
        }
    }

    fn has(&self, field: Field) -> bool {
        self.seen & (1 << (field as u32)) != 0
    }

    /// Beside `journaltitle` or `fjournal`, `journal` holds the abbreviation.
    fn two_journals(&mut self, name: &str, new: Tracked<Value>, value: &str, span: Span) {
        let is_short = |name: &str| name.eq_ignore_ascii_case("journal");
        let old = self
            .typed
            .iter_mut()
            .find(|(field, _)| *field == Field::JournalTitle);
        let Some((_, old)) = old else { return };
        let first = self
            .source
            .text
            .get(..old.provenance.place.span.start as usize);
        let first = first
            .unwrap_or_default()
            .trim_end()
            .trim_end_matches('=')
            .trim_end();
        let first_short = first
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .is_some_and(is_short);
        if first_short == is_short(name) {
            self.extra(name, value, span);
            self.duplicate(name, span, false);
            return;
        }
        let short = if first_short {
            std::mem::replace(old, new)
        } else {
            new
        };
        self.seen |= 1 << (Field::ShortJournal as u32);
        self.typed.push((Field::ShortJournal, short));
    }

    fn typed_value(&mut self, field: Field, name: &str, value: &str, span: Span) -> Option<Value> {
        let trimmed = trimmed(value);
        if trimmed.is_empty() {
            return None;
        }
        Some(match field.kind() {
            Kind::Names => {
                if let Some(names) = names::read(trimmed) {
                    return Some(Value::Names(names));
                }
                let (source, record) = (self.source, &self.record);
                tell(
                    self.findings,
                    source,
                    record,
                    &faults::ODD_NAME_LIST,
                    span,
                    || format!("the names in '{}' are not separated by 'and'", field.name()),
                );
                prose(trimmed).into()
            }
            Kind::Verbatim => match verbatim::decode(trimmed) {
                text if text.is_empty() => return None,
                text => text.into_owned().into(),
            },
            Kind::Keywords => list(split_keywords(trimmed)),
            Kind::List => match field {
                Field::Isbn | Field::Issn => list(split_keywords(trimmed)),
                _ => list(bodies(field, trimmed)),
            },
            Kind::Date => match Date::parse_edtf(trimmed) {
                Some(date) => date.into(),
                None => prose(trimmed).into(),
            },
            Kind::Literal if field == Field::Title || field == Field::Subtitle => {
                title(trimmed).into()
            }
            Kind::Literal if field == Field::Language => {
                let text = prose(trimmed);
                // `langid` holds the name babel has for a language: syntax of the format.
                let tag = name
                    .eq_ignore_ascii_case("langid")
                    .then(|| language::tag(&text.content).map(String::from))
                    .flatten();
                match tag {
                    Some(tag) if language::babel(&tag) == Some(&text.content) => tag.into(),
                    _ => text.into(),
                }
            }
            Kind::Literal | Kind::Pages => prose(trimmed).into(),
        })
    }

    fn duplicate(&mut self, name: &str, span: Span, same: bool) {
        let severity = if same {
            Severity::Note
        } else {
            Severity::Warning
        };
        let (source, record) = (self.source, &self.record);
        self.findings.push(&faults::DUPLICATE_FIELD, severity, || {
            let kept = if same {
                "with the same value"
            } else {
                "the first value is taken"
            };
            diagnostic(
                source,
                record,
                &faults::DUPLICATE_FIELD,
                severity,
                span,
                || format!("'{name}' gives a field that already has a value; {kept}"),
            )
        });
    }

    /// Makes the date, settles the type, and puts the fields in order.
    fn finish(mut self, word: &str) -> Record {
        if self.parts.iter().any(Option::is_some) {
            self.date();
        }
        types::apply_subtype(&mut self.record, word);
        self.eprint();
        self.record.put_all(self.typed);
        let extra = &mut self.record.extra;
        if extra.iter().any(|extra| extra.name.contains("+an:")) {
            let annotations = extra.extract_if(.., |extra| names::annotated(&extra.name).is_some());
            for annotation in annotations.collect::<Vec<_>>() {
                names::annotate(&mut self.record, annotation);
            }
        }
        self.record
    }

    /// Takes `date`, or else `year`, `month` and `day`, out of the waiting fields.
    fn date(&mut self) {
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

/// Whether two texts name one language: `langid` and `language` often stand together.
fn same_language(one: &Value, other: &Value) -> bool {
    let (Value::Text(one), Value::Text(other)) = (one, other) else {
        return false;
    };
    let tag = language::tag(&one.content);
    tag.is_some() && tag == language::tag(&other.content)
}

/// Whether `year`, `month` and `day` say nothing that `date` does not say.
fn agrees(date: &Date, parts: &Date) -> bool {
    let same = |part: Option<u8>, whole: Option<u8>| part.is_none() || part == whole;
    date.start.year == parts.start.year
        && same(parts.start.month, date.start.month)
        && same(parts.start.day, date.start.day)
        && (parts.end == crate::model::End::None || parts.end == date.end)
}

/// Reports a warning about the record.
pub(super) fn tell(
    findings: &mut Findings,
    source: &Source,
    record: &Record,
    fault: &'static Doc,
    span: Span,
    message: impl FnOnce() -> String,
) {
    findings.push(fault, Severity::Warning, || {
        diagnostic(source, record, fault, Severity::Warning, span, message)
    });
}

fn diagnostic(
    source: &Source,
    record: &Record,
    fault: &'static Doc,
    severity: Severity,
    span: Span,
    message: impl FnOnce() -> String,
) -> Diagnostic {
    Diagnostic {
        fault,
        severity,
        place: source.place(span),
        record: record.key.clone(),
        field: None,
        message: message(),
        labels: Vec::new(),
    }
}
