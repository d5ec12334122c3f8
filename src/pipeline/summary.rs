//! [`Summary`]: the little that is kept of a record while all are compared.
//!
//! A [`Record`] is a pure function of its text, so it is dropped after its summary is taken and
//! made again when it is written. Memory beyond the input stays proportional to the summaries.

use super::keys::is_legal;
use super::{Keys, Options, Pattern, Sort};
use crate::model::{Field, Record};
use crate::text::fold;

/// What is kept of a record.
#[derive(Debug)]
pub struct Summary {
    /// The key it came with, where it is one to keep.
    pub own_key: Option<Box<str>>,
    /// The key made for it.
    pub made_key: Box<str>,
    /// What it is sorted by; empty when the order is that of appearance.
    pub sort_key: Box<str>,
    /// Whether it has a title.
    pub titled: bool,
}

impl Summary {
    /// Takes the summary of `record`; `citation_keys` tells whether its input's keys are ones
    /// that may stand in a manuscript.
    pub fn of(record: &Record, options: &Options, citation_keys: bool) -> Self {
        let has_letter = record.key.chars().any(char::is_alphabetic);
        let keep =
            options.keys == Keys::Keep && is_legal(&record.key) && (citation_keys || has_letter);
        let made_key = match &options.keys {
            Keys::Pattern(pattern) => pattern.key(record),
            Keys::Keep if keep => String::new(),
            Keys::Keep => Pattern::default().key(record),
        };
        Self {
            own_key: keep.then(|| record.key.as_str().into()),
            made_key: made_key.into(),
            sort_key: options
                .sort
                .map(|sort| sort_key(record, sort))
                .unwrap_or_default()
                .into(),
            titled: record.has(Field::Title),
        }
    }
}

/// Text that sorts records as `sort` says, byte by byte.
fn sort_key(record: &Record, sort: Sort) -> String {
    let title = || fold::fold(record.text(Field::Title).unwrap_or_default());
    let names = || {
        let names = [Field::Author, Field::Editor].map(|field| record.names(field));
        let list = names
            .into_iter()
            .find(|list| !list.is_empty())
            .unwrap_or_default();
        let each =
            |name: &crate::model::Name| fold::fold(&format!("{} {}", name.family, name.given));
        list.iter().map(each).collect::<Vec<_>>().join("\u{1}")
    };
    // Years may be negative; an offset keeps their order, and the undated come last.
    let year = || match record.year() {
        Some(year) => format!("{:010}", i64::from(year) + 2_000_000_000),
        None => "~".to_owned(),
    };
    match sort {
        Sort::Key => String::new(),
        Sort::Year => format!("{}\u{0}{}\u{0}{}", year(), names(), title()),
        Sort::Author => format!("{}\u{0}{}\u{0}{}", names(), year(), title()),
        Sort::Title => format!("{}\u{0}{}", title(), year()),
    }
}
