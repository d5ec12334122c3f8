//! DOIs.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    VERSION "same but for the version" 1;
    OTHER "different" 2;
    MISSING "missing" 3;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "doi",
        summary: "Whether the DOIs are equal",
        why: "Evidence, no proof: all abstracts of a congress may stand under one DOI, and one work may have two",
        examples: &[],
        sources: &["DOI Handbook 2.2"],
    },
    levels: NAMES,
    ordered: 3,
    is_dear: false,
    level,
};

fn level(pair: &Pair) -> u8 {
    let (a, b) = (pair.a, pair.b);
    let level = if a.doi == 0 || b.doi == 0 {
        Level::MISSING
    } else if a.doi == b.doi {
        Level::SAME
    } else if a.doi_stem == b.doi_stem {
        Level::VERSION
    } else if pair.is_preprint_and_version() {
        // A preprint and its version of record have a DOI each.
        Level::MISSING
    } else {
        Level::OTHER
    };
    level.0
}
