//! Pages.

use super::names;
use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, LastPage, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-page-range",
        summary: "A range rather than a first page, of the most trusted record",
        why: "many sources give the first page only",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[Field::Pages],
    choose: Choose::One(range),
};

fn range(values: &[&Value]) -> usize {
    names::best(values, |value| match value {
        Value::Pages(pages) => {
            let ranges = pages
                .ranges
                .iter()
                .filter(|range| matches!(range.last, LastPage::At(_)))
                .count();
            (2, ranges.min(1))
        }
        // A range written out, of a record the rules did not go over.
        Value::Text(text) => (
            1,
            usize::from(
                text.content.trim().contains(['-', '–'])
                    && text.content.bytes().filter(u8::is_ascii_digit).count() > 1,
            ),
        ),
        _ => (0, 0),
    })
}
