//! `special-character-unescaped`: `&`, `%`, `#` or `_` without a backslash.

use super::entry::is_printed;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::entry::matching_brace;
use crate::formats::bibtex::marks::skip_white;
use crate::report::{Edit, Safety, Severity};
use crate::text::ascii;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "special-character-unescaped",
        summary: "A printed field has `&`, `%`, `#` or `_` without a backslash",
        why: "LaTeX takes `&` for an alignment mark, `%` for the beginning of a comment, `#` for a parameter and `_` for an index, and stops or loses text. Addresses in `\\url` and what stands in formulas is left alone, and so are character references such as `&amp;`, which html-entity reports.",
        examples: &[
            (
                "@book{k, publisher = {Smith & Sons}}",
                "@book{k, publisher = {Smith \\& Sons}}",
            ),
            (
                "@book{k, note = {a_1 $a_1$, 5\\%, \\url{http://example.org/a_b%20c}}}",
                "@book{k, note = {$a_1$, 5\\%, \\url{http://example.org/a_b%20c}}}",
            ),
        ],
        sources: &[
            "Nicolas Markey, Tame the BeaST, part 2",
            "Leslie Lamport, LaTeX: A Document Preparation System, section 2.1",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

/// Commands whose argument is taken as it stands.
const AS_IT_STANDS: [&str; 9] = [
    "url",
    "href",
    "path",
    "nolinkurl",
    "doi",
    "cite",
    "label",
    "ref",
    "includegraphics",
];

fn run(entry: &mut Entry<'_>) {
    for field in entry
        .fields()
        .iter()
        .filter(|field| is_printed(field.field))
    {
        let Some(value) = field.inside else { continue };
        let is = |byte: u8, other: u8| u8::from(byte == other);
        let special = ascii::signs(value.as_bytes(), |byte, _| {
            is(byte, b'&') | is(byte, b'%') | is(byte, b'#') | is(byte, b'_')
        });
        if special == 0 {
            continue;
        }
        let places = places(value);
        let Some(first) = places.first().copied() else {
            continue;
        };
        let character = field.span(first, 1).of(entry.file().text());
        let more = match places.len() - 1 {
            0 => String::new(),
            n => format!(", and {n} more like it"),
        };
        let edits = places
            .iter()
            .map(|at| Edit {
                span: field.span(*at, 0),
                text: "\\".to_owned(),
            })
            .collect();
        let message = format!("'{character}' without a backslash has a meaning to LaTeX{more}");
        entry.report_with_fix(field.span(first, 1), message, edits);
    }
}

/// Where the characters stand that need a backslash.
fn places(value: &str) -> Vec<usize> {
    let bytes = value.as_bytes();
    let (mut places, mut at, mut math) = (Vec::new(), 0, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => {
                let rest = value.get(at + 1..).unwrap_or_default();
                let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                let word = rest.get(..length).unwrap_or_default();
                if matches!(rest.as_bytes().first(), Some(b'(' | b'[')) {
                    math = true;
                } else if matches!(rest.as_bytes().first(), Some(b')' | b']')) {
                    math = false;
                }
                at += length.max(1);
                if AS_IT_STANDS.contains(&word) {
                    let open = skip_white(bytes, at + 1);
                    if bytes.get(open) == Some(&b'{')
                        && let Some(close) = matching_brace(bytes, open)
                    {
                        at = close;
                    }
                } else if length > 0 && word.starts_with("verb") {
                    return places;
                }
            }
            b'$' => math = !math,
            b'&' if !math && !is_reference(bytes, at) => places.push(at),
            b'_' if !math => places.push(at),
            b'%' | b'#' if !in_reference(bytes, at) => places.push(at),
            _ => {}
        }
        at += 1;
    }
    places
}

/// Whether an HTML character reference begins here.
fn is_reference(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at + 1..).unwrap_or_default();
    let length = rest
        .iter()
        .take(12)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
        .count();
    length > 1 && rest.get(length) == Some(&b';')
}

/// Whether this is the `#` of a character reference.
fn in_reference(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes.get(at - 1) == Some(&b'&') && is_reference(bytes, at - 1)
}
