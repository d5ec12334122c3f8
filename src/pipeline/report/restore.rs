//! Records as they were read, so that one that was merged away can be put back.

use serde::Serialize;

use super::places::Places;
use super::rows::RecordRow;
use crate::formats::bibtex::BIBLATEX;
use crate::formats::csl_json::JSONL;
use crate::formats::{Format, WriteOptions};
use crate::model::{Extra, Record};
use crate::pipeline::{Input, Reader, Run};
use crate::report::{Findings, Keep};
use crate::source::{Source, SourceId};

/// A record whose text does not say all: it leans on macros or entries elsewhere in its file, or
/// is a part of a page.
#[derive(Serialize)]
pub(super) struct AsRead {
    /// The format of the text.
    format: &'static str,
    /// The record, complete in itself.
    text: String,
}

/// A record as it was read.
pub(super) fn removed<'a>(run: &'a Run, entry: u32, places: &Places<'a>) -> RecordRow<'a> {
    let at = run.entries().get(entry as usize);
    let input = at.and_then(|at| run.inputs().get(at.input as usize));
    let record = match (at, input) {
        (Some(at), Some(input)) => input.lower(at.record as usize, &mut none()),
        _ => Record::default(),
    };
    let text = places.text(record.place);
    let reader = input.and_then(|input| input.reader);
    RecordRow {
        id: run.id(entry),
        place: places.row(record.place),
        source: input.map_or("", |input| &input.label),
        format: reader.map(|reader| reader.doc().id),
        text,
        as_read: reader.and_then(|reader| as_read(&record, text, reader)),
    }
}

/// The record in a format that holds all of it, where its text alone does not.
fn as_read(record: &Record, text: &str, reader: Reader) -> Option<AsRead> {
    let source = Source::new(SourceId::default(), "", text);
    let alone = Input::from_source(source, Some(reader), &mut none());
    if alone.raws.records.len() == 1 && says_the_same(&alone.lower(0, &mut none()), record) {
        return None;
    }
    let format: &Format = match reader.doc().id {
        "bibtex" | "biblatex" => &BIBLATEX,
        _ => &JSONL,
    };
    let options = WriteOptions {
        statements: true,
        ..WriteOptions::default()
    };
    let mut text = String::new();
    (format.write?.record)(record, &options, &mut text);
    Some(AsRead {
        format: format.doc.id,
        text,
    })
}

/// Whether two records are equal but for where they stand.
fn says_the_same(one: &Record, other: &Record) -> bool {
    let value = |extra: &Extra| (extra.name.clone(), extra.value.value.clone());
    let statements = |record: &Record| {
        let list = record.statements.iter();
        list.map(|one| (one.text.clone(), one.section.clone(), one.count))
            .collect::<Vec<_>>()
    };
    one.key == other.key
        && one.entry_type == other.entry_type
        && one.entry_type_written == other.entry_type_written
        && one.role == other.role
        && one.merged_keys == other.merged_keys
        && one.sources == other.sources
        && one
            .fields()
            .map(|(field, tracked)| (field, &tracked.value))
            .eq(other
                .fields()
                .map(|(field, tracked)| (field, &tracked.value)))
        && one
            .extra
            .iter()
            .map(value)
            .eq(other.extra.iter().map(value))
        && statements(one) == statements(other)
}

fn none() -> Findings {
    Findings::new(Keep::First(0))
}
