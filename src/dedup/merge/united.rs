//! Lists that are united.

use super::{Choose, MergeRule};
use crate::doc::Doc;
use crate::model::{Field, Text, Value};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-united",
        summary: "The items of all records, each once, in order of trust",
        why: "keywords, ISBNs, ISSNs and files of one record are no better than those of another",
        examples: &[],
        sources: &["biblatex manual 2.2.2"],
    },
    fields: &[
        Field::Keywords,
        Field::Isbn,
        Field::Issn,
        Field::File,
        Field::Affiliation,
    ],
    choose: Choose::United(all),
};

fn all(values: &[&Value]) -> Value {
    let mut seen = BTreeSet::new();
    let mut items: Vec<Text> = Vec::new();
    let mut add = |text: &Text| {
        if seen.insert(fold(&text.content)) {
            items.push(text.clone());
        }
    };
    for value in values {
        match value {
            Value::List(list) => list.iter().for_each(&mut add),
            Value::Text(text) => add(text),
            other => return (*other).clone(),
        }
    }
    match items.as_slice() {
        [one] if matches!(values.first(), Some(Value::Text(_))) => Value::Text(one.clone()),
        _ => Value::List(items),
    }
}
