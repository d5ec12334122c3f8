//! One reference of a list, read.
//!
//! A reference on one line has its fields as spans of the source. One that was joined from several
//! lines, or whose authors stand in an earlier one, has a text of its own ([`Own`]), and its fields
//! are spans of that.

use super::model::Model;
use super::parse::{Parsed, parse};
use super::segment::{Item, Joined, Repeat};
use crate::formats::{Meaning, RawName};
use crate::model::Field;
use crate::source::Span;
use crate::text::{html, latex, mojibake};

/// What was read of one reference.
#[derive(Debug)]
pub(in crate::formats) struct Reading {
    /// Its text, where it is no single span of the source.
    pub(in crate::formats) own: Option<Own>,
    /// Its fields, as spans of its own text or of the source.
    pub(in crate::formats) parsed: Parsed,
}

impl Reading {
    /// Reads an item of a list in `text` by its own words.
    pub(in crate::formats) fn of(text: &str, item: &Item) -> Self {
        match item.pieces.as_slice() {
            [only] => Self {
                own: None,
                parsed: moved(parse(only.span.of(text), Model::builtin()), only.span),
            },
            _ => own(item.joined(text), String::new(), 0),
        }
    }

    /// Reads an item as it is meant where its text was decoded in the wrong encoding or has accents
    /// as TeX or HTML write them. [`None`] where it is as it is meant.
    pub(in crate::formats) fn repaired(text: &str, item: &Item) -> Option<Self> {
        let joined = item.joined(text);
        let odd = |c: char| matches!(c, 'Ã' | 'Â' | 'â' | 'Å' | 'Ä' | 'Ð' | 'Ñ' | '\\' | '&');
        // No reference is longer; words and pieces are looked through together.
        if joined.text.len() > 4_000 || !joined.text.contains(odd) {
            return None;
        }
        let whole = mojibake::repair(&joined.text);
        let words: Option<Vec<&str>> = whole.as_deref().map(|whole| whole.split(' ').collect());
        let meant = joined.repaired(|n, word| {
            // `{\em Title of it}`, whose words are looked at one by one.
            let font = ["{\\em", "{\\it", "{\\bf", "{\\sl", "{\\sc", "\\newblock"];
            if font.contains(&word) {
                return Some(String::new());
            }
            let again = match &words {
                Some(words) => words.get(n).map(|word| (*word).to_owned()),
                None => mojibake::repair(word),
            };
            let word = again.as_deref().unwrap_or(word);
            let plain = html::decode_entities(word);
            let accent = plain.contains('\\') && !plain.contains("http");
            let mut plain = if accent {
                latex::decode(&plain).0.into_owned()
            } else {
                plain.into_owned()
            };
            // The brace that closes such a group.
            if plain.matches('}').count() > plain.matches('{').count() {
                plain = plain.replacen('}', "", 1);
            }
            Some(plain)
        })?;
        Some(own(meant, String::new(), 0))
    }

    /// Reads an item whose first words stand for what an earlier one says. [`None`] where they
    /// stand for nothing known.
    pub(in crate::formats) fn repeating(text: &str, item: &Item, earlier: &Self) -> Option<Self> {
        let words = item.stand_in?;
        let said = said(earlier.text(text), &earlier.parsed, words.repeat)?;
        Some(own(item.joined(text), said, words.span.len()))
    }

    /// The text that the spans of its fields are of; `source` is the text it was read from.
    pub(in crate::formats) fn text<'a>(&'a self, source: &'a str) -> &'a str {
        self.own.as_ref().map_or(source, Own::text)
    }

    /// The whole reference as a span of the same text.
    pub(in crate::formats) fn whole(&self, item: &Item) -> Span {
        self.own
            .as_ref()
            .map_or(item.span(), |own| Span::new(0, own.text.len()))
    }
}

/// The texts of references that are no single span of the source, by record.
#[derive(Debug, Default)]
pub struct Lines(Vec<Option<Own>>);

impl Lines {
    /// Whether every reference is a span of the source.
    pub(in crate::formats) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the text of the record of this index, if it has its own.
    pub(in crate::formats) fn put(&mut self, index: usize, own: Option<Own>) {
        if own.is_some() {
            self.0.resize_with(index, || None);
            self.0.push(own);
        }
    }

    /// The text of the record of this index, if it has its own.
    pub(in crate::formats) fn of(&self, index: usize) -> Option<&Own> {
        self.0.get(index)?.as_ref()
    }
}

/// The text of one reference.
#[derive(Debug, Clone)]
pub(in crate::formats) struct Own {
    text: String,
    /// How much of it stands for what an earlier reference says.
    borrowed: usize,
    /// How much of the joined text that replaces.
    replaced: usize,
    joined: Joined,
}

impl Own {
    /// The text.
    pub(in crate::formats) fn text(&self) -> &str {
        &self.text
    }

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
fn own(joined: Joined, said: String, replaced: usize) -> Reading {
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
    Reading {
        own: Some(own),
        parsed,
    }
}

/// What a reference says of its people, or all it says before its pages.
fn said(text: &str, parsed: &Parsed, repeat: Repeat) -> Option<String> {
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

/// The fields of a reference as spans of the source.
pub(super) fn moved(mut parsed: Parsed, by: Span) -> Parsed {
    let shift = |span: Span| Span {
        start: span.start.saturating_add(by.start),
        end: span.end.saturating_add(by.start),
    };
    for field in &mut parsed.fields {
        field.value = shift(field.value);
    }
    if !parsed.entry_type.is_empty() {
        parsed.entry_type = shift(parsed.entry_type);
    }
    parsed
}
