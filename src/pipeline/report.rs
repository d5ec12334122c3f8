//! The report: everything found and done, as JSON.
//!
//! A record that was merged away can be restored from it: its text stands there as it was read.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::run::{Counts, Group, Run};
use crate::dedup::merge::{Merged, Slot};
use crate::model::Record;
use crate::report::Diagnostic;
use crate::source::{LineIndex, Place};

/// Version of the report's shape; it changes when a reader would have to.
const VERSION: u32 = 1;

/// Writes the report of `run`, a JSON object, piece by piece.
///
/// # Errors
///
/// Whatever the sink returns.
pub fn write(run: &Run, sink: &mut dyn FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let places = Places::new(run);
    let ids = run.ids();
    let mut inferred = Vec::new();
    let mut works = Vec::new();
    for group in run.groups() {
        let merged = run.merged(group);
        collect_inferred(&merged.record, &group.key, &places, &mut inferred);
        if group.entries.len() > 1 {
            works.push(work(run, group, &merged, &ids, &places));
        }
    }
    let report = Report {
        version: VERSION,
        inputs: run
            .inputs()
            .iter()
            .map(|input| InputRow {
                name: &input.source.name,
                format: input.reader.map(|reader| reader.doc().id),
                records: input.raws.records.len(),
            })
            .collect(),
        counts: run.counts().into(),
        policies: run
            .policy_counts()
            .into_iter()
            .map(|(policy, count)| (policy.doc.id, count))
            .collect(),
        diagnostics: run
            .findings()
            .kept()
            .iter()
            .map(|found| row(found, &places))
            .collect(),
        merged: works,
        keys: run
            .groups()
            .iter()
            .flat_map(|group| group.replaced.iter().map(|old| (old.as_str(), &*group.key)))
            .collect(),
        inferred,
        set_aside: run
            .set_aside()
            .iter()
            .map(|one| SetAsideRow {
                id: ids.get(one.entry as usize).map_or("", String::as_str),
                reason: &one.reason,
            })
            .collect(),
        review: run
            .review()
            .iter()
            .map(|pair| ReviewRow {
                a: ids.get(pair.a as usize).map_or("", String::as_str),
                b: ids.get(pair.b as usize).map_or("", String::as_str),
                weight: pair.score.total,
                vetoes: pair.score.vetoes().map(|veto| veto.doc.id).collect(),
            })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
    sink(&text)?;
    sink("\n")
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    inputs: Vec<InputRow<'a>>,
    counts: CountsRow,
    /// Groups put together by each policy.
    policies: BTreeMap<&'static str, usize>,
    diagnostics: Vec<DiagnosticRow<'a>>,
    merged: Vec<WorkRow<'a>>,
    /// Old key, key in the list.
    keys: Vec<(&'a str, &'a str)>,
    inferred: Vec<InferredRow<'a>>,
    set_aside: Vec<SetAsideRow<'a>>,
    review: Vec<ReviewRow<'a>>,
}

#[derive(Serialize)]
struct InputRow<'a> {
    name: &'a str,
    format: Option<&'static str>,
    records: usize,
}

#[derive(Serialize)]
struct CountsRow {
    read: usize,
    merged: usize,
    kept: usize,
    incomplete: usize,
    empty: usize,
    set_aside: usize,
    warnings: usize,
}

impl From<Counts> for CountsRow {
    fn from(counts: Counts) -> Self {
        let Counts {
            read,
            merged,
            kept,
            incomplete,
            empty,
            set_aside,
            warnings,
        } = counts;
        Self {
            read,
            merged,
            kept,
            incomplete,
            empty,
            set_aside,
            warnings,
        }
    }
}

#[derive(Serialize)]
struct PlaceRow<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct DiagnosticRow<'a> {
    rule: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: PlaceRow<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    record: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    message: &'a str,
}

#[derive(Serialize)]
struct WorkRow<'a> {
    key: &'a str,
    /// What put versions of the work together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    policies: Vec<&'static str>,
    records: Vec<RecordRow<'a>>,
    choices: Vec<ChoiceRow>,
    conflicts: Vec<ConflictRow>,
}

#[derive(Serialize)]
struct RecordRow<'a> {
    id: &'a str,
    #[serde(flatten)]
    place: PlaceRow<'a>,
    /// The record as it stood in the input.
    text: &'a str,
}

#[derive(Serialize)]
struct ChoiceRow {
    field: &'static str,
    rule: &'static str,
    /// Which of the records gave the value, from 0.
    record: usize,
}

#[derive(Serialize)]
struct ConflictRow {
    field: String,
    /// The value given up.
    dropped: String,
    /// Which of the records gave it, from 0.
    record: usize,
}

#[derive(Serialize)]
struct InferredRow<'a> {
    key: &'a str,
    field: &'static str,
    value: String,
    rule: Option<&'static str>,
    #[serde(flatten)]
    place: PlaceRow<'a>,
}

#[derive(Serialize)]
struct SetAsideRow<'a> {
    id: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct ReviewRow<'a> {
    a: &'a str,
    b: &'a str,
    weight: f32,
    vetoes: Vec<&'static str>,
}

/// Lines and columns of all inputs.
struct Places<'a> {
    run: &'a Run,
    lines: Vec<LineIndex>,
}

impl<'a> Places<'a> {
    fn new(run: &'a Run) -> Self {
        let index = |input: &super::Input| LineIndex::new(&input.source.text);
        Self {
            run,
            lines: run.inputs().iter().map(index).collect(),
        }
    }

    fn row(&self, place: Place) -> PlaceRow<'a> {
        let at = place.source.0 as usize;
        let Some((input, lines)) = self.run.inputs().get(at).zip(self.lines.get(at)) else {
            return PlaceRow {
                file: "",
                line: 0,
                column: 0,
            };
        };
        let at = lines.line_column(&input.source.text, place.span.start);
        PlaceRow {
            file: &input.source.name,
            line: at.line,
            column: at.column,
        }
    }

    fn text(&self, place: Place) -> &'a str {
        let input = self.run.inputs().get(place.source.0 as usize);
        input.map_or("", |input| place.span.of(&input.source.text))
    }
}

fn row<'a>(found: &'a Diagnostic, places: &Places<'a>) -> DiagnosticRow<'a> {
    DiagnosticRow {
        rule: found.fault.id,
        severity: found.severity.word(),
        place: places.row(found.place),
        record: &found.record,
        field: found.field,
        message: &found.message,
    }
}

fn work<'a>(
    run: &Run,
    group: &'a Group,
    merged: &Merged,
    ids: &'a [String],
    places: &Places<'a>,
) -> WorkRow<'a> {
    let record = |&entry: &u32| {
        let place = run.record(entry).place;
        RecordRow {
            id: ids.get(entry as usize).map_or("", String::as_str),
            place: places.row(place),
            text: places.text(place),
        }
    };
    WorkRow {
        key: &group.key,
        policies: run.policies(group).map(|policy| policy.doc.id).collect(),
        records: group.entries.iter().map(record).collect(),
        choices: merged
            .choices
            .iter()
            .map(|choice| ChoiceRow {
                field: choice.field.name(),
                rule: choice.rule.doc.id,
                record: choice.from,
            })
            .collect(),
        conflicts: merged
            .conflicts
            .iter()
            .map(|conflict| ConflictRow {
                field: match &conflict.slot {
                    Slot::Field(field) => field.name().to_owned(),
                    Slot::Extra(name) => name.clone(),
                },
                dropped: conflict.other.value.to_string(),
                record: conflict.from,
            })
            .collect(),
    }
}

fn collect_inferred<'a>(
    record: &Record,
    key: &'a str,
    places: &Places<'a>,
    rows: &mut Vec<InferredRow<'a>>,
) {
    for (field, tracked) in record
        .fields()
        .filter(|(_, tracked)| tracked.provenance.inferred)
    {
        rows.push(InferredRow {
            key,
            field: field.name(),
            value: tracked.value.to_string(),
            rule: tracked.provenance.steps.first().map(|rule| rule.id),
            place: places.row(tracked.provenance.place),
        });
    }
}
