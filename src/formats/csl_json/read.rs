//! Cuts CSL-JSON into items and their members: spans only.
//!
//! The items may stand in an array, in the array of a wrapping object (`{"items": […]}`), one
//! after the other, or one a line. A broken item does not cost its neighbours.

use super::faults::{SYNTAX, TEXT_OUTSIDE};
use super::scan::{blanks, indent, string, value};
use crate::doc::Doc;
use crate::formats::{RawField, RawRecord, RawRecords};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};

/// Cuts `source` into items. The fields of a raw record are the members of its object, the value
/// of each as JSON.
pub(super) fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    let mut reader = Reader {
        source,
        bytes: source.text.as_bytes(),
        findings,
        out: RawRecords::default(),
        wrapped: false,
    };
    let mut at = 0;
    while at < reader.bytes.len() {
        at = reader.outside(at);
    }
    reader.out
}

struct Reader<'a> {
    source: &'a Source,
    bytes: &'a [u8],
    findings: &'a mut Findings,
    out: RawRecords,
    /// Whether the items stand in an object, so that its other members are no stray text.
    wrapped: bool,
}

impl Reader<'_> {
    /// Reads on outside any item; gives where to go on.
    fn outside(&mut self, at: usize) -> usize {
        let at = blanks(self.bytes, at);
        match self.bytes.get(at) {
            None => self.bytes.len(),
            Some(b'{') => self.item(at),
            Some(b'[' | b']' | b',') => at + 1,
            Some(b'}' | b':') if self.wrapped => at + 1,
            Some(b'"') if self.wrapped => string(self.bytes, at).0,
            Some(_) => {
                let rest = &self.bytes[at..];
                let stop = |b: &u8| matches!(b, b'{' | b'\n') || self.wrapped && matches!(b, b',');
                let end = at + rest.iter().position(stop).unwrap_or(rest.len());
                if !self.wrapped {
                    let span = Span::new(at, end).trim(&self.source.text);
                    self.find(&TEXT_OUTSIDE, Severity::Note, span, |text| {
                        let start: String = span.of(text).chars().take(40).collect();
                        format!("`{start}` stands in no item")
                    });
                }
                end
            }
        }
    }

    /// Reads the object that begins at `start`; gives where to go on.
    fn item(&mut self, start: usize) -> usize {
        let bytes = self.bytes;
        let depth = indent(bytes, start);
        let mut record = RawRecord::default();
        let mut fields = Vec::new();
        let mut at = start + 1;
        let mut comma = true;
        let end = loop {
            at = blanks(bytes, at);
            match bytes.get(at) {
                Some(b'}') => break at + 1,
                Some(b',') => {
                    comma = true;
                    at += 1;
                }
                Some(b'"') => {
                    if !comma {
                        self.syntax(at, 1, "`,` or `}` is missing before this key");
                    }
                    comma = false;
                    let (key_end, sound) = string(bytes, at);
                    let name = Span::new(at + 1, (key_end - usize::from(sound)).max(at + 1));
                    let colon = blanks(bytes, key_end);
                    if !sound || bytes.get(colon) != Some(&b':') {
                        self.syntax(at, key_end - at, "expected `\"key\": value`");
                        at = self.resume(key_end);
                        continue;
                    }
                    let from = blanks(bytes, colon + 1);
                    if self.is_wrapper(name, from, &fields) {
                        self.wrapped = true;
                        return from + 1;
                    }
                    let (to, sound) = value(bytes, from, depth);
                    if !sound {
                        self.syntax(from, to - from, "the value does not end");
                    }
                    let found = Span::new(from, to).trim(&self.source.text);
                    at = to;
                    match name.of(&self.source.text) {
                        "type" => record.entry_type = unquote(found, bytes),
                        "id" if record.key.is_empty() => record.key = unquote(found, bytes),
                        "citation-key" => record.key = unquote(found, bytes),
                        _ => {}
                    }
                    fields.push(RawField::written(name, found));
                }
                Some(b']') => {
                    self.syntax(at, 1, "expected `,` or `}`, found `]`");
                    break at;
                }
                None | Some(b'{') => {
                    self.syntax(start, 1, "the item is not closed");
                    break at;
                }
                Some(_) => {
                    let end = self.resume(at);
                    self.syntax(at, end - at, "expected a key in quotes");
                    at = end;
                }
            }
        };
        record.span = Span::new(start, end);
        if !fields.is_empty() {
            self.out.push(record, fields);
        }
        end
    }

    /// Whether a member is the array of items of a wrapping object.
    fn is_wrapper(&self, name: Span, from: usize, fields: &[RawField]) -> bool {
        let known = matches!(
            name.of(&self.source.text),
            "items" | "records" | "references" | "data"
        );
        let first = self.bytes.get(from) == Some(&b'[')
            && matches!(
                self.bytes.get(blanks(self.bytes, from + 1)),
                Some(b'{' | b']')
            );
        let item = fields.iter().any(|field| {
            let crate::formats::RawName::Written(name) = field.name else {
                return false;
            };
            matches!(name.of(&self.source.text), "type" | "title" | "author")
        });
        known && first && !item
    }

    /// Where reading can go on after something that is not JSON: the next mark of structure, on
    /// a character boundary.
    fn resume(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let stop = |b: &u8| matches!(b, b',' | b'}' | b']' | b'{' | b'"' | b'\n');
        at + rest.iter().position(stop).unwrap_or(rest.len())
    }

    fn syntax(&mut self, at: usize, length: usize, what: &str) {
        // At most a line is pointed at.
        let rest = self.bytes.get(at..at + length).unwrap_or_default();
        let line = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        self.find(&SYNTAX, Severity::Warning, Span::new(at, at + line), |_| {
            what.to_owned()
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
        self.findings.push(fault, severity, || Diagnostic {
            fault,
            severity,
            place: source.place(span),
            record: String::new(),
            field: None,
            message: message(&source.text),
            labels: Vec::new(),
        });
    }
}

/// The inside of a quoted value; any other value as it is.
fn unquote(span: Span, bytes: &[u8]) -> Span {
    let range = span.range();
    match bytes.get(range.clone()) {
        Some([b'"', .., b'"']) => Span::new(range.start + 1, range.end - 1),
        _ => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Keep;
    use crate::source::SourceId;

    /// The keys and the numbers of members of the items, and the faults.
    fn cut(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source::new(SourceId(0), "x.json", text);
        let mut findings = Findings::new(Keep::All);
        let raw = read(&source, &mut findings);
        let items = raw.records.iter();
        let items = items.map(|r| format!("{}:{}", r.key.of(text), raw.fields(r).len()));
        let faults = findings.kept().iter();
        let faults = faults.map(|d| format!("{} `{}`", d.fault.id, d.place.span.of(text)));
        (items.collect(), faults.collect())
    }

    #[test]
    fn every_way_items_are_kept_in() {
        let (a, b) = (r#"{"id": "a", "title": "A"}"#, r#"{"id": 2, "title": "B"}"#);
        for text in [
            format!("[{a}, {b}]"),
            format!("{a}\n{b}\n"),
            format!("{a}{b}"),
            format!("{{\"total\": 2, \"items\": [{a},{b}], \"next\": \"x\", \"n\": 3}}"),
            format!("\u{feff}[\n  {a},\n  {b},\n]"),
        ] {
            let (items, faults) = cut(&text);
            assert_eq!(items, ["a:2", "2:2"], "{text}");
            assert_eq!(faults, [""; 0], "{text}");
        }
    }

    #[test]
    fn a_broken_item_costs_only_itself() {
        let good = "  {\"id\": \"b\", \"title\": \"B\"}\n]";
        for (broken, fault) in [
            (
                "  {\"id\": \"a\", \"title\": \"A\",\n",
                "csl-json-syntax `{`",
            ),
            (
                "  {\"id\": \"a\", \"author\": [{\"family\": \"X\"},\n",
                "csl-json-syntax `[{\"family\": \"X\"},`",
            ),
            (
                "  {\"id\": \"a\" \"title\": \"A\"},\n",
                "csl-json-syntax `\"`",
            ),
            (
                "  {\"id\": \"a\", title: 1},\n",
                "csl-json-syntax `title: 1`",
            ),
            (
                "  {\"id\": \"a\", \"title\": \"A,\n   \"x\": 1},\n",
                "csl-json-syntax `\"A,`",
            ),
        ] {
            let (items, faults) = cut(&format!("[\n{broken}{good}"));
            assert!(items[0].starts_with("a:"), "{broken}");
            assert_eq!(items.last().map(String::as_str), Some("b:2"), "{broken}");
            assert_eq!(faults[0], fault, "{broken}");
        }
        assert_eq!(
            cut("hello\n[{\"id\": 1}]").1,
            ["csl-json-text-outside-item `hello`"]
        );
    }

    #[test]
    fn deep_nesting_is_only_long() {
        let text = format!("[{{\"id\": 1, \"a\": {}", "[".repeat(100_000));
        assert_eq!(cut(&text).0, ["1:2"]);
        assert_eq!(cut(&"[".repeat(100_000)).0, [""; 0]);
        assert_eq!(cut(&"{".repeat(100_000)).0, [""; 0]);
    }
}
