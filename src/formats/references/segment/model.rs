//! The line model: a semi-Markov chain over pieces, and the best cut by it.
//!
//! A cut of a list is scored as the sum over its references of the weights of the features of
//! beginning there and of the whole reference ([`features`](super::features)); the best one is
//! found exactly, in time linear in the pieces, by dynamic programming over references of at most
//! [`LONGEST`] pieces. Longer ones are carried on as long. (Sarawagi and Cohen, "Semi-Markov
//! conditional random fields for information extraction", NIPS 2004.)

use super::features::Sights;
use super::groups::{self, FEATURES};
use super::weights;
use std::sync::OnceLock;

/// How many pieces a reference may have before it is only known to be long.
pub const LONGEST: usize = 64;

/// A weight for each feature, then what each adds in a numbered list.
#[derive(Debug, Clone)]
pub struct Weights(Vec<f32>);

impl Weights {
    /// Weights in the order of the features, twice over; missing ones are nought.
    pub fn new(mut values: Vec<f32>) -> Self {
        values.resize(FEATURES * 2, 0.0);
        Self(values)
    }

    /// What a feature weighs.
    pub fn of(&self, feature: usize, numbered: bool) -> f32 {
        let plain = self.0.get(feature).copied().unwrap_or(0.0);
        let more = self.0.get(feature + FEATURES).copied().unwrap_or(0.0);
        plain + if numbered { more } else { 0.0 }
    }
}

/// The fitted weights.
pub(super) fn fitted() -> &'static Weights {
    static FITTED: OnceLock<Weights> = OnceLock::new();
    FITTED.get_or_init(|| {
        let mut values = Vec::with_capacity(FEATURES * 2);
        for (name, plain, _) in weights::ROWS {
            let size = size(name);
            values.extend(
                plain
                    .iter()
                    .copied()
                    .chain(std::iter::repeat(0.0))
                    .take(size),
            );
        }
        values.resize(FEATURES, 0.0);
        for (name, _, numbered) in weights::ROWS {
            let size = size(name);
            values.extend(
                numbered
                    .iter()
                    .copied()
                    .chain(std::iter::repeat(0.0))
                    .take(size),
            );
        }
        Weights::new(values)
    })
}

fn size(name: &str) -> usize {
    groups::GROUPS
        .iter()
        .find(|(group, _)| *group == name)
        .map_or(0, |(_, size)| *size)
}

/// Where the references begin, by the best cut.
pub fn decode(sights: &Sights, weights: &Weights) -> Vec<usize> {
    const NEVER: f32 = -1.0e9;
    let count = sights.len();
    let numbered = sights.numbered();
    let sums = sights.sums();
    // The best score of a cut of what lies before a piece, and where its last reference begins.
    let mut best = vec![(NEVER, 0_usize); count + 1];
    // The same for a reference that has run past the longest: its beginning and its score.
    let mut long = (NEVER, 0_usize);
    let mut begin = vec![NEVER; count];
    best[0] = (0.0, 0);
    let most = groups::whole_at_most(|feature| weights.of(feature, numbered));
    let mut fence = 0;
    for to in 1..=count {
        let last = to - 1;
        let mut local = if sights.barred(last) { NEVER } else { 0.0 };
        if local == 0.0 {
            sights.local(last, &mut |feature| local += weights.of(feature, numbered));
        }
        begin[last] = best[last].0 + local;
        if sights.forced(last) {
            fence = last;
            long = (NEVER, last);
        }
        // No reference reaches over a forced beginning, so only that is tried after one.
        let low = to.saturating_sub(LONGEST).max(fence);
        if to - low == LONGEST && begin[low] > long.0 {
            long = (begin[low], low);
        }
        let mut found = (NEVER * 2.0, low);
        for from in (low..to).rev() {
            let mut score = begin[from];
            // What cannot win need not be weighed.
            if score <= NEVER / 2.0 || score + most <= found.0 {
                continue;
            }
            sights.whole(&sums, from, to, &mut |feature| {
                score += weights.of(feature, numbered);
            });
            if score > found.0 {
                found = (score, from);
            }
        }
        if long.0 > NEVER / 2.0 && long.0 + most > found.0 {
            let mut score = long.0;
            sights.whole(&sums, long.1, to, &mut |feature| {
                score += weights.of(feature, numbered);
            });
            if score > found.0 {
                found = (score, long.1);
            }
        }
        best[to] = found;
    }
    let mut starts = Vec::new();
    let mut at = count;
    while at > 0 {
        let from = best[at].1.min(at - 1);
        starts.push(from);
        at = from;
    }
    starts.reverse();
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_group_once() {
        let names: Vec<&str> = weights::ROWS.iter().map(|row| row.0).collect();
        let groups: Vec<&str> = groups::GROUPS.iter().map(|group| group.0).collect();
        assert_eq!(names, groups);
    }
}
