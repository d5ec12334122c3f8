//! The first of the people.

use super::{Comparison, authors, levels};
use crate::dedup::pair::Pair;
use crate::dedup::two_scripts::same_transliterated;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    ELSEWHERE "elsewhere in the list" 1;
    OTHER "another" 2;
    MISSING "missing" 3;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "first-author",
        summary: "Whether both name the same person first",
        why: "The first name survives every way of cutting a list",
        examples: &[],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 3,
    is_dear: true,
    level,
};

fn level(pair: &Pair) -> u8 {
    of(pair).0
}

fn of(pair: &Pair) -> Level {
    let (Some(a), Some(b)) = (pair.a.people().next(), pair.b.people().next()) else {
        return Level::MISSING;
    };
    if authors::scripts_differ(&[a], &[b]) {
        return if same_transliterated(a, b) {
            Level::SAME
        } else {
            Level::MISSING
        };
    }
    if authors::same_person(a, b) {
        return Level::SAME;
    }
    if pair.b.people().any(|other| authors::same_person(a, other))
        || pair.a.people().any(|other| authors::same_person(other, b))
    {
        return Level::ELSEWHERE;
    }
    if pair.names_before || pair.lists() == authors::Level::INITIALS {
        return Level::MISSING;
    }
    Level::OTHER
}
