//! The pairs of one block, at bounded cost a member however large it is.

use super::Refinement;
use super::candidates::Blocking;
use crate::dedup::signature::Signature;

/// Members up to which all pairs of a block are tried, whatever the size of the file, and at most.
const WHOLE: std::ops::RangeInclusive<usize> = 16..=100;
/// In a file of so many records all pairs of blocks of one member are tried. A small file can
/// afford larger blocks.
const AFFORDED: usize = 2_000_000;
/// How often a block that is too large is parted by a further key.
const DEPTH: usize = 2;
/// Neighbours each member of what is too large even then is paired with, in each of its orders.
const WINDOW: usize = 8;

/// What pairing needs and yields, used again from block to block.
#[derive(Debug, Default)]
pub(super) struct Work {
    signatures: Vec<Signature>,
    keys: Vec<u32>,
    /// Pairs found, see [`pack`].
    pub(super) pairs: Vec<u64>,
    /// How many pairs were tried.
    pub(super) tried: usize,
}

/// Members up to which all pairs of a block are tried in a file of `count` records.
pub(super) fn whole(count: usize) -> usize {
    (AFFORDED / count.max(1)).clamp(*WHOLE.start(), *WHOLE.end())
}

/// Two places of a list in one number, the smaller first.
pub(super) fn pack(a: u32, b: u32) -> u64 {
    u64::from(a.min(b)) << 32 | u64::from(a.max(b))
}

/// The two halves of a number.
pub(super) fn unpack(pair: u64) -> (u32, u32) {
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(pair >> 32), half(pair))
}

impl Blocking<'_> {
    /// Pairs the members of the block of a key: all of them, or where there are too many, those that agree in
    /// a further key as well, and neighbours by title and by place.
    pub(super) fn pair(
        &self,
        block: u32,
        members: &[u32],
        refined_by: &[Refinement],
        depth: usize,
        work: &mut Work,
    ) {
        if members.len() <= self.whole {
            self.all_pairs(members, work);
            return;
        }
        if depth == DEPTH {
            self.windows(members, work);
            return;
        }
        let (mut keyed, unkeyed) = self.second_keys(block, members, refined_by, work);
        keyed.sort_unstable();
        let mut part = Vec::new();
        for equal in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
            if equal.len() < 2 {
                continue;
            }
            part.clear();
            part.extend(equal.iter().map(|keyed| unpack(*keyed).1));
            if part.len() * 2 > members.len() {
                // A key that most members have parts nothing.
                self.windows(&part, work);
            } else {
                self.pair(0, &part, refined_by, depth + 1, work);
            }
        }
        if unkeyed.len() > 1 {
            self.windows(&unkeyed, work);
        }
    }

    /// The further keys of members, each with the member it is of, and the members without any.
    fn second_keys(
        &self,
        block: u32,
        members: &[u32],
        refined_by: &[Refinement],
        work: &mut Work,
    ) -> (Vec<u64>, Vec<u32>) {
        let mut keyed = Vec::with_capacity(members.len() * refined_by.len());
        let mut unkeyed = Vec::new();
        for member in members {
            let (Some(features), Some(handles)) = (self.features(*member), self.handles(*member))
            else {
                continue;
            };
            work.keys.clear();
            for refinement in refined_by {
                refinement.keys(block, features, handles, &mut work.keys);
            }
            let before = keyed.len();
            let keys = work.keys.iter().filter(|key| **key != 0);
            keyed.extend(keys.map(|key| u64::from(*key) << 32 | u64::from(*member)));
            if keyed.len() == before {
                unkeyed.push(*member);
            }
        }
        (keyed, unkeyed)
    }

    fn all_pairs(&self, members: &[u32], work: &mut Work) {
        self.tried_with(members, members.len(), work);
    }

    /// Tries each member with at most `reach` of those after it.
    fn tried_with(&self, members: &[u32], reach: usize, work: &mut Work) {
        let Work {
            signatures,
            pairs,
            tried,
            ..
        } = work;
        let Some(prefilter) = self.filter else {
            for (at, one) in members.iter().enumerate() {
                let others = members.iter().skip(at + 1).take(reach);
                pairs.extend(others.map(|other| pack(*one, *other)));
            }
            return;
        };
        signatures.clear();
        signatures.extend(
            members
                .iter()
                .map(|member| prefilter.signatures.get(*member as usize))
                .map(|found| found.copied().unwrap_or_default()),
        );
        for (at, (one, signature)) in members.iter().zip(signatures.iter()).enumerate() {
            let others = members.iter().zip(signatures.iter());
            for (other, another) in others.skip(at + 1).take(reach) {
                *tried += 1;
                if !prefilter.bound.is_hopeless(signature, another) {
                    pairs.push(pack(*one, *other));
                }
            }
        }
    }

    /// Pairs neighbours by title and by place.
    fn windows(&self, members: &[u32], work: &mut Work) {
        let mut sorted = members.to_vec();
        for order in self.orders() {
            sorted.sort_unstable_by_key(|member| order.get(*member as usize));
            self.tried_with(&sorted, WINDOW, work);
        }
    }
}
