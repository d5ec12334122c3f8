//! Which of several records to trust most.

use crate::model::{EntryType, Field, Record, Role};
use std::cmp::Reverse;

/// Indices of `records`, the most trusted first: a version of record before a preprint, one with
/// its place of printing before one without, a record of a work before a reference to it, the
/// fuller before the poorer, and else the earlier.
pub(super) fn order(records: &[Record]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_cached_key(|at| records.get(*at).map(|record| (standing(record), *at)));
    order
}

/// Smaller is more trusted.
fn standing(record: &Record) -> (bool, Reverse<usize>, u8, Reverse<usize>) {
    let places = [Field::Volume, Field::Pages, Field::Doi]
        .iter()
        .filter(|field| record.has(**field))
        .count();
    let role = match record.role {
        Role::Primary => 0,
        Role::Related => 1,
        Role::Reference => 2,
    };
    (
        record.entry_type == EntryType::Preprint,
        Reverse(places),
        role,
        Reverse(record.fields().count()),
    )
}

/// How little an entry type says; the least vague is kept, of equal ones the most trusted.
pub(super) fn vagueness(entry_type: EntryType) -> u8 {
    match entry_type {
        EntryType::Misc => 4,
        EntryType::Online => 3,
        EntryType::Preprint | EntryType::Unpublished => 2,
        EntryType::Thesis => 1,
        _ => 0,
    }
}
