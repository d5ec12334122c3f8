//! Values as one line of RIS.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::name_lines;
use super::values::{day, slashed};
use crate::model::{Date, Markup, Text, Value};
use crate::text::{ascii, latex, unicode};

/// The plain text of `text` on one line.
pub(super) fn plain(text: &Text) -> Cow<'_, str> {
    match text.markup {
        Markup::Plain => line(&text.content),
        Markup::Latex => Cow::Owned(line(&latex::to_plain(&text.content)).into_owned()),
    }
}

/// `text` on one line: NFC, no control characters (one of them makes Zotero read the whole file
/// in another encoding), each run of white space a blank.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    if unicode::is_everyday(text) {
        return Cow::Borrowed(ascii::trimmed(text));
    }
    let composed = if is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect::<String>())
    };
    let mut out = String::with_capacity(composed.len());
    let mut gap = false;
    for c in composed.chars() {
        match c {
            ' ' | '\u{2028}' | '\u{2029}' => gap = true,
            c if c.is_control() => gap = true,
            '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.push(c);
            }
        }
    }
    let trimmed = out.trim();
    if trimmed.len() == out.len() {
        Cow::Owned(out)
    } else {
        Cow::Owned(trimmed.to_owned())
    }
}

/// Whether [`line`] leaves nothing of a text.
pub(super) fn is_blank(text: &str) -> bool {
    let blank = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    text.chars().all(blank)
}

/// Escapes what Zotero takes for HTML.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'&', b'<', b'>', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[from..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The value of any field but names as one line.
pub(super) fn value(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => plain(text),
        Value::List(list) => join(list, "; "),
        Value::Names(names) => {
            Cow::Owned(name_lines::one_line(&name_lines::names(names, true).names))
        }
        Value::Date(date) => owned(slashed(date).unwrap_or_else(|| date.to_string())),
        Value::Pages(pages) => owned(pages.display("-")),
    }
}

/// [`line`] of a text made for it.
fn owned(text: String) -> Cow<'static, str> {
    match line(&text) {
        Cow::Borrowed(same) if same.len() == text.len() => Cow::Owned(text),
        line => Cow::Owned(line.into_owned()),
    }
}

/// A date as one line, in the form it comes back in.
pub(super) fn date_value(held: &Value) -> Cow<'_, str> {
    match date_of(held) {
        Some(date) => owned(slashed(&date).unwrap_or_else(|| date.to_string())),
        None => value(held),
    }
}

/// The items of a list that hold something, joined.
pub(super) fn join<'a>(list: &'a [Text], between: &str) -> Cow<'a, str> {
    if let [one] = list {
        return plain(one);
    }
    let items = list.iter().map(plain).filter(|item| !item.is_empty());
    Cow::Owned(items.collect::<Vec<_>>().join(between))
}

/// The date a value states: typed, or text in RIS's own syntax.
pub(super) fn date_of(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(date.clone()),
        Value::Text(text) => day(&plain(text)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_clean_line() {
        assert_eq!(line(" a\n\tb\u{c}c\u{feff} "), "a b c");
        assert_eq!(line("e\u{301}"), "é");
        assert_eq!(escape("a & <b>"), "a &amp; &lt;b&gt;");
    }
}
