//! [`Parts`] of a record, and which of them differ between two.

use super::by_name;
use super::written::Both;
use crate::formats::bibtex::types::Dialect;
use crate::model::{Field, Record};

/// Parts of a record: those that cannot be edited in place, or those that differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Fields.
    pub fields: Vec<Field>,
    /// The unknown fields.
    pub extra: bool,
    /// The entry type.
    pub entry_type: bool,
}

impl Parts {
    pub(super) fn add(&mut self, name: &str) {
        match (Field::from_bib(name), name) {
            (Some(field), _) => self.fields.push(field),
            (None, "month" | "day") => self.fields.push(Field::Date),
            _ => self.extra = true,
        }
    }

    /// `after` with what cannot be edited as it is in `before`.
    #[must_use]
    pub fn spared(&self, before: &Record, mut after: Record) -> Record {
        for &field in &self.fields {
            match before.tracked(field) {
                Some(value) => after.put_tracked(field, value.clone()),
                None => drop(after.remove(field)),
            }
        }
        if self.extra {
            after.extra.clone_from(&before.extra);
        }
        if self.entry_type {
            after.entry_type = before.entry_type;
            after
                .entry_type_written
                .clone_from(&before.entry_type_written);
        }
        after
    }
}

/// The fields that are written otherwise in one record than in the other, white space apart, and
/// whether the unknown fields or the entry type are.
pub fn differences(before: &Record, after: &Record) -> Parts {
    let written = Both::of(before, after, Dialect::Bibtex);
    differing(before, after, &written)
}

/// As [`differences`], of records that are written so.
pub(super) fn differing(before: &Record, after: &Record, written: &Both) -> Parts {
    let Both { old, new } = written;
    let mut found = Parts {
        entry_type: before.entry_type != after.entry_type,
        ..Parts::default()
    };
    let same = |one: &str, other: &str| {
        one == other || one.split_whitespace().eq(other.split_whitespace())
    };
    let (old_by_name, new_by_name) = (by_name(old), by_name(new));
    for (name, was) in old {
        let is = new_by_name.get(name.as_str());
        if is.is_none_or(|is| !same(is, was)) {
            found.add(name);
        }
    }
    for (name, _) in new {
        if !old_by_name.contains_key(name.as_str()) {
            found.add(name);
        }
    }
    found
}
