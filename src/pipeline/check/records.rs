//! What the rules find in the records of a file, and which of it can be mended in place.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::catalog::{self, Kind};
use super::file::{View, selected};
use super::written_form::{PAGES_AS_TEXT, has_plain_pages};
use super::{Finding, faults};
use crate::dedup::{self, Features};
use crate::doc::Doc;
use crate::formats::RawRecords;
use crate::formats::bibtex::patch::Parts;
use crate::model::{Field, Record};
use crate::pipeline::mend;
use crate::report::{Findings, Safety};
use crate::rules::{self, Infer, Settings};
use crate::source::Span;

/// How many records one parallel step looks at.
const CHUNK: usize = 256;

/// How many records the rules look at together: as many as a processor keeps at hand.
const BATCH: usize = 8;

/// What comes of looking at records.
#[derive(Default)]
pub(super) struct OfRecords {
    /// What the reader and the rules find in them.
    pub(super) findings: Vec<Finding>,
    /// What they are matched by.
    pub(super) features: Vec<Features>,
    /// What can be mended in place, of records in which the rules found faults.
    pub(super) mendable: Mendable,
}

/// What can be mended in place of a record, with changes that can be trusted so far.
pub(super) type Mendable = BTreeMap<(usize, Safety), Parts>;

/// Looks at every record.
pub(super) fn records(view: &View<'_>) -> OfRecords {
    let file = view.file;
    let selection = &file.options.selection;
    let duplicates = selection.has(faults::DUPLICATE_ENTRY.id);
    let inferring = selection
        .has_any(|known| known.kind == Kind::Rule && !known.default && known.safety.is_some());
    let settings = Settings {
        infer: if inferring { Infer::Sound } else { Infer::None },
    };
    let judge = duplicates || selection.has_any(|known| known.kind == Kind::Rule);
    let raws = &file.input.raws;
    let (is_bib, text) = (file.is_bib(), file.input.source.text.as_str());
    let count = raws.records.len();
    let starts: Vec<usize> = (0..count).step_by(CHUNK).collect();
    let chunks: Vec<OfRecords> = starts
        .par_iter()
        .map(|&start| {
            let mut of_chunk = OfRecords::default();
            let end = (start + CHUNK).min(count);
            for from in (start..end).step_by(BATCH) {
                let batch = from..(from + BATCH).min(end);
                let lowered = batch.map(|index| {
                    let mut findings = Findings::default();
                    let record = file.input.lower(index, &mut findings);
                    if is_bib && has_plain_pages(text, &record) {
                        findings.pass_over_changes(PAGES_AS_TEXT);
                    }
                    (index, record, findings)
                });
                let mut lowered: Vec<(usize, Record, Findings)> = lowered.collect();
                if judge {
                    let records = lowered.iter_mut();
                    let records = records.map(|(_, record, findings)| (record, findings));
                    rules::run_each(records, &settings);
                }
                for (index, record, findings) in lowered {
                    if duplicates {
                        of_chunk.features.push(dedup::features(&record));
                    }
                    let found = view.kept(selected(file, findings.into_kept()));
                    of_chunk.judge(view, (index, record, inferring), &found);
                    of_chunk.findings.extend(found);
                }
            }
            of_chunk
        })
        .collect();
    let mut all = OfRecords::default();
    for of_chunk in chunks {
        all.findings.extend(of_chunk.findings);
        all.features.extend(of_chunk.features);
        all.mendable.extend(of_chunk.mendable);
    }
    all
}

impl OfRecords {
    /// Adds what can be mended of a record that the rules have run over, as far as the faults found in
    /// it promise it. `inferring` says whether they worked anything out.
    fn judge(
        &mut self,
        view: &View<'_>,
        (index, record, inferring): (usize, Record, bool),
        found: &[Finding],
    ) {
        let Some(raw) = view.file.input.raws.records.get(index) else {
            return;
        };
        let here = |finding: &&Finding| {
            let at = finding.place.span.start;
            promises(finding) && (raw.span.start..raw.span.end).contains(&at)
        };
        let found: Vec<&Finding> = found.iter().filter(here).collect();
        let safeties: BTreeSet<Safety> = found.iter().filter_map(|one| one.safety).collect();
        // Where no other rule than those that mend has changed a field, it is as they leave it.
        let is_mended = |finding: &Finding, safety| {
            let field = finding.field.as_deref().and_then(Field::from_bib);
            let tracked = field.and_then(|field| record.tracked(field));
            let mends = |rule: &&'static Doc| view.mends(rule.id, safety);
            tracked.is_some_and(|tracked| tracked.provenance.steps.iter().all(mends))
        };
        let mut as_is = None;
        for safety in safeties {
            let mut promised = found.iter().filter(|one| one.safety == Some(safety));
            let input = &view.file.input;
            let parts = if !inferring && promised.all(|one| is_mended(one, safety)) {
                let parts = as_is.get_or_insert_with(|| mend::mendable_to(input, index, &record));
                parts.clone()
            } else {
                mend::mendable(input, index, |rule| view.mends(rule.doc.id, safety))
            };
            self.mendable.insert((index, safety), parts);
        }
    }
}

/// Whether a finding is that of a rule and promises a fix.
fn promises(finding: &Finding) -> bool {
    finding.safety.is_some()
        && catalog::known(finding.fault.id).is_some_and(|known| known.kind == Kind::Rule)
}

/// Takes the promise of a fix from what rules find in records that cannot be mended in place: values
/// joined by `#`, named by a macro or inherited, and what is written the same when it is mended.
/// `known` says it of some records.
pub(super) fn doubt(view: &View<'_>, findings: &mut [Finding], mut known: Mendable) {
    let input = &view.file.input;
    let places = Places::new(&input.raws);
    for finding in findings {
        let Some(safety) = finding.safety.filter(|_| promises(finding)) else {
            continue;
        };
        let Some(index) = places.at(finding.place.span.start) else {
            finding.safety = None;
            continue;
        };
        let parts = known.entry((index, safety)).or_insert_with(|| {
            mend::mendable(input, index, |rule| view.mends(rule.doc.id, safety))
        });
        let mendable = match finding.field.as_deref().map(Field::from_bib) {
            Some(Some(field)) => parts.fields.contains(&field),
            Some(None) => parts.extra || parts.fields.contains(&Field::Date),
            None => parts.extra || parts.entry_type,
        };
        finding.safety = finding.safety.filter(|_| mendable);
    }
}

/// Where the records of a file stand.
pub(super) struct Places(Vec<(Span, usize)>);

impl Places {
    pub(super) fn new(raws: &RawRecords) -> Self {
        let places = raws.records.iter().enumerate();
        let mut places: Vec<_> = places.map(|(at, raw)| (raw.span, at)).collect();
        // Some are read after all others.
        places.sort_unstable();
        Self(places)
    }

    /// The record that stands at an offset.
    pub(super) fn at(&self, offset: u32) -> Option<usize> {
        let after = self.0.partition_point(|(span, _)| span.start <= offset);
        let (span, at) = self.0.get(after.checked_sub(1)?)?;
        (offset < span.end).then_some(*at)
    }
}
