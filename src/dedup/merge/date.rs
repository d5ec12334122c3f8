//! Dates.

use super::names;
use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-published-date",
        summary: "The date of the most trusted record, or a more precise one of the same year",
        why: "the printed year counts; a month helps to order",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[Field::Date, Field::EventDate, Field::OrigDate],
    choose: Choose::One(published),
};

fn published(values: &[&Value]) -> usize {
    let year = values.iter().find_map(|value| match value {
        Value::Date(date) => Some(date.start.year),
        _ => None,
    });
    names::best(values, |value| match value {
        Value::Date(date) if Some(date.start.year) == year => {
            (2, date.start.month.is_some(), date.start.day.is_some())
        }
        Value::Date(_) => (1, false, false),
        _ => (0, false, false),
    })
}
