//! Abstracts and notes.

use super::names;
use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-longest",
        summary: "The longest text",
        why: "exports cut abstracts at a fixed length",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[
        Field::Abstract,
        Field::Note,
        Field::Annotation,
        Field::Addendum,
    ],
    choose: Choose::One(longest),
};

fn longest(values: &[&Value]) -> usize {
    names::best(values, |value| match value {
        Value::Text(text) => text.content.chars().count(),
        _ => 0,
    })
}
