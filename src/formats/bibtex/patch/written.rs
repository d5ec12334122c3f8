//! The fields of a record as the writer of .bib files writes them.

use super::super::blocks::{BlockKind, Cutter};
use super::super::types::Dialect;
use super::super::write;
use crate::formats::RawName;
use crate::model::Record;

/// Names and values, with the delimiters of the values, in the order they are written.
pub(super) type Fields = Vec<(String, String)>;

/// The fields of a record as it was and as it is to be.
pub(super) struct Both {
    pub(super) old: Fields,
    pub(super) new: Fields,
}

impl Both {
    pub(super) fn of(before: &Record, after: &Record, dialect: Dialect) -> Self {
        Self {
            old: fields(before, dialect),
            new: fields(after, dialect),
        }
    }
}

fn fields(record: &Record, dialect: Dialect) -> Fields {
    let mut text = String::new();
    write::all_fields(record, dialect, &mut text);
    let mut cutter = Cutter::new(&text);
    while let Some(block) = cutter.next_block() {
        if block.kind != BlockKind::Entry {
            continue;
        }
        let fields = cutter.fields().iter().filter_map(|field| match field.name {
            RawName::Written(name) => {
                let value = field.value.of(&text).to_owned();
                Some((name.of(&text).to_owned(), value))
            }
            RawName::Meant(_) => None,
        });
        return fields.collect();
    }
    Vec::new()
}
