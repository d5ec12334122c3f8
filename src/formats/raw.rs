//! [`RawRecords`]: what a reader found, as spans of the text. Nothing is decoded and nothing is
//! lost: names, values, order and repeats are as they stood.

mod packed;

pub use packed::Fields;

use self::packed::Packed;
use super::bibtex::BibContext;
use super::references::Lines;
use crate::model::{Field, Record, Role};
use crate::source::Span;

/// All raw records of one source. Fields of all records share one vector, some five bytes each.
#[derive(Debug, Default)]
pub struct RawRecords {
    /// The records in order.
    pub records: Vec<RawRecord>,
    fields: Packed,
    /// What the records of the file share.
    pub context: Context,
}

/// One record as spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RawRecord {
    /// The whole record.
    pub span: Span,
    /// The word that tells the type (`article`, `JOUR`); empty where there is none.
    pub entry_type: Span,
    /// The citation key or the format's own id; empty where there is none.
    pub key: Span,
    /// What the record is to the page.
    pub role: Role,
    /// Which reader of a folder of readers found it, as that folder numbers them.
    pub reader: u8,
    /// Whether a value of it goes on over several lines, as far as its format has lines.
    pub(crate) wrapped: bool,
    /// Whether its end is missing, as far as its format has ends.
    pub(crate) broken: bool,
    /// How many fields it has, and where they are kept.
    fields: u32,
    first_field: usize,
}

/// One field as spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawField {
    /// What it is called.
    pub name: RawName,
    /// Its value with whatever delimiters the format has.
    pub value: Span,
}

/// What a raw field is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawName {
    /// A name in the text: `journaltitle`, `T2`, `作者`.
    Written(Span),
    /// The text has no name; the layout tells what it is.
    Meant(Meaning),
}

/// What the layout of a page says a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The value of a field, or one item of it: one name, one keyword.
    Field(Field),
    /// The mark of a list of authors cut off: `...`, `et al.`.
    AuthorsTruncated,
    /// A citation statement.
    Statement,
    /// Section and stance of the statement before it: `Discussionmentioning`.
    StatementSection,
    /// The family name that ends the author before it, where the words alone do not tell it.
    FamilyName,
}

/// What the records of one file share, by format.
#[derive(Debug, Default)]
pub enum Context {
    /// Nothing.
    #[default]
    None,
    /// Macros, links between entries, preambles and metadata of a .bib file.
    Bibtex(Box<BibContext>),
    /// The texts of references that were joined from several lines.
    References(Box<Lines>),
    /// The records of a page of HTML: most values are decoded and joined from several descriptions
    /// and are no spans of the text.
    Typed(Vec<Record>),
}

impl RawRecords {
    /// Appends a record with its fields. The record's own field range is set here.
    pub fn push(&mut self, mut record: RawRecord, fields: impl IntoIterator<Item = RawField>) {
        record.first_field = self.fields.end();
        let count = self.fields.push(record.span.start, fields);
        record.fields = u32::try_from(count).unwrap_or(u32::MAX);
        self.records.push(record);
    }

    /// The fields of a record, in order, repeats included.
    pub fn fields(&self, record: &RawRecord) -> Fields<'_> {
        let count = record.fields as usize;
        self.fields
            .fields(record.first_field, count, record.span.start)
    }
}

impl RawField {
    /// A field the text names.
    pub fn written(name: Span, value: Span) -> Self {
        Self {
            name: RawName::Written(name),
            value,
        }
    }

    /// A field only the layout names.
    pub fn meant(field: Field, value: Span) -> Self {
        Self {
            name: RawName::Meant(Meaning::Field(field)),
            value,
        }
    }
}
