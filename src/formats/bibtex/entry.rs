//! The inside of a block: its key and its fields, as spans.
//!
//! Braces count as BibTeX counts them: a backslash before one changes nothing.

use memchr::memchr2_iter;

use super::faults::{self, Trouble};
use super::marks::{self, Head, skip_white};
use crate::formats::RawField;
use crate::model::Field;
use crate::source::Span;

/// What was found of a block's inside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    /// The citation key.
    pub(super) key: Span,
    /// Offset after the block.
    pub(super) end: usize,
    /// Whether its closing delimiter was found.
    pub(super) closed: bool,
}

/// Reads the inside of one block.
#[derive(Debug)]
pub(super) struct Scanner<'c, 't> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    /// The closing delimiter.
    pub(super) close: u8,
    /// Where the block surely ends, once a value has run into the next entry or the end of the
    /// text. From then on a value also ends before a line that begins a field.
    pub(super) limit: Option<usize>,
    pub(super) fields: &'c mut Vec<RawField>,
    pub(super) troubles: &'c mut Vec<Trouble>,
}

impl<'c, 't> Scanner<'c, 't> {
    pub(super) fn new(
        text: &'t str,
        head: &Head,
        fields: &'c mut Vec<RawField>,
        troubles: &'c mut Vec<Trouble>,
    ) -> Self {
        let bytes = text.as_bytes();
        Self {
            text,
            bytes,
            at: head.open + 1,
            close: if bytes.get(head.open) == Some(&b'(') {
                b')'
            } else {
                b'}'
            },
            limit: None,
            fields,
            troubles,
        }
    }

    /// Reads `key, name = value, … }`.
    pub(super) fn entry(mut self) -> Body {
        let key = self.key();
        let closed = self.fields();
        self.body(key, closed)
    }

    /// Reads `name = value }`.
    pub(super) fn definitions(mut self) -> Body {
        let closed = self.fields();
        self.body(Span::default(), closed)
    }

    /// Reads `value }`; the value becomes a field without name.
    pub(super) fn preamble(mut self) -> Body {
        let start = skip_white(self.bytes, self.at);
        self.at = start;
        self.value(Span::new(start, start));
        let closed = self.fields();
        self.body(Span::default(), closed)
    }

    fn body(self, key: Span, closed: bool) -> Body {
        Body {
            key,
            end: if closed {
                self.at
            } else {
                // White space before the next block is free text.
                let whole = self.text.get(..self.at).unwrap_or_default();
                whole.trim_end().len()
            },
            closed,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        if self.limit.is_some_and(|limit| self.at >= limit) {
            return None;
        }
        self.bytes.get(self.at).copied()
    }

    pub(super) fn warn(
        &mut self,
        fault: &'static crate::doc::Doc,
        span: Span,
        found: &'static str,
    ) {
        self.troubles.push(Trouble::warning(fault, span, found));
    }

    fn key(&mut self) -> Span {
        let start = skip_white(self.bytes, self.at);
        let rest = self.bytes.get(start..).unwrap_or_default();
        let close = self.close;
        let found = rest.iter().position(|byte| {
            matches!(byte, b',' | b'=' | b'{' | b'"' | b'\n' | b'\r') || *byte == close
        });
        let end = found.map_or(self.bytes.len(), |found| start + found);
        marks::visited(end - start);
        let span = Span::new(start, end).trim(self.text);
        self.at = end;
        match self.bytes.get(end) {
            Some(b'=') => return self.key_before_field(span),
            Some(b'\n' | b'\r') => {
                let next = skip_white(self.bytes, end);
                let expected = self
                    .bytes
                    .get(next)
                    .is_none_or(|byte| *byte == b',' || *byte == close);
                if !expected {
                    self.warn(
                        &faults::MISSING_COMMA,
                        span,
                        "no comma after the citation key",
                    );
                }
            }
            Some(b'{' | b'"') => {
                // A key in braces or quotes, or a key with a stray brace: up to its comma.
                let line = marks::line_end(self.bytes, start);
                let inside = self.bytes.get(start..line).unwrap_or_default();
                let end = inside
                    .iter()
                    .position(|byte| *byte == b',')
                    .map_or(line, |n| start + n);
                self.at = end;
                let span = Span::new(start, end).trim(self.text);
                self.warn(&faults::ODD_KEY, span, "the citation key holds a delimiter");
                return span;
            }
            _ => {}
        }
        if span.is_empty() {
            let at = Span::new(start.saturating_sub(1), start);
            self.warn(&faults::MISSING_KEY, at, "the entry has no citation key");
        } else if span.of(self.text).contains(char::is_whitespace) {
            self.warn(&faults::ODD_KEY, span, "the citation key holds white space");
        }
        span
    }

    /// An `=` came before any comma: the word before it names a field, unless the whole is a key
    /// that holds a `=`.
    fn key_before_field(&mut self, before: Span) -> Span {
        let words = before.of(self.text);
        let name = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = skip_white(self.bytes, self.at + 1);
        let delimited = matches!(self.bytes.get(after), Some(b'{' | b'"'));
        let field = Field::from_bib(name).is_some() || matches!(name, "month" | "day");
        if !delimited && !field {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let stop = |byte: &u8| matches!(byte, b',' | b'\n' | b'\r' | b'{' | b'}' | b'"');
            let end = rest
                .iter()
                .position(stop)
                .map_or(self.bytes.len(), |n| self.at + n);
            self.at = end;
            return Span::new(before.start as usize, end).trim(self.text);
        }
        let key_end = before.end as usize - name.len();
        self.at = key_end;
        let key = Span::new(before.start as usize, key_end).trim(self.text);
        let name = Span::new(key_end, before.end as usize);
        if key.is_empty() {
            self.warn(&faults::MISSING_KEY, name, "the entry has no citation key");
        } else {
            self.warn(
                &faults::MISSING_COMMA,
                key,
                "no comma after the citation key",
            );
        }
        key
    }

    /// Reads fields up to and with the closing delimiter; false where there is none.
    fn fields(&mut self) -> bool {
        loop {
            self.at = skip_white(self.bytes, self.at);
            let Some(byte) = self.peek() else {
                self.at = self.limit.unwrap_or(self.bytes.len());
                return false;
            };
            match byte {
                b',' => self.at += 1,
                b'%' => self.at = marks::line_end(self.bytes, self.at),
                b'@' if marks::head(self.text, self.at).is_some() => return false,
                _ if byte == self.close => {
                    let brace = Span::new(self.at, self.at + 1);
                    self.at += 1;
                    let comma = skip_white(self.bytes, self.at);
                    let goes_on = self.bytes.get(comma) == Some(&b',')
                        && marks::begins_field(self.bytes, comma + 1);
                    if !goes_on {
                        return true;
                    }
                    self.warn(
                        &faults::STRAY_TEXT,
                        brace,
                        "a closing delimiter too many: the fields go on after it",
                    );
                }
                _ => self.field(),
            }
        }
    }

    /// Reads `name = value`, or steps over what is no field.
    fn field(&mut self) {
        let start = self.at;
        let mut end = marks::name_end(self.bytes, start);
        let mut next = skip_white(self.bytes, end);
        if self.bytes.get(next) != Some(&b'=') {
            // A name of several words.
            let rest = self.bytes.get(next..).unwrap_or_default();
            let rest = rest.get(..64).unwrap_or(rest);
            let stop = |byte: &u8| {
                matches!(
                    byte,
                    b'=' | b',' | b'{' | b'}' | b'"' | b'\n' | b'\r' | b'@'
                )
            };
            if let Some(n) = rest.iter().position(stop)
                && rest.get(n) == Some(&b'=')
                && end > start
            {
                next += n;
                end = Span::new(start, next).trim(self.text).end as usize;
                self.warn(
                    &faults::ODD_FIELD_NAME,
                    Span::new(start, end),
                    "the field name holds white space or a delimiter",
                );
            }
        }
        let name = Span::new(start, end);
        match self.bytes.get(next) {
            Some(b'=') if end > start => {
                self.at = next + 1;
                self.value(name);
            }
            Some(b'{' | b'"') if end > start => {
                self.warn(
                    &faults::MISSING_EQUALS,
                    name,
                    "no '=' between field name and value",
                );
                self.at = next;
                self.value(name);
            }
            _ => self.stray(start),
        }
    }

    /// Steps over text that is no field: to the next comma, line end or closing delimiter.
    fn stray(&mut self, start: usize) {
        let limit = self.limit.unwrap_or(self.bytes.len());
        let mut depth = 0_usize;
        let mut at = start;
        while at < limit {
            match self.bytes.get(at) {
                None => break,
                Some(b'{') => depth += 1,
                Some(b'}') if depth > 0 => depth -= 1,
                Some(byte) if depth == 0 && *byte == self.close => break,
                Some(b',') if depth == 0 && at > start => break,
                Some(b'\n' | b'\r') if depth == 0 => break,
                Some(b'@') if at > start && marks::restarts(self.text, at) => break,
                _ => {}
            }
            at += 1;
        }
        // At least one byte, and never half a character.
        at = at.max(start + 1);
        while at < limit && !self.text.is_char_boundary(at) {
            at += 1;
        }
        self.at = at;
        marks::visited(at - start);
        let span = Span::new(start, at).trim(self.text);
        if !span.is_empty() {
            self.warn(&faults::STRAY_TEXT, span, "text that is no field");
            if span.of(self.text).contains(char::is_alphanumeric) {
                // A value without a name, so that the text is not lost.
                self.fields
                    .push(RawField::written(Span::new(start, start), span));
            }
        }
    }
}

/// The brace that closes the one at `open`.
pub(super) fn matching_brace(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for found in memchr2_iter(b'{', b'}', bytes.get(open..)?) {
        if bytes.get(open + found) == Some(&b'{') {
            depth += 1;
        } else {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                marks::visited(found);
                return Some(open + found);
            }
        }
    }
    marks::visited(bytes.len() - open);
    None
}
