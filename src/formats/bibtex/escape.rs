//! Keys, names and values in the characters a .bib file may have.

use std::borrow::Cow;

use super::ordinary::{is_ordinary, trimmed};
use super::{protect, verbatim};
use crate::model::{Markup, Text};
use crate::text::{ascii, latex};

/// Whether a list item would be split at something in it.
pub(super) fn holds_separator(item: &str) -> bool {
    item.contains([',', ';']) || super::lists::split_and(item).len() > 1
}

/// The citation key, without what ends or breaks one.
pub(super) fn key(key: &str) -> Cow<'_, str> {
    let illegal =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | '{' | '}' | '"' | '@');
    if key.contains(illegal) {
        Cow::Owned(key.trim().replace(illegal, "-"))
    } else {
        Cow::Borrowed(key)
    }
}

pub(super) fn legal_name(name: &str) -> Cow<'_, str> {
    let illegal = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '"' | '#' | '%' | '\'' | '(' | ')' | ',' | '=' | '{' | '}' | '@' | '\\'
            )
    };
    let name = name.trim();
    let starts = name.starts_with(|c: char| !c.is_ascii_digit() && !illegal(c));
    if starts && !name.contains(illegal) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!(
        "{}{}",
        if starts { "" } else { "x-" },
        name.replace(illegal, "-")
    ))
}

pub(super) fn prose(text: &Text) -> Cow<'_, str> {
    let whole = trimmed(&text.content);
    if is_ordinary(whole) {
        return Cow::Borrowed(whole);
    }
    let content = tidy(&text.content);
    match (text.markup, content) {
        (Markup::Plain, Cow::Borrowed(content)) => latex::escape_plain(content),
        (Markup::Plain, Cow::Owned(content)) => latex::escape_plain(&content).into_owned().into(),
        (Markup::Latex, Cow::Borrowed(content)) => latex::escape_latex(content),
        (Markup::Latex, Cow::Owned(content)) => latex::escape_latex(&content).into_owned().into(),
    }
}

pub(super) fn title(text: &Text) -> Cow<'_, str> {
    if text.markup == Markup::Plain
        && let Some(protected) = protect::protect(&tidy(&text.content))
    {
        return latex::escape_latex(&protected).into_owned().into();
    }
    prose(text)
}

/// Pages with the dashes of LaTeX.
pub(super) fn pages(value: Cow<'_, str>) -> Cow<'_, str> {
    if value.contains(['–', '—']) {
        Cow::Owned(value.replace('–', "--").replace('—', "---"))
    } else {
        value
    }
}

/// A value that is LaTeX already, kept as it is unless a line of it could be taken for an entry.
pub(super) fn raw(value: &str) -> Cow<'_, str> {
    let value = value.trim();
    let entry_like = value
        .lines()
        .skip(1)
        .any(|line| line.trim_start().starts_with('@'));
    if entry_like {
        tidy(value)
    } else {
        Cow::Borrowed(value)
    }
}

/// One line, single spaces, none at the ends.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    let bytes = text.as_bytes();
    let sign = |byte: u8, next: u8| {
        u8::from(byte < b' ') | u8::from(byte == b' ') & u8::from(next == b' ')
    };
    if ascii::signs(bytes, sign) == 0 {
        return Cow::Borrowed(text);
    }
    let words = text
        .split(|c: char| c.is_ascii_whitespace())
        .filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// The value with every brace paired: BibTeX counts braces whatever stands before them.
pub(super) fn balanced(value: &str) -> Cow<'_, str> {
    if verbatim::is_balanced(value) {
        return Cow::Borrowed(value);
    }
    let (mut open, mut missing) = (0_usize, 0_usize);
    for byte in value.bytes() {
        match byte {
            b'{' => open += 1,
            b'}' if open == 0 => missing += 1,
            b'}' => open -= 1,
            _ => {}
        }
    }
    Cow::Owned(format!(
        "{}{value}{}",
        "{".repeat(missing),
        "}".repeat(open)
    ))
}
