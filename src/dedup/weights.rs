//! [`WEIGHTS`]: the match weight of each level, in nats, added up for a pair.

/// The weights of one comparison's levels.
#[derive(Debug)]
pub struct Row {
    /// The comparison's id.
    pub comparison: &'static str,
    /// A weight for each level, in the order of its levels.
    pub weights: &'static [f32],
}

/// A whole table: what matching weighs evidence by.
#[derive(Debug)]
pub struct Weights {
    /// What every pair starts from.
    pub prior: f32,
    /// One row a comparison, in the order of [`COMPARISONS`](super::comparisons::COMPARISONS).
    pub rows: &'static [Row],
}

/// The table in use.
pub static TABLE: Weights = Weights {
    prior: PRIOR,
    rows: WEIGHTS,
};

impl Default for &Weights {
    fn default() -> Self {
        &TABLE
    }
}

/// What a pair that agrees and disagrees in nothing starts from.
pub const PRIOR: f32 = -1.09;

const fn row(comparison: &'static str, weights: &'static [f32]) -> Row {
    Row {
        comparison,
        weights,
    }
}

/// One line a comparison, in the order of [`COMPARISONS`](super::comparisons::COMPARISONS).
///
/// Origin: `bibsift-fit weights` over the development halves of seven search exports, two lists of
/// two sources, a list of citations, hand-made hard cases and a made list: logistic regression with
/// one indicator a level, each set weighed alike, pairs a veto decides counted little, weights made
/// to fall from level to level, and what says nothing kept at or below full agreement. Weights are
/// centred in each row; the prior holds the rest. Set by hand, for want of labelled pairs:
/// `identifiers`. The thresholds of [`decide`](super::decide) belong to it.
#[rustfmt::skip]
pub static WEIGHTS: &[Row] = &[
    row("title", &[1.22, 0.87, 0.87, -0.09, -0.12, -0.12, -0.12, -1.04, -1.04, -0.43]),
    row("title-information", &[0.88, 0.70, 0.70, -1.03, -1.25]),
    row("leftover-words", &[0.92, -0.06, -0.28, -0.58]),
    row("title-numbers", &[0.27, 0.22, 0.07, 0.07, -0.63]),
    row("kind", &[0.03, 0.03, 0.03, -0.09]),
    row("authors", &[0.72, 0.21, 0.21, 0.21, 0.06, 0.06, -0.04, -0.68, -0.85, 0.05, 0.05]),
    row("first-author", &[0.82, 0.12, -0.44, -0.51]),
    row("year", &[1.51, -1.00, -1.00, -1.00, 1.51]),
    row("container", &[0.93, 0.93, -0.16, -1.16, -0.53]),
    row("volume", &[0.66, -0.97, 0.31]),
    row("issue", &[0.56, -0.63, 0.08]),
    row("pages", &[1.03, 0.44, -0.29, -0.29, -0.29, -1.11, 0.51]),
    row("doi", &[0.97, 0.74, -1.15, -0.57]),
    row("identifiers", &[1.50, -1.00, 0.00]),
    row("abstract", &[0.95, -0.30, -0.49, -0.16]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::comparisons::COMPARISONS;

    #[test]
    fn every_level_has_its_weight() {
        assert_eq!(WEIGHTS.len(), COMPARISONS.len());
        for (row, comparison) in WEIGHTS.iter().zip(COMPARISONS) {
            assert_eq!(row.comparison, comparison.doc.id);
            assert_eq!(
                row.weights.len(),
                comparison.levels.len(),
                "{}",
                row.comparison
            );
        }
    }

    #[test]
    fn no_level_of_a_dear_comparison_outweighs_its_first() {
        for (row, comparison) in WEIGHTS.iter().zip(COMPARISONS) {
            let first = row.weights[0];
            assert!(!comparison.is_dear || row.weights.iter().all(|weight| *weight <= first));
        }
    }

    #[test]
    fn less_agreement_never_weighs_more() {
        for (row, comparison) in WEIGHTS.iter().zip(COMPARISONS) {
            let ordered = &row.weights[..comparison.ordered];
            assert!(ordered.is_sorted_by(|a, b| a >= b), "{}", row.comparison);
        }
    }
}
