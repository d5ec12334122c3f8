//! JSON with the places of its texts, read as far as it is sound.

use super::json_value::Json;
use crate::source::Span;

/// How deep values may be nested.
const DEPTH: usize = 64;

/// What is wrong, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    /// Offset in the source.
    pub(super) at: usize,
    /// What was expected.
    pub(super) expected: &'static str,
}

/// The values in a span of `text`, and the fault that ended reading. What stands around the values,
/// such as comment marks, is passed over.
pub(super) fn values(text: &str, span: Span) -> (Vec<Json>, Option<Fault>) {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes().get(..span.end as usize).unwrap_or_default(),
        at: span.start as usize,
        fault: None,
    };
    let mut out = Vec::new();
    while parser.fault.is_none() {
        let rest = parser.bytes.get(parser.at..).unwrap_or_default();
        let Some(next) = rest.iter().position(|b| matches!(b, b'{' | b'[')) else {
            break;
        };
        // `<![CDATA[` begins no array.
        if rest[..next].ends_with(b"<!") || rest[..next].ends_with(b"CDATA") {
            parser.at += next + 1;
            continue;
        }
        parser.at += next;
        let value = parser.value(0);
        out.push(value);
    }
    (out, parser.fault)
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    fault: Option<Fault>,
}

impl Parser<'_> {
    fn fail(&mut self, expected: &'static str) {
        let at = self.at.min(self.bytes.len());
        self.fault.get_or_insert(Fault { at, expected });
    }

    fn peek(&mut self) -> Option<u8> {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    fn value(&mut self, depth: usize) -> Json {
        if depth > DEPTH {
            self.fail("no more than 64 values in each other");
            return Json::Other;
        }
        match self.peek() {
            Some(b'"') => {
                let start = self.at;
                let words = self.string();
                Json::Text(words, Span::new(start, self.at))
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b) if b.is_ascii_alphanumeric() || b == b'-' => self.literal(),
            _ => {
                self.fail("a value");
                Json::Other
            }
        }
    }

    fn literal(&mut self) -> Json {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'+' | b'.'))
            .unwrap_or(rest.len());
        self.at += length;
        let span = Span::new(start, self.at);
        match span.of(self.text) {
            "true" | "false" | "null" => Json::Other,
            number if number.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                Json::Text(number.to_owned(), span)
            }
            _ => {
                self.at = start;
                self.fail("a value");
                Json::Other
            }
        }
    }

    fn list(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut items = Vec::new();
        while self.fault.is_none() {
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => self.at += 1,
                None => self.fail("`]`"),
                _ => {
                    let item = self.value(depth + 1);
                    items.push(item);
                    if !matches!(self.peek(), Some(b',' | b']')) {
                        self.fail("`,` or `]`");
                    }
                }
            }
        }
        Json::List(items)
    }

    fn object(&mut self, depth: usize) -> Json {
        let start = self.at;
        self.at += 1;
        let mut members = Vec::new();
        while self.fault.is_none() {
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => self.at += 1,
                Some(b'"') => {
                    let key = self.string();
                    if self.peek() != Some(b':') {
                        self.fail("`:`");
                        break;
                    }
                    self.at += 1;
                    let value = self.value(depth + 1);
                    members.push((plain_key(key), value));
                    if !matches!(self.peek(), Some(b',' | b'}')) {
                        self.fail("`,` or `}`");
                    }
                }
                _ => self.fail("a key in quotes or `}`"),
            }
        }
        Json::Object(members, Span::new(start, self.at))
    }

    /// Reads the string that begins here. A line end in it is let pass.
    fn string(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let from = self.at;
            let rest = self.bytes.get(from..).unwrap_or_default();
            let Some(next) = memchr::memchr2(b'"', b'\\', rest) else {
                self.at = start;
                self.fail("a string that ends");
                self.at = self.bytes.len();
                return out;
            };
            out.push_str(self.text.get(from..from + next).unwrap_or_default());
            self.at = from + next + 1;
            if rest[next] == b'"' {
                return out;
            }
            self.escape(&mut out);
        }
    }

    fn escape(&mut self, out: &mut String) {
        let Some(c) = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
        else {
            return;
        };
        self.at += c.len_utf8();
        match c {
            'n' | 'r' | 't' | 'b' | 'f' => out.push(if c == 'n' { '\n' } else { ' ' }),
            'u' => {
                let first = self.unit();
                let unit = match first {
                    Some(high @ 0xD800..=0xDBFF) if self.bytes[self.at..].starts_with(b"\\u") => {
                        self.at += 2;
                        let low = self.unit().filter(|low| (0xDC00..0xE000).contains(low));
                        low.map(|low| 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                    }
                    unit => unit,
                };
                out.push(unit.and_then(char::from_u32).unwrap_or('\u{FFFD}'));
            }
            c => out.push(c),
        }
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let unit = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(unit)
    }
}

/// The key without the vocabulary before it: `schema:name`, `http://schema.org/name`.
fn plain_key(key: String) -> String {
    for vocabulary in ["schema:", "http://schema.org/", "https://schema.org/"] {
        if let Some(rest) = key.strip_prefix(vocabulary) {
            return rest.to_owned();
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Json>, Option<Fault>) {
        values(text, Span::new(0, text.len()))
    }

    #[test]
    fn texts_are_decoded_and_keep_their_places() {
        let text = r#"//<![CDATA[
{"schema:name": "A \"b\" \u00e9\ud83d\ude00", "n": -1.5, "x": [true, null,],}
//]]>"#;
        let (found, fault) = read(text);
        assert_eq!(fault, None);
        let (words, span) = found[0].get("name").unwrap().words().unwrap();
        assert_eq!(words, "A \"b\" é😀");
        assert_eq!(span.of(text), r#""A \"b\" \u00e9\ud83d\ude00""#);
        assert_eq!(found[0].get("n").unwrap().words().unwrap().0, "-1.5");
    }

    #[test]
    fn what_stands_before_a_fault_is_read() {
        for (text, at) in [
            (r#"{"a": "x" "b": 1}"#, 10),
            (r#"{"a": "x", "b": }"#, 16),
            (r#"{"a": "x", "b": "y"#, 16),
            (r#"{"a": "x", b: 1}"#, 11),
            (r#"{"a": "x", "b": [1, {"#, 21),
        ] {
            let (found, fault) = read(text);
            assert_eq!(fault.map(|fault| fault.at), Some(at), "{text}");
            assert_eq!(found[0].get("a").unwrap().words().unwrap().0, "x");
        }
        assert!(read(&"[".repeat(100_000)).1.is_some());
        assert!(read(&"{\"a\":".repeat(100_000)).1.is_some());
        assert!(
            read(&format!("{{\"a\": \"{}\\", "\\u".repeat(50_000)))
                .1
                .is_some()
        );
    }
}
