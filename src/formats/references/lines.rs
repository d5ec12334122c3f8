//! References whose text is no single span of the source: joined from several lines, or with what an
//! earlier one says in front.

use super::model::Model;
use super::parse::{Parsed, parse};
use super::segment::{Joined, Repeat};
use crate::formats::{Meaning, RawName};
use crate::model::Field;
use crate::source::Span;

/// The texts of references that are no single span of the source, by record.
#[derive(Debug, Default)]
pub struct Lines(pub(super) Vec<Option<Own>>);

/// The text of one reference.
#[derive(Debug)]
pub(super) struct Own {
    pub(super) text: String,
    /// How much of it stands for what an earlier reference says.
    borrowed: usize,
    /// How much of the joined text that replaces.
    replaced: usize,
    joined: Joined,
}

impl Own {
    /// The place in the source of a span of the text.
    pub(super) fn place(&self, span: Span, whole: Span) -> Span {
        let range = span.range();
        if range.start < self.borrowed {
            return whole;
        }
        let shift = |at: usize| at - self.borrowed + self.replaced;
        self.joined.span(shift(range.start)..shift(range.end))
    }
}

/// Reads a reference with a text of its own: what an earlier one says, then its own words without
/// those that stand for that.
pub(super) fn own(joined: Joined, said: String, replaced: usize) -> (Option<Own>, Parsed) {
    let mut text = said;
    let borrowed = text.len();
    text.push_str(joined.text.get(replaced..).unwrap_or_default());
    let parsed = parse(&text, Model::builtin());
    let own = Own {
        text,
        borrowed,
        replaced,
        joined,
    };
    (Some(own), parsed)
}

/// What a reference says of its people, or all it says before its pages.
pub(super) fn said(text: &str, parsed: &Parsed, repeat: Repeat) -> Option<String> {
    let people = parsed.fields.iter().find(|field| {
        matches!(
            field.name,
            RawName::Meant(Meaning::Field(Field::Author | Field::Editor))
        )
    })?;
    match repeat {
        Repeat::Authors => Some(people.value.of(text).to_owned()),
        Repeat::Work => None,
    }
}
