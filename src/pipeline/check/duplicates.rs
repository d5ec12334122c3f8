//! Entries of one file that are one work, as `dedup` finds them.

use rayon::prelude::*;

use super::unite::Uniting;
use super::{File, Finding};
use crate::dedup::{self, Features, Outcome};
use crate::formats::RawRecord;
use crate::formats::bibtex::lint::Model;
use crate::report::{Findings, Label, Safety, Severity};
use crate::rules::{self, Settings};
use crate::source::{Place, Source};

use super::faults::DUPLICATE_ENTRY;

/// The groups of entries of a file that are one work, by their places.
pub(super) fn groups(file: &File) -> Vec<Vec<usize>> {
    let records = (0..file.input.raws.records.len()).into_par_iter();
    let features: Vec<Features> = records.map(|index| features(file, index)).collect();
    groups_by(&features)
}

/// The groups of records that are one work, by their features.
fn groups_by(features: &[Features]) -> Vec<Vec<usize>> {
    let clusters = matched(features).clusters().into_iter();
    clusters
        .filter(|cluster| cluster.len() > 1)
        .map(|cluster| cluster.into_iter().map(|at| at as usize).collect())
        .collect()
}

/// What an entry of a file is matched by.
pub(super) fn features(file: &File, index: usize) -> Features {
    let mut record = file.input.lower(index, &mut Findings::nothing());
    rules::run_for_matching(&mut record, &Settings::default(), &mut Findings::nothing());
    dedup::features(&record)
}

/// Which of some entries are one work.
pub(super) fn matched(features: &[Features]) -> Outcome {
    // A preprint and what was published of it may well be cited side by side.
    let options = dedup::Options {
        keep_preprints: true,
        ..dedup::Options::default()
    };
    dedup::run(features, &options)
}

/// Reports each entry of a group but its first one, at its key, with the place of the first.
/// `model` is the data model of a .bib file, in which they can be made one.
pub(super) fn check(file: &File, model: Option<Model>, features: &[Features]) -> Vec<Finding> {
    let source = &file.input.source;
    let raws = &file.input.raws;
    let mut uniting = None;
    let record = |entry: usize| raws.records.get(entry);
    let mut found = Vec::new();
    for group in groups_by(features) {
        let Some((first, others)) = group.split_first() else {
            continue;
        };
        let promised = model.is_some_and(|model| {
            let uniting = uniting.get_or_insert_with(|| Uniting::of(file, model));
            uniting.can_unite(&group)
        });
        let Some(first) = record(*first) else {
            continue;
        };
        for other in others.iter().filter_map(|other| record(*other)) {
            let key = first.key.of(&source.text);
            let name = if key.is_empty() {
                "an entry before".to_owned()
            } else {
                format!("'{key}'")
            };
            found.push(Finding {
                fault: &DUPLICATE_ENTRY,
                severity: Severity::Warning,
                place: place(source, other),
                record: other.key.of(&source.text).to_owned(),
                field: None,
                message: format!("the same work as {name}"),
                labels: vec![Label {
                    place: place(source, first),
                    text: "the same work".to_owned(),
                }],
                safety: promised.then_some(Safety::Unsafe),
                fix: None,
            });
        }
    }
    found
}

/// Where an entry is pointed at: its key, or all of it.
pub(super) fn place(source: &Source, record: &RawRecord) -> Place {
    source.place(if record.key.is_empty() {
        record.span
    } else {
        record.key
    })
}
