//! Years of publication.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    ONE_OFF "one apart" 1;
    FEW_OFF "two or three apart" 2;
    OTHER "further apart" 3;
    MISSING "missing" 4;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "year",
        summary: "How far the years of publication are apart",
        why: "A work appears online the year before its issue, seldom earlier",
        examples: &[],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 4,
    is_dear: false,
    level,
};

fn level(pair: &Pair) -> u8 {
    let level = match (pair.a.year, pair.b.year) {
        (Some(a), Some(b)) => match a.abs_diff(b) {
            0 => Level::SAME,
            1 => Level::ONE_OFF,
            2 | 3 => Level::FEW_OFF,
            _ => Level::OTHER,
        },
        _ => Level::MISSING,
    };
    level.0
}
