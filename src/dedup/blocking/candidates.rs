//! [`Blocking`]: from keys to candidate pairs.

use super::block::{Work, pack, unpack, whole};
use super::finer::{Finer, Large};
use super::{BLOCKING_RULES, BlockingRule, Handles};
use crate::dedup::closer::Closer;
use crate::dedup::context::Context;
use crate::dedup::features::Features;
use crate::dedup::prefilter::Prefilter;
use crate::dedup::sort::{sort, sort_by_upper_half};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

/// Records whose keys one parallel step works out.
const CHUNK: usize = 2048;
/// About as many keys of a rule are held at once; of more keys, a part.
const PART: usize = 6_000_000;
/// Records that tell how many keys a rule makes.
const SAMPLE: usize = 1_000;

/// Pairs whose records are fetched at once.
const FETCHED: usize = 64;

/// Records ready to be paired.
///
/// ```
/// use bibsift::dedup::{self, blocking::Blocking};
/// use bibsift::model::{Field, Record};
/// let mut record = Record::default();
/// record.put(Field::Title, "On Growth and Form");
/// let features = vec![dedup::features(&record); 2];
/// let context = dedup::Context::of(&features, &dedup::Options::default());
/// assert_eq!(Blocking::of(&features, &[0, 1], &context).pairs(), [(0, 1)]);
/// ```
#[derive(Debug)]
pub struct Blocking<'a> {
    features: &'a [Features],
    /// The records in an order by their rarest words: so those of a block lie near each other in
    /// all that is kept of them. A member of a block is a place in this list.
    ids: Vec<u32>,
    /// Theirs, in their order.
    handles: Vec<Handles>,
    /// Members up to which all pairs of a block are tried.
    pub(super) whole: usize,
    /// The place of each member in an order by title and in one by place of printing.
    orders: OnceLock<[Vec<u32>; 2]>,
    /// What tells hopeless pairs, where they are to be left out.
    pub(super) filter: Option<&'a Prefilter<'a>>,
}

/// The pairs worth comparing.
#[derive(Debug, Default)]
pub(in crate::dedup) struct Promising {
    /// Smaller index first, each once, those of like titles near each other.
    pub(in crate::dedup) pairs: Vec<(u32, u32)>,
    /// How many pairs were tried to find them.
    pub(in crate::dedup) tried: usize,
}

impl<'a> Blocking<'a> {
    /// The records `ids` of `features`.
    pub fn of(features: &'a [Features], ids: &[u32], context: &Context) -> Self {
        let of = |letters: &mut String, id: &u32| {
            let one = features.get(*id as usize);
            let of = |one| Handles::with(one, context, ids.len(), letters);
            one.map_or_else(Handles::default, of)
        };
        let unordered: Vec<Handles> = ids.par_iter().map_init(String::new, of).collect();
        let mut order: Vec<([u32; 3], u32, u32)> = unordered
            .iter()
            .zip(ids)
            .zip(0_u32..)
            .map(|((one, id), place)| ([one.rare[0], one.rare[1], one.surnames[0]], *id, place))
            .collect();
        sort(&mut order);
        let at = |place: u32| unordered.get(place as usize).copied().unwrap_or_default();
        Self {
            features,
            ids: order.iter().map(|(_, id, _)| *id).collect(),
            handles: order.iter().map(|(_, _, place)| at(*place)).collect(),
            whole: whole(ids.len()),
            orders: OnceLock::new(),
            filter: None,
        }
    }

    /// The records in the order of the members.
    pub(in crate::dedup) fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// How much their titles say, as levels.
    pub(in crate::dedup) fn information(&self) -> impl Iterator<Item = u8> {
        self.handles.iter().map(|handles| handles.information)
    }

    /// All pairs, hopeless ones too: smaller index first, sorted, each once.
    pub fn pairs(&self) -> Vec<(u32, u32)> {
        sorted(self.collect().pairs)
    }

    /// The pairs that `rule` alone finds.
    pub fn pairs_of(&self, rule: &BlockingRule) -> Vec<(u32, u32)> {
        let pairs = self.of_rule(rule, &mut Vec::new()).pairs.into_iter();
        sorted(pairs.filter_map(|pair| self.ids_of(pair)).collect())
    }

    /// The pairs that are worth a comparison in the file `context` was counted over.
    pub fn promising_pairs(&self, context: &Context) -> Vec<(u32, u32)> {
        let blocking = Blocking::of(self.features, &self.ids, context);
        let prefilter = Prefilter::of(self.features, &blocking, context);
        sorted(blocking.promising(&prefilter).pairs)
    }

    /// The pairs that may merge or be left to a person.
    pub(in crate::dedup) fn promising(mut self, prefilter: &'a Prefilter<'a>) -> Promising {
        self.filter = Some(prefilter);
        self.collect()
    }

    fn collect(&self) -> Promising {
        let mut all: Vec<u64> = Vec::new();
        let mut tried = 0;
        let mut keyed = Vec::new();
        for rule in BLOCKING_RULES {
            let mut found = self.of_rule(rule, &mut keyed);
            tried += found.tried;
            all.append(&mut found.pairs);
        }
        // Most pairs are found by several rules.
        sort(&mut all);
        all.dedup();
        let pairs = all.par_chunks(FETCHED).flat_map_iter(|chunk| {
            if let Some(prefilter) = self.filter {
                prefilter.fetch(chunk.iter().map(|pair| unpack(*pair).1));
            }
            let mut closer = self.filter.map(Closer::new);
            chunk.iter().filter_map(move |pair| {
                let (a, b) = unpack(*pair);
                let hopeless = closer
                    .as_mut()
                    .is_some_and(|closer| closer.is_hopeless(a, b));
                (!hopeless).then(|| self.ids_of(*pair)).flatten()
            })
        });
        Promising {
            pairs: pairs.collect(),
            tried,
        }
    }

    /// The pairs of a rule, sorted, each once. A part of the keys is held at a time, in `keyed`.
    fn of_rule(&self, rule: &BlockingRule, keyed: &mut Vec<u64>) -> Work {
        let parts = self.parts(rule);
        let mut all = Work::default();
        for part in 0..parts {
            let range = (part << 32) / parts..((part + 1) << 32) / parts;
            self.keyed(rule, &range, None, keyed);
            let mut found = self.each_block(keyed, |block, work| self.pair(block, work));
            let large = std::mem::take(&mut found.large);
            all.append(&mut found);
            if rule.refined_by.is_empty() || large.is_empty() {
                continue;
            }
            let finer = Finer {
                rule,
                large: Large::of(large),
            };
            self.keyed(rule, &range, Some(&finer), keyed);
            let mut found = self.each_block(keyed, |part, work| self.pair_part(part, &finer, work));
            all.append(&mut found);
        }
        sort(&mut all.pairs);
        all.pairs.dedup();
        all
    }

    /// In how many parts the keys of a rule are made.
    fn parts(&self, rule: &BlockingRule) -> u64 {
        let step = self.ids.len().div_ceil(SAMPLE).max(1);
        let mut keys = Vec::new();
        for handles in self.handles.iter().step_by(step) {
            (rule.keys)(handles, &mut keys);
        }
        keys.retain(|key| *key != 0);
        ((keys.len() * step).div_ceil(PART)).max(1) as u64
    }

    /// Puts into `keyed` the keys of a rule in a range, each with the member it is of, sorted; or
    /// where some of the blocks are to be parted, the keys of the parts in their place.
    ///
    /// Half a hash is a key: where two keys fall into one, a pair more is tried.
    fn keyed(
        &self,
        rule: &BlockingRule,
        range: &Range<u64>,
        finer: Option<&Finer>,
        keyed: &mut Vec<u64>,
    ) {
        keyed.clear();
        let fill = |chunk: &[Handles], first: u32, keyed: &mut Vec<u64>| {
            let mut keys = Vec::new();
            let mut scratch = [Vec::new(), Vec::new()];
            for (member, handles) in (first..).zip(chunk) {
                keys.clear();
                (rule.keys)(handles, &mut keys);
                if let Some(finer) = finer {
                    // The blocks of the range are the large ones.
                    finer.replace(&mut keys, handles, &mut scratch);
                } else {
                    keys.retain(|key| *key != 0 && range.contains(&u64::from(*key)));
                }
                let each = keys.iter().filter(|key| **key != 0);
                keyed.extend(each.map(|key| u64::from(*key) << 32 | u64::from(member)));
            }
        };
        if rayon::current_num_threads() == 1 {
            fill(&self.handles, 0, keyed);
        } else {
            let chunks = self.handles.par_chunks(CHUNK).enumerate();
            keyed.par_extend(chunks.flat_map_iter(|(number, chunk)| {
                let mut keyed = Vec::new();
                let first = u32::try_from(number * CHUNK).unwrap_or(u32::MAX);
                fill(chunk, first, &mut keyed);
                keyed
            }));
        }
        // The members of a chunk stand in order, and so do the chunks.
        sort_by_upper_half(keyed);
        // A record may have one key twice.
        keyed.dedup();
    }

    pub(super) fn features(&self, member: u32) -> Option<&'a Features> {
        self.features.get(*self.ids.get(member as usize)? as usize)
    }

    pub(super) fn handles(&self, member: u32) -> Option<&Handles> {
        self.handles.get(member as usize)
    }

    /// Orders that depend on what records hold, not on where they stand.
    pub(super) fn orders(&self) -> &[Vec<u32>; 2] {
        self.orders.get_or_init(|| {
            [
                self.ranks(|handles| (handles.start, handles.rare[0])),
                self.ranks(|handles| {
                    let place = u64::from(handles.pages[0]) << 32 | u64::from(handles.volume);
                    (place, handles.surnames[0])
                }),
            ]
        })
    }

    /// The place of each member in the order of `key`; those of one key stand by their content.
    fn ranks(&self, key: impl Fn(&Handles) -> (u64, u32)) -> Vec<u32> {
        let mut keyed: Vec<((u64, u32), u32)> = self.handles.iter().map(key).zip(0..).collect();
        sort(&mut keyed);
        for equal in keyed.chunk_by_mut(|one, other| one.0 == other.0) {
            if equal.len() > 1 {
                equal.sort_by_cached_key(|(_, member)| {
                    let exact = self.features(*member).map_or(0, |one| one.exact);
                    (exact, *member)
                });
            }
        }
        let mut ranks = vec![0; keyed.len()];
        for (rank, (_, member)) in (0_u32..).zip(&keyed) {
            if let Some(slot) = ranks.get_mut(*member as usize) {
                *slot = rank;
            }
        }
        ranks
    }

    fn ids_of(&self, pair: u64) -> Option<(u32, u32)> {
        let (a, b) = unpack(pair);
        let id = |member: u32| self.ids.get(member as usize).copied();
        Some(unpack(pack(id(a)?, id(b)?)))
    }
}

fn sorted(mut pairs: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::Options;
    use crate::model::{Field, Record};

    fn found(records: &[Record]) -> Promising {
        let features: Vec<Features> = records.iter().map(Features::of).collect();
        let context = Context::of(&features, &Options::default());
        let ids: Vec<u32> = (0..u32::try_from(features.len()).unwrap()).collect();
        let blocking = Blocking::of(&features, &ids, &context);
        let prefilter = Prefilter::of(&features, &blocking, &context);
        blocking.promising(&prefilter)
    }

    fn with(fields: &[(Field, String)]) -> Record {
        let mut record = Record::default();
        for (field, text) in fields {
            record.put(*field, text.clone());
        }
        record
    }

    #[test]
    fn ten_thousand_editorials_stay_linear() {
        let records: Vec<Record> = (0..10_000)
            .map(|n| {
                with(&[
                    (Field::Title, "Editorial".into()),
                    (Field::Volume, n.to_string()),
                    (Field::Date, "2001".into()),
                ])
            })
            .collect();
        let found = found(&records);
        assert!(found.tried <= records.len() * 100, "{}", found.tried);
    }

    #[test]
    fn one_doi_for_all_stays_linear() {
        let records: Vec<Record> = (0..4_000)
            .map(|n| {
                with(&[
                    (Field::Doi, "10.1000/supplement1".into()),
                    (
                        Field::Title,
                        format!("Poster {n} of group {}", n * 7919 % 9973),
                    ),
                ])
            })
            .collect();
        let found = found(&records);
        assert!(found.tried <= records.len() * 200, "{}", found.tried);
    }

    #[test]
    fn the_empty_never_meet() {
        let records = vec![Record::default(); 1_000];
        assert_eq!(found(&records).tried, 0);
    }
}
