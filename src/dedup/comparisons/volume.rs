//! Volumes.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    OTHER "different" 1;
    MISSING "missing" 2;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "volume",
        summary: "whether the volumes are equal",
        why: "Two volumes of one journal hold two publications, whatever else agrees",
        examples: &[("61 (Suppl. 1)", "61")],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 2,
    level: |pair: &Pair| of(pair.a.volume, pair.b.volume),
};

/// Same, different or missing, by numbers of which 0 is missing.
pub(super) fn of(a: u32, b: u32) -> u8 {
    let level = match (a, b) {
        (0, _) | (_, 0) => Level::MISSING,
        _ if a == b => Level::SAME,
        _ => Level::OTHER,
    };
    level.0
}
