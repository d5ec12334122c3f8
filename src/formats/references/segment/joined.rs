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
    /// Of each piece that stands for other text of the source: where it begins in the text, and
    /// where the other ends in the source.
    repaired: Vec<(u32, u32)>,
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
        Self {
            text,
            starts,
            repaired: Vec::new(),
        }
    }

    /// The text with each word as `meant` gives it, which gets the words between spaces in order.
    /// [`None`] where no word changes.
    pub fn repaired<'a>(
        &'a self,
        meant: impl Fn(usize, &'a str) -> Option<String>,
    ) -> Option<Self> {
        let mut out = Self {
            text: String::with_capacity(self.text.len()),
            starts: Vec::new(),
            repaired: Vec::new(),
        };
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let mut from = 0;
        for (n, word) in self.text.split(' ').enumerate() {
            if n > 0 {
                out.text.push(' ');
            }
            let whole = self.span(from..from + word.len());
            out.starts.push((at(out.text.len()), whole.start));
            let unbroken = whole.len() == word.len();
            if let Some(found) = meant(n, word).filter(|found| unbroken && found != word) {
                let head: usize = word
                    .chars()
                    .zip(found.chars())
                    .take_while(|(a, b)| a == b)
                    .map(|(a, _)| a.len_utf8())
                    .sum();
                let rest = (word.get(head..)?, found.get(head..)?);
                let tail: usize = rest
                    .0
                    .chars()
                    .rev()
                    .zip(rest.1.chars().rev())
                    .take_while(|(a, b)| a == b)
                    .map(|(a, _)| a.len_utf8())
                    .sum();
                let middle = at(out.text.len() + head);
                out.starts.push((middle, whole.start + at(head)));
                out.repaired.push((middle, whole.end - at(tail)));
                out.starts.push((
                    at(out.text.len() + found.len() - tail),
                    whole.end - at(tail),
                ));
                out.text.push_str(&found);
            } else {
                let inside = self.starts.iter().filter(|(start, _)| {
                    (from + 1..from + word.len()).contains(&(*start as usize))
                });
                let shift = out.text.len();
                out.starts.extend(
                    inside.map(|(start, source)| (at(shift + (*start as usize - from)), *source)),
                );
                out.text.push_str(word);
            }
            from += word.len() + 1;
        }
        (!out.repaired.is_empty()).then_some(out)
    }

    /// The offset in the source of an offset in the text. The space between two pieces is the
    /// break before the second.
    pub fn source(&self, offset: usize) -> usize {
        let at = self
            .starts
            .partition_point(|(start, _)| *start as usize <= offset);
        match at.checked_sub(1).and_then(|last| self.starts.get(last)) {
            Some((start, source)) if self.repair(*start).is_none() => {
                *source as usize + (offset - *start as usize)
            }
            Some((_, source)) => *source as usize,
            None => self.starts.first().map_or(offset, |first| first.1 as usize),
        }
    }

    /// Where the text ends in the source for which the piece that begins here stands.
    fn repair(&self, piece: u32) -> Option<usize> {
        let at = self
            .repaired
            .binary_search_by_key(&piece, |(start, _)| *start)
            .ok()?;
        self.repaired.get(at).map(|(_, end)| *end as usize)
    }

    /// The span in the source from the first to the last byte of a range of the text: over all
    /// that lies between, when the range reaches over a line's end.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.source(range.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        let last = self
            .starts
            .partition_point(|(start, _)| (*start as usize) < range.end);
        if let Some(end) = last
            .checked_sub(1)
            .and_then(|last| self.starts.get(last))
            .and_then(|(piece, _)| self.repair(*piece))
        {
            return Span::new(start, end);
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

    #[test]
    fn words_that_are_meant_otherwise_lead_back_to_what_is_written() {
        let source = "MÃ¼ller, J. FÃ¼r";
        let pieces = [Piece {
            span: Span::new(0, source.len()),
            spaced: false,
        }];
        let joined = Joined::new(source, &pieces);
        let meant = joined
            .repaired(|_, word| crate::text::mojibake::repair(word))
            .unwrap();
        assert_eq!(meant.text, "Müller, J. Für");
        assert_eq!(meant.span(0..7).of(source), "MÃ¼ller");
        assert_eq!(meant.span(1..3).of(source), "Ã¼");
        assert_eq!(meant.span(12..16).of(source), "FÃ¼r");
        assert!(joined.repaired(|_, _| None).is_none());
    }
}
