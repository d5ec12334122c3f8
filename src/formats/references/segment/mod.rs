//! Pasted lists cut into single references.
//!
//! A list is cut in four steps. Lines are told from page numbers, running heads, headings and link
//! words (`noise`). Markers of one form that count on (`[1]`, `2.`, `¹`, `•`, `[Kan90]`) begin a
//! reference each (`sequence`). Lines are cut into pieces where a work may begin inside them
//! (`units`). A line model then decides which pieces begin a reference (`model`), by the shape
//! of their first words, how the line before ends, room left in it, indentation, empty lines, and
//! what a whole reference looks like.

mod cuts;
mod features;
mod glance;
mod groups;
mod habits;
mod heading;
mod inner;
mod join;
mod joined;
mod keys;
mod lines;
mod links;
mod looks;
mod marker;
mod model;
mod noise;
mod repeated;
mod sections;
mod sequence;
mod shape;
mod sight;
mod units;
mod weights;

pub use features::{Sights, Sums};
pub use groups::{FEATURES, GROUPS};
pub use joined::{Joined, Piece};
pub use model::{LONGEST, Weights, decode};
pub use sections::{Section, find_sections};

/// Whether a text looks like a single reference and like nothing else: it begins with a name, is dated
/// and says where it was printed.
#[must_use]
pub fn is_surely_one(text: &str) -> bool {
    looks::looks(text) == looks::Looks::Sure
}

use crate::source::Span;
use join::Joiner;
use units::Unit;

/// What a text that is a list of references holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Segments {
    /// The references, in order.
    pub items: Vec<Item>,
    /// What belongs to none of them, in order: headings, page numbers, running heads, link words.
    pub aside: Vec<Span>,
}

/// One reference of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its parts of lines in order, without its label.
    pub pieces: Vec<Piece>,
    /// What marks it in the list.
    pub label: Option<Label>,
    /// Words at its start that stand for what an earlier reference says.
    pub stand_in: Option<StandIn>,
}

/// The marker of a reference: `[12]`, `•`, `[Kan90]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Its bytes.
    pub span: Span,
    /// Its number, if it is one.
    pub number: Option<u32>,
}

/// A dash, `Ders.`, `ibid.`: words that stand for what an earlier reference says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandIn {
    /// Its bytes: none where a dash was lost and only its comma is left.
    pub span: Span,
    /// What it stands for.
    pub repeat: Repeat,
    /// The index of the nearest earlier item that says it in full.
    pub of: usize,
}

/// What a stand-in repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// The authors.
    Authors,
    /// The whole work.
    Work,
}

impl Item {
    /// The text of the reference in one line, with the way back to the source it was read from.
    pub fn joined(&self, source: &str) -> Joined {
        Joined::new(source, &self.pieces)
    }

    /// From the first byte of the reference to the last, without its label.
    pub fn span(&self) -> Span {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => Span {
                start: first.span.start,
                end: last.span.end,
            },
            _ => Span::new(0, 0),
        }
    }
}

/// Cuts a list into references. Every byte that is not white space comes out once: in a piece, a
/// label or aside, but for hyphens that only divide a word, marks of quotation (`> `) and HTML tags
/// that end lines. Linear in the length of the text.
///
/// ```
/// use bibsift::formats::references::segment::segment;
/// let text = "[1] A. Smith, J. Phys. 12,\n3 (1999).\n[2] B. Lee, Nature 1, 2 (2000).";
/// let found = segment(text);
/// assert_eq!(found.items[0].joined(text).text, "A. Smith, J. Phys. 12, 3 (1999).");
/// assert_eq!(found.items[1].label.and_then(|label| label.number), Some(2));
/// ```
pub fn segment(text: &str) -> Segments {
    let prepared = Prepared::new(text);
    let starts = decode(&prepared.sights, model::fitted());
    prepared.items(text, &starts)
}

/// Cuts the list that covers a span of a text; the spans that come out are those of the text.
pub fn segment_within(text: &str, span: Span) -> Segments {
    let mut found = segment(span.of(text));
    let shift = |inner: &mut Span| {
        inner.start += span.start;
        inner.end += span.start;
    };
    for item in &mut found.items {
        item.pieces
            .iter_mut()
            .for_each(|piece| shift(&mut piece.span));
        item.label
            .iter_mut()
            .for_each(|label| shift(&mut label.span));
        item.stand_in
            .iter_mut()
            .for_each(|words| shift(&mut words.span));
    }
    found.aside.iter_mut().for_each(shift);
    found
}

/// A list looked at but not cut: what fitting the model works on.
#[derive(Debug)]
pub struct Prepared {
    units: Vec<Unit>,
    aside: Vec<Span>,
    /// The pieces as the model sees them.
    pub sights: Sights,
}

impl Prepared {
    /// Reads the lines and markers of a list.
    pub fn new(text: &str) -> Self {
        let lines = lines::lines(text);
        let marks = sequence::marks(text, &lines);
        let chain = sequence::chain(&marks, lines.len());
        let (units, aside) = units::units(text, &lines, &chain);
        let sights = Sights::new(text, &units, sequence::kind(&chain));
        Self {
            units,
            aside,
            sights,
        }
    }

    /// The bytes of each piece, without markers.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.units.iter().map(|unit| unit.span)
    }

    /// The references of a cut: each begins at a piece.
    pub fn items(self, text: &str, starts: &[usize]) -> Segments {
        let ends = starts.iter().skip(1).copied().chain([self.units.len()]);
        let ranges: Vec<&[Unit]> = starts
            .iter()
            .zip(ends)
            .filter_map(|(start, end)| self.units.get(*start..end))
            .collect();
        let breaks = ranges
            .iter()
            .flat_map(|units| units.windows(2).map(|pair| (pair[0].span, pair[1].span)));
        let joiner = Joiner::new(text, breaks);
        let mut items: Vec<Item> = Vec::with_capacity(ranges.len());
        for units in ranges {
            let label = units.first().and_then(|unit| unit.mark).map(|mark| Label {
                span: mark.span,
                number: (mark.number > 0).then_some(mark.number),
            });
            let mut item = Item {
                pieces: joiner.pieces(units.iter().map(|unit| unit.span)),
                label,
                stand_in: None,
            };
            item.stand_in = stand_in(text, &item, &items);
            items.push(item);
        }
        let mut aside = self.aside;
        aside.sort_unstable_by_key(|span| span.start);
        Segments { items, aside }
    }
}

/// The stand-in an item begins with, if an item before says what it stands for.
fn stand_in(text: &str, item: &Item, before: &[Item]) -> Option<StandIn> {
    let first = item.pieces.first()?.span;
    let (length, repeat) = repeated::repeated(first.of(text))?;
    let last = before.len().checked_sub(1)?;
    // A run of dashes leads to the reference the first of them means.
    let of = before
        .last()
        .and_then(|item| item.stand_in)
        .map_or(last, |earlier| {
            if repeat == Repeat::Authors || earlier.repeat == Repeat::Work {
                earlier.of
            } else {
                last
            }
        });
    Some(StandIn {
        span: Span::new(first.start as usize, first.start as usize + length),
        repeat,
        of,
    })
}

#[cfg(test)]
mod tests;
