//! Identifiers other than the DOI.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "one is equal" 0;
    OTHER "all differ" 1;
    MISSING "missing" 2;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "identifiers",
        summary: "PubMed, archive and book numbers",
        why: "One PubMed record is one publication; a book's number is that of one edition in one binding",
        examples: &[],
        sources: &["PubMed help: PMID", "ISO 2108"],
    },
    levels: NAMES,
    ordered: 2,
    is_dear: false,
    level,
};

fn level(pair: &Pair) -> u8 {
    let (a, b) = (pair.a, pair.b);
    let same = |one: u64, other: u64| one != 0 && one == other;
    let differ = |one: u64, other: u64| one != 0 && other != 0 && one != other;
    let level = if same(a.pmid, b.pmid) || same(a.eprint, b.eprint) || same(a.isbn, b.isbn) {
        Level::SAME
    } else if differ(a.pmid, b.pmid) || differ(a.eprint, b.eprint) {
        // Two ISBNs are two bindings as often as two books: no contradiction.
        Level::OTHER
    } else {
        Level::MISSING
    };
    level.0
}
