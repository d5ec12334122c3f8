//! The parts of blocks that have grown too large: those of their members that agree in a further
//! key as well.
//!
//! All parts of a rule's blocks are made in one sweep over the records, as keys of their own, and
//! sorted at once. Block by block, each member's record would be fetched from another place of the
//! memory.

use super::block::{Work, unpack};
use super::candidates::Blocking;
use super::handles::join_under;
use super::{BlockingRule, Handles};

/// Stands for a further key where a record has none.
const UNKEYED: u32 = 1;
/// Bits of [`Large::marks`] a key is looked up by.
const MARK_BITS: u32 = 24;

/// The keys of blocks too large to be tried whole, with their numbers of members.
pub(super) struct Large {
    sizes: Vec<(u32, u32)>,
    /// A bit for each key, by its first bits: most keys are of no large block, and this shows it.
    marks: Vec<u64>,
}

impl Large {
    pub(super) fn of(mut sizes: Vec<(u32, u32)>) -> Self {
        sizes.sort_unstable();
        let mut marks = vec![0; 1 << (MARK_BITS - 6)];
        for (key, _) in &sizes {
            let (word, bit) = Self::mark(*key);
            if let Some(word) = marks.get_mut(word) {
                *word |= bit;
            }
        }
        Self { sizes, marks }
    }

    /// Whether the block of `key` is large, or one of few others.
    fn may_have(&self, key: u32) -> bool {
        let (word, bit) = Self::mark(key);
        self.marks.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The number of members of the block of `key`, if it is large.
    fn size(&self, key: u32) -> Option<u32> {
        let at = self
            .sizes
            .binary_search_by_key(&key, |(key, _)| *key)
            .ok()?;
        self.sizes.get(at).map(|(_, size)| *size)
    }

    fn mark(key: u32) -> (usize, u64) {
        let bit = key >> (32 - MARK_BITS);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }
}

/// Makes the further keys of records in the large blocks of a rule.
pub(super) struct Finer<'a> {
    pub(super) rule: &'a BlockingRule,
    pub(super) large: Large,
}

impl Finer<'_> {
    /// Calls `with` for each further key of a record whose keys by the rule are `keys`: the key of
    /// the block, the further key joined to it, and whether the record has others there.
    fn each(
        &self,
        keys: &[u32],
        handles: &Handles,
        more: &mut Vec<u32>,
        mut with: impl FnMut(u32, u32, bool),
    ) {
        for key in keys {
            if !self.large.may_have(*key) {
                continue;
            }
            more.clear();
            for refinement in self.rule.refined_by {
                refinement.keys(handles, more);
            }
            more.retain(|second| *second != 0);
            if more.is_empty() {
                more.push(UNKEYED);
            }
            for second in &*more {
                with(*key, join_under(*key, *second), more.len() > 1);
            }
        }
    }

    /// Puts the further keys of a record in place of `keys`, its keys by the rule.
    pub(super) fn replace(
        &self,
        keys: &mut Vec<u32>,
        handles: &Handles,
        scratch: &mut [Vec<u32>; 2],
    ) {
        let [more, found] = scratch;
        found.clear();
        self.each(keys, handles, more, |_, further, _| found.push(further));
        std::mem::swap(keys, found);
    }
}

impl Blocking<'_> {
    /// Pairs the members of a part, given as keys with members: all of them, or where they are
    /// too many still, neighbours.
    pub(super) fn pair_part(&self, part: &[u64], finer: &Finer, work: &mut Work) {
        if part.len() <= self.whole {
            self.pair(part, work);
        } else if !self.is_whole_block(part, finer) {
            self.windows(part, work);
        }
    }

    /// Whether a part is the whole block again. What all have in common parts nobody; others of
    /// their keys do.
    fn is_whole_block(&self, part: &[u64], finer: &Finer) -> bool {
        let found = part.first().map(|first| unpack(*first));
        let Some((wanted, member)) = found else {
            return false;
        };
        let Some(handles) = self.handles(member) else {
            return false;
        };
        let mut keys = Vec::new();
        (finer.rule.keys)(handles, &mut keys);
        let mut whole = false;
        finer.each(&keys, handles, &mut Vec::new(), |block, key, has_others| {
            let is_whole = || {
                finer
                    .large
                    .size(block)
                    .is_some_and(|size| part.len() >= size as usize)
            };
            whole |= key == wanted && has_others && is_whole();
        });
        whole
    }
}
