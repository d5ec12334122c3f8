//! [`Summary`]: the little that is kept of a record while all are compared.
//!
//! A [`Record`] is a pure function of its text, so it is dropped after its summary is taken and
//! made again when it is written. Memory beyond the input stays proportional to the summaries.

use super::keys::is_legal;
use super::{Keys, Sort};
use crate::model::{Field, Record};
use crate::rules::Changed;
use crate::text::fold;

/// What is kept of a record.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The key it came with, where that is one to keep; otherwise one made for it.
    pub key: Box<str>,
    /// Whether it came with the key.
    pub own_key: bool,
    /// Whether it has a title.
    pub titled: bool,
    /// How many citation statements it has, as far as they can be counted here.
    pub statements: u16,
    /// Whether it holds no field at all.
    pub empty: bool,
    /// The rules that changed it, which are all that need to run when it is made again.
    pub changed: Changed,
}

impl Summary {
    /// Takes the summary of `record`; `changed` are the rules that changed it, its key comes from
    /// `keys`, and `citation_key` tells whether its own is one that may stand in a manuscript.
    pub fn of(record: &Record, changed: Changed, keys: &Keys, citation_key: bool) -> Self {
        let has_letter = record.key.chars().any(char::is_alphabetic);
        let own_key = *keys == Keys::Keep && is_legal(&record.key) && (citation_key || has_letter);
        let key = if own_key {
            record.key.as_str().into()
        } else {
            keys.make(record).into()
        };
        Self {
            key,
            own_key,
            titled: record.has(Field::Title),
            statements: u16::try_from(record.statements.len()).unwrap_or(u16::MAX),
            empty: record.fields().next().is_none()
                && record.extra.is_empty()
                && record.statements.is_empty(),
            changed,
        }
    }
}

/// Text that sorts records as `sort` says, byte by byte.
pub fn sort_key(record: &Record, sort: Sort) -> String {
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
