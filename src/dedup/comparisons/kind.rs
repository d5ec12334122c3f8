//! Erratum, reply, editorial …

use super::{Comparison, levels};
use crate::dedup::features::Kinds;
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    NEITHER "none named" 1;
    UNNAMED "one names a kind databases often leave out" 2;
    OTHER "one is about the other" 3;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "kind",
        summary: "Whether both are an erratum, a reply, a comment, an editorial, or neither is",
        why: "An erratum carries the title, authors and journal of the work it mends, and is not that work",
        examples: &[],
        sources: &["PubMed publication types", "BibTeXing 3.1"],
    },
    levels: NAMES,
    ordered: 4,
    is_dear: false,
    level,
};

fn level(pair: &Pair) -> u8 {
    let (a, b) = (pair.a.kinds, pair.b.kinds);
    let differing = a.differing(b);
    let level = if differing.has(Kinds::ABOUT_ANOTHER) {
        Level::OTHER
    } else if differing.has(Kinds::OFTEN_UNNAMED) {
        Level::UNNAMED
    } else if a.and(b).is_empty() {
        Level::NEITHER
    } else {
        Level::SAME
    };
    level.0
}
