//! Two sequences side by side: what stays, what changes.

use std::ops::Range;

/// Longer middles are taken as changed throughout, so that the work stays bounded.
const LONGEST: usize = 300;

/// A stretch that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// In the first sequence.
    pub(super) old: Range<usize>,
    /// In the second.
    pub(super) new: Range<usize>,
}

/// The stretches in which two sequences differ, with as much as possible left equal between them.
pub(super) fn changes<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Change> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (rest_old, rest_new) = (old.get(front..), new.get(front..));
    let (rest_old, rest_new) = (rest_old.unwrap_or_default(), rest_new.unwrap_or_default());
    let pairs = rest_old.iter().rev().zip(rest_new.iter().rev());
    let back = pairs.take_while(|(a, b)| a == b).count();
    let rest_old = rest_old.get(..rest_old.len() - back).unwrap_or_default();
    let rest_new = rest_new.get(..rest_new.len() - back).unwrap_or_default();
    let whole = || Change {
        old: front..front + rest_old.len(),
        new: front..front + rest_new.len(),
    };
    if rest_old.is_empty() && rest_new.is_empty() {
        return Vec::new();
    }
    if rest_old.len() > LONGEST || rest_new.len() > LONGEST {
        return vec![whole()];
    }
    // The length of the longest common subsequence of what begins at each pair of places.
    let width = rest_new.len() + 1;
    let mut common = vec![0_u16; (rest_old.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in rest_old.iter().enumerate().rev() {
        for (j, b) in rest_new.iter().enumerate().rev() {
            let best = if a == b {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let mut changes: Vec<Change> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < rest_old.len() || j < rest_new.len() {
        let equal = rest_old.get(i).is_some() && rest_old.get(i) == rest_new.get(j);
        if equal {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (from_i, from_j) = (i, j);
        while (i < rest_old.len() || j < rest_new.len())
            && !(rest_old.get(i).is_some() && rest_old.get(i) == rest_new.get(j))
        {
            let old_first = at(&common, i + 1, j) >= at(&common, i, j + 1);
            if i < rest_old.len() && (old_first || j >= rest_new.len()) {
                i += 1;
            } else {
                j += 1;
            }
        }
        changes.push(Change {
            old: front + from_i..front + i,
            new: front + from_j..front + j,
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_parts_are_left_alone() {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let changes = |old, new| {
            let found = changes(&words(old), &words(new));
            found
                .into_iter()
                .map(|c| (c.old, c.new))
                .collect::<Vec<_>>()
        };
        assert_eq!(changes("a b c", "a b c"), []);
        assert_eq!(
            changes("a b c d e", "a x c y z e"),
            [(1..2, 1..2), (3..4, 3..5)]
        );
        assert_eq!(changes("a b c", "a c"), [(1..2, 1..1)]);
        assert_eq!(changes("a c", "a b c"), [(1..1, 1..2)]);
    }
}
