//! Entries of one file that are one work, as `dedup` finds them.

use super::{File, Finding};
use crate::dedup::{self, Features, Links};
use crate::report::{Label, Severity};

use super::faults::DUPLICATE_ENTRY;

/// Reports each entry of a group but its first one, at its key, with the place of the first.
pub(super) fn check(file: &File, features: &[Features]) -> Vec<Finding> {
    let source = &file.input.source;
    let raws = &file.input.raws;
    // A preprint and what was published of it may well be cited side by side.
    let options = dedup::Options {
        keep_preprints: true,
        ..dedup::Options::default()
    };
    let outcome = dedup::run_linked(features, &options, Links::default());
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
