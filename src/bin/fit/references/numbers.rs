//! References as numbers: each feature the number of its weights.

use super::examples::{Labelled, Sequence};
use std::collections::HashMap;

/// A reference in numbers.
pub(crate) struct Example {
    features: Vec<u32>,
    ends: Vec<usize>,
    /// How each token follows the one before it.
    pub(crate) edges: Vec<usize>,
    /// The true labels.
    pub(crate) gold: Vec<usize>,
}

impl Example {
    /// The features of each token.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u32]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(from, to)| self.features.get(from..*to).unwrap_or_default())
    }
}

/// Numbers for the features of at least `least` tokens; gives the references and, by number, the
/// hashes of the features.
pub(crate) fn numbered(records: &[&Labelled], least: u32) -> (Vec<Example>, Vec<u32>) {
    let sequences = || {
        records
            .iter()
            .flat_map(|record| &record.sequences)
            .filter(|sequence| !sequence.labels.is_empty())
    };
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for sequence in sequences() {
        for at in 0..sequence.features.len() {
            for feature in sequence.features.row(at) {
                *counts.entry(*feature).or_default() += 1;
            }
        }
    }
    let mut hashes: Vec<u32> = counts
        .into_iter()
        .filter(|(_, count)| *count >= least)
        .map(|(hash, _)| hash)
        .collect();
    hashes.sort_unstable();
    let numbers: HashMap<u32, u32> = hashes.iter().copied().zip(0..).collect();
    let examples = sequences()
        .map(|sequence| example(sequence, &numbers))
        .collect();
    (examples, hashes)
}

fn example(sequence: &Sequence, numbers: &HashMap<u32, u32>) -> Example {
    let mut features = Vec::new();
    let mut ends = Vec::new();
    for at in 0..sequence.features.len() {
        let row = sequence.features.row(at).iter();
        features.extend(row.filter_map(|feature| numbers.get(feature)));
        ends.push(features.len());
    }
    Example {
        features,
        ends,
        edges: sequence
            .features
            .edges
            .iter()
            .map(|edge| usize::from(*edge))
            .collect(),
        gold: sequence
            .labels
            .iter()
            .map(|label| *label as usize)
            .collect(),
    }
}
