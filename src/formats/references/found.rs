//! [`Found`]: what the grammar of a standard found in a reference.

use crate::formats::{Meaning, RawField, RawName};
use crate::model::Field;
use crate::source::Span;

/// What a grammar found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) fields: Vec<RawField>,
    /// The mark or word for the kind of work: `J`, `EB`.
    pub(super) mark: Span,
}

impl Found {
    pub(super) fn add(&mut self, field: Field, span: Span) {
        if !span.is_empty() {
            self.fields.push(RawField::meant(field, span));
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields.iter().any(|found| found.name == name)
    }

    pub(super) fn add_first(&mut self, field: Field, span: Span) {
        if !self.has(field) {
            self.add(field, span);
        }
    }

    /// Gives what was found for one field to another.
    pub(super) fn rename(&mut self, from: Field, to: Field) {
        let name = RawName::Meant(Meaning::Field(from));
        for found in &mut self.fields {
            if found.name == name {
                found.name = RawName::Meant(Meaning::Field(to));
            }
        }
    }
}
