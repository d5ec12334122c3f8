//! Places as people look them up: file, line and column.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::rows::PlaceRow;
use crate::pipeline::Run;
use crate::source::{LineIndex, Place, SourceId};

/// Lines and columns of all sources, each counted when first asked for.
pub(super) struct Places<'a> {
    run: &'a Run,
    lines: RefCell<BTreeMap<SourceId, LineIndex>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(run: &'a Run) -> Self {
        Self {
            run,
            lines: RefCell::default(),
        }
    }

    pub(super) fn row(&self, place: Place) -> PlaceRow<'a> {
        let Some(source) = self.run.source(place.source) else {
            return PlaceRow {
                file: "",
                line: 0,
                column: 0,
            };
        };
        let mut all = self.lines.borrow_mut();
        let lines = all
            .entry(place.source)
            .or_insert_with(|| LineIndex::new(&source.text));
        let at = lines.line_column(&source.text, place.span.start);
        PlaceRow {
            file: &source.name,
            line: at.line,
            column: at.column,
        }
    }

    pub(super) fn text(&self, place: Place) -> &'a str {
        let source = self.run.source(place.source);
        source.map_or("", |source| place.span.of(&source.text))
    }
}
