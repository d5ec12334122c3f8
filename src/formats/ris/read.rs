//! Cuts RIS text into records and tags: spans only, nothing is decoded.

use memchr::memchr2;

use super::faults::{IRREGULAR_TAG, NO_END, NO_TYPE, TEXT_OUTSIDE, UNKNOWN_TAG};
use super::tag::{TagLine, blanks, is_known, tag_line};
use crate::doc::Doc;
use crate::formats::{RawField, RawRecord, RawRecords};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};

/// Cuts `source` into records. `TY` begins a record, `ER` ends it; where either is missing the
/// other does both, and a finding says so. A line without a tag continues the value before it.
pub(super) fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    let bytes = source.text.as_bytes();
    let mut reader = Reader {
        source,
        findings,
        out: RawRecords::default(),
        open: None,
        fields: Vec::new(),
        outside: Span::default(),
    };
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        reader.line(at, &rest[..length]);
        at += length + 1;
    }
    reader.close(false);
    reader.end_outside();
    reader.out
}

struct Reader<'a> {
    source: &'a Source,
    findings: &'a mut Findings,
    out: RawRecords,
    open: Option<Open>,
    /// Fields of the open record.
    fields: Vec<RawField>,
    /// Text outside records that is not yet reported.
    outside: Span,
}

/// The record being read.
#[allow(clippy::struct_excessive_bools)] // Independent facts, not the states of a machine.
struct Open {
    record: RawRecord,
    typed: bool,
    titled: bool,
    /// Whether its first tag is in lower case; so are the others then.
    lower: bool,
    /// Whether its first tag is indented; so are the others then.
    indented: bool,
    irregular: bool,
}

impl Reader<'_> {
    fn line(&mut self, at: usize, line: &[u8]) {
        match tag_line(line) {
            Some(found) if self.accepts(&found) => self.tag(at, line, found),
            _ => self.prose(at, line),
        }
    }

    /// Whether a line that looks like a tag line is one here: inside a record it has to look
    /// like the record's first one, outside it has to be beyond doubt.
    fn accepts(&self, found: &TagLine) -> bool {
        match &self.open {
            Some(open) => {
                found.strict || (!found.lower || open.lower) && (!found.indented() || open.indented)
            }
            None => found.strict || matches!(&found.tag, b"TY" | b"ER"),
        }
    }

    fn tag(&mut self, at: usize, line: &[u8], found: TagLine) {
        let name = Span::new(at + found.tag_at, at + found.tag_at + 2);
        let value = self.trimmed(at + found.value_at, at + line.len());
        match &found.tag {
            b"TY" => self.begin(&found, name, Some(value)),
            b"ER" => {
                if let Some(open) = &mut self.open {
                    open.record.span.end = name.end;
                }
                self.close(true);
                // `ER  - TY  - JOUR`: a lost line end.
                let rest = &line[found.value_at..];
                let skip = blanks(rest);
                if tag_line(&rest[skip..]).is_some_and(|next| next.tag == *b"TY") {
                    self.line(at + found.value_at + skip, &rest[skip..]);
                }
            }
            _ => {
                if self.open.is_none() {
                    self.begin(&found, name, None);
                }
                self.field(&found, name, value);
            }
        }
    }

    /// The bytes from `start` to `end` without white space at their ends.
    fn trimmed(&self, start: usize, end: usize) -> Span {
        let bytes = self.source.text.as_bytes().get(start..end);
        // One space in front, as most values have, and nothing else.
        if let Some([b' ', b'!'..=b'~', .., b'!'..=b'~']) = bytes {
            return Span::new(start + 1, end);
        }
        let inner = bytes.unwrap_or_default().trim_ascii();
        let start = start + bytes.map_or(0, |all| all.len() - all.trim_ascii_start().len());
        let span = Span::new(start, start + inner.len());
        match (inner.first(), inner.last()) {
            (Some(first), Some(last)) if !first.is_ascii() || !last.is_ascii() => {
                span.trim(&self.source.text)
            }
            _ => span,
        }
    }

    fn begin(&mut self, found: &TagLine, name: Span, entry_type: Option<Span>) {
        match (&mut self.open, entry_type) {
            // A TY that comes after other tags of its record.
            (Some(open), Some(entry_type)) if !open.typed && !open.titled => {
                open.record.entry_type = entry_type;
                open.typed = true;
                open.record.span.end = entry_type.end.max(name.end);
                return;
            }
            _ => self.close(false),
        }
        self.end_outside();
        let entry_type = entry_type.unwrap_or_default();
        let mut record = RawRecord::default();
        record.span = Span {
            start: name.start,
            end: entry_type.end.max(name.end),
        };
        record.entry_type = entry_type;
        self.open = Some(Open {
            record,
            typed: found.tag == *b"TY",
            titled: false,
            lower: found.lower,
            indented: found.indented(),
            irregular: false,
        });
        self.irregular(found, name);
    }

    fn field(&mut self, found: &TagLine, name: Span, value: Span) {
        let known = is_known(found.tag);
        if let Some(open) = &mut self.open {
            match &found.tag {
                b"ID" if open.record.key.is_empty() => open.record.key = value,
                b"TI" | b"T1" | b"CT" => open.titled |= !value.is_empty(),
                _ => {}
            }
            open.record.span.end = value.end.max(name.end);
        }
        if !known {
            self.find(&UNKNOWN_TAG, Severity::Note, name, |text| {
                format!("the tag {} is not known to RIS", name.of(text))
            });
        }
        self.irregular(found, name);
        self.fields.push(RawField::written(name, value));
    }

    /// Reports the first tag line of a record that strays from the form.
    fn irregular(&mut self, found: &TagLine, name: Span) {
        let Some(open) = &mut self.open else { return };
        if found.strict || open.irregular {
            return;
        }
        open.irregular = true;
        self.find(&IRREGULAR_TAG, Severity::Note, name, |text| {
            let tag = name.of(text);
            format!("the line of the tag {tag} does not have the form `XX  - value`")
        });
    }

    /// A line without a tag: it continues the value before it, or stands outside any record.
    fn prose(&mut self, at: usize, line: &[u8]) {
        let start = at + blanks(line);
        let line = self.trimmed(start.min(at + line.len()), at + line.len());
        if line.is_empty() {
            return;
        }
        if let (Some(open), Some(field)) = (&mut self.open, self.fields.last_mut()) {
            if field.value.is_empty() {
                field.value = line;
            }
            field.value.end = line.end;
            open.record.wrapped = true;
            open.record.span.end = line.end;
        } else {
            if self.outside.is_empty() {
                self.outside = line;
            }
            self.outside.end = line.end;
        }
    }

    /// Ends the open record, by its `ER` or for want of one.
    fn close(&mut self, ended: bool) {
        let Some(open) = self.open.take() else { return };
        let (record, span) = (open.record, open.record.span);
        let first = Span::new(span.start as usize, span.start as usize + 2);
        if !open.typed {
            self.find(&NO_TYPE, Severity::Warning, first, |text| {
                format!(
                    "the record begins with {}, expected TY and its type",
                    first.of(text)
                )
            });
        }
        if !ended {
            let place = Span::new(span.end as usize, span.end as usize);
            self.find(&NO_END, Severity::Note, place, |_| {
                "the record is not ended by ER".to_owned()
            });
        }
        self.end_outside();
        self.out.push(record, self.fields.drain(..));
    }

    /// Reports text outside records; a lone counter (`12.`) is no text.
    fn end_outside(&mut self) {
        let span = std::mem::take(&mut self.outside);
        let counter = |c: char| c.is_ascii_digit() || ".)#".contains(c);
        if span.of(&self.source.text).chars().all(counter) {
            return;
        }
        self.find(&TEXT_OUTSIDE, Severity::Note, span, |text| {
            let start: String = span.of(text).chars().take_while(|c| *c != '\n').collect();
            let start: String = start.trim().chars().take(40).collect();
            format!("`{start}` stands in no record")
        });
    }

    fn find(
        &mut self,
        fault: &'static Doc,
        severity: Severity,
        span: Span,
        message: impl FnOnce(&str) -> String,
    ) {
        let source = self.source;
        let key = self.open.as_ref().map_or(Span::default(), |o| o.record.key);
        self.findings.push(fault, severity, || Diagnostic {
            fault,
            severity,
            place: source.place(span),
            record: key.of(&source.text).to_owned(),
            field: None,
            message: message(&source.text),
            labels: Vec::new(),
        });
    }
}

#[cfg(test)]
mod tests;
