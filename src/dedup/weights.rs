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
pub const PRIOR: f32 = -0.83;

const fn row(comparison: &'static str, weights: &'static [f32]) -> Row {
    Row {
        comparison,
        weights,
    }
}

/// One line a comparison, in the order of [`COMPARISONS`](super::comparisons::COMPARISONS).
///
/// Origin: the weights began as a logistic regression over like levels on labelled pairs of seven
/// search exports, three citation lists and a synthetic list, each set weighed alike, vetoed pairs
/// left out. They were carried over to these levels and made to fall from level to level by hand.
/// Set by hand alone, for want of labelled pairs that show them: `identifiers`, the level of
/// `pages` without a last page and that of neighbouring pages, and the middle level of `abstract`.
/// `bibsift-fit weights` fits a table of its own; it lets both sides of a set weigh alike, so its
/// scores need other thresholds than those of [`decide`](super::decide).
#[rustfmt::skip]
pub static WEIGHTS: &[Row] = &[
    row("title", &[1.15, 0.60, 0.34, 0.33, 0.06, -0.03, -0.03, -0.60, -1.10, -0.03]),
    row("title-information", &[1.51, 0.30, 0.00, 0.00, -1.83]),
    row("leftover-words", &[1.13, 0.08, -0.33, -1.41]),
    row("title-numbers", &[0.20, 0.00, -0.14, -0.46, -0.46]),
    row("kind", &[0.10, 0.10, 0.00, -0.50]),
    row("authors", &[0.80, 0.78, 0.75, 0.24, 0.20, 0.01, 0.00, -0.41, -1.44, 0.21, -0.60]),
    row("first-author", &[0.74, -0.10, -0.79, -0.39]),
    row("year", &[2.25, -0.67, -1.42, -1.58, 0.88]),
    row("container", &[1.08, 0.74, -0.76, -1.00, -0.47]),
    row("volume", &[0.79, -1.40, 0.07]),
    row("issue", &[0.24, -0.54, -0.24]),
    row("pages", &[1.40, 0.90, -0.02, -0.46, -0.90, -1.33, 0.05]),
    row("doi", &[0.91, 0.08, -1.22, -0.31]),
    row("identifiers", &[1.50, -1.00, 0.00]),
    row("abstract", &[0.90, 0.00, -0.90, 0.50]),
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
