//! Issues.

use super::{Comparison, levels, pages, volume};
use crate::dedup::features::{Features, SUPPLEMENT};
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
        summary: "Whether the issues are equal",
        why: "Agreement helps little and disagreement proves little: the field often holds a month or a record number",
        examples: &[],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 2,
    is_dear: false,
    level: |pair: &Pair| {
        if pages::slipped(pair.a, pair.b) || pages::slipped(pair.b, pair.a) {
            Level::MISSING.0
        } else {
            of(pair.a, pair.b)
        }
    },
};

/// Issues are counted within a year or a volume; greater numbers are those of a series, or of
/// records and articles put into the field.
const GREATEST: u32 = 99;

fn of(a: &Features, b: &Features) -> u8 {
    let level = volume::of(a.issue, b.issue);
    if level != Level::OTHER.0 {
        return level;
    }
    let credible = |issue| issue <= GREATEST || issue >= SUPPLEMENT;
    let pages_in = |one: &Features, other: &Features| one.issue == other.pages.first;
    if !credible(a.issue) || !credible(b.issue) || pages_in(a, b) || pages_in(b, a) {
        Level::MISSING.0
    } else {
        level
    }
}
