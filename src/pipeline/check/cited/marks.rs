//! Citations by a mark before the key: `@key` and `#cite(<key>)` of typst, `@key` of pandoc.

use std::collections::BTreeSet;

use super::Citing;
use crate::source::Span;

/// Reads a typst text. What is a label in the text itself is a reference to a figure or section.
pub(super) fn typst(text: &str) -> Citing {
    let bytes = text.as_bytes();
    let mut citing = Citing::default();
    let mut ends = Ends::default();
    let mut labels: BTreeSet<&str> = BTreeSet::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        match byte {
            b'\\' => at += 2,
            b'/' if rest.starts_with(b"//") && !before(bytes, at, b':') => at += line(rest),
            b'/' if rest.starts_with(b"/*") => at += ends.past(rest, b"*/"),
            b'`' => at += code(rest),
            b'@' if is_apart(text, at) => {
                let end = key_end(text, at + 1, &['_', '-', ':', '.'], false);
                if end > at + 1 {
                    citing.keys.push(Span::new(at + 1, end));
                }
                at = end.max(at + 1);
            }
            b'<' => {
                let end = key_end(text, at + 1, &['_', '-', ':', '.'], false);
                if end > at + 1 && bytes.get(end) == Some(&b'>') {
                    let span = Span::new(at + 1, end);
                    let cited = text
                        .get(..at)
                        .unwrap_or_default()
                        .trim_end_matches([' ', '\n']);
                    if cited.ends_with("cite(") {
                        citing.keys.push(span);
                    } else {
                        labels.insert(span.of(text));
                    }
                    at = end;
                }
                at += 1;
            }
            b'#' if rest.starts_with(b"#bibliography(") => {
                let call = rest.get(..rest.len().min(400)).unwrap_or_default();
                let call = call
                    .get(..memchr::memchr(b')', call).unwrap_or(call.len()))
                    .unwrap_or_default();
                citing.all |= memchr::memmem::find(call, b"full: true").is_some();
                at += 1;
            }
            _ => at += 1,
        }
    }
    citing.keys.retain(|key| !labels.contains(key.of(text)));
    citing
}

/// Reads Markdown as pandoc does. References of pandoc-crossref and Quarto (`@fig:x`, `@sec-y`) are
/// none to works.
pub(super) fn markdown(text: &str) -> Citing {
    const INSIDE: [char; 14] = [
        ':', '.', '#', '$', '%', '&', '-', '+', '?', '<', '>', '~', '/', '_',
    ];
    let bytes = text.as_bytes();
    let mut citing = Citing::default();
    let mut ends = Ends::default();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        match byte {
            b'\\' => at += 2,
            b'`' => at += code(rest),
            b'<' if rest.starts_with(b"<!--") => at += ends.past(rest, b"-->"),
            b'@' if is_apart(text, at) => {
                if bytes.get(at + 1) == Some(&b'*') {
                    citing.all = true;
                    at += 2;
                    continue;
                }
                let braced = bytes.get(at + 1) == Some(&b'{');
                let start = at + 1 + usize::from(braced);
                let end = if braced {
                    let inside = bytes.get(start..).unwrap_or_default();
                    let inside = inside.get(..200).unwrap_or(inside);
                    memchr::memchr3(b'}', b'\n', b' ', inside).map_or(start, |n| start + n)
                } else {
                    key_end(text, start, &INSIDE, true)
                };
                let span = Span::new(start, end);
                if !span.is_empty() && !is_reference(span.of(text)) {
                    citing.keys.push(span);
                }
                at = end.max(at + 1);
            }
            _ => at += 1,
        }
    }
    citing
}

fn is_reference(key: &str) -> bool {
    let kinds = [
        "fig", "tbl", "tab", "eq", "sec", "lst", "thm", "lem", "cor", "prp", "cnj", "def", "exm",
        "exr", "nte", "tip", "wrn", "imp", "cau",
    ];
    key.split_once([':', '-'])
        .is_some_and(|(kind, _)| kinds.contains(&kind))
}

/// Whether no letter, digit or mark of an address stands before `at`.
fn is_apart(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().chars().next_back();
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '.' | '/' | '@' | '+'))
}

/// The end of the key that begins at `start`: letters, digits and `inside`; with `single`, of the
/// latter never two in a row. One at the end belongs to the sentence.
fn key_end(text: &str, start: usize, inside: &[char], single: bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut end = 0;
    let mut mark = false;
    for (at, c) in rest.char_indices().take(200) {
        if c.is_alphanumeric() || c == '_' {
            end = at + c.len_utf8();
            mark = false;
        } else if inside.contains(&c) && at > 0 && !(single && mark) {
            mark = true;
        } else {
            break;
        }
    }
    start + end
}

fn before(bytes: &[u8], at: usize, byte: u8) -> bool {
    at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&byte)
}

fn line(rest: &[u8]) -> usize {
    memchr::memchr(b'\n', rest).unwrap_or(rest.len())
}

/// Looks for the ends of comments, each until it is known that none is left.
#[derive(Debug, Default)]
struct Ends {
    none_left: bool,
}

impl Ends {
    /// How far `end` and what stands before it reach; two bytes where it does not come.
    fn past(&mut self, rest: &[u8], end: &[u8]) -> usize {
        if self.none_left {
            return 2;
        }
        let found = memchr::memmem::find(rest, end);
        self.none_left = found.is_none();
        found.map_or(2, |found| found + end.len())
    }
}

/// How far the code that begins with these backticks reaches. Code in a line ends with its
/// paragraph at the latest.
fn code(rest: &[u8]) -> usize {
    let ticks = rest.iter().take_while(|byte| **byte == b'`').count();
    let after = rest.get(ticks..).unwrap_or_default();
    let mark = rest.get(..ticks).unwrap_or_default();
    let Some(found) = memchr::memmem::find(after, mark) else {
        return ticks;
    };
    let inside = after.get(..found).unwrap_or_default();
    if ticks < 3 && memchr::memmem::find(inside, b"\n\n").is_some() {
        return ticks;
    }
    ticks + found + ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str, read: fn(&str) -> Citing) -> Vec<&str> {
        read(text).keys.iter().map(|key| key.of(text)).collect()
    }

    #[test]
    fn typst_marks() {
        for (text, cited) in [
            ("As @doe2001 and @roe.", &["doe2001", "roe"][..]),
            ("@doe[p. 3] #cite(<roe>, form: \"prose\")", &["doe", "roe"]),
            ("= Intro <sec> @sec @doe", &["doe"]),
            ("me@example.org \\@x `@y` // @z\n@doe", &["doe"]),
            ("/* @x */ @a:b", &["a:b"]),
        ] {
            assert_eq!(keys(text, typst), cited, "{text}");
        }
        assert!(typst("#bibliography(\"refs.bib\", full: true)").all);
    }

    #[test]
    fn pandoc_marks() {
        for (text, cited) in [
            (
                "@doe says [see @roe, p. 3; -@poe].",
                &["doe", "roe", "poe"][..],
            ),
            (
                "[@doe:2001a; @{http://x.org}]",
                &["doe:2001a", "http://x.org"],
            ),
            ("me@example.org `@x` \\@y @fig:one @sec-two", &[]),
            ("```\n@x\n```\n@doe--and", &["doe"]),
            ("@müller2020.", &["müller2020"]),
        ] {
            assert_eq!(keys(text, markdown), cited, "{text}");
        }
        assert!(markdown("nocite: '@*'").all);
    }

    #[test]
    fn backticks_without_end_stay_linear() {
        let text = "`` ` ".repeat(20_000);
        assert!(keys(&text, markdown).is_empty());
    }
}
