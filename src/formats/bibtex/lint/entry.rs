//! [`Entry`]: what a lint sees, and how it reports.

use super::{File, Lint, Model, known_fields};
use crate::formats::bibtex::blocks::Block;
use crate::formats::bibtex::values;
use crate::formats::{RawField, RawName};
use crate::model::{EntryType, Field};
use crate::report::{Edit, Fix};
use crate::source::Span;

/// One thing a lint found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The id of the lint.
    pub id: &'static str,
    /// Where.
    pub span: Span,
    /// The citation key of the entry; empty in a `@string`.
    pub key: Span,
    /// One sentence without a final stop.
    pub message: String,
    /// Other places concerned, with a word about each.
    pub labels: Vec<(Span, String)>,
    /// How it is mended.
    pub fix: Option<Fix>,
}

/// A field as it is written.
#[derive(Debug, Clone, Copy)]
pub struct Written<'t> {
    /// Its name.
    pub name: &'t str,
    /// Where the name stands.
    pub name_span: Span,
    /// Its value with delimiters.
    pub value: Span,
    /// What stands between the delimiters, where the value is one part in delimiters or a number.
    pub inside: Option<&'t str>,
    /// Where that begins.
    pub start: usize,
    /// What field it is.
    pub field: Option<Field>,
    /// Whether some data model, style or program has a field of this name.
    pub known: bool,
}

impl<'t> Written<'t> {
    pub(super) fn new(file: &File<'t>, (raw, field): (&RawField, Option<Field>)) -> Option<Self> {
        let RawName::Written(name_span) = raw.name else {
            return None;
        };
        let text = file.text();
        let name = name_span.of(text);
        let whole = raw.value.of(text);
        let inner = values::inside_at(text, raw.value, file.joints());
        let delimited = inner.len() < whole.len();
        let bare = whole.bytes().all(|byte| byte.is_ascii_digit());
        Some(Self {
            name,
            name_span,
            value: raw.value,
            inside: (delimited || bare).then_some(inner),
            start: raw.value.start as usize + usize::from(delimited),
            field,
            known: field.is_some() || known_fields::is_known(name),
        })
    }

    /// Whether this is its name.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The span of `len` bytes from `at` on in [`Self::inside`].
    pub fn span(&self, at: usize, len: usize) -> Span {
        Span::new(self.start + at, self.start + at + len)
    }

    /// The span of a part of [`Self::inside`].
    pub fn span_of(&self, part: &str) -> Span {
        let inside = self.inside.unwrap_or_default();
        let at = (part.as_ptr() as usize).wrapping_sub(inside.as_ptr() as usize);
        if at > inside.len() {
            return self.value;
        }
        self.span(at, part.len())
    }
}

/// One block of a file, as a lint sees it.
#[derive(Debug)]
pub struct Entry<'a> {
    file: &'a File<'a>,
    at: usize,
    block: &'a Block,
    fields: &'a [Written<'a>],
    lint: &'static Lint,
    found: &'a mut Vec<Found>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(
        file: &'a File<'a>,
        (at, block): (usize, &'a Block),
        fields: &'a [Written<'a>],
        lint: &'static Lint,
        found: &'a mut Vec<Found>,
    ) -> Self {
        Self {
            file,
            at,
            block,
            fields,
            lint,
            found,
        }
    }

    /// The file around it.
    pub fn file(&self) -> &'a File<'a> {
        self.file
    }

    /// Its place among the blocks of the file.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The block.
    pub fn block(&self) -> &'a Block {
        self.block
    }

    /// The word after the `@`.
    pub fn word(&self) -> &'a str {
        self.block().word.of(self.file.text())
    }

    /// The citation key.
    pub fn key(&self) -> &'a str {
        self.block().key.of(self.file.text())
    }

    /// What is pointed at where the entry as a whole is meant: its key, or its type.
    pub fn head(&self) -> Span {
        let block = self.block();
        if block.key.is_empty() {
            block.word
        } else {
            block.key
        }
    }

    /// Its type; [`None`] for a word nobody knows.
    pub fn entry_type(&self) -> Option<EntryType> {
        self.file.entry_type(self.at)
    }

    /// The data model the file is held to.
    pub fn model(&self) -> Model {
        self.file.model()
    }

    /// Its fields in order, repeats included.
    pub fn fields(&self) -> &'a [Written<'a>] {
        self.fields
    }

    /// Reports a fault at `span`.
    pub fn report(&mut self, span: Span, message: impl Into<String>) {
        self.push(span, message.into(), Vec::new(), None);
    }

    /// Reports a fault at `span` that also concerns another place.
    pub fn report_with_label(
        &mut self,
        span: Span,
        message: impl Into<String>,
        at: Span,
        text: &str,
    ) {
        self.push(span, message.into(), vec![(at, text.to_owned())], None);
    }

    /// Reports a fault at `span` that `edits` mend, as far as the lint's edits can be trusted.
    pub fn report_with_fix(&mut self, span: Span, message: impl Into<String>, edits: Vec<Edit>) {
        let fix = self.lint.safety.map(|safety| Fix { safety, edits });
        self.push(span, message.into(), Vec::new(), fix);
    }

    fn push(&mut self, span: Span, message: String, labels: Vec<(Span, String)>, fix: Option<Fix>) {
        self.found.push(Found {
            id: self.lint.doc.id,
            span,
            key: self.block().key,
            message,
            labels,
            fix,
        });
    }
}

/// Fields that a style prints as prose.
pub(super) fn is_printed(field: Option<Field>) -> bool {
    use Field::{
        Addendum, Author, BookAuthor, BookSubtitle, BookTitle, Chapter, Contributor, Edition,
        Editor, EventTitle, HowPublished, Institution, IssueTitle, JournalSubtitle, JournalTitle,
        Location, MainTitle, Note, Organization, Publisher, Series, SeriesEditor, ShortJournal,
        ShortTitle, Subtitle, Title, TitleAddon, Translator, Type, Venue,
    };
    field.is_some_and(|field| {
        matches!(
            field,
            Addendum
                | Author
                | BookAuthor
                | BookSubtitle
                | BookTitle
                | Chapter
                | Contributor
                | Edition
                | Editor
                | EventTitle
                | HowPublished
                | Institution
                | IssueTitle
                | JournalSubtitle
                | JournalTitle
                | Location
                | MainTitle
                | Note
                | Organization
                | Publisher
                | Series
                | SeriesEditor
                | ShortJournal
                | ShortTitle
                | Subtitle
                | Title
                | TitleAddon
                | Translator
                | Type
                | Venue
        )
    })
}
