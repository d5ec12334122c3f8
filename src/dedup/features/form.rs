//! [`Form`]: what a record is of, where its type says so for certain, and which version of it.

use super::{hash_text, written};
use crate::model::{EntryType, Field, Record};

/// What a record is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// Nothing tells for certain: articles, reports, web pages.
    #[default]
    Unknown,
    /// A whole book.
    Whole,
    /// Pages of a book.
    Part,
    /// A program or its manual.
    Software,
    /// A part of a program.
    SoftwarePart,
    /// A data set.
    Data,
}

/// The form of a record and the hash of its version, 0 where none is named.
pub(super) fn read(record: &Record) -> (Form, u32) {
    let form = of_type(record);
    let versioned = matches!(form, Form::Software | Form::SoftwarePart | Form::Data);
    let version = if let Some(value) = record.get(Field::Version) {
        of_text(&written::text(value))
    } else if versioned && let Some(note) = record.get(Field::Note) {
        // `R package version 1.3.2`
        let note = written::text(note).to_lowercase();
        note.split_once("version ")
            .and_then(|(_, version)| version.split_whitespace().next())
            .map_or(0, of_text)
    } else {
        0
    };
    (form, version)
}

fn of_type(record: &Record) -> Form {
    let written = record.entry_type_written.as_deref().unwrap_or("");
    if ["codefragment", "softwaremodule"]
        .iter()
        .any(|part| written.eq_ignore_ascii_case(part))
    {
        return Form::SoftwarePart;
    }
    match record.entry_type {
        EntryType::Book | EntryType::MvBook | EntryType::Collection | EntryType::MvCollection => {
            Form::Whole
        }
        EntryType::InBook | EntryType::InCollection | EntryType::InReference => Form::Part,
        EntryType::Software | EntryType::Manual => Form::Software,
        EntryType::Dataset => Form::Data,
        _ => Form::Unknown,
    }
}

/// A version's hash: `v1.2` and `1.2.` are one.
fn of_text(text: &str) -> u32 {
    let lower = text.trim().to_lowercase();
    let bare = lower
        .trim_start_matches("version")
        .trim_start()
        .trim_start_matches('v')
        .trim_matches(|c: char| !c.is_alphanumeric());
    u32::try_from(hash_text(bare) >> 32).unwrap_or(0)
}
