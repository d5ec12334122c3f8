//! The pairs of one block, at bounded cost a member however large it is.

use super::Refinement;
use super::candidates::Blocking;
use crate::dedup::features::Features;
use crate::dedup::signature::Signature;

/// Members up to which all pairs of a block are tried.
const WHOLE: usize = 48;
/// How often a block that is too large is parted by a further key.
const DEPTH: usize = 2;
/// Neighbours each member of what is too large even then is paired with, in each of its orders.
const WINDOW: usize = 6;

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
    /// Pairs the members of a block: all of them, or where there are too many, those that agree in
    /// a further key as well, and neighbours by title and by place.
    pub(super) fn pair(
        &self,
        members: &[u32],
        refined_by: &[Refinement],
        depth: usize,
        work: &mut Work,
    ) {
        if members.len() <= WHOLE {
            self.all_pairs(members, work);
            return;
        }
        if depth < DEPTH {
            let mut keyed = self.second_keys(members, refined_by, work);
            keyed.sort_unstable();
            let mut part = Vec::new();
            for equal in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
                // A key that most members have parts nothing; another will.
                if equal.len() < 2 || equal.len() * 2 > members.len() {
                    continue;
                }
                part.clear();
                part.extend(equal.iter().map(|keyed| unpack(*keyed).1));
                self.pair(&part, refined_by, depth + 1, work);
            }
        }
        self.windows(members, work);
    }

    /// The further keys of members, each with the member it is of.
    fn second_keys(&self, members: &[u32], refined_by: &[Refinement], work: &mut Work) -> Vec<u64> {
        let mut keyed = Vec::with_capacity(members.len() * refined_by.len());
        for member in members {
            let (Some(features), Some(handles)) = (self.features(*member), self.handles(*member))
            else {
                continue;
            };
            work.keys.clear();
            for refinement in refined_by {
                refinement.keys(features, handles, &mut work.keys);
            }
            let keys = work.keys.iter().filter(|key| **key != 0);
            keyed.extend(keys.map(|key| u64::from(*key) << 32 | u64::from(*member)));
        }
        keyed
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
        let Some((all, bound)) = &self.filter else {
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
                .map(|member| all.get(*member as usize).copied().unwrap_or_default()),
        );
        for (at, (one, signature)) in members.iter().zip(signatures.iter()).enumerate() {
            let others = members.iter().zip(signatures.iter());
            for (other, another) in others.skip(at + 1).take(reach) {
                *tried += 1;
                if !bound.is_hopeless(signature, another) {
                    pairs.push(pack(*one, *other));
                }
            }
        }
    }

    /// Pairs neighbours, in orders that depend on what records hold, not on where they stand.
    fn windows(&self, members: &[u32], work: &mut Work) {
        let mut sorted = members.to_vec();
        let content = |one: &Features| one.fingerprint();
        sorted.sort_by_cached_key(|member| {
            let one = self.features(*member);
            one.map(|one| (one.title(), one.title_hash, one.year, content(one)))
        });
        self.tried_with(&sorted, WINDOW, work);
        sorted.sort_by_cached_key(|member| {
            let one = self.features(*member);
            one.map(|one| {
                let surname = one.first_surname();
                (one.pages.first, one.volume, surname, content(one))
            })
        });
        self.tried_with(&sorted, WINDOW, work);
    }
}
