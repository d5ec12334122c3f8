//! From raw entry to [`Record`].
//!
//! Prose is decoded from LaTeX to Unicode. Fields in no data model keep the LaTeX they have, so
//! that they leave a .bib file as they came: they are [`Markup::Plain`](crate::model::Markup)
//! where decoding and escaping again gives the same characters, else the value as it stands with
//! `Markup::Latex`. Of fields given twice, or under two names, the first counts; a different
//! second value becomes an unknown field of the name it was written under.

mod date_parts;
mod reading;
mod value;

use super::context::BibContext;
use super::{faults, inherit};
use crate::doc::Doc;
use crate::formats::{RawName, RawRecord, RawRecords};
use crate::model::{EntryType, Field, Record};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};
use reading::Reading;

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
    let most = if longest < usize::MAX {
        inherit::MOST_FIELDS
    } else {
        usize::MAX
    };
    let fields = fields.take(most);
    let mut reading = Reading::new(source, record, fields.len(), findings);
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
