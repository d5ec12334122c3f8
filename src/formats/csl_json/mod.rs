//! CSL-JSON, the item format of citation processors, as an array and as one item a line.
//!
//! `read` cuts items and members with the extents of `scan`, `lower` decodes each member by
//! itself, `write` lays items out; `variables` says which variable holds which field, `custom`
//! what CSL has no variable for.

mod about;
mod custom;
mod dates;
mod faults;
mod lower;
mod names;
mod read;
mod scan;
mod settle;
mod variables;
mod write;

pub use custom::{LINE, SOURCE};

use super::{Format, Likelihood};
use crate::doc::Doc;
use crate::model::EntryType;

/// CSL-JSON as an array.
pub static CSL_JSON: Format = Format {
    doc: Doc {
        id: "csl-json",
        summary: "CSL-JSON, the items of citation processors",
        why: "Zotero, Mendeley, pandoc and citeproc exchange references in it. Items are read \
              from an array, a wrapping object or one after the other, and one broken item does \
              not cost the others.",
        examples: &[],
        sources: &["CSL-JSON schema, csl-data.json of CSL 1.0.2"],
    },
    extensions: &["json"],
    faults: faults::FAULTS,
    sniff,
    read: read::read,
    lower: lower::lower,
    write: Some(write::ARRAY),
};

/// CSL-JSON with one item a line.
pub static JSONL: Format = Format {
    doc: Doc {
        id: "jsonl",
        summary: "CSL-JSON with one item a line",
        why: "Line-oriented tools can filter, sort and append it, and a large file need not be \
              read as a whole.",
        examples: &[],
        sources: &[
            "CSL-JSON schema, csl-data.json of CSL 1.0.2",
            "JSON Lines, jsonlines.org",
        ],
    },
    extensions: &["jsonl", "ndjson"],
    faults: faults::FAULTS,
    sniff: sniff_lines,
    read: read::read,
    lower: lower::lower,
    write: Some(write::LINES),
};

/// How `genre` states a degree that the type `thesis` leaves open.
static THESES: &[(&str, EntryType)] = &[
    ("PhD thesis", EntryType::PhdThesis),
    ("Master's thesis", EntryType::MastersThesis),
];

/// How many bytes of a text are looked at.
const LOOKED_AT: usize = 1 << 14;

fn beginning(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// JSON with members that items have can only be CSL-JSON; other JSON may be.
fn sniff(text: &str) -> Likelihood {
    let start = beginning(text);
    let mut marks = start.chars().filter(|c| !c.is_whitespace());
    match (marks.next(), marks.next()) {
        (Some('['), Some('{' | ']')) | (Some('{'), Some('"')) => {}
        _ => return Likelihood::No,
    }
    let has = |name: &str| start.contains(name);
    let item = has("\"title\"") || has("\"author\"") || has("\"issued\"") || has("\"DOI\"");
    match (has("\"type\"") || has("\"id\""), item) {
        (true, true) => Likelihood::Certain,
        (false, true) => Likelihood::Likely,
        _ => Likelihood::Possible,
    }
}

/// As CSL-JSON, where the first lines are an object each.
fn sniff_lines(text: &str) -> Likelihood {
    let start = beginning(text);
    let whole = |line: &str| line.starts_with('{') && line.trim_end().ends_with('}');
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) if whole(first) && second.starts_with('{') => sniff(text),
        _ => Likelihood::No,
    }
}

#[cfg(test)]
mod tests;
