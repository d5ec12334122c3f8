//! Lists of people.

use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, Value};

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-most-complete-names",
        summary: "The longest list of people that is not cut, with the fullest given names",
        why: "one source cuts lists at three names, another gives initials only",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[
        Field::Author,
        Field::Editor,
        Field::Translator,
        Field::BookAuthor,
        Field::SeriesEditor,
        Field::Holder,
        Field::Contributor,
    ],
    choose: Choose::One(most_complete),
};

fn most_complete(values: &[&Value]) -> usize {
    best(values, |value| match value {
        Value::Names(names) => {
            let given = names
                .list
                .iter()
                .map(|name| name.given.chars().count())
                .sum::<usize>();
            let shouted = names
                .list
                .iter()
                .filter(|name| is_shouted(&name.family))
                .count();
            (
                1,
                !names.truncated,
                names.list.len(),
                usize::MAX - shouted,
                given,
            )
        }
        Value::Text(text) => (0, true, 0, 0, text.content.len()),
        _ => (0, false, 0, 0, 0),
    })
}

/// Whether a surname of more than three letters is in capitals.
fn is_shouted(family: &str) -> bool {
    family.chars().count() > 3
        && !family.chars().any(char::is_lowercase)
        && family.chars().any(char::is_uppercase)
}

/// The index of the first of the values with the greatest measure.
pub(super) fn best<M: Ord>(values: &[&Value], measure: impl Fn(&Value) -> M) -> usize {
    let mut found = 0;
    let mut greatest: Option<M> = None;
    for (at, value) in values.iter().enumerate() {
        let measure = measure(value);
        if greatest.as_ref().is_none_or(|greatest| measure > *greatest) {
            greatest = Some(measure);
            found = at;
        }
    }
    found
}
