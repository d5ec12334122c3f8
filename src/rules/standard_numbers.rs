//! ISBNs and ISSNs in the texts people keep them in.

use crate::model::{Field, Record, Value, identifier};

/// One item of an ISBN or ISSN field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// Valid, canonical.
    Isbn(String),
    /// Valid, canonical.
    Issn(String),
    /// Something with digits that is neither, as found.
    Unknown(String),
}

impl Number {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Isbn(text) | Self::Issn(text) | Self::Unknown(text) => text,
        }
    }
}

/// The numbers of a field in order, each once; labels such as `(Electronic)` are left out.
pub(super) fn of_field(record: &Record, field: Field) -> Vec<Number> {
    let mut numbers = Vec::new();
    match record.get(field) {
        Some(Value::Text(text)) => of_text(&text.content, &mut numbers),
        Some(Value::List(list)) => {
            for text in list {
                of_text(&text.content, &mut numbers);
            }
        }
        _ => {}
    }
    numbers
}

/// How many parts an ISBN has when spaces stand between them.
const PARTS: usize = 5;

fn of_text(text: &str, numbers: &mut Vec<Number>) {
    let separator = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '(' | ')' | '[' | ']' | ':')
    };
    let words: Vec<&str> = text
        .split(separator)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().any(|c| c.is_ascii_digit()))
        .filter(|word| !is_label(word))
        .collect();
    // No field of a reference holds so many; what this is nobody can tell.
    if words.len() > 200 {
        return;
    }
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let longest = PARTS.min(words.len() - at);
        let found = (1..=longest).rev().find_map(|n| {
            let joined = words.get(at..at + n)?.concat();
            valid(&joined).map(|number| (number, n))
        });
        let (number, used) = found.unwrap_or_else(|| (Number::Unknown((*word).to_owned()), 1));
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        at += used;
    }
}

/// `ISBN-13` and `e2` are words about a number.
fn is_label(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits <= 2
        && word
            .bytes()
            .any(|b| b.is_ascii_alphabetic() && b != b'X' && b != b'x')
}

fn valid(text: &str) -> Option<Number> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match digits {
        7 | 8 => identifier::issn(text).map(Number::Issn),
        9 | 10 | 13 => identifier::isbn(text).map(Number::Isbn),
        _ => None,
    }
}
