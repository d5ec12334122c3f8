//! [`Conflict`]: a value that was given up and is not said by the one kept.

use crate::model::{Date, Field, LastPage, Name, Pages, Text, Tracked, Value};
use crate::text::fold::fold;

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

/// Whether `kept` says all that `other` says.
pub(super) fn says_no_more(other: &Value, kept: &Value) -> bool {
    if other == kept {
        return true;
    }
    match (other, kept) {
        (Value::Text(other), Value::Text(kept)) => text_in(other, kept),
        (Value::Names(other), Value::Names(kept)) => {
            let has = |name: &Name| kept.list.iter().any(|kept| name_in(name, kept));
            other.list.iter().all(has)
        }
        (Value::Date(other), Value::Date(kept)) => date_in(other, kept),
        (Value::Pages(other), Value::Pages(kept)) => pages_in(other, kept),
        (Value::List(other), Value::List(kept)) => other
            .iter()
            .all(|one| kept.iter().any(|kept| text_in(one, kept))),
        (Value::Text(one), Value::List(kept)) => kept.iter().any(|kept| text_in(one, kept)),
        _ => false,
    }
}

/// Whether two texts differ in case and punctuation only, or the one kept begins with the other.
fn text_in(other: &Text, kept: &Text) -> bool {
    let (other, kept) = (fold(&other.content), fold(&kept.content));
    kept.starts_with(&other)
}

fn name_in(other: &Name, kept: &Name) -> bool {
    let initial = |name: &Name| fold(&name.given).chars().next();
    fold(&other.family) == fold(&kept.family)
        && (other.given.is_empty() || initial(other) == initial(kept))
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
