//! Titles.

use super::names;
use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-most-complete-title",
        summary: "The longest title that is neither cut nor in capitals nor marked by a database",
        why: "titles are cut at a length, shouted, and given tails such as \"[Review]\"",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[
        Field::Title,
        Field::Subtitle,
        Field::TitleAddon,
        Field::ShortTitle,
        Field::OrigTitle,
        Field::MainTitle,
        Field::IssueTitle,
        Field::EventTitle,
    ],
    choose: Choose::One(most_complete),
};

fn most_complete(values: &[&Value]) -> usize {
    names::best(values, |value| match value {
        Value::Text(text) => {
            let content = text.content.trim();
            let cut = content.ends_with('…')
                || content.ends_with("...")
                || content.ends_with(['[', '(', '-', ',']);
            let damaged = content.contains(['\u{FFFD}', '�'])
                || content.contains("&#")
                || content.contains("&lt;");
            let tailed = content.ends_with(']') && !content.starts_with('[');
            (
                !damaged,
                !cut,
                !is_shouted(content),
                !tailed,
                content.chars().count(),
            )
        }
        _ => (false, false, false, false, 0),
    })
}

/// Whether a text is in capitals throughout.
pub(super) fn is_shouted(text: &str) -> bool {
    let letters = text
        .chars()
        .filter(|c| c.is_uppercase() || c.is_lowercase());
    letters.clone().count() > 12
        && letters.filter(|c| c.is_lowercase()).count() * 10 < text.chars().count()
}
