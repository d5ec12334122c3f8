//! The reading text of a value, typed or not.

use crate::model::{Markup, Text, Value};
use crate::text::{html, latex};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// Longest part of a value that is read.
const LONGEST: usize = 1 << 16;

/// The reading text of `value`: LaTeX, entities and tags resolved; of a list its first item.
pub(super) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => plain(text),
        Value::List(list) => list.first().map(plain).unwrap_or_default(),
        Value::Date(date) => date.to_string().into(),
        Value::Pages(pages) => pages.display("-").into(),
        Value::Names(names) => names
            .list
            .iter()
            .map(|name| name.family.as_str())
            .collect::<Vec<_>>()
            .join(" ")
            .into(),
    }
}

fn plain(text: &Text) -> Cow<'_, str> {
    let content = super::cut(&text.content, LONGEST);
    let content = match text.markup {
        Markup::Plain => Cow::Borrowed(content),
        Markup::Latex => Cow::Owned(latex::to_plain(content)),
    };
    let content = match without_debris(&content) {
        Some(clean) => Cow::Owned(clean),
        None => content,
    };
    if memchr::memchr2(b'&', b'<', content.as_bytes()).is_none() {
        return content;
    }
    html::strip_tags(&html::decode_entities(&content))
        .into_owned()
        .into()
}

/// `text` without what is left of quotes and dashes read in a wrong code page, put in lower case
/// and spaced out (`ã cents â ? ¬`), which no repair brings back; [`None`] where there is none.
pub(super) fn without_debris(text: &str) -> Option<String> {
    const SIGNS: &[char] = &['?', '¬', '¦', '€', '™', '“', '”', '‘', '’', '¢'];
    const LETTERS: &[char] = &['â', 'ã', 'å', 'Â', 'Ã', 'Å'];
    // A letter of these alone, or before a sign, is no word of any language.
    let is_debris = |word: &str| {
        word.contains(LETTERS)
            && word
                .chars()
                .all(|c| LETTERS.contains(&c) || SIGNS.contains(&c))
    };
    if text.is_ascii() || !text.contains(LETTERS) || !text.contains(SIGNS) {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let mut after = false;
    for word in text.split_whitespace() {
        let sign = word.chars().all(|c| SIGNS.contains(&c));
        if is_debris(word) || after && (sign || word == "cents") {
            after = true;
            continue;
        }
        // `å?incremental`, `dataã` before `cents`.
        let bare = word.trim_start_matches(|c| LETTERS.contains(&c) || SIGNS.contains(&c));
        let bare = if word.len() > bare.len() && word.trim_start_matches(LETTERS).starts_with(SIGNS)
        {
            bare
        } else {
            word
        };
        let unsigned = bare.trim_end_matches(SIGNS);
        let ends = unsigned.trim_end_matches(['â', 'ã']);
        after = ends.len() < unsigned.len();
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(if after { ends } else { bare });
    }
    Some(kept)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debris_of_quotes_goes() {
        for (text, want) in [
            (
                "ã cents â ? ¬ å?maintenance of dataã cents â ? ¬ â ?",
                "maintenance of data",
            ),
            ("zhangâ ? ¦", "zhang"),
            ("leo å ? db2â ?? s optimizer", "leo db2 s optimizer"),
        ] {
            assert_eq!(without_debris(text).as_deref(), Some(want), "{text}");
        }
        for whole in ["pâtes", "São Paulo?", "50 cents?"] {
            assert_eq!(without_debris(whole).unwrap_or(whole.to_owned()), whole);
        }
    }
}
