//! The fields of a record as the writer of .bib files writes them.

use super::super::blocks::{BlockKind, Cutter};
use super::super::types::Dialect;
use super::super::write;
use crate::formats::RawName;
use crate::model::Record;

/// Names and values, with the delimiters of the values, in the order they are written.
pub(super) fn fields(record: &Record, dialect: Dialect) -> Vec<(String, String)> {
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
