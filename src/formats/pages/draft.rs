//! [`Draft`]: a raw record while a layout collects it.

use super::names::NameList;
use crate::formats::references::{Own, Reading};
use crate::formats::{Context, Meaning, RawField, RawName, RawRecord, RawRecords};
use crate::model::{Field, Role};
use crate::source::Span;

/// A raw record that is being put together.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    /// The word that tells the type, where the page has one.
    pub(super) entry_type: Span,
    /// What the record is to the page.
    pub(super) role: Role,
    fields: Vec<RawField>,
    /// What a reference is that the model of references read.
    listed: Option<Listed>,
}

/// A reference that the model of references read.
#[derive(Debug, Clone)]
struct Listed {
    /// All of it, in the source.
    span: Span,
    /// The text its fields are spans of, where that is not the source.
    own: Option<Own>,
}

/// The number of the reader in a record that the model of references read.
pub(super) const LISTED: u8 = u8::MAX;

impl Draft {
    /// A draft of this role.
    pub(super) fn new(role: Role) -> Self {
        Self {
            role,
            ..Self::default()
        }
    }

    /// The draft of a reference that covers `span` of the source.
    pub(super) fn listed(reading: Reading, span: Span, role: Role) -> Self {
        Self {
            entry_type: reading.parsed.entry_type,
            role,
            fields: reading.parsed.fields,
            listed: Some(Listed {
                span,
                own: reading.own,
            }),
        }
    }

    /// Adds the names of a list as authors, and that it is cut if it is.
    pub(super) fn add_names(&mut self, found: &NameList) {
        for &name in &found.names {
            self.add(Field::Author, name);
        }
        if !found.cut.is_empty() {
            self.mark(Meaning::AuthorsTruncated, found.cut);
        }
    }

    /// Adds a value, or an item of a list. An empty span says nothing and is left out.
    pub(super) fn add(&mut self, field: Field, value: Span) {
        if !value.is_empty() {
            self.fields.push(RawField::meant(field, value));
        }
    }

    /// Adds a value of a field that has none yet.
    pub(super) fn add_first(&mut self, field: Field, value: Span) {
        if !self.has(field) {
            self.add(field, value);
        }
    }

    /// Adds something that is no field.
    pub(super) fn mark(&mut self, meaning: Meaning, value: Span) {
        self.fields.push(RawField {
            name: RawName::Meant(meaning),
            value,
        });
    }

    /// Takes back that something was found that is no field.
    pub(super) fn unmark(&mut self, meaning: Meaning) {
        self.fields
            .retain(|found| found.name != RawName::Meant(meaning));
    }

    /// Whether the field has a value.
    pub(super) fn has(&self, field: Field) -> bool {
        self.first(field).is_some()
    }

    /// The first value of a field.
    pub(super) fn first(&self, field: Field) -> Option<Span> {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields
            .iter()
            .find(|found| found.name == name)
            .map(|found| found.value)
    }

    /// All values of a field.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = Span> + '_ {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields
            .iter()
            .filter(move |found| found.name == name)
            .map(|found| found.value)
    }

    /// Takes every value of a field out.
    pub(super) fn clear(&mut self, field: Field) {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields.retain(|found| found.name != name);
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether the record can be told from others: it has a title, an identifier, or authors.
    pub(super) fn identifies(&self) -> bool {
        [Field::Title, Field::Doi, Field::Pmid, Field::Author]
            .iter()
            .any(|&field| self.has(field))
    }

    /// Pushes the record; its span is what its values span.
    pub(super) fn push(self, reader: u8, out: &mut RawRecords) {
        let spans = || self.fields.iter().map(|field| field.value);
        let span = Span {
            start: spans().map(|span| span.start).min().unwrap_or(0),
            end: spans().map(|span| span.end).max().unwrap_or(0),
        };
        let mut record = RawRecord::default();
        record.span = self.listed.as_ref().map_or(span, |listed| listed.span);
        record.entry_type = self.entry_type;
        record.role = self.role;
        record.reader = self.listed.as_ref().map_or(reader, |_| LISTED);
        let at = out.records.len();
        out.push(record, self.fields);
        if let Some(own) = self.listed.and_then(|listed| listed.own) {
            if !matches!(out.context, Context::References(_)) {
                out.context = Context::References(Box::default());
            }
            if let Context::References(lines) = &mut out.context {
                lines.put(at, Some(own));
            }
        }
    }
}
