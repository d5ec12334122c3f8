//! The pairs of one block, at bounded cost a member however large it is.

use super::Refinement;
use super::candidates::Blocking;
use crate::dedup::signature::Signature;

/// Members up to which all pairs of a block are tried, whatever the size of the file, and at most.
const WHOLE: std::ops::RangeInclusive<usize> = 16..=100;
/// In a file of so many records all pairs of blocks of one member are tried. A small file can
/// afford larger blocks.
const AFFORDED: usize = 2_000_000;
/// Neighbours each member of what is too large even when parted is paired with, in each of its
/// orders.
const WINDOW: usize = 4;

/// What pairing needs and yields, used again from block to block.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// Those of the members of the block, which are scattered over the memory.
    signatures: Vec<Signature>,
    /// Those of the members tried with each other.
    tried_signatures: Vec<Signature>,
    keys: Vec<u32>,
    /// Second keys, each with the place of the member it is of in the block.
    keyed: Vec<u64>,
    /// Places in the block.
    part: Vec<u32>,
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
    /// Pairs the members of the block of a key: all of them, or where there are too many, those
    /// that agree in a further key as well, and neighbours by title and by place.
    pub(super) fn pair(
        &self,
        block: u32,
        members: &[u32],
        refined_by: &[Refinement],
        work: &mut Work,
    ) {
        work.signatures.clear();
        if let Some(prefilter) = self.filter {
            let signatures = members
                .iter()
                .map(|member| prefilter.signatures.get(*member as usize))
                .map(|found| found.copied().unwrap_or_default());
            work.signatures.extend(signatures);
        }
        let mut part = std::mem::take(&mut work.part);
        part.clear();
        if members.len() <= self.whole {
            part.extend((0_u32..).take(members.len()));
            self.tried_with(members, &part, members.len(), work);
        } else {
            self.second_keys(block, members, refined_by, work);
            let keyed = std::mem::take(&mut work.keyed);
            for equal in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
                let unkeyed = equal.first().is_some_and(|first| first >> 32 == 0);
                part.clear();
                part.extend(equal.iter().map(|keyed| unpack(*keyed).1));
                if unkeyed || part.len() > self.whole {
                    self.windows(members, &mut part, work);
                } else {
                    self.tried_with(members, &part, part.len(), work);
                }
            }
            work.keyed = keyed;
        }
        work.part = part;
    }

    /// The further keys of members in order, each with the place of the member it is of; 0 for
    /// those that have none.
    fn second_keys(&self, block: u32, members: &[u32], refined_by: &[Refinement], work: &mut Work) {
        let Work { keys, keyed, .. } = work;
        keyed.clear();
        for (place, member) in (0_u32..).zip(members) {
            let (Some(features), Some(handles)) = (self.features(*member), self.handles(*member))
            else {
                continue;
            };
            keys.clear();
            for refinement in refined_by {
                refinement.keys(block, features, handles, keys);
            }
            let before = keyed.len();
            let known = keys.iter().filter(|key| **key != 0);
            keyed.extend(known.map(|key| u64::from(*key) << 32 | u64::from(place)));
            if keyed.len() == before {
                keyed.push(u64::from(place));
            }
        }
        keyed.sort_unstable();
    }

    /// Tries each of the members at the places of `part` with at most `reach` of those after it.
    fn tried_with(&self, members: &[u32], part: &[u32], reach: usize, work: &mut Work) {
        let member = |place: u32| members.get(place as usize).copied().unwrap_or_default();
        let Work {
            signatures,
            tried_signatures,
            pairs,
            tried,
            ..
        } = work;
        let Some(prefilter) = self.filter else {
            for (at, one) in part.iter().enumerate() {
                let others = part.iter().skip(at + 1).take(reach);
                pairs.extend(others.map(|other| pack(member(*one), member(*other))));
            }
            return;
        };
        tried_signatures.clear();
        let of_part = part.iter().map(|place| signatures.get(*place as usize));
        tried_signatures.extend(of_part.map(|found| found.copied().unwrap_or_default()));
        for (at, (one, signature)) in part.iter().zip(tried_signatures.iter()).enumerate() {
            let others = part.iter().zip(tried_signatures.iter());
            for (other, another) in others.skip(at + 1).take(reach) {
                *tried += 1;
                if !prefilter.bound.is_hopeless(signature, another) {
                    pairs.push(pack(member(*one), member(*other)));
                }
            }
        }
    }

    /// Pairs neighbours by title and by place.
    fn windows(&self, members: &[u32], part: &mut [u32], work: &mut Work) {
        if part.len() < 2 {
            return;
        }
        for order in self.orders() {
            part.sort_by_cached_key(|place| {
                let member = members.get(*place as usize);
                member.and_then(|member| order.get(*member as usize))
            });
            self.tried_with(members, part, WINDOW, work);
        }
    }
}
