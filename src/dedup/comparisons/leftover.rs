//! Words left over on both sides.

use super::{Comparison, levels};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    NONE "none" 0;
    ONE "one exchanged" 1;
    TWO "two exchanged" 2;
    MORE "more exchanged" 3;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "leftover-words",
        summary: "Content words left over in both titles once like words are paired off",
        why: "A cut title leaves words on one side; \"mice\" for \"rats\" leaves one on each, and is another work",
        examples: &[],
        sources: &["Winkler 1990"],
    },
    levels: NAMES,
    ordered: 4,
    is_dear: false,
    level: |pair: &Pair| u8::try_from(pair.words.left_a.min(pair.words.left_b).min(3)).unwrap_or(3),
};
