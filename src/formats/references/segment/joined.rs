//! The text of a reference in one line, with the way back to its source.

use crate::source::Span;

/// A piece of a reference, and how it is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the source; a hyphen that only divides a word is left out.
    pub span: Span,
    /// Whether the line break before it is a space.
    pub spaced: bool,
}

/// The joined text of a reference, with the way back to the source.
///
/// Every character is from the source; where a line ended, a space may stand for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The text.
    pub text: String,
    /// Where each piece begins: in the text, and in the source.
    starts: Vec<(u32, u32)>,
}

impl Joined {
    /// Joins pieces.
    pub(super) fn new(source: &str, pieces: &[Piece]) -> Self {
        let mut text = String::with_capacity(pieces.iter().map(|piece| piece.span.len() + 1).sum());
        let mut starts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            if piece.spaced && !text.is_empty() {
                text.push(' ');
            }
            let at = u32::try_from(text.len()).unwrap_or(u32::MAX);
            starts.push((at, piece.span.start));
            text.push_str(piece.span.of(source));
        }
        Self { text, starts }
    }

    /// The offset in the source of an offset in the text. The space between two pieces is the
    /// break before the second.
    pub fn source(&self, offset: usize) -> usize {
        let at = self
            .starts
            .partition_point(|(start, _)| *start as usize <= offset);
        match at.checked_sub(1).and_then(|last| self.starts.get(last)) {
            Some((start, source)) => *source as usize + (offset - *start as usize),
            None => self.starts.first().map_or(offset, |first| first.1 as usize),
        }
    }

    /// The span in the source from the first to the last byte of a range of the text: over all
    /// that lies between, when the range reaches over a line's end.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.source(range.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        // The end of a piece is not the start of the next.
        Span::new(start, self.source(range.end - 1) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_the_text_lead_back() {
        let source = "[1] reperto-\n  ire of";
        let pieces = [
            Piece {
                span: Span::new(4, 11),
                spaced: false,
            },
            Piece {
                span: Span::new(15, 21),
                spaced: false,
            },
        ];
        let joined = Joined::new(source, &pieces);
        assert_eq!(joined.text, "repertoire of");
        assert_eq!(joined.span(0..10), Span::new(4, 18));
        assert_eq!(joined.span(11..13).of(source), "of");
    }
}
