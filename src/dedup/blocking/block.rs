//! The pairs of blocks, at bounded cost a member however large they are.

use super::candidates::Blocking;
use crate::dedup::signature::Signature;
use rayon::prelude::*;

/// Members up to which all pairs of a block are tried, whatever the size of the file, and at most.
const WHOLE: std::ops::RangeInclusive<usize> = 16..=2_000;
/// In a file of so many records all pairs of blocks of one member are tried. A small file can
/// afford larger blocks.
const AFFORDED: usize = 400_000;
/// Neighbours each member of what is too large even when parted is paired with, in each of its
/// orders.
const WINDOW: usize = 4;
/// Members of blocks that wait until they are tried together. Their signatures are scattered over the
/// memory, and fetching many side by side takes little longer than fetching one.
const TOGETHER: usize = 256;

/// What pairing needs and yields, used again from block to block.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// The members of the blocks that wait, one block after the other.
    members: Vec<u32>,
    /// Those blocks.
    blocks: Vec<Block>,
    /// The members of a block with the place of each in an order, in the upper half.
    ranked: Vec<u64>,
    /// The signatures of the members, side by side.
    signatures: Vec<Signature>,
    /// Pairs found, see [`pack`].
    pub(super) pairs: Vec<u64>,
    /// The keys of blocks too large to be tried whole, with their numbers of members.
    pub(super) large: Vec<(u32, u32)>,
    /// How many pairs were tried.
    pub(super) tried: usize,
}

/// A block that waits.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// How many members it has.
    size: usize,
    /// With how many of those after it each is tried, at most.
    reach: usize,
}

impl Work {
    /// Takes in what another found.
    pub(super) fn append(&mut self, other: &mut Self) {
        self.pairs.append(&mut other.pairs);
        self.large.append(&mut other.large);
        self.tried += other.tried;
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
    /// What `pair` finds in the blocks of sorted keys that have two members or more.
    pub(super) fn each_block(
        &self,
        keyed: &[u64],
        pair: impl Fn(&[u64], &mut Work) + Sync,
    ) -> Work {
        keyed
            .par_chunk_by(|a, b| a >> 32 == b >> 32)
            .fold(Work::default, |mut work, block| {
                if block.len() > 1 {
                    pair(block, &mut work);
                }
                work
            })
            .map(|mut work| {
                self.try_waiting(&mut work);
                work
            })
            .reduce(Work::default, |mut one, mut other| {
                one.append(&mut other);
                one
            })
    }

    /// Pairs the members of a block, given as keys with members: all of them, or where they are too
    /// many, none; then the block is noted as large.
    pub(super) fn pair(&self, block: &[u64], work: &mut Work) {
        let Some(first) = block.first() else { return };
        if block.len() > self.whole {
            let size = u32::try_from(block.len()).unwrap_or(u32::MAX);
            work.large.push((unpack(*first).0, size));
            return;
        }
        let members = block.iter().map(|keyed| unpack(*keyed).1);
        work.members.extend(members);
        self.wait(work, block.len(), block.len());
    }

    /// Pairs neighbours by title and by place among the members of a block.
    pub(super) fn windows(&self, block: &[u64], work: &mut Work) {
        for order in self.orders() {
            work.ranked.clear();
            let ranked = block.iter().map(|keyed| {
                let member = unpack(*keyed).1;
                let rank = order.get(member as usize).copied().unwrap_or_default();
                u64::from(rank) << 32 | u64::from(member)
            });
            work.ranked.extend(ranked);
            work.ranked.sort_unstable();
            let members = work.ranked.iter().map(|ranked| unpack(*ranked).1);
            work.members.extend(members);
            self.wait(work, block.len(), WINDOW);
        }
    }

    /// Leaves the last `size` members for later, or tries all that wait where they are many.
    fn wait(&self, work: &mut Work, size: usize, reach: usize) {
        work.blocks.push(Block { size, reach });
        if work.members.len() >= TOGETHER {
            self.try_waiting(work);
        }
    }

    /// Tries the pairs of the blocks that wait.
    fn try_waiting(&self, work: &mut Work) {
        let Work {
            members,
            blocks,
            signatures,
            pairs,
            tried,
            ..
        } = work;
        signatures.clear();
        if let Some(prefilter) = self.filter {
            let gathered = members.iter().map(|member| prefilter.signature(*member));
            signatures.extend(gathered);
        }
        let (mut members_left, mut signatures_left) = (&**members, &**signatures);
        for Block { size, reach } in blocks.drain(..) {
            let (own, left) = members_left.split_at(size.min(members_left.len()));
            members_left = left;
            let others = |at: usize| own.iter().skip(at + 1).take(reach);
            let Some(prefilter) = self.filter else {
                for (at, one) in own.iter().enumerate() {
                    pairs.extend(others(at).map(|other| pack(*one, *other)));
                }
                continue;
            };
            let (signed, left) = signatures_left.split_at(size.min(signatures_left.len()));
            signatures_left = left;
            for (at, (one, signature)) in own.iter().zip(signed).enumerate() {
                for (other, another) in others(at).zip(signed.iter().skip(at + 1)) {
                    *tried += 1;
                    if !prefilter.bound.is_hopeless(signature, another) {
                        pairs.push(pack(*one, *other));
                    }
                }
            }
        }
        members.clear();
    }
}
