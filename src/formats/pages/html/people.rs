//! Lists in one value: names, keywords, numbers.

use super::said::{Said, tidy};
use crate::formats::pages::names;
use crate::model::{Field, Kind, Name, is_truncation};
use crate::source::Span;

/// Names: one, or several between semicolons or, where there are too many commas for one, as the
/// list shows.
pub(super) fn people(said: &mut Said<'_>, field: Field, words: &str, span: Span) {
    if words.contains(';') {
        return each(said, field, words, span, &[';']);
    }
    let words = words.trim();
    let commas = words.matches(',').count();
    let listed = commas > 1 || words.contains(" and ") && commas > 0;
    if !listed {
        return one(said, field, words, span);
    }
    // `King, Jr., Martin Luther`
    let list = names::split(words, Span::new(0, words.len()));
    if list.names.len() < 2 {
        return one(said, field, words, span);
    }
    for name in &list.names {
        one(said, field, name.of(words), span);
    }
    if !list.cut.is_empty() && field == Field::Author {
        said.truncate();
    }
}

fn one(said: &mut Said<'_>, field: Field, words: &str, span: Span) {
    let words = words.trim().trim_matches(',').trim();
    if is_truncation(words) {
        said.truncate();
    } else if words.chars().any(char::is_alphabetic) {
        said.add_name(field, Name::parse(&tidy(words)), span);
    }
}

/// Each item between separators.
pub(super) fn each(
    said: &mut Said<'_>,
    field: Field,
    words: &str,
    span: Span,
    separators: &[char],
) {
    for item in words.split(separators) {
        if field.kind() == Kind::Names {
            one(said, field, item, span);
        } else {
            said.add(field, item, span);
        }
    }
}

/// Keywords, between semicolons if there is one.
pub(super) fn keywords(said: &mut Said<'_>, words: &str, span: Span) {
    let separators: &[char] = if words.contains([';', '；']) {
        &[';', '；']
    } else {
        &[',', '，', '、']
    };
    each(said, Field::Keywords, words, span, separators);
}
