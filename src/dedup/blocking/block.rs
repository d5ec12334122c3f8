//! The pairs of blocks, at bounded cost a member however large they are.

use super::candidates::Blocking;
use crate::dedup::signature::Signature;

/// Members up to which all pairs of a block are tried, whatever the size of the file, and at most.
const WHOLE: std::ops::RangeInclusive<usize> = 16..=2_000;
/// In a file of so many records all pairs of blocks of one member are tried. A small file can
/// afford larger blocks.
const AFFORDED: usize = 400_000;
/// Neighbours each member of what is too large even when parted is paired with, in each of its
/// orders.
const WINDOW: usize = 4;

/// What pairing needs and yields, used again from block to block.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// The members of the block at hand.
    members: Vec<u32>,
    /// The same with the place of each in an order, in the upper half.
    ranked: Vec<u64>,
    /// Their signatures side by side; they are scattered over the memory.
    signatures: Vec<Signature>,
    /// Pairs found, see [`pack`].
    pub(super) pairs: Vec<u64>,
    /// The keys of blocks too large to be tried whole, with their numbers of members.
    pub(super) large: Vec<(u32, u32)>,
    /// How many pairs were tried.
    pub(super) tried: usize,
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
    /// Pairs the members of a block, given as keys with members: all of them, or where they are too
    /// many, none; then the block is noted as large.
    pub(super) fn pair(&self, block: &[u64], work: &mut Work) {
        let Some(first) = block.first() else { return };
        if block.len() > self.whole {
            let size = u32::try_from(block.len()).unwrap_or(u32::MAX);
            work.large.push((unpack(*first).0, size));
            return;
        }
        work.members.clear();
        let members = block.iter().map(|keyed| unpack(*keyed).1);
        work.members.extend(members);
        self.tried(work, block.len());
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
            work.members.clear();
            let members = work.ranked.iter().map(|ranked| unpack(*ranked).1);
            work.members.extend(members);
            self.tried(work, WINDOW);
        }
    }

    /// Tries each member with at most `reach` of those after it.
    fn tried(&self, work: &mut Work, reach: usize) {
        let Work {
            members,
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
        let gathered = members.iter().map(|member| prefilter.signature(*member));
        signatures.extend(gathered);
        for (at, (one, signature)) in members.iter().zip(&*signatures).enumerate() {
            let others = members.iter().zip(&*signatures);
            for (other, another) in others.skip(at + 1).take(reach) {
                *tried += 1;
                if !prefilter.bound.is_hopeless(signature, another) {
                    pairs.push(pack(*one, *other));
                }
            }
        }
    }
}
