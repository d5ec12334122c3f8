//! The reading text of a value, typed or not.

use crate::model::{Markup, Text, Value};
use crate::text::{html, latex};
use std::borrow::Cow;

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
    let content = super::cut(&text.content, super::LONGEST);
    let content = match text.markup {
        Markup::Plain => Cow::Borrowed(content),
        Markup::Latex => Cow::Owned(latex::to_plain(content)),
    };
    // Of a short text, as most are, each byte is sooner looked at than searched for.
    let bytes = content.as_bytes();
    if bytes.len() < 16
        && bytes
            .iter()
            .all(|byte| byte.is_ascii() && !matches!(byte, b'&' | b'<'))
    {
        return content;
    }
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
    if text.is_ascii() {
        return None;
    }
    // All of the letters begin with one byte.
    let bytes = text.as_bytes();
    let letter = memchr::memchr_iter(0xc3, bytes).any(|at| {
        let end = bytes.get(at + 1);
        matches!(end, Some(0x82 | 0x83 | 0x85 | 0xa2 | 0xa3 | 0xa5))
    });
    if !letter || !text.contains(SIGNS) {
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
