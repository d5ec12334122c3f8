//! [`Regions`]: places as lines and columns.

use std::collections::BTreeMap;

use super::Check;
use crate::source::{LineIndex, Place};

/// A place by lines and columns, both from 1; the end lies behind the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The line it begins on.
    pub line: usize,
    /// The column it begins at, in characters.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column behind it.
    pub end_column: usize,
}

/// Finds lines and columns, indexing each source once.
#[derive(Debug)]
pub struct Regions<'c> {
    check: &'c Check,
    indices: BTreeMap<u32, LineIndex>,
}

impl<'c> Regions<'c> {
    /// For the places of a check.
    pub fn new(check: &'c Check) -> Self {
        Self {
            check,
            indices: BTreeMap::new(),
        }
    }

    /// Where a place is.
    pub fn of(&mut self, place: Place) -> Region {
        let text = self
            .check
            .source(place.source)
            .map_or("", |source| source.text.as_str());
        let index = self
            .indices
            .entry(place.source.0)
            .or_insert_with(|| LineIndex::new(text));
        let start = index.line_column(text, place.span.start);
        let end = index.line_column(text, place.span.end.max(place.span.start));
        Region {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
