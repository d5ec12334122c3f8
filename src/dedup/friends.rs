//! [`Friends`]: the records that each record would be merged with.

use super::score::ScoredPair;

/// So many of a record's friends count: those that come first by content. Of two records the same
/// ones are taken of those they have in common, as long as these are among the first of both.
const COUNTED: usize = 32;

/// The records that each record would be merged with, by rank, least first.
#[derive(Debug)]
pub(super) struct Friends {
    /// Where those of each record end, one record after the other.
    ends: Vec<u32>,
    ranks: Vec<u64>,
}

impl Friends {
    /// Those that `merges` bring together; `ranks` puts records in an order by content.
    pub(super) fn of(ranks: &[u64], merges: &[&ScoredPair]) -> Self {
        let both = |pair: &&ScoredPair| [(pair.a, pair.b), (pair.b, pair.a)];
        let mut ends = vec![0; ranks.len()];
        for (one, _) in merges.iter().flat_map(both) {
            if let Some(end) = ends.get_mut(one as usize) {
                *end += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            // Where they begin, until all are in their places.
            sum += std::mem::replace(end, sum);
        }
        let mut friends = Self {
            ends,
            ranks: vec![0; sum as usize],
        };
        for (one, other) in merges.iter().flat_map(both) {
            let Some(at) = friends.ends.get_mut(one as usize) else {
                continue;
            };
            let rank = ranks.get(other as usize).copied().unwrap_or(0);
            if let Some(slot) = friends.ranks.get_mut(*at as usize) {
                *slot = rank;
            }
            *at += 1;
        }
        let mut start = 0;
        for end in &friends.ends {
            let of_one = friends.ranks.get_mut(start..*end as usize);
            of_one.unwrap_or_default().sort_unstable();
            start = *end as usize;
        }
        friends
    }

    fn of_record(&self, id: u32) -> &[u64] {
        let end = |id: usize| self.ends.get(id).map_or(0, |end| *end as usize);
        let start = (id as usize).checked_sub(1).map_or(0, end);
        let length = end(id as usize).saturating_sub(start).min(COUNTED);
        self.ranks.get(start..start + length).unwrap_or_default()
    }

    /// How many friends two records have in common. Two of one work have all those in common that
    /// are not cut off from one of them by a slip.
    pub(super) fn in_common(&self, one: u32, other: u32) -> usize {
        let (mut few, mut many) = (self.of_record(one), self.of_record(other));
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
        let ranks = [10, 11, 12, 13, 14];
        let friends = Friends::of(&ranks, &pairs.iter().collect::<Vec<_>>());
        assert_eq!(friends.in_common(0, 1), 2);
        assert_eq!(friends.in_common(0, 2), 1);
        assert_eq!(friends.in_common(2, 3), 0);
        assert_eq!(friends.in_common(3, 9), 0);
    }
}
