//! Issues.

use super::{Comparison, levels, volume};
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
        id: "issue",
        summary: "whether the issues are equal",
        why: "Agreement helps little and disagreement proves little: the field often holds a month or a record number",
        examples: &[],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 2,
    is_dear: false,
    level: |pair: &Pair| volume::of(pair.a.issue, pair.b.issue),
};
