//! The reading text of a value, typed or not.

use crate::model::{Markup, Text, Value};
use crate::text::{html, latex};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// Longest part of a value that is read.
const LONGEST: usize = 1 << 16;

/// The reading text of `value`: LaTeX, entities and tags resolved; of a list its first item.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => plain(text),
        Value::List(list) => list.first().map(plain).unwrap_or_default(),
        Value::Date(date) => date.to_string(),
        Value::Pages(pages) => pages.display("-"),
        Value::Names(names) => names
            .list
            .iter()
            .map(|name| name.family.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn plain(text: &Text) -> String {
    let content = super::cut(&text.content, LONGEST);
    let content = match text.markup {
        Markup::Plain => Cow::Borrowed(content),
        Markup::Latex => Cow::Owned(latex::to_plain(content)),
    };
    if memchr::memchr2(b'&', b'<', content.as_bytes()).is_none() {
        return content.into_owned();
    }
    html::strip_tags(&html::decode_entities(&content)).into_owned()
}

/// Feeds a value to `hasher` as it stands.
pub(super) fn hash_value(value: &Value, hasher: &mut impl Hasher) {
    std::mem::discriminant(value).hash(hasher);
    match value {
        Value::Text(text) => text.hash(hasher),
        Value::Names(names) => names.hash(hasher),
        Value::Date(date) => date.hash(hasher),
        Value::Pages(pages) => pages.hash(hasher),
        Value::List(list) => list.hash(hasher),
    }
}
