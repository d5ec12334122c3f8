//! Entries of one file that are one work, as `dedup` finds them.

use super::{File, Finding};
use crate::dedup::{self, Features, Links, Outcome};
use crate::report::{Findings, Label, Severity};
use crate::rules::{self, Settings};

use super::faults::DUPLICATE_ENTRY;

/// The groups of entries of a file that are one work, by their places.
pub(super) fn groups(file: &File) -> Vec<Vec<usize>> {
    let settings = Settings::default();
    let features = (0..file.input.raws.records.len()).map(|index| {
        let mut record = file.input.lower(index, &mut Findings::nothing());
        rules::run(&mut record, &settings, &mut Findings::nothing());
        dedup::features(&record)
    });
    let features: Vec<Features> = features.collect();
    let outcome = matched(&features);
    let clusters = outcome
        .clusters()
        .into_iter()
        .filter(|cluster| cluster.len() > 1);
    clusters
        .map(|cluster| cluster.iter().map(|at| *at as usize).collect())
        .collect()
}

fn matched(features: &[Features]) -> Outcome {
    // A preprint and what was published of it may well be cited side by side.
    let options = dedup::Options {
        keep_preprints: true,
        ..dedup::Options::default()
    };
    dedup::run_linked(features, &options, Links::default())
}

/// Reports each entry of a group but its first one, at its key, with the place of the first.
pub(super) fn check(file: &File, features: &[Features]) -> Vec<Finding> {
    let source = &file.input.source;
    let raws = &file.input.raws;
    let outcome = matched(features);
    let record = |entry: u32| raws.records.get(entry as usize);
    let mut found = Vec::new();
    for cluster in outcome.clusters() {
        let Some((first, others)) = cluster.split_first() else {
            continue;
        };
        let Some(first) = record(*first) else {
            continue;
        };
        for other in others.iter().filter_map(|other| record(*other)) {
            let place = |record: &crate::formats::RawRecord| {
                source.place(if record.key.is_empty() {
                    record.span
                } else {
                    record.key
                })
            };
            let key = first.key.of(&source.text);
            let name = if key.is_empty() {
                "an entry before".to_owned()
            } else {
                format!("'{key}'")
            };
            found.push(Finding {
                fault: &DUPLICATE_ENTRY,
                severity: Severity::Warning,
                place: place(other),
                record: other.key.of(&source.text).to_owned(),
                field: None,
                message: format!("the same work as {name}"),
                labels: vec![Label {
                    place: place(first),
                    text: "the same work".to_owned(),
                }],
                safety: Some(crate::report::Safety::Unsafe),
                fix: None,
            });
        }
    }
    found
}
