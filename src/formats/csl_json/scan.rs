//! The extents of JSON values in text that may be broken: nothing is decoded, nothing recurses.

use memchr::{memchr, memchr2, memrchr};

/// Where a value ends, and whether it ended as JSON does.
pub(super) type End = (usize, bool);

/// Skips white space and byte order marks.
pub(super) fn blanks(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes.get(at..).unwrap_or_default() {
            [b' ' | b'\t' | b'\n' | b'\r', ..] => 1,
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xC2, 0xA0, ..] => 2,
            _ => return at,
        };
    }
}

/// Skips the string that begins at `at`, quotes included. A string whose end is missing ends
/// with its line; a line end inside a string that does end is let pass.
pub(super) fn string(bytes: &[u8], at: usize) -> End {
    let first = at + 1;
    let mut end = first;
    while let Some(next) = memchr2(b'"', b'\\', bytes.get(end..).unwrap_or_default()) {
        end += next;
        if bytes[end] == b'"' {
            return match missing_quote(bytes, first, end) {
                Some(line_end) => (line_end, false),
                None => (end + 1, true),
            };
        }
        end = (end + 2).min(bytes.len());
    }
    let line = memchr(b'\n', bytes.get(first..).unwrap_or_default());
    (line.map_or(bytes.len(), |length| first + length), false)
}

/// Where the first line of the string ends, if the quote at `end` begins a key of a later line
/// and does not end the string.
fn missing_quote(bytes: &[u8], first: usize, end: usize) -> Option<usize> {
    let inside = &bytes[first..end];
    let last_line = memrchr(b'\n', inside)? + 1;
    if blanks(bytes, first + last_line) != end {
        return None;
    }
    let key = memchr2(b'"', b'\n', bytes.get(end + 1..)?)? + end + 1;
    (bytes[key] == b'"' && bytes.get(blanks(bytes, key + 1)) == Some(&b':'))
        .then(|| memchr(b'\n', inside).map(|length| first + length))?
}

/// Skips the value that begins at `at`. `indent` is how far in the item stands whose value it is:
/// a line that begins with a brace no further in is the next item, and the value is broken.
pub(super) fn value(bytes: &[u8], at: usize, indent: Option<usize>) -> End {
    match bytes.get(at) {
        Some(b'"') => string(bytes, at),
        Some(b'{' | b'[') => nested(bytes, at, indent),
        _ => {
            let rest = bytes.get(at..).unwrap_or_default();
            let stop = |b: &u8| matches!(b, b',' | b'}' | b']' | b'\n' | b'\r');
            (at + rest.iter().position(stop).unwrap_or(rest.len()), true)
        }
    }
}

fn nested(bytes: &[u8], mut at: usize, indent: Option<usize>) -> End {
    let mut depth = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at = string(bytes, at).0;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return (at + 1, true);
                }
            }
            b'\n' if begins_item(bytes, at + 1, indent) => return (at, false),
            _ => {}
        }
        at += 1;
    }
    (at, false)
}

/// Whether the line that begins at `at` begins with a brace no further in than `indent`.
fn begins_item(bytes: &[u8], at: usize, indent: Option<usize>) -> bool {
    let Some(most) = indent else { return false };
    let line = bytes.get(at..).unwrap_or_default();
    let blank = |b: &&u8| matches!(b, b' ' | b'\t');
    let depth = line.iter().take(most + 1).take_while(blank).count();
    depth <= most && line.get(depth) == Some(&b'{')
}

/// How far in the byte at `at` stands, if it is the first of its line.
pub(super) fn indent(bytes: &[u8], at: usize) -> Option<usize> {
    let before = bytes.get(..at)?;
    let blank = before
        .iter()
        .rev()
        .take_while(|b| matches!(b, b' ' | b'\t'));
    let depth = blank.count();
    matches!(before.get(..at - depth)?.last(), None | Some(b'\n' | b'\r')).then_some(depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> (&str, bool) {
        let (end, sound) = value(text.as_bytes(), 0, Some(2));
        (&text[..end], sound)
    }

    #[test]
    fn extents() {
        assert_eq!(first(r#""a\"b", 1"#), (r#""a\"b""#, true));
        assert_eq!(first(r#"[{"a": "]"}], 1"#), (r#"[{"a": "]"}]"#, true));
        assert_eq!(first("12, 1"), ("12", true));
        assert_eq!(first("\"a\nb\", 1"), ("\"a\nb\"", true), "a raw line end");
        assert_eq!(first("\"a,\n  \"b\": 1"), ("\"a,", false), "a lost quote");
        assert_eq!(first("[1,\n  {\"id\""), ("[1,", false), "a lost bracket");
        assert!(first("[1,\n    {\"a\": 2}]").1);
        assert_eq!(first("\"a"), ("\"a", false));
        assert_eq!(first("[[["), ("[[[", false));
    }
}
