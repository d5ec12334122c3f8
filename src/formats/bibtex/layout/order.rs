//! The order of entries, where a style asks for one.

use std::collections::BTreeSet;

use super::super::blocks::BlockKind;
use super::entry::Part;
use super::style::Sort;
use super::{Inside, Piece};

/// Sorts each run of entries, keeping equal ones in order.
pub(super) fn sort(text: &str, pieces: &mut [Piece], by: Sort) {
    let parents = parents(text, pieces);
    let mut at = 0;
    while at < pieces.len() {
        let run = pieces.iter().skip(at + 1);
        let length = 1 + run.take_while(|piece| joins(text, piece)).count();
        let end = at + length;
        if let Some(run) = pieces.get_mut(at..end)
            && run.iter().all(is_entry)
        {
            // What stands before the run stays there.
            let head = run
                .first_mut()
                .map(|first| std::mem::take(&mut first.before));
            run.sort_by_cached_key(|piece| key(text, piece, by, &parents));
            if let (Some(first), Some(head)) = (run.first_mut(), head) {
                first.before = head;
            }
        }
        at = end;
    }
}

/// Whether a piece goes on a run: an entry with nothing before it but remarks of its own.
fn joins(text: &str, piece: &Piece) -> bool {
    is_entry(piece) && piece.before.of(text).trim_ascii().is_empty()
}

fn is_entry(piece: &Piece) -> bool {
    piece.block.kind == BlockKind::Entry && matches!(piece.inside, Inside::Entry(_))
}

/// The keys that a `crossref` names, in lower case.
fn parents(text: &str, pieces: &[Piece]) -> BTreeSet<String> {
    let crossrefs = pieces
        .iter()
        .filter_map(|piece| field(text, piece, "crossref"));
    crossrefs.map(str::to_lowercase).collect()
}

/// The text of a field without its delimiters.
fn field<'t>(text: &'t str, piece: &Piece, wanted: &str) -> Option<&'t str> {
    let Inside::Entry(parts) = &piece.inside else {
        return None;
    };
    parts.0.iter().find_map(|part| match part {
        Part::Field { name, value } if name.of(text).eq_ignore_ascii_case(wanted) => {
            let value = value.of(text).trim_matches(['{', '}', '"']).trim();
            (!value.is_empty()).then_some(value)
        }
        _ => None,
    })
}

/// What an entry is sorted by: parents last, then missing values last, then the values.
type Key = (bool, bool, String, String, String);

fn key(text: &str, piece: &Piece, by: Sort, parents: &BTreeSet<String>) -> Key {
    let citation = piece.block.key.of(text).to_lowercase();
    let year = || {
        let year = field(text, piece, "year").or_else(|| field(text, piece, "date"));
        year.map(str::to_lowercase)
    };
    let (first, second) = match by {
        Sort::Keep | Sort::Key => (Some(citation.clone()), None),
        Sort::Type => (Some(piece.block.word.of(text).to_lowercase()), None),
        Sort::Year => (year(), None),
        Sort::Author => {
            let names = field(text, piece, "author").or_else(|| field(text, piece, "editor"));
            (names.map(str::to_lowercase), year())
        }
    };
    (
        parents.contains(&citation),
        first.is_none(),
        first.unwrap_or_default(),
        second.unwrap_or_default(),
        citation,
    )
}
