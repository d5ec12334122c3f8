//! [`merge`]: one record of several, by one rule a field, losing nothing.

mod conflict;
mod container;
mod date;
mod longest;
mod names;
mod pages;
mod statements;
mod title;
mod trust;
mod trusted;
mod united;

use std::collections::{HashMap, HashSet};

use conflict::Kept;
pub use conflict::{Conflict, Slot};

use crate::doc::Doc;
use crate::model::{Field, Origin, Record, Role, Tracked, Value};

/// How the value of some fields is chosen among those the records give.
#[derive(Debug)]
pub struct MergeRule {
    /// Documentation.
    pub doc: Doc,
    /// The fields it chooses; none for the rule of all other fields.
    pub fields: &'static [Field],
    /// How it chooses.
    pub choose: Choose,
}

/// What a rule does with values in the order of trust, most trusted record first.
#[derive(Debug)]
pub enum Choose {
    /// Takes the value at the index returned.
    One(fn(&[&Value]) -> usize),
    /// Makes one value of all.
    United(fn(&[&Value]) -> Value),
}

/// All merge rules; a field belongs to the first that names it, else to the last.
pub static MERGE_RULES: &[&MergeRule] = &[
    &names::RULE,
    &title::RULE,
    &container::RULE,
    &date::RULE,
    &pages::RULE,
    &united::RULE,
    &longest::RULE,
    &trusted::RULE,
];

/// One record made of several.
#[derive(Debug, Default)]
pub struct Merged {
    /// The record.
    pub record: Record,
    /// Where each field more than one record gave was taken from.
    pub choices: Vec<Choice>,
    /// Values that say something else than the one kept.
    pub conflicts: Vec<Conflict>,
}

/// Where a value was taken from.
#[derive(Debug)]
pub struct Choice {
    /// The field.
    pub field: Field,
    /// The rule that chose.
    pub rule: &'static MergeRule,
    /// Index, in the list merged, of the record whose value was kept; of a united value the most
    /// trusted one.
    pub from: usize,
}

/// Makes one record of `records`, given in order of appearance.
///
/// The key is that of the first record that has one, the others go to `merged_keys`. Fields only
/// one record has are taken over; where several have one, its rule chooses, and what says
/// something else than the value kept is listed in the conflicts. Extra fields, statements and
/// sources are united. An empty list gives an empty record.
///
/// ```
/// use bibsift::{dedup::merge, model::{Field, Record}};
/// let mut cut = Record::default();
/// cut.put(Field::Title, "ON GROWTH AND");
/// let mut whole = Record::default();
/// whole.put(Field::Title, "On Growth and Form");
/// let merged = merge(vec![cut, whole]);
/// assert_eq!(merged.record.text(Field::Title), Some("On Growth and Form"));
/// assert!(merged.conflicts.is_empty());
/// ```
pub fn merge(mut records: Vec<Record>) -> Merged {
    if records.len() == 1
        && let Some(record) = records.pop()
    {
        return alone(record);
    }
    let order = trust::order(&records);
    let mut merged = Merged {
        record: frame(&records, &order),
        ..Merged::default()
    };
    for field in crate::model::FIELDS.iter().map(|spec| spec.field) {
        let given: Vec<(usize, &Tracked<Value>)> = order
            .iter()
            .filter_map(|at| Some((*at, records.get(*at)?.tracked(field)?)))
            .collect();
        if let [(_, only)] = given.as_slice() {
            merged.record.put_tracked(field, (*only).clone());
        } else if !given.is_empty() {
            choose(field, &given, &mut merged);
        }
    }
    add_beside(&mut merged, records);
    merged
}

/// A record there is nothing to merge with; only what it says twice itself is united.
fn alone(mut record: Record) -> Merged {
    let mut beside = Record::default();
    beside.extra = std::mem::take(&mut record.extra);
    beside.statements = std::mem::take(&mut record.statements);
    beside.sources = std::mem::take(&mut record.sources);
    if record.key.is_empty() || !record.merged_keys.is_empty() {
        let mut keys = keys(std::slice::from_ref(&record)).into_iter();
        record.key = keys.next().unwrap_or_default();
        record.merged_keys = keys.collect();
    }
    let mut merged = Merged {
        record,
        ..Merged::default()
    };
    add_beside(&mut merged, vec![beside]);
    merged
}

/// The rule that chooses `field`.
fn rule_of(field: Field) -> &'static MergeRule {
    MERGE_RULES
        .iter()
        .find(|rule| rule.fields.contains(&field))
        .copied()
        .unwrap_or(&trusted::RULE)
}

fn choose(field: Field, given: &[(usize, &Tracked<Value>)], merged: &mut Merged) {
    let rule = rule_of(field);
    let values: Vec<&Value> = given.iter().map(|(_, tracked)| &tracked.value).collect();
    let (at, united) = match rule.choose {
        Choose::One(choose) => (choose(&values).min(given.len() - 1), None),
        Choose::United(unite) => (0, Some(unite(&values))),
    };
    let Some((from, chosen)) = given.get(at) else {
        return;
    };
    let mut kept = (*chosen).clone();
    if let Some(value) = united
        && value != kept.value
    {
        kept.value = value;
        kept.provenance.steps.push(&rule.doc);
    }
    let own = Kept::of(&kept.value);
    let mut told: HashSet<&Value> = HashSet::new();
    for (other_from, other) in given {
        if other_from != from && !own.says(&other.value) && told.insert(&other.value) {
            merged.conflicts.push(Conflict {
                slot: Slot::Field(field),
                other: (*other).clone(),
                from: *other_from,
            });
        }
    }
    merged.choices.push(Choice {
        field,
        rule,
        from: *from,
    });
    merged.record.put_tracked(field, kept);
}

/// The keys of the records and of those merged into them, each once.
fn keys(records: &[Record]) -> Vec<String> {
    let all = records
        .iter()
        .flat_map(|record| std::iter::once(&record.key).chain(&record.merged_keys));
    let mut seen: HashSet<&str> = HashSet::new();
    all.filter(|key| !key.is_empty() && seen.insert(key))
        .cloned()
        .collect()
}

/// Key, place, role and type of the merged record.
fn frame(records: &[Record], order: &[usize]) -> Record {
    let typed = order
        .iter()
        .filter_map(|at| records.get(*at))
        .min_by_key(|record| trust::vagueness(record.entry_type));
    let mut frame = Record::new(
        typed.map_or_else(Default::default, |record| record.entry_type),
        records
            .first()
            .map_or_else(Default::default, |record| record.place),
    );
    frame.entry_type_written = typed.and_then(|record| record.entry_type_written.clone());
    let mut keys = keys(records).into_iter();
    frame.key = keys.next().unwrap_or_default();
    frame.merged_keys = keys.collect();
    frame.role = if records.iter().any(|record| record.role == Role::Primary) {
        Role::Primary
    } else {
        records.first().map_or(Role::Primary, |record| record.role)
    };
    frame
}

/// Takes over what stands beside the fields of `records`.
fn add_beside(merged: &mut Merged, records: Vec<Record>) {
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut origins: HashSet<Origin> = HashSet::new();
    let mut statements = Vec::new();
    for (from, record) in records.into_iter().enumerate() {
        let extras = &mut merged.record.extra;
        for extra in record.extra {
            let at = *names
                .entry(extra.name.to_ascii_lowercase())
                .or_insert(extras.len());
            match extras.get(at) {
                None => extras.push(extra),
                Some(kept) if kept.value.value == extra.value.value => {}
                Some(_) => merged.conflicts.push(Conflict {
                    slot: Slot::Extra(extra.name),
                    other: Tracked {
                        value: Value::Text(extra.value.value),
                        provenance: extra.value.provenance,
                    },
                    from,
                }),
            }
        }
        statements.extend(record.statements);
        for origin in record.sources {
            if origins.insert(origin.identity()) {
                merged.record.sources.push(origin);
            }
        }
    }
    statements::add(&mut merged.record.statements, statements);
}

#[cfg(test)]
mod tests;
