//! [`Conflict`]: a value that was given up and is not said by the one kept.

use crate::model::{Date, Field, LastPage, Name, Pages, Text, Tracked, Value};
use crate::text::fold::fold;
use std::collections::{BTreeSet, HashMap};

/// A value given up.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Where it stood.
    pub slot: Slot,
    /// The value with its history.
    pub other: Tracked<Value>,
    /// Index, in the list merged, of the record that gave it.
    pub from: usize,
}

/// Where a value stands in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// In a field.
    Field(Field),
    /// In an extra field of this name.
    Extra(String),
}

/// The value kept, which many others are held against.
pub(super) struct Kept<'a> {
    value: &'a Value,
    /// Its texts folded, in order.
    texts: BTreeSet<String>,
    /// Its people: family names folded, with the initials of those who have one.
    people: HashMap<String, Vec<Option<char>>>,
}

impl<'a> Kept<'a> {
    pub(super) fn of(value: &'a Value) -> Self {
        let texts = match value {
            Value::Text(text) => std::slice::from_ref(text),
            Value::List(list) => list,
            _ => &[],
        };
        let mut people: HashMap<String, Vec<Option<char>>> = HashMap::new();
        if let Value::Names(names) = value {
            for name in &names.list {
                let initials = people.entry(fold(&name.family)).or_default();
                if !initials.contains(&initial(name)) {
                    initials.push(initial(name));
                }
            }
        }
        Self {
            value,
            texts: texts.iter().map(|text| fold(&text.content)).collect(),
            people,
        }
    }

    /// Whether it says all that `other` says.
    pub(super) fn says(&self, other: &Value) -> bool {
        if other == self.value {
            return true;
        }
        match (other, self.value) {
            (Value::Text(other), Value::Text(_) | Value::List(_)) => self.has(other),
            (Value::List(others), Value::List(_)) => others.iter().all(|other| self.has(other)),
            (Value::Names(other), Value::Names(_)) => {
                other.list.iter().all(|name| self.has_person(name))
            }
            (Value::Date(other), Value::Date(kept)) => date_in(other, kept),
            (Value::Pages(other), Value::Pages(kept)) => pages_in(other, kept),
            _ => false,
        }
    }

    /// Whether one of its texts differs from another in case and punctuation only, or begins with it.
    fn has(&self, other: &Text) -> bool {
        // What begins with it comes next in the order.
        let other = fold(&other.content);
        let next = self.texts.range(other.clone()..).next();
        next.is_some_and(|kept| kept.starts_with(&other))
    }

    /// Whether somebody of this family name, and if a given name is known of this initial, is among
    /// its people.
    fn has_person(&self, name: &Name) -> bool {
        let initials = self.people.get(&fold(&name.family));
        initials.is_some_and(|all| name.given.is_empty() || all.contains(&initial(name)))
    }
}

fn initial(name: &Name) -> Option<char> {
    fold(&name.given).chars().next()
}

fn date_in(other: &Date, kept: &Date) -> bool {
    let (a, b) = (other.start, kept.start);
    a.year == b.year
        && (a.month.is_none() || a.month == b.month)
        && (a.day.is_none() || a.day == b.day)
}

fn pages_in(other: &Pages, kept: &Pages) -> bool {
    other.ranges.iter().all(|other| {
        kept.ranges.iter().any(|kept| {
            other.first == kept.first
                && (other.last == kept.last
                    || matches!(other.last, LastPage::None | LastPage::Open))
        })
    })
}
