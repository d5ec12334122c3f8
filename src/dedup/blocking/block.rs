//! The pairs of one block, at bounded cost a member however large it is.

use super::Refinement;
use super::candidates::Blocking;
use crate::dedup::prefilter::Prefilter;
use crate::dedup::signature::Signature;

/// Members up to which all pairs of a block are tried, whatever the size of the file, and at most.
const WHOLE: std::ops::RangeInclusive<usize> = 16..=2_000;
/// In a file of so many records all pairs of blocks of one member are tried. A small file can
/// afford larger blocks.
const AFFORDED: usize = 1_600_000;
/// Neighbours each member of what is too large even when parted is paired with, in each of its
/// orders.
const WINDOW: usize = 4;

/// What pairing needs and yields, used again from block to block.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// Those of the members of the block, which are scattered over the memory.
    signatures: Vec<Signature>,
    /// The members tried with each other, and their signatures.
    some: Vec<u32>,
    some_signatures: Vec<Signature>,
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

impl Work {
    /// Puts the signatures of the members of a block side by side.
    fn gather(&mut self, filter: Option<&Prefilter>, members: &[u32]) {
        self.signatures.clear();
        let Some(prefilter) = filter else { return };
        let signatures = members
            .iter()
            .map(|member| prefilter.signatures.get(*member as usize));
        self.signatures
            .extend(signatures.map(|found| found.copied().unwrap_or_default()));
    }
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
        if members.len() > self.whole && refined_by.is_empty() {
            return;
        }
        work.gather(self.filter, members);
        if members.len() <= self.whole {
            let signatures = std::mem::take(&mut work.signatures);
            self.tried_with(members, &signatures, members.len(), work);
            work.signatures = signatures;
            return;
        }
        self.second_keys(block, members, refined_by, work);
        let keyed = std::mem::take(&mut work.keyed);
        let mut part = std::mem::take(&mut work.part);
        for equal in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
            // What all have in common parts nobody; others of their keys do.
            if equal.len() < 2 || equal.len() == members.len() && keyed.len() > members.len() {
                continue;
            }
            let unkeyed = equal.first().is_some_and(|first| first >> 32 == 0);
            part.clear();
            part.extend(equal.iter().map(|keyed| unpack(*keyed).1));
            if unkeyed || part.len() > self.whole {
                self.windows(members, &mut part, work);
            } else {
                self.tried_at(members, &part, part.len(), work);
            }
        }
        work.keyed = keyed;
        work.part = part;
    }

    /// The further keys of members in order, each with the place of the member it is of; 0 for
    /// those that have none.
    fn second_keys(&self, block: u32, members: &[u32], refined_by: &[Refinement], work: &mut Work) {
        let Work { keys, keyed, .. } = work;
        keyed.clear();
        for (place, member) in (0_u32..).zip(members) {
            let Some(handles) = self.handles(*member) else {
                continue;
            };
            keys.clear();
            for refinement in refined_by {
                refinement.keys(block, handles, keys);
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
    fn tried_at(&self, members: &[u32], part: &[u32], reach: usize, work: &mut Work) {
        let mut some = std::mem::take(&mut work.some);
        let mut signatures = std::mem::take(&mut work.some_signatures);
        some.clear();
        let at = part.iter().map(|place| members.get(*place as usize));
        some.extend(at.map(|found| found.copied().unwrap_or_default()));
        signatures.clear();
        if self.filter.is_some() {
            let at = part
                .iter()
                .map(|place| work.signatures.get(*place as usize));
            signatures.extend(at.map(|found| found.copied().unwrap_or_default()));
        }
        self.tried_with(&some, &signatures, reach, work);
        work.some = some;
        work.some_signatures = signatures;
    }

    /// Tries each of some members with at most `reach` of those after it. `signatures` are theirs,
    /// where hopeless pairs are to be left out.
    fn tried_with(&self, members: &[u32], signatures: &[Signature], reach: usize, work: &mut Work) {
        let Some(prefilter) = self.filter else {
            for (at, one) in members.iter().enumerate() {
                let others = members.iter().skip(at + 1).take(reach);
                work.pairs.extend(others.map(|other| pack(*one, *other)));
            }
            return;
        };
        for (at, (one, signature)) in members.iter().zip(signatures).enumerate() {
            let others = members.iter().zip(signatures);
            for (other, another) in others.skip(at + 1).take(reach) {
                work.tried += 1;
                if !prefilter.bound.is_hopeless(signature, another) {
                    work.pairs.push(pack(*one, *other));
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
            self.tried_at(members, part, WINDOW, work);
        }
    }
}
