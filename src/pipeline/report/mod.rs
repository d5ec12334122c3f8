//! The report: everything found and done, as JSON.
//!
//! A record that was merged away can be restored from it: its text stands there as it was read,
//! and where that text leans on other parts of its file, the record complete in itself.

mod mentions;
mod places;
mod restore;
mod rows;
mod work;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::{Counts, Run, SourceCounts};
use crate::model::Record;
use crate::report::Diagnostic;
use mentions::MentionsRow;
use places::Places;
use restore::removed;
use rows::{
    DecisionRow, DiagnosticRow, InferredRow, InputRow, KnownRow, ReviewRow, SetAsideRow, WorkRow,
};
use work::work;

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
        counts: run.counts(),
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
        mentions: mentions::row(run, &places),
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
                policies: run
                    .policies_of_known(one)
                    .map(|policy| policy.doc.id)
                    .collect(),
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
    counts: Counts,
    sources: Vec<SourceCounts>,
    /// Groups put together by each policy.
    policies: BTreeMap<&'static str, usize>,
    diagnostics: Vec<DiagnosticRow<'a>>,
    merged: Vec<WorkRow<'a>>,
    /// Old key, key in the list.
    keys: Vec<(String, String)>,
    inferred: Vec<InferredRow<'a>>,
    /// Works mentioned in citation statements.
    mentions: MentionsRow<'a>,
    set_aside: Vec<SetAsideRow<'a>>,
    known: Vec<KnownRow<'a>>,
    /// Works a library holds more than once.
    library_duplicates: Vec<Vec<&'a str>>,
    /// Decisions followed.
    decisions: Vec<DecisionRow<'a>>,
    review: Vec<ReviewRow<'a>>,
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
