//! Journals, books and series.

use super::{Choose, MergeRule};
use super::{names, title};
use crate::doc::Doc;
use crate::model::{Field, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-full-container",
        summary: "The container spelt out rather than abbreviated",
        why: "the full name can be abbreviated by a style, the abbreviation cannot be spelt out by it",
        examples: &[],
        sources: &["ISO 4"],
    },
    fields: &[
        Field::JournalTitle,
        Field::JournalSubtitle,
        Field::BookTitle,
        Field::BookSubtitle,
        Field::Series,
    ],
    choose: Choose::One(fullest),
};

fn fullest(values: &[&Value]) -> usize {
    names::best(values, |value| match value {
        Value::Text(text) => {
            let content = text.content.trim();
            // `Circulation. Conference: …`, a whole citation inside the field: too long to be a name.
            let name = content.chars().count() <= 120 && !content.contains(". Conference");
            let abbreviated = content.matches('.').count();
            let words = content.split_whitespace();
            let longest = words.map(|word| word.chars().count()).max().unwrap_or(0);
            (
                name,
                !title::is_shouted(content),
                usize::MAX - abbreviated,
                longest.min(8),
                content.chars().count(),
            )
        }
        _ => (false, false, 0, 0, 0),
    })
}
