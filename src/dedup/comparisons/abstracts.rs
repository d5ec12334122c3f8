//! Abstracts.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    LIKE "alike" 1;
    OTHER "different" 2;
    MISSING "missing" 3;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "abstract",
        summary: "How alike the first words of the abstracts are",
        why: "The same text printed twice raises it, so it counts for little; another text tells works apart",
        examples: &[],
        sources: &["Charikar 2002"],
    },
    levels: NAMES,
    ordered: 3,
    is_dear: false,
    level,
};

fn level(pair: &Pair) -> u8 {
    let (a, b) = (pair.a.abstract_sketch, pair.b.abstract_sketch);
    let level = if a == 0 || b == 0 {
        Level::MISSING
    } else {
        match (a ^ b).count_ones() {
            0..=12 => Level::SAME,
            13..=22 => Level::LIKE,
            _ => Level::OTHER,
        }
    };
    level.0
}
