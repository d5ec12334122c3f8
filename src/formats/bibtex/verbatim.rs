//! Values taken letter by letter: addresses, identifiers, file names.
//!
//! Only what people escape by habit is undone: `\_ \% \& \#` and a `\url{…}` around the whole.
//! Three words of LaTeX stand for what could not be written otherwise, so that every string can
//! be written and read back: `\textbackslash{}`, `\textbraceleft{}`, `\textbraceright{}`.

use std::borrow::Cow;

use super::lists::{bare, unbraced};

const WORDS: [(&str, char); 3] = [
    ("\\textbackslash{}", '\\'),
    ("\\textbraceleft{}", '{'),
    ("\\textbraceright{}", '}'),
];

/// The characters a verbatim value means.
pub(super) fn decode(value: &str) -> Cow<'_, str> {
    let mut value = value.trim();
    if let Some(rest) = value.strip_prefix("\\url")
        && let Some(inside) = unbraced(rest.trim_start())
    {
        value = inside;
    }
    let value = bare(value);
    if memchr::memchr3(b'\\', b'\n', b'\t', value.as_bytes()).is_none() && !value.contains('\r') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['\\', '\n', '\r', '\t']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if from.starts_with('\\') {
            let (character, used) = escape(from);
            out.push(character);
            rest = from.get(used..).unwrap_or_default();
        } else {
            // A break in a long address.
            let next = from.trim_start();
            if !out.ends_with(' ') {
                out.push(' ');
            }
            rest = next;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character the backslash at the beginning of `text` makes, and how many bytes it takes.
fn escape(text: &str) -> (char, usize) {
    for (word, character) in WORDS {
        if text.starts_with(word) {
            return (character, word.len());
        }
    }
    match text.chars().nth(1) {
        Some(character @ ('_' | '%' | '&' | '#')) => (character, 2),
        _ => ('\\', 1),
    }
}

/// The value that [`decode`] reads as `text`, white space at the ends and line breaks apart.
pub(super) fn encode(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    // Braces around the whole are taken for a second delimiter.
    let balanced = is_balanced(text) && unbraced(text).is_none();
    let wrapped = text.starts_with("\\url");
    if balanced
        && !wrapped
        && memchr::memchr3(b'\\', b'\n', b'\t', text.as_bytes()).is_none()
        && !text.contains('\r')
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        match character {
            '\\' if wrapped && out.is_empty() || escape(rest) != ('\\', 1) => {
                out.push_str(WORDS[0].0);
            }
            '{' if !balanced => out.push_str(WORDS[1].0),
            '}' if !balanced => out.push_str(WORDS[2].0),
            '\n' | '\r' | '\t' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                rest = after.trim_start();
                continue;
            }
            other => out.push(other),
        }
        rest = after;
    }
    Cow::Owned(out)
}

/// Whether braces pair up, counted as BibTeX counts them.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for at in memchr::memchr2_iter(b'{', b'}', text.as_bytes()) {
        if text.as_bytes().get(at) == Some(&b'{') {
            depth += 1;
        } else if depth == 0 {
            return false;
        } else {
            depth -= 1;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_are_undone() {
        for (value, text) in [
            ("10.1000/a\\_b", "10.1000/a_b"),
            ("\\url{http://x.org/a%20b}", "http://x.org/a%20b"),
            ("{10.1000/1}", "10.1000/1"),
            ("http://x.org/a\n  b", "http://x.org/a b"),
            (":C\\:\\\\a.pdf:PDF", ":C\\:\\\\a.pdf:PDF"),
            ("http://x.org/~me?a=1&b=2#c", "http://x.org/~me?a=1&b=2#c"),
        ] {
            assert_eq!(decode(value), text);
        }
    }

    #[test]
    fn every_string_comes_back() {
        for text in [
            "a\\_b",
            "\\url{x}",
            "a{b",
            "}{",
            "{a}",
            "\\",
            "\\textbackslash{}",
            "C:\\dir\\%x",
            "\\\\_",
            "a{\\_}",
            "\\url",
            "é{",
        ] {
            let value = encode(text);
            assert!(is_balanced(&value), "{value}");
            assert_eq!(decode(&value), text, "{value}");
        }
    }
}
