//! Text and places in it.
//!
//! A [`Source`] is one input, decoded; a [`Span`] is a range of its bytes; a [`LineIndex`] turns
//! an offset into the line and column an editor shows.

pub mod decode;
pub mod encode;
mod line_index;

pub use decode::{Decoded, Decoding, decode};
pub use line_index::{LineColumn, LineIndex};

/// Which of the inputs of a run: its position in the order given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// A half-open range of bytes in the text of one source. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end` in bytes. Sources are below 4 GiB
    /// ([`Source::LIMIT`]), so larger offsets do not occur; they would saturate.
    ///
    /// ```
    /// use bibsift::source::Span;
    /// assert_eq!(Span::new(2, 5).of("abcdef"), "cde");
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// The text the span covers in `text`; empty where the span does not fit it.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a range to index with.
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same span without white space (Unicode) at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inner = self.of(text);
        // As most spans are that are trimmed.
        if let [b'!'..=b'~', .., b'!'..=b'~'] = inner.as_bytes() {
            return self;
        }
        let start = self.start as usize + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }
}

/// A place to point at: a span in one of the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The source.
    pub source: SourceId,
    /// The bytes in it.
    pub span: Span,
}

/// One input: its name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Position among the inputs.
    pub id: SourceId,
    /// What diagnostics call it: the path as given, or `<stdin>`.
    pub name: String,
    /// The decoded text, without a byte order mark.
    pub text: String,
}

impl Source {
    /// Texts of this many bytes or more cannot be addressed by a [`Span`].
    pub const LIMIT: usize = u32::MAX as usize;

    /// A source from text that is already decoded.
    ///
    /// ```
    /// use bibsift::source::{Source, SourceId};
    /// let source = Source::new(SourceId(0), "refs.bib", "@book{a,}");
    /// assert_eq!(source.text.len(), 9);
    /// ```
    pub fn new(id: SourceId, name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            text: text.into(),
        }
    }

    /// A place in this source.
    pub fn place(&self, span: Span) -> Place {
        Place {
            source: self.id,
            span,
        }
    }
}
