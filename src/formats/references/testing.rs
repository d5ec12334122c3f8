//! Grammars of marked references held to what they should find.

use super::found::Found;
use super::links::links;
use super::number::list_number;
use super::token::{Token, tokens};
use crate::formats::{Meaning, RawName};

/// A grammar.
pub(super) type Parse = fn(&str, &[Token]) -> Option<Found>;

/// Each field found, as `name=words`, in the order of the text.
pub(super) fn found(parse: Parse, text: &str) -> String {
    let number = list_number(text);
    let mut all = tokens(text, &links(text));
    all.retain(|token| token.start >= number);
    let Some(mut found) = parse(text, &all) else {
        return String::new();
    };
    found.fields.sort_by_key(|field| field.value.start);
    let named = found.fields.iter().filter_map(|field| match field.name {
        RawName::Meant(Meaning::Field(name)) => {
            Some(format!("{}={}", name.spec().biblatex, field.value.of(text)))
        }
        _ => None,
    });
    named.collect::<Vec<_>>().join("|")
}

/// Holds what is found to what is expected, for all texts at once.
pub(super) fn hold(parse: Parse, expected: &[(&str, &str)]) {
    let wrong: Vec<String> = expected
        .iter()
        .map(|(text, fields)| (found(parse, text), fields))
        .filter(|(found, fields)| found != *fields)
        .map(|(found, fields)| format!("found    {found}\nexpected {fields}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
