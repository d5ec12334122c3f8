//! [`ScoredPair`]: a pair with its evidence.

use super::comparisons::{COMPARISONS, Comparison, Levels, pages, title};
use super::context::Context;
use super::contradictions::{are_versions, is_bare, is_of_printing};
use super::decide::{REVIEW_BAND, VETO_COST, threshold};
use super::features::Features;
use super::pair::Pair;
use super::vetoes::{VETOES, Veto};
use super::weights::WEIGHTS;

/// What is thought of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// The level of each comparison.
    pub levels: Levels,
    /// Prior and weights added up, in nats.
    pub total: f32,
    /// Whether only title, people, year and container could be compared.
    pub bare: bool,
    /// Whether these are versions of one work that the caller wants merged.
    pub versions: bool,
    /// The vetoes that fired, one bit each in the order of [`VETOES`].
    vetoes: u32,
}

/// Two records of a list with what is thought of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoredPair {
    /// Index of one record.
    pub a: u32,
    /// Index of the other, greater than `a`.
    pub b: u32,
    /// What is thought of them.
    pub score: Score,
}

/// One line of evidence.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// What was compared.
    pub comparison: &'static Comparison,
    /// The name of the level found.
    pub level: &'static str,
    /// Its weight in nats.
    pub weight: f32,
}

impl Score {
    /// Compares two records.
    pub fn of(a: &Features, b: &Features, context: &Context) -> Self {
        let pair = Pair::new(a, b, context);
        Self::by(&pair, Levels::of(&pair))
    }

    /// What the levels of a pair come to.
    fn by(pair: &Pair, levels: Levels) -> Self {
        let weights = pair.context.weights;
        let total = weights
            .rows
            .iter()
            .zip(levels.0)
            .filter_map(|(row, level)| row.weights.get(usize::from(level)))
            .sum::<f32>()
            + weights.prior;
        let versions = are_versions(pair, &levels);
        let vetoes = VETOES
            .iter()
            .enumerate()
            .filter(|(_, veto)| (veto.forbids)(pair, &levels))
            .filter(|(_, veto)| !versions || !is_of_printing(&veto.doc))
            .fold(0, |bits, (at, _)| bits | 1 << at);
        Self {
            levels,
            total,
            bare: is_bare(&levels),
            versions,
            vetoes,
        }
    }

    /// As [`Score::of`]; [`None`] where it is certain beforehand that the pair stays apart and that
    /// its score speaks against one cluster, by what costs least to compare.
    pub(super) fn unless_hopeless(a: &Features, b: &Features, context: &Context) -> Option<Self> {
        let pair = Pair::new(a, b, context);
        let mut levels = Levels::default();
        let mut most = context.weights.prior;
        for ((row, comparison), level) in context
            .weights
            .rows
            .iter()
            .zip(COMPARISONS)
            .zip(&mut levels.0)
        {
            most += if comparison.is_dear {
                // The first level is full agreement, and none weighs more.
                row.weights.first().copied().unwrap_or(0.0)
            } else {
                *level = (comparison.level)(&pair);
                row.weights.get(usize::from(*level)).copied().unwrap_or(0.0)
            };
        }
        let bound = Self {
            levels,
            total: most,
            bare: is_bare(&levels),
            versions: false,
            vetoes: 0,
        };
        let least = threshold(&bound, context) - REVIEW_BAND;
        let other_title = (title::Level::SOME..=title::Level::NONE).contains(&levels.title())
            && levels.pages() != pages::Level::SAME;
        let hopeless = if other_title {
            most - VETO_COST < least
        } else {
            most < least.min(0.0)
        };
        if hopeless {
            return None;
        }
        for (comparison, level) in COMPARISONS.iter().zip(&mut levels.0) {
            if comparison.is_dear {
                *level = (comparison.level)(&pair);
            }
        }
        Some(Self::by(&pair, levels))
    }

    /// The evidence, one line a comparison; with the prior it adds up to the total.
    pub fn evidence(&self) -> impl Iterator<Item = Evidence> {
        COMPARISONS
            .iter()
            .zip(WEIGHTS)
            .zip(self.levels.0)
            .map(|((comparison, row), level)| Evidence {
                comparison,
                level: comparison
                    .levels
                    .get(usize::from(level))
                    .copied()
                    .unwrap_or(""),
                weight: row.weights.get(usize::from(level)).copied().unwrap_or(0.0),
            })
    }

    /// The vetoes that fired.
    pub fn vetoes(&self) -> impl Iterator<Item = &'static Veto> {
        let bits = self.vetoes;
        VETOES
            .iter()
            .enumerate()
            .filter(move |(at, _)| bits >> at & 1 == 1)
            .map(|(_, veto)| veto)
    }

    /// Whether a veto fired that tells of two publications.
    pub fn tells_two(&self) -> bool {
        self.vetoes().any(|veto| veto.tells_two)
    }

    /// Whether a veto fired.
    pub fn is_vetoed(&self) -> bool {
        self.vetoes != 0
    }
}
