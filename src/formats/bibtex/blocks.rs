//! The lossless cutter: a .bib text as blocks that tile it exactly.
//!
//! One linear pass, whatever the text: an entry that is never closed ends where the next one
//! begins on a line of its own. Nothing is decoded here; a formatter can lay out the same blocks.

use memchr::{memchr2, memchr2_iter};

use super::entry::{self, Scanner};
use super::faults::{self, Trouble};
use super::marks::{self, Head};
use crate::formats::{RawField, RawRecord, RawRecords};
use crate::source::Span;

/// One block of a .bib text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it, from the `@` to its closing brace.
    pub span: Span,
    /// The word after the `@`; empty in free text.
    pub word: Span,
    /// The citation key; empty where there is none.
    pub key: Span,
    /// What stands between the outer delimiters.
    pub body: Span,
}

/// The kinds of block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// `@article{key, …}`.
    Entry,
    /// `@string{name = value}`.
    String,
    /// `@preamble{…}`.
    Preamble,
    /// `@comment{…}`, or `@comment …` to the end of its line.
    Comment,
    /// Text between blocks, which BibTeX ignores: remarks, `%` lines, blank lines.
    Free,
    /// An entry that is never closed. What fields it has are read all the same.
    Broken,
}

/// Cuts a text into blocks, one at a time. Laid end to end their spans are the text.
///
/// ```
/// use bibsift::formats::bibtex::blocks::{BlockKind, Cutter};
/// let text = "% refs\n@book{k, title = {On Growth}, year = 1917}\n";
/// let mut cutter = Cutter::new(text);
/// let kinds: Vec<_> = std::iter::from_fn(|| cutter.next_block()).map(|b| b.kind).collect();
/// assert_eq!(kinds, [BlockKind::Free, BlockKind::Entry, BlockKind::Free]);
/// ```
#[derive(Debug)]
pub struct Cutter<'t> {
    text: &'t str,
    at: usize,
    /// The head of the block that begins at `at`, once the free text before it has been given.
    ahead: Option<Head>,
    fields: Vec<RawField>,
    troubles: Vec<Trouble>,
    pairs: Option<Pairs>,
    /// The entries of the text that are known, and how many of them are behind.
    known: Option<(&'t RawRecords, usize)>,
}

impl<'t> Cutter<'t> {
    /// A cutter at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            ahead: None,
            fields: Vec::new(),
            troubles: Vec::new(),
            pairs: None,
            known: None,
        }
    }

    /// A cutter of a text that was read before, as `raws`. What was found wrong with the entries is
    /// not found again.
    pub(super) fn again(text: &'t str, raws: &'t RawRecords) -> Self {
        Self {
            known: Some((raws, 0)),
            ..Self::new(text)
        }
    }

    /// The next block; [`None`] at the end of the text.
    pub fn next_block(&mut self) -> Option<Block> {
        self.fields.clear();
        if let Some(head) = self.ahead.take() {
            return Some(self.block(&head));
        }
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let head = self.find_head();
        let end = head.as_ref().map_or(self.text.len(), |head| head.at);
        self.at = end;
        match head {
            Some(head) if end == start => Some(self.block(&head)),
            head => {
                self.ahead = head;
                Some(Block {
                    kind: BlockKind::Free,
                    span: Span::new(start, end),
                    word: Span::default(),
                    key: Span::default(),
                    body: Span::new(start, end),
                })
            }
        }
    }

    /// The fields of the block given last: of an entry, or the definitions of a `@string`.
    pub fn fields(&self) -> &[RawField] {
        &self.fields
    }

    /// What was found wrong since this was last called.
    pub fn take_troubles(&mut self) -> std::vec::Drain<'_, Trouble> {
        self.troubles.drain(..)
    }

    /// Finds where the next block begins. A `%` hides the rest of its line.
    fn find_head(&mut self) -> Option<Head> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'@', b'%', rest)) {
            at += found;
            if bytes.get(at) == Some(&b'%') {
                let end = marks::line_end(bytes, at);
                self.note_commented(at, end);
                at = end;
            } else if let Some(head) = marks::head(self.text, at) {
                return Some(head);
            } else {
                at += 1;
            }
        }
        None
    }

    /// Notes an entry within a comment, for its owner may think it is read.
    fn note_commented(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let line = bytes.get(start..end).unwrap_or_default();
        let Some(found) = memchr::memchr(b'@', line) else {
            return;
        };
        let entry = marks::head(self.text, start + found)
            .filter(|head| !marks::is_command(head.word.of(self.text)));
        if let Some(head) = entry {
            self.troubles.push(Trouble::note(
                &faults::COMMENTED_ENTRY,
                Span::new(head.at, head.open + 1),
                "the entry is in a comment and is not read",
            ));
        }
    }

    fn block(&mut self, head: &Head) -> Block {
        let word = head.word.of(self.text);
        let kind = if word.eq_ignore_ascii_case("comment") {
            return self.comment(head);
        } else if word.eq_ignore_ascii_case("string") {
            BlockKind::String
        } else if word.eq_ignore_ascii_case("preamble") {
            BlockKind::Preamble
        } else {
            BlockKind::Entry
        };
        if let Some(block) = self.known(head) {
            return block;
        }
        let scanner = Scanner::new(self.text, head, &mut self.fields, &mut self.troubles);
        let body = match kind {
            BlockKind::String => scanner.definitions(),
            BlockKind::Preamble => scanner.preamble(),
            _ => scanner.entry(),
        };
        if !body.closed {
            self.troubles.push(Trouble::warning(
                &faults::UNCLOSED_ENTRY,
                Span::new(head.at, head.open + 1),
                "no closing delimiter before the next entry or the end of the text",
            ));
        }
        self.at = body.end;
        Block {
            kind: if body.closed || kind != BlockKind::Entry {
                kind
            } else {
                BlockKind::Broken
            },
            span: Span::new(head.at, body.end),
            word: head.word,
            key: body.key,
            body: Span::new(head.open + 1, body.end - usize::from(body.closed)),
        }
    }

    /// The entry that begins here, where it is known and whole.
    fn known(&mut self, head: &Head) -> Option<Block> {
        let (raws, behind) = self.known.as_mut()?;
        let at = |record: &&RawRecord| (record.span.start as usize) < head.at;
        let ahead = raws.records.get(*behind..)?;
        *behind += ahead.iter().take_while(at).count();
        let record = raws.records.get(*behind)?;
        if record.span.start as usize != head.at || record.broken {
            return None;
        }
        self.fields.extend(raws.fields(record));
        self.at = record.span.end as usize;
        Some(Block {
            kind: BlockKind::Entry,
            span: record.span,
            word: head.word,
            key: record.key,
            body: Span::new(head.open + 1, self.at - 1),
        })
    }

    /// `@comment{…}` up to the matching brace, so that entries inside stay comment; without brace,
    /// or where it is never closed, up to the end of the line.
    fn comment(&mut self, head: &Head) -> Block {
        let bytes = self.text.as_bytes();
        let braced = bytes.get(head.open) == Some(&b'{');
        let close = braced.then(|| self.matching(head.open)).flatten();
        let (end, body) = if let Some(close) = close {
            (close + 1, Span::new(head.open + 1, close))
        } else {
            let end = marks::line_end(bytes, head.open);
            (end, Span::new(head.word.end as usize, end))
        };
        if braced && close.is_none() {
            self.troubles.push(Trouble::warning(
                &faults::UNCLOSED_COMMENT,
                Span::new(head.at, head.open + 1),
                "the comment's brace is never closed, so the comment ends with its line",
            ));
        }
        self.note_commented(body.start as usize, body.end as usize);
        self.at = end;
        Block {
            kind: BlockKind::Comment,
            span: Span::new(head.at, end),
            word: head.word,
            key: Span::default(),
            body,
        }
    }

    /// The brace that closes the one at `open`. The first search that reaches the end of the text
    /// in vain pairs all braces of the text, so that many such searches stay linear together.
    fn matching(&mut self, open: usize) -> Option<usize> {
        if let Some(pairs) = &self.pairs {
            return pairs.close_of(open);
        }
        let found = entry::matching_brace(self.text.as_bytes(), open);
        if found.is_none() {
            self.pairs = Some(Pairs::new(self.text.as_bytes()));
        }
        found
    }
}

/// Every pair of braces in a text, by the opening one.
#[derive(Debug)]
struct Pairs(Vec<(u32, u32)>);

impl Pairs {
    fn new(bytes: &[u8]) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (mut open, mut pairs) = (Vec::new(), Vec::new());
        for at in memchr2_iter(b'{', b'}', bytes) {
            if bytes.get(at) == Some(&b'{') {
                open.push(at);
            } else if let Some(start) = open.pop() {
                pairs.push((narrow(start), narrow(at)));
            }
        }
        pairs.sort_unstable();
        Self(pairs)
    }

    fn close_of(&self, open: usize) -> Option<usize> {
        let open = u32::try_from(open).ok()?;
        let at = self.0.binary_search_by_key(&open, |pair| pair.0).ok()?;
        self.0.get(at).map(|pair| pair.1 as usize)
    }
}
