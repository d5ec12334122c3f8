//! [`Tags`]: what meta tags say, by name.

use super::document::Attribute;
use super::said::Said;
use crate::model::Field;
use crate::source::Span;
use std::collections::HashMap;

/// The values of tags by name, in the order of the page.
pub(super) struct Tags<'a>(pub(super) HashMap<&'a str, Vec<&'a Attribute>>);

impl<'a> Tags<'a> {
    /// The values of a name.
    fn all(&self, name: &str) -> &[&'a Attribute] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The first value of a name that says something.
    pub(super) fn first(&self, name: &str) -> Option<(&'a str, Span)> {
        let mut values = self.all(name).iter();
        values
            .find(|value| !value.value.trim().is_empty())
            .map(|value| (value.value.as_str(), value.span))
    }

    /// Adds the first value each field of a table has.
    pub(super) fn fill(&self, table: &[(Field, &[&str])], said: &mut Said<'_>) {
        for (field, names) in table {
            if let Some((words, span)) = names.iter().find_map(|name| self.first(name)) {
                said.add(*field, words, span);
            }
        }
    }
}
