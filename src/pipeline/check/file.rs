//! [`File`]: one file, and everything that is found by looking at it alone.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::catalog::{self, Kind};
use super::{Finding, Options, duplicates, ignore_comments, written_form};
use crate::dedup::{self, Features};
use crate::formats::bibtex::lint::{self, Found};
use crate::formats::bibtex::patch::Parts;
use crate::model::Field;
use crate::pipeline::{Input, mend};
use crate::report::{Diagnostic, Findings, Label};
use crate::rules::{self, Infer, Settings};
use crate::source::{Place, Source, Span};

/// The lint that says of a .bib file what `title-absent` says of others.
const REQUIRED_FIELD_MISSING: &str = "required-field-missing";

/// How many records one parallel step looks at.
const CHUNK: usize = 256;

/// A file to be checked.
#[derive(Debug)]
pub struct File {
    /// What was read.
    pub input: Input,
    /// What reading it found.
    pub found: Findings,
    /// What is asked of it.
    pub options: Options,
}

impl File {
    /// Whether it is a .bib file, whose text the lints know.
    pub fn is_bib(&self) -> bool {
        let reader = self.input.reader.map(|reader| reader.doc().id);
        matches!(reader, Some("bibtex" | "biblatex"))
    }
}

/// Everything found in a file.
pub(super) fn check(file: &File) -> Vec<Finding> {
    let source = &file.input.source;
    let selection = &file.options.selection;
    let cut = file
        .is_bib()
        .then(|| lint::File::new(&source.text, file.options.model));
    let mut findings: Vec<Finding> = selected(file, file.found.kept().iter().cloned()).collect();
    let linted = || {
        let cut = cut.as_ref();
        cut.map(|cut| lint::run(cut, |lint| selection.has(lint.doc.id)))
    };
    let ((of_records, features), linted) = rayon::join(|| records(file), linted);
    findings.extend(of_records);
    if let Some(linted) = linted {
        findings.extend(
            linted
                .into_iter()
                .filter_map(|found| of_lint(source, found)),
        );
    }
    if selection.has(super::faults::DUPLICATE_ENTRY.id) {
        findings.extend(duplicates::check(file, &features));
    }
    if let Some(cut) = &cut {
        for finding in &mut findings {
            locate(cut, finding);
        }
        let ignores = ignore_comments::read(cut);
        let told = selection.has(REQUIRED_FIELD_MISSING);
        findings.retain(|finding| {
            let twice = told && finding.fault.id == "title-absent";
            !twice && written_form::is_fault(cut, finding) && !ignores.cover(finding)
        });
        doubt(file, &mut findings);
        if selection.has(super::faults::IGNORE_UNKNOWN.id) {
            findings.extend(ignores.unknown(source));
        }
    }
    once(findings)
}

/// What the reader and the rules find in the records, and what the records are matched by.
fn records(file: &File) -> (Vec<Finding>, Vec<Features>) {
    let selection = &file.options.selection;
    let duplicates = selection.has(super::faults::DUPLICATE_ENTRY.id);
    let inferring = selection
        .has_any(|known| known.kind == Kind::Rule && !known.default && known.safety.is_some());
    let settings = Settings {
        infer: if inferring { Infer::Sound } else { Infer::None },
    };
    let judge = duplicates || selection.has_any(|known| known.kind == Kind::Rule);
    let count = file.input.raws.records.len();
    let starts: Vec<usize> = (0..count).step_by(CHUNK).collect();
    let chunks: Vec<(Vec<Finding>, Vec<Features>)> = starts
        .par_iter()
        .map(|&start| {
            let (mut found, mut features) = (Vec::new(), Vec::new());
            for index in start..(start + CHUNK).min(count) {
                let mut findings = Findings::default();
                let mut record = file.input.lower(index, &mut findings);
                if judge {
                    rules::run(&mut record, &settings, &mut findings);
                }
                if duplicates {
                    features.push(dedup::features(&record));
                }
                found.extend(selected(file, findings.into_kept()));
            }
            (found, features)
        })
        .collect();
    let (mut findings, mut features) = (Vec::new(), Vec::new());
    for (found, of_chunk) in chunks {
        findings.extend(found);
        features.extend(of_chunk);
    }
    (findings, features)
}

/// Takes the promise of a fix from what rules find in records that cannot be mended in place: values
/// joined by `#`, named by a macro or inherited, and what is written the same when it is mended.
fn doubt(file: &File, findings: &mut [Finding]) {
    let raws = &file.input.raws;
    let mut known: BTreeMap<usize, Parts> = BTreeMap::new();
    for finding in findings {
        if finding.safety.is_none()
            || catalog::known(finding.fault.id).is_none_or(|known| known.kind != Kind::Rule)
        {
            continue;
        }
        let start = finding.place.span.start;
        let after = raws.records.partition_point(|raw| raw.span.start <= start);
        let Some(index) = after.checked_sub(1) else {
            continue;
        };
        let parts = known
            .entry(index)
            .or_insert_with(|| mend::mendable(&file.input.source, raws, index));
        let mendable = match finding.field.as_deref().map(Field::from_bib) {
            Some(Some(field)) => parts.fields.contains(&field),
            Some(None) => parts.extra || parts.fields.contains(&Field::Date),
            None => parts.extra || parts.entry_type,
        };
        finding.safety = finding.safety.filter(|_| mendable);
    }
}

/// Those of some diagnostics that are asked for, as findings.
fn selected(
    file: &File,
    diagnostics: impl IntoIterator<Item = Diagnostic>,
) -> impl Iterator<Item = Finding> {
    let source = &file.input.source;
    diagnostics.into_iter().filter_map(move |mut diagnostic| {
        let known = catalog::known(diagnostic.fault.id)?;
        if !file.options.selection.has(known.doc.id) {
            return None;
        }
        // Files are numbered after they are read.
        diagnostic.place.source = source.id;
        for label in &mut diagnostic.labels {
            label.place.source = source.id;
        }
        Some(Finding::of(diagnostic, known.severity, known.safety))
    })
}

fn of_lint(source: &Source, found: Found) -> Option<Finding> {
    let known = catalog::known(found.id)?;
    let labels = found.labels.into_iter().map(|(span, text)| Label {
        place: source.place(span),
        text,
    });
    Some(Finding {
        fault: known.doc,
        severity: known.severity,
        place: source.place(found.span),
        record: found.key.of(&source.text).to_owned(),
        field: None,
        message: found.message,
        labels: labels.collect(),
        safety: found.fix.as_ref().map(|fix| fix.safety),
        fix: found.fix,
    })
}

/// Gives a finding in a .bib file the entry and field it stands in, by the names they have there,
/// and points behind the opening delimiter of a value.
fn locate(cut: &lint::File<'_>, finding: &mut Finding) {
    let span = finding.place.span;
    let text = cut.text();
    let block = cut.block_at(span.start).and_then(|at| cut.blocks().get(at));
    if let Some(block) = block {
        // What an entry inherits is told of the entry that says it.
        if !block.key.is_empty() {
            block.key.of(text).clone_into(&mut finding.record);
        }
        if block.span == span {
            // The entry as a whole: its key is what a reader looks for.
            finding.place.span = if block.key.is_empty() {
                block.word
            } else {
                block.key
            };
            finding.field = None;
            return;
        }
        finding.field = cut.field_at(span).map(str::to_owned);
    }
    let covered = span.of(text);
    let bytes = covered.as_bytes();
    let delimited = matches!(
        (bytes.first(), bytes.last()),
        (Some(b'{'), Some(b'}')) | (Some(b'"'), Some(b'"'))
    );
    if delimited && bytes.len() > 2 {
        let inside = Span::new(span.start as usize + 1, span.end as usize - 1).trim(text);
        if !inside.is_empty() {
            finding.place.span = inside;
        }
    }
}

/// Each fault once at a place: a rule that mends it in several steps reports each, and what a parent
/// says is met again in every child.
fn once(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeSet<(Place, &str)> = BTreeSet::new();
    // A month that is misspelt is a macro that nobody defined.
    let month = |finding: &Finding| finding.fault.id == "month-misspelt";
    let months: BTreeSet<Place> = findings
        .iter()
        .filter(|one| month(one))
        .map(|one| one.place)
        .collect();
    findings.retain(|one| one.fault.id != "undefined-string" || !months.contains(&one.place));
    findings.retain(|finding| seen.insert((finding.place, finding.fault.id)));
    findings
}
