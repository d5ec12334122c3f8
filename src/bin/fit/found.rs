//! [`find`]: a set matched, and the result held against its labels.

use crate::set::{Gold, Set};
use bibsift::dedup::weights::{TABLE, Weights};
use bibsift::dedup::{Features, Options, Outcome, run_by};
use std::collections::BTreeMap;

/// What matching made of a set.
pub(crate) struct Found {
    pub(crate) wrong: Vec<(u32, u32)>,
    pub(crate) missed: Vec<(u32, u32)>,
    pub(crate) right: usize,
    pub(crate) outcome: Outcome,
}

/// Matches a set and holds the result against its labels.
pub(crate) fn find(set: &Set) -> Found {
    find_by(set, &TABLE)
}

/// As [`find`], by other weights than those of the table.
pub(crate) fn find_by(set: &Set, weights: &'static Weights) -> Found {
    let options = Options::default();
    let outcome = run_by(&set.features, &options, weights);
    let cluster = &outcome.cluster;
    let together = |a: u32, b: u32| cluster.get(a as usize) == cluster.get(b as usize);
    let (mut wrong, mut missed, mut right) = (Vec::new(), Vec::new(), 0);
    match &set.gold {
        Gold::Clusters(gold) => {
            let same = |a: u32, b: u32| gold.get(a as usize) == gold.get(b as usize);
            for (a, b) in within(cluster) {
                if same(a, b) {
                    right += 1;
                } else {
                    wrong.push((a, b));
                }
            }
            missed.extend(within(gold).filter(|(a, b)| !together(*a, *b)));
        }
        Gold::Pairs { same, source } => {
            for (a, b) in within(cluster) {
                if source.get(a as usize) == source.get(b as usize) {
                    continue;
                }
                if same.binary_search(&(a, b)).is_ok() {
                    right += 1;
                } else {
                    wrong.push((a, b));
                }
            }
            missed.extend(same.iter().filter(|(a, b)| !together(*a, *b)));
        }
        Gold::Labelled { pairs, apart } => {
            for (a, b, label) in pairs {
                let together = if *apart {
                    merges_alone(set, *a, *b, weights)
                } else {
                    together(*a, *b)
                };
                match (together, label) {
                    (true, true) => right += 1,
                    (true, false) => wrong.push((*a, *b)),
                    (false, true) => missed.push((*a, *b)),
                    (false, false) => {}
                }
            }
        }
    }
    Found {
        wrong,
        missed,
        right,
        outcome,
    }
}

/// Whether two records merge in a file of their own.
fn merges_alone(set: &Set, a: u32, b: u32, weights: &'static Weights) -> bool {
    let two: Vec<Features> = [a, b]
        .iter()
        .filter_map(|id| set.features.get(*id as usize))
        .cloned()
        .collect();
    run_by(&two, &Options::default(), weights).cluster == [0, 0]
}

/// All pairs inside clusters, smaller index first.
fn within(cluster: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (id, name) in (0..).zip(cluster) {
        members.entry(*name).or_default().push(id);
    }
    members.into_values().flat_map(|list| {
        let mut pairs = Vec::new();
        for (at, a) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(at + 1).map(|b| (*a, *b)));
        }
        pairs
    })
}
