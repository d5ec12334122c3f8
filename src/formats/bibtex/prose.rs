//! Prose in a value: decoded, or left as it stands.

use super::lists::{split_and, unbraced};
use super::ordinary::{is_ordinary, trimmed};
use super::protect;
use crate::model::{Field, Text, Value};
use crate::text::latex;

/// Prose, decoded.
pub(super) fn prose(value: &str) -> Text {
    if is_ordinary(value) {
        return Text::plain(value);
    }
    let (decoded, markup) = latex::decode(value);
    if markup {
        Text::latex(decoded)
    } else {
        Text::plain(decoded)
    }
}

/// A title, decoded; without the braces our own writer would put around acronyms and names.
pub(super) fn title(value: &str) -> Text {
    if let Some(plain) = protect::unprotect(value).filter(|plain| is_ordinary(plain)) {
        return Text::plain(plain);
    }
    let text = prose(value);
    if text.markup == crate::model::Markup::Latex
        && let Some(plain) = protect::unprotect(&text.content)
    {
        return Text::plain(plain);
    }
    text
}

/// Publishers, places, institutions. Classic files write one body with `and` in its name, so only
/// places are split at a bare `and`; several bodies have braces around each.
pub(super) fn bodies(field: Field, value: &str) -> Vec<&str> {
    let items = split_and(value);
    if items.len() > 1
        && (field == Field::Location || items.iter().all(|item| unbraced(item).is_some()))
    {
        items
    } else {
        vec![value]
    }
}

pub(super) fn list(items: Vec<&str>) -> Value {
    let several = items.len() > 1;
    let items = items.into_iter().map(|item| match unbraced(item) {
        // Braces that only hold an item together.
        Some(inside) if several || super::escape::holds_separator(inside) => prose(inside),
        _ => prose(item),
    });
    Value::List(items.collect())
}

/// Whether the value holds something that escaping decoded text never makes: white space other than
/// single spaces, a bare character of LaTeX, a group that is not empty.
fn never_escaped(value: &str) -> bool {
    let bytes = value.as_bytes();
    let mut before = 0;
    bytes.iter().enumerate().any(|(at, &byte)| {
        let never = match byte {
            b'\n' | b'\r' | b'\t' => true,
            b' ' => before == b' ',
            b'&' | b'%' | b'#' | b'_' => before != b'\\',
            b'{' => before != b'\\' && bytes.get(at + 1) != Some(&b'}'),
            _ => false,
        };
        before = byte;
        never
    })
}

/// The text of an unknown field: plain where that comes to the same, else as it stands.
pub(super) fn as_it_stands(value: &str) -> Text {
    let value = trimmed(value);
    if is_ordinary(value) {
        return Text::plain(value);
    }
    if !never_escaped(value) {
        let (decoded, markup) = latex::decode(value);
        if !markup && latex::escape_plain(&decoded) == value {
            return Text::plain(decoded);
        }
    }
    let mut text = value.to_owned();
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    Text::latex(text)
}
