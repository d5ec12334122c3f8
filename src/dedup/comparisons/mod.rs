//! [`COMPARISONS`]: what of two records is compared, each with levels from agreement to
//! contradiction; what is missing has a level of its own.

pub mod abstracts;
pub mod authors;
pub mod container;
pub mod doi;
pub mod first_author;
pub mod identifiers;
pub mod information;
pub mod issue;
pub mod kind;
pub mod leftover;
pub mod numbers;
pub mod pages;
pub mod title;
pub mod volume;
pub mod year;

use super::pair::Pair;
use crate::doc::Doc;

/// One comparison of Fellegi and Sunter: a question with ordered answers.
#[derive(Debug)]
pub struct Comparison {
    /// Documentation; its id names the comparison.
    pub doc: Doc,
    /// Names of the levels, from full agreement to contradiction, then those that say nothing.
    pub levels: &'static [&'static str],
    /// How many of the levels are ordered; the weights of these fall from the first to the last.
    pub ordered: usize,
    /// Whether the comparison takes more than a few operations once the words of the titles are
    /// paired off: such are made last.
    pub is_dear: bool,
    /// The level of a pair.
    pub level: fn(&Pair) -> u8,
}

/// All comparisons, in the order evidence is shown.
pub static COMPARISONS: &[&Comparison] = &[
    &title::COMPARISON,
    &information::COMPARISON,
    &leftover::COMPARISON,
    &numbers::COMPARISON,
    &kind::COMPARISON,
    &authors::COMPARISON,
    &first_author::COMPARISON,
    &year::COMPARISON,
    &container::COMPARISON,
    &volume::COMPARISON,
    &issue::COMPARISON,
    &pages::COMPARISON,
    &doi::COMPARISON,
    &identifiers::COMPARISON,
    &abstracts::COMPARISON,
];

/// How many comparisons there are.
pub const COUNT: usize = 15;

/// The level of each comparison for one pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels(pub [u8; COUNT]);

impl Levels {
    /// Compares a pair.
    pub fn of(pair: &Pair) -> Self {
        let mut levels = [0; COUNT];
        for (level, comparison) in levels.iter_mut().zip(COMPARISONS) {
            *level = (comparison.level)(pair);
        }
        Self(levels)
    }
}

/// Gives [`Levels`] one method a comparison, so that vetoes read as sentences, and a test that
/// each stands where the table has it.
macro_rules! places {
    ($($method:ident $level:ident $at:literal $id:literal;)*) => {
        impl Levels {
            $(#[doc = concat!("The level of the comparison `", $id, "`.")]
            pub fn $method(&self) -> $level::Level { $level::Level(self.0[$at]) })*
        }

        #[cfg(test)]
        const PLACES: &[(usize, &str)] = &[$(($at, $id)),*];
    };
}

places! {
    title title 0 "title";
    information information 1 "title-information";
    leftover leftover 2 "leftover-words";
    numbers numbers 3 "title-numbers";
    kind kind 4 "kind";
    authors authors 5 "authors";
    first_author first_author 6 "first-author";
    year year 7 "year";
    container container 8 "container";
    volume volume 9 "volume";
    issue issue 10 "issue";
    pages pages 11 "pages";
    doi doi 12 "doi";
    identifiers identifiers 13 "identifiers";
    abstracts abstracts 14 "abstract";
}

/// Defines the levels of a comparison: `Level` with one constant a name, and the list of names.
macro_rules! levels {
    ($($constant:ident $name:literal $at:literal;)*) => {
        /// A level of this comparison.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct Level(pub u8);

        #[allow(dead_code)]
        impl Level {
            $(#[doc = $name]
            pub const $constant: Self = Self($at);)*
        }

        /// Names of the levels.
        pub(super) const NAMES: &[&str] = &[$($name),*];
    };
}
pub(super) use levels;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_that_of_the_table() {
        assert_eq!(COMPARISONS.len(), COUNT);
        for (at, id) in PLACES {
            assert_eq!(COMPARISONS[*at].doc.id, *id);
        }
    }

    #[test]
    fn every_comparison_is_documented() {
        for comparison in COMPARISONS {
            let Doc {
                id,
                summary,
                why,
                sources,
                ..
            } = comparison.doc;
            assert!(
                !id.is_empty() && !summary.is_empty() && !why.is_empty() && !sources.is_empty(),
                "{id}"
            );
            assert!(comparison.ordered <= comparison.levels.len(), "{id}");
        }
    }
}
