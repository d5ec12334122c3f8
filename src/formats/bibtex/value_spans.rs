//! Where the value of a field ends: braces, quotes, numbers, macros and the `#` between them.
//!
//! A value that is never closed ends before the next line that begins a field, or where the next
//! entry begins; its span then leaves the opening delimiter out.

use memchr::memchr3;

use super::entry::Scanner;
use super::faults::{self, Trouble};
use super::marks::{self, skip_white};
use crate::formats::RawField;
use crate::source::Span;

impl Scanner<'_, '_> {
    /// Reads the value after `=` and keeps the field.
    pub(super) fn value(&mut self, name: Span) {
        self.at = skip_white(self.bytes, self.at);
        let mut start = self.at;
        let mut closed = true;
        loop {
            let part = self.at;
            let delimited = match self.peek() {
                Some(b'{') => Some(self.braced()),
                Some(b'"') => Some(self.quoted()),
                None | Some(b',') => None,
                Some(byte) if byte == self.close => None,
                Some(_) => {
                    self.bare();
                    None
                }
            };
            if delimited == Some(false) {
                closed = false;
                // A span without its opening delimiter marks the missing closing one.
                start += usize::from(part == start);
            }
            let after = skip_white(self.bytes, self.at);
            if self.at == part || self.bytes.get(after) != Some(&b'#') {
                break;
            }
            self.at = skip_white(self.bytes, after + 1);
        }
        let end = self.at;
        let start = start.min(end);
        let mut value = Span::new(start, end).trim(self.text);
        if !closed {
            // What runs to the end of its line has the comma that should have followed it.
            let text = value.of(self.text);
            let kept = text.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
            value = Span::new(value.start as usize, value.start as usize + kept.len());
        }
        if value.is_empty() && start == end {
            self.troubles.push(Trouble::note(
                &faults::MISSING_VALUE,
                name,
                "no value after '='",
            ));
        }
        self.fields.push(RawField::written(name, value));
        self.after_value();
    }

    /// Expects a comma or the closing delimiter.
    fn after_value(&mut self) {
        let next = skip_white(self.bytes, self.at);
        let fine = match self.bytes.get(next) {
            None | Some(b',' | b'%' | b'@') => true,
            Some(byte) => *byte == self.close,
        };
        if fine || self.limit.is_some() {
            return;
        }
        if marks::begins_field(self.bytes, next) {
            let end = self.at;
            let before = self.text.get(..end).unwrap_or_default();
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            self.warn(
                &faults::MISSING_COMMA,
                Span::new(end - last, end),
                "no comma between two fields",
            );
        }
    }

    /// Steps over `{…}`. False where the closing brace is missing.
    fn braced(&mut self) -> bool {
        let start = self.at;
        if self.limit.is_some() {
            return self.braced_within_limit();
        }
        let mut depth = 0_usize;
        let mut at = start;
        while let Some(found) = self
            .bytes
            .get(at..)
            .and_then(|rest| memchr3(b'{', b'}', b'@', rest))
        {
            at += found;
            marks::visited(found + 1);
            match self.bytes.get(at) {
                Some(b'{') => depth += 1,
                Some(b'}') => {
                    depth -= 1;
                    if depth == 0 {
                        self.at = at + 1;
                        return true;
                    }
                }
                _ if marks::restarts(self.text, at) => {
                    self.limit = Some(at);
                    return self.braced_within_limit();
                }
                _ => {}
            }
            at += 1;
        }
        marks::visited(self.bytes.len() - at);
        self.limit = Some(self.bytes.len());
        self.braced_within_limit()
    }

    /// As [`Self::braced`], in a block that is not closed: the value also ends before a line that
    /// begins a field, and at the limit.
    fn braced_within_limit(&mut self) -> bool {
        let limit = self.limit.unwrap_or(self.bytes.len());
        let mut depth = 0_usize;
        let mut at = self.at;
        while at < limit {
            marks::visited(1);
            match self.bytes.get(at) {
                Some(b'{') => depth += 1,
                Some(b'}') => {
                    depth -= 1;
                    if depth == 0 {
                        self.at = at + 1;
                        return true;
                    }
                }
                Some(b'\n' | b'\r')
                    if self.first_white(at) && marks::begins_field(self.bytes, at) =>
                {
                    break;
                }
                _ => {}
            }
            at += 1;
        }
        self.at = at.min(limit);
        false
    }

    /// Steps over `"…"`. A quote ends the value only where something follows that may follow a
    /// value; another one is part of it. False where the closing quote is missing.
    fn quoted(&mut self) -> bool {
        let start = self.at;
        let troubles = self.troubles.len();
        let mut depth = 0_usize;
        let mut at = start + 1;
        loop {
            marks::visited(1);
            if self.limit.is_some_and(|limit| at >= limit) {
                self.at = self.limit.unwrap_or(at);
                return false;
            }
            match self.bytes.get(at) {
                None => {
                    self.limit = Some(self.bytes.len());
                    self.troubles.truncate(troubles);
                    (at, depth) = (start + 1, 0);
                    continue;
                }
                Some(b'{') => depth += 1,
                Some(b'}') if depth > 0 => depth -= 1,
                Some(b'}') => {
                    let quote = Span::new(start, start + 1);
                    self.warn(
                        &faults::UNCLOSED_QUOTE,
                        quote,
                        "the value's quote is never closed",
                    );
                    self.at = at;
                    let next = skip_white(self.bytes, at + 1);
                    if self.bytes.get(next) == Some(&b',')
                        && marks::begins_field(self.bytes, next + 1)
                    {
                        self.at = next;
                    }
                    return false;
                }
                Some(b'"') if depth == 0 => {
                    if self.ends_value(at + 1) {
                        self.at = at + 1;
                        return true;
                    }
                    let quote = Span::new(at, at + 1);
                    self.warn(
                        &faults::QUOTE_IN_QUOTES,
                        quote,
                        "a quote inside a quoted value",
                    );
                }
                Some(b'\n' | b'\r')
                    if self.limit.is_some()
                        && self.first_white(at)
                        && marks::begins_field(self.bytes, at) =>
                {
                    self.at = at;
                    return false;
                }
                Some(b'@') if self.limit.is_none() && marks::restarts(self.text, at) => {
                    self.limit = Some(at);
                    self.troubles.truncate(troubles);
                    (at, depth) = (start + 1, 0);
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Whether the white space at `at` is the first of its run. Looking past a run only from there
    /// keeps the pass linear.
    fn first_white(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.bytes.get(at));
        !before.is_some_and(u8::is_ascii_whitespace)
    }

    fn ends_value(&self, at: usize) -> bool {
        let next = skip_white(self.bytes, at);
        match self.bytes.get(next) {
            None | Some(b',' | b'#' | b'}' | b'%') => true,
            Some(b')') => self.close == b')',
            Some(b'@') => marks::restarts(self.text, next),
            _ => marks::begins_field(self.bytes, next),
        }
    }

    /// Steps over a number, a macro or unquoted words: to the comma, `#`, closing delimiter or
    /// line end.
    fn bare(&mut self) {
        let limit = self.limit.unwrap_or(self.bytes.len());
        let mut at = self.at;
        let mut depth = 0_usize;
        while at < limit {
            marks::visited(1);
            match self.bytes.get(at) {
                Some(b'{') => depth += 1,
                Some(b'}') if depth > 0 => depth -= 1,
                Some(b',' | b'#') if depth == 0 => break,
                Some(b'\n' | b'\r') => break,
                Some(byte) if depth == 0 && *byte == self.close => break,
                Some(b' ' | b'\t')
                    if depth == 0
                        && self.first_white(at)
                        && marks::begins_field(self.bytes, at) =>
                {
                    break;
                }
                _ => {}
            }
            at += 1;
        }
        let end = Span::new(self.at, at).trim(self.text).end as usize;
        // A bare value is never empty, or its reader would not move.
        self.at = end.max((self.at + 1).min(limit));
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }
}
