//! What became of several records that are one work.

use super::places::Places;
use super::restore::removed;
use super::rows::{ChoiceRow, ConflictRow, SourceRow, WorkRow};
use crate::dedup::merge::{Merged, Slot};
use crate::pipeline::{Group, Run};

pub(super) fn work<'a>(
    run: &'a Run,
    group: &'a Group,
    merged: &Merged,
    places: &Places<'a>,
) -> WorkRow<'a> {
    WorkRow {
        key: &group.key,
        sources: merged.record.sources.iter().map(SourceRow::of).collect(),
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
