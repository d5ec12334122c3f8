//! Lays out a .bib text: the same blocks in the same order, with even indents, lines and spaces.
//!
//! It works on the blocks of [`Cutter`], never on records, so nothing a record has no place for can
//! be lost. Values keep their bytes unless the [`Style`] asks for other delimiters or a width. A
//! block the reader complains of comes out byte for byte.

mod entry;
mod gap;
mod habit;
mod order;
mod style;
mod value;

use std::borrow::Cow;

pub use style::{Alignment, Delimiters, Indent, Sort, Style};

use super::blocks::{Block, BlockKind, Cutter};
use super::faults::Trouble;
use crate::report::Severity;
use crate::source::Span;

/// A text laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidOut {
    /// The text.
    pub text: String,
    /// Blocks that were left as they are, since they are damaged.
    pub kept: Vec<Span>,
}

/// Lays out a .bib text in a style. Doing it again changes nothing.
///
/// Comments, free text, `@string`, `@preamble`, `#` joins and the order of entries stay (but for
/// [`Style::sort`]); so do the line endings of most lines. What `style` leaves open is taken from
/// the habit of more than half of the entries.
///
/// ```
/// use bibsift::formats::bibtex::layout::{Style, lay_out};
///
/// let text = "% keep me\n@Book{k,Title=\"On \" # growth,year=1917}";
/// let laid_out = lay_out(text, &Style::default()).text;
/// assert_eq!(
///     laid_out,
///     "% keep me\n@book{k,\n  title = \"On \" # growth,\n  year = 1917,\n}\n"
/// );
/// ```
pub fn lay_out(text: &str, style: &Style) -> LaidOut {
    let newline = newline_of(text);
    let mut cutter = Cutter::new(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut free = Span::default();
    let mut habit = habit::Habit::default();
    while let Some(block) = cutter.next_block() {
        if block.kind == BlockKind::Free {
            free = block.span;
            continue;
        }
        let sound = {
            let mut troubles = cutter.take_troubles();
            troubles.all(|Trouble { severity, span, .. }| {
                severity == Severity::Note || !within(span, block.span)
            })
        };
        let parts = (sound && block.kind == BlockKind::Entry)
            .then(|| entry::Parts::new(text, &block, cutter.fields()))
            .flatten();
        if let Some(parts) = &parts {
            habit.count(text, &block, parts);
        }
        let inside = match parts {
            Some(parts) => Inside::Entry(parts),
            None if sound && block.kind == BlockKind::String => entry::definition(cutter.fields()),
            None => Inside::AsIs,
        };
        let (before, own) = gap::split(text, std::mem::take(&mut free));
        pieces.push(Piece {
            before,
            own,
            block,
            inside,
        });
    }
    let style = habit.settle(style);
    if style.sort != Sort::Keep {
        order::sort(text, &mut pieces, style.sort);
    }
    write(text, &pieces, free, &style, newline)
}

/// A block, the free text before it, and what is known of its inside.
#[derive(Debug)]
struct Piece {
    before: Span,
    /// Remarks right above the block, which belong to it. They follow `before` in the text.
    own: Span,
    block: Block,
    inside: Inside,
}

/// How the inside of a block is laid out.
#[derive(Debug)]
enum Inside {
    /// Byte for byte.
    AsIs,
    /// Field by field.
    Entry(entry::Parts),
    /// `name = value`, of a `@string`.
    Definition(Span, Span),
}

impl Piece {
    /// The free text before it: as it stands, unless the piece was moved.
    fn free<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.before.end == self.own.start {
            let whole = Span::new(self.before.start as usize, self.own.end as usize);
            return Cow::Borrowed(whole.of(text));
        }
        let before = self.before.of(text);
        let between = if before.ends_with('\n') { "" } else { "\n\n" };
        Cow::Owned([before, between, self.own.of(text)].concat())
    }
}

fn write(
    text: &str,
    pieces: &[Piece],
    tail: Span,
    style: &style::Settled<'_>,
    newline: &str,
) -> LaidOut {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut kept = Vec::new();
    let mut previous: Option<BlockKind> = None;
    for piece in pieces {
        let kind = piece.block.kind;
        let free = piece.free(text);
        gap::write(&mut out, &free, previous, Some(kind), style, newline);
        match &piece.inside {
            Inside::Entry(parts) => {
                entry::write(&mut out, text, &piece.block, parts, style, newline);
            }
            Inside::Definition(name, value) => {
                entry::write_definition(&mut out, text, &piece.block, *name, *value, style);
            }
            Inside::AsIs => {
                if matches!(
                    kind,
                    BlockKind::Entry | BlockKind::String | BlockKind::Broken
                ) {
                    kept.push(piece.block.span);
                }
                out.push_str(piece.block.span.of(text));
            }
        }
        previous = Some(kind);
    }
    gap::write(&mut out, tail.of(text), previous, None, style, newline);
    LaidOut { text: out, kept }
}

/// The line ending of most lines.
fn newline_of(text: &str) -> &'static str {
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let windows = memchr::memmem::find_iter(text.as_bytes(), b"\r\n").count();
    if windows * 2 > lines { "\r\n" } else { "\n" }
}

fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests;
