//! [`Friends`]: the records that each record would be merged with.

use super::score::ScoredPair;
use rustc_hash::FxHashMap;

/// So many of a record's friends are kept: those that come first by content. Of two records the same
/// ones are kept of those they have in common, as long as these are among the first of both.
const KEPT: usize = 32;

/// Some of the records that each record would be merged with, by rank, least first.
#[derive(Debug, Default)]
pub(super) struct Friends(FxHashMap<u32, Vec<u64>>);

impl Friends {
    /// Those that `merges` bring together; `rank` puts records in an order by content.
    pub(super) fn of(merges: &[&ScoredPair], rank: impl Fn(u32) -> u64) -> Self {
        let mut friends = Self::default();
        for pair in merges {
            for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                friends.0.entry(one).or_default().push(rank(other));
            }
        }
        for list in friends.0.values_mut() {
            list.sort_unstable();
            list.truncate(KEPT);
        }
        friends
    }

    /// How many friends two records have in common. Two of one work have all those in common that
    /// are not cut off from one of them by a slip.
    pub(super) fn in_common(&self, one: u32, other: u32) -> usize {
        let list = |id: u32| self.0.get(&id).map_or(&[][..], Vec::as_slice);
        let (mut few, mut many) = (list(one), list(other));
        let mut count = 0;
        while let (Some((a, after_a)), Some((b, after_b))) = (few.split_first(), many.split_first())
        {
            count += usize::from(a == b);
            if a <= b {
                few = after_a;
            }
            if b <= a {
                many = after_b;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::score::Score;

    #[test]
    fn records_of_one_work_have_their_friends_in_common() {
        let pair = |a, b| ScoredPair {
            a,
            b,
            score: Score::default(),
        };
        let pairs = [
            pair(0, 1),
            pair(0, 2),
            pair(1, 2),
            pair(2, 3),
            pair(0, 4),
            pair(1, 4),
        ];
        let friends = Friends::of(&pairs.iter().collect::<Vec<_>>(), u64::from);
        assert_eq!(friends.in_common(0, 1), 2);
        assert_eq!(friends.in_common(0, 2), 1);
        assert_eq!(friends.in_common(2, 3), 0);
        assert_eq!(friends.in_common(3, 9), 0);
    }
}
