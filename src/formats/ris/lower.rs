//! Types a raw RIS record: each tag goes to the field it means in its type of record.

mod numbers;
mod plain;
mod prose;
mod titles;

pub(super) use numbers::{holds_doi, is_count, is_short_number};
pub(super) use plain::first_link;

use super::apply::{apply, put};
use super::dates::{lower_access_date, lower_date};
use super::faults::{SECOND_VALUE, UNKNOWN_TYPE};
use super::names::add_names;
use super::tag::Tag;
use super::tags::{Found, Tags};
use super::{labels, slots};
use crate::formats::RawRecords;
use crate::model::{EntryType, Extra, Field, Names, Record, Text, Tracked, Value};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Place, Source, Span};

/// Types the record at `index`. What no field means is kept in `extra` under its tag.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let Some(found) = raw.records.get(index) else {
        return Record::default();
    };
    let written = found.entry_type.of(&source.text);
    let stated = slots::stated(written);
    let mut record = Record::new(stated.unwrap_or_default(), source.place(found.span));
    let mut tags = Tags::new(&source.text, raw, found);
    record.reserve(tags.count());
    if let Some((key, _)) = tags.take(&[b"ID"]) {
        record.key = key.into_owned();
    }
    if stated.is_none() && !written.is_empty() {
        record.entry_type_written = Some(written.to_owned());
        findings.push(&UNKNOWN_TYPE, Severity::Warning, || Diagnostic {
            fault: &UNKNOWN_TYPE,
            severity: Severity::Warning,
            place: source.place(found.entry_type),
            record: record.key.clone(),
            field: None,
            message: format!("`{written}` is no RIS type"),
            labels: Vec::new(),
        });
    }
    let mut lowering = Lowering {
        source,
        ty: record.entry_type,
        tags,
        record,
    };
    lowering.names();
    lowering.titles();
    lower_date(&mut lowering);
    lower_access_date(&mut lowering);
    lowering.numbers();
    lowering.pages();
    lowering.identifiers();
    lowering.links();
    lowering.plain();
    lowering.keywords();
    lowering.long_text();
    lowering.labelled();
    lowering.left_over(findings);
    lowering.record
}

/// A record on its way from tags to fields.
pub(super) struct Lowering<'a> {
    source: &'a Source,
    /// The type `TY` states.
    pub(super) ty: EntryType,
    pub(super) tags: Tags<'a>,
    pub(super) record: Record,
}

impl<'a> Lowering<'a> {
    /// Sets a field read at `span`, unless it has a value.
    pub(super) fn put(&mut self, field: Field, value: impl Into<Value>, span: Span) {
        if !self.record.has(field) {
            put(
                &mut self.record,
                field,
                value.into(),
                self.source.place(span),
            );
        }
    }

    fn put_found(&mut self, field: Field, found: Option<Found<'a>>) {
        if let Some((value, span)) = found {
            self.put(field, value, span);
        }
    }

    /// Keeps a value no field means.
    fn keep(&mut self, name: &str, value: &str, span: Span) {
        self.record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read(Text::plain(value), self.source.place(span)),
        });
    }

    fn names(&mut self) {
        for at in 0..self.tags.len() {
            let tag = self.tags.tag_at(at);
            let Some(field) = tag.and_then(|tag| slots::names_field(tag, self.ty)) else {
                continue;
            };
            let Some((value, span)) = self.tags.value_at(at) else {
                continue;
            };
            self.tags.take_at(at);
            if let Some(Tracked {
                value: Value::Names(names),
                provenance,
            }) = self.record.tracked_mut(field)
            {
                provenance.place.span.end = span.end;
                add_names(&value, names);
            } else {
                let mut names = Names::default();
                names.list.reserve_exact(self.tags.count_like(at));
                add_names(&value, &mut names);
                self.put(field, names, span);
            }
        }
    }

    fn labelled(&mut self) {
        for (tag, value, span) in self.tags.take_where(|tag| matches!(&tag, b"M1" | b"M2")) {
            let place = self.source.place(span);
            match labels::cut(&value) {
                Some((label, value)) if tag == *b"M2" || labels::is_taken(label) => {
                    apply(&mut self.record, label, value, place);
                }
                _ => self.keep(tag_name(&tag), &value, span),
            }
        }
    }

    fn left_over(&mut self, findings: &mut Findings) {
        for (tag, value, span, repeated) in self.tags.left_over() {
            let name = tag_name(&tag);
            if repeated {
                let (place, record) = (self.source.place(span), &self.record);
                findings.push(&SECOND_VALUE, Severity::Note, || {
                    second(name, &value, place, record)
                });
            }
            self.keep(name, &value, span);
        }
    }
}

fn second(name: &str, value: &str, place: Place, record: &Record) -> Diagnostic {
    let start: String = value.chars().take(40).collect();
    Diagnostic {
        fault: &SECOND_VALUE,
        severity: Severity::Note,
        place,
        record: record.key.clone(),
        field: None,
        message: format!("a second {name}, `{start}`, is kept beside the fields"),
        labels: Vec::new(),
    }
}

fn tag_name(tag: &Tag) -> &str {
    std::str::from_utf8(tag).unwrap_or_default()
}
