//! The report: everything found and done, as JSON.
//!
//! A record that was merged away can be restored from it: its text stands there as it was read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::SourceCounts;
use super::run::{Counts, Group, Run};
use crate::dedup::merge::{Merged, Slot};
use crate::model::Record;
use crate::report::Diagnostic;
use crate::source::{LineIndex, Place, SourceId};

/// Version of the report's shape; it changes when a reader would have to.
const VERSION: u32 = 1;

/// Writes the report of `run`, a JSON object, piece by piece.
///
/// # Errors
///
/// Whatever the sink returns.
pub fn write(run: &Run, sink: &mut dyn FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let places = Places::new(run);
    let mut inferred = Vec::new();
    let mut works = Vec::new();
    for group in run.groups() {
        let merged = run.merged(group);
        collect_inferred(&merged.record, &group.key, &places, &mut inferred);
        if group.entries.len() > 1 {
            works.push(work(run, group, &merged, &places));
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
                library: input.library,
            })
            .collect(),
        counts: run.counts().into(),
        sources: run.sources(),
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
            .flat_map(|group| {
                group
                    .replaced
                    .iter()
                    .map(|old| (old.clone(), group.key.to_string()))
            })
            .chain(run.keys_of_libraries())
            .collect(),
        inferred,
        set_aside: run
            .set_aside()
            .iter()
            .map(|one| SetAsideRow {
                reason: &one.reason,
                record: removed(run, one.entry, &places),
            })
            .collect(),
        known: run
            .known()
            .iter()
            .map(|one| KnownRow {
                duplicate_of: run.library_key(one.library),
                library: run.input_name(one.library),
                record: removed(run, one.entry, &places),
            })
            .collect(),
        library_duplicates: run
            .library_duplicates()
            .iter()
            .map(|list| list.iter().map(|entry| run.id(*entry)).collect())
            .collect(),
        decisions: run
            .decided()
            .iter()
            .map(|one| DecisionRow {
                decision: one.verdict.word(),
                a: run.id(one.a),
                b: run.id(one.b),
                place: places.row(one.place),
            })
            .collect(),
        review: run
            .review()
            .iter()
            .map(|pair| ReviewRow {
                a: run.id(pair.a),
                b: run.id(pair.b),
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
    sources: Vec<SourceCounts>,
    /// Groups put together by each policy.
    policies: BTreeMap<&'static str, usize>,
    diagnostics: Vec<DiagnosticRow<'a>>,
    merged: Vec<WorkRow<'a>>,
    /// Old key, key in the list.
    keys: Vec<(String, String)>,
    inferred: Vec<InferredRow<'a>>,
    set_aside: Vec<SetAsideRow<'a>>,
    known: Vec<KnownRow<'a>>,
    /// Works a library holds more than once.
    library_duplicates: Vec<Vec<&'a str>>,
    /// Decisions followed.
    decisions: Vec<DecisionRow<'a>>,
    review: Vec<ReviewRow<'a>>,
}

#[derive(Serialize)]
struct InputRow<'a> {
    name: &'a str,
    format: Option<&'static str>,
    records: usize,
    /// Whether it is a library the list was held against.
    library: bool,
}

#[derive(Serialize)]
struct CountsRow {
    read: usize,
    merged: usize,
    kept: usize,
    incomplete: usize,
    empty: usize,
    set_aside: usize,
    known: usize,
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
            known,
            warnings,
        } = counts;
        Self {
            read,
            merged,
            kept,
            incomplete,
            empty,
            set_aside,
            known,
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
    reason: &'a str,
    #[serde(flatten)]
    record: RecordRow<'a>,
}

/// A record a library holds already.
#[derive(Serialize)]
struct KnownRow<'a> {
    /// Its citation key there.
    duplicate_of: String,
    library: &'a str,
    #[serde(flatten)]
    record: RecordRow<'a>,
}

#[derive(Serialize)]
struct DecisionRow<'a> {
    decision: &'static str,
    a: &'a str,
    b: &'a str,
    #[serde(flatten)]
    place: PlaceRow<'a>,
}

#[derive(Serialize)]
struct ReviewRow<'a> {
    a: &'a str,
    b: &'a str,
    weight: f32,
    vetoes: Vec<&'static str>,
}

/// Lines and columns of all sources, each counted when first asked for.
struct Places<'a> {
    run: &'a Run,
    lines: RefCell<BTreeMap<SourceId, LineIndex>>,
}

impl<'a> Places<'a> {
    fn new(run: &'a Run) -> Self {
        Self {
            run,
            lines: RefCell::default(),
        }
    }

    fn row(&self, place: Place) -> PlaceRow<'a> {
        let Some(source) = self.run.source(place.source) else {
            return PlaceRow {
                file: "",
                line: 0,
                column: 0,
            };
        };
        let mut all = self.lines.borrow_mut();
        let lines = all
            .entry(place.source)
            .or_insert_with(|| LineIndex::new(&source.text));
        let at = lines.line_column(&source.text, place.span.start);
        PlaceRow {
            file: &source.name,
            line: at.line,
            column: at.column,
        }
    }

    fn text(&self, place: Place) -> &'a str {
        let source = self.run.source(place.source);
        source.map_or("", |source| place.span.of(&source.text))
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

/// A record as it was read, to be put back some day.
fn removed<'a>(run: &'a Run, entry: u32, places: &Places<'a>) -> RecordRow<'a> {
    let place = run.record(entry).place;
    RecordRow {
        id: run.id(entry),
        place: places.row(place),
        text: places.text(place),
    }
}

fn work<'a>(run: &'a Run, group: &'a Group, merged: &Merged, places: &Places<'a>) -> WorkRow<'a> {
    WorkRow {
        key: &group.key,
        policies: run.policies(group).map(|policy| policy.doc.id).collect(),
        records: group
            .entries
            .iter()
            .map(|entry| removed(run, *entry, places))
            .collect(),
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
