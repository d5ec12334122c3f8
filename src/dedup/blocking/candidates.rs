//! [`Blocking`]: from keys to candidate pairs.

use super::block::{Work, pack, unpack, whole};
use super::{BLOCKING_RULES, BlockingRule, Handles};
use crate::dedup::context::Context;
use crate::dedup::features::Features;
use crate::dedup::prefilter::Prefilter;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

/// Records whose keys one parallel step works out.
const CHUNK: usize = 2048;
/// Records all of whose keys by a rule are held at once; of more records, a part of the keys.
const PART: usize = 300_000;

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
    ids: &'a [u32],
    /// Those of `ids`, in their order; a member of a block is a place in it.
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
    /// Smaller index first, sorted, each once.
    pub(in crate::dedup) pairs: Vec<(u32, u32)>,
    /// How many pairs were tried to find them.
    pub(in crate::dedup) tried: usize,
}

impl<'a> Blocking<'a> {
    /// The records `ids` of `features`, in ascending order.
    pub fn of(features: &'a [Features], ids: &'a [u32], context: &Context) -> Self {
        let handles = ids
            .par_iter()
            .map(|id| {
                let one = features.get(*id as usize);
                one.map_or_else(Handles::default, |one| Handles::of(one, context))
            })
            .collect();
        Self {
            features,
            ids,
            handles,
            whole: whole(ids.len()),
            orders: OnceLock::new(),
            filter: None,
        }
    }

    /// All pairs, hopeless ones too: smaller index first, sorted, each once.
    pub fn pairs(&self) -> Vec<(u32, u32)> {
        self.collect().pairs
    }

    /// The pairs that `rule` alone finds.
    pub fn pairs_of(&self, rule: &BlockingRule) -> Vec<(u32, u32)> {
        let pairs = self.of_rule(rule).pairs;
        pairs
            .into_iter()
            .filter_map(|pair| self.ids_of(pair))
            .collect()
    }

    /// The pairs that are worth a comparison in the file `context` was counted over.
    pub fn promising_pairs(&self, context: &Context) -> Vec<(u32, u32)> {
        let prefilter = Prefilter::of(self.features, self.ids, context);
        Blocking::of(self.features, self.ids, context)
            .promising(&prefilter)
            .pairs
    }

    /// The pairs that may merge or be left to a person.
    pub(in crate::dedup) fn promising(mut self, prefilter: &'a Prefilter<'a>) -> Promising {
        self.filter = Some(prefilter);
        self.collect()
    }

    fn collect(&self) -> Promising {
        let mut all: Vec<u64> = Vec::new();
        let mut tried = 0;
        for rule in BLOCKING_RULES {
            let mut found = self.of_rule(rule);
            tried += found.tried;
            all.append(&mut found.pairs);
        }
        // Most pairs are found by several rules.
        sort(&mut all);
        all.dedup();
        let pairs = all.into_iter().filter_map(|pair| self.ids_of(pair));
        Promising {
            pairs: pairs.collect(),
            tried,
        }
    }

    /// The pairs of a rule, sorted, each once. A part of the keys is held at a time.
    fn of_rule(&self, rule: &BlockingRule) -> Work {
        let parts = self.ids.len().div_ceil(PART).max(1) as u64;
        let mut all = Work::default();
        for part in 0..parts {
            let keyed = self.keyed(rule, (part << 32) / parts..((part + 1) << 32) / parts);
            let mut found = self.of_keys(rule, &keyed);
            all.pairs.append(&mut found.pairs);
            all.tried += found.tried;
        }
        sort(&mut all.pairs);
        all.pairs.dedup();
        all
    }

    /// The pairs in the blocks of sorted keys.
    fn of_keys(&self, rule: &BlockingRule, keyed: &[u64]) -> Work {
        keyed
            .par_chunk_by(|a, b| a >> 32 == b >> 32)
            .fold(
                || (Work::default(), Vec::new()),
                |(mut work, mut members), block| {
                    if let [first, _, ..] = block {
                        members.clear();
                        members.extend(block.iter().map(|keyed| unpack(*keyed).1));
                        self.pair(unpack(*first).0, &members, rule.refined_by, &mut work);
                    }
                    (work, members)
                },
            )
            .map(|(work, _)| work)
            .reduce(Work::default, |mut one, mut other| {
                one.pairs.append(&mut other.pairs);
                one.tried += other.tried;
                one
            })
    }

    /// The keys of a rule in a range, each with the member it is of, sorted.
    ///
    /// Half a hash is a key: where two keys fall into one, a pair more is tried.
    fn keyed(&self, rule: &BlockingRule, range: Range<u64>) -> Vec<u64> {
        let starts: Vec<usize> = (0..self.ids.len()).step_by(CHUNK).collect();
        let mut keyed: Vec<u64> = starts
            .par_iter()
            .flat_map_iter(|start| {
                let mut keyed = Vec::new();
                let mut keys = Vec::new();
                for member in (0_u32..).take(self.ids.len()).skip(*start).take(CHUNK) {
                    let (Some(features), Some(handles)) =
                        (self.features(member), self.handles(member))
                    else {
                        continue;
                    };
                    keys.clear();
                    (rule.keys)(features, handles, &mut keys);
                    keys.retain(|key| *key != 0 && range.contains(&u64::from(*key)));
                    keyed.extend(
                        keys.iter()
                            .map(|key| u64::from(*key) << 32 | u64::from(member)),
                    );
                }
                keyed
            })
            .collect();
        sort(&mut keyed);
        // A record may have one key twice.
        keyed.dedup();
        keyed
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
            let count = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            let ranked = |key: &(dyn Fn(&Features, &Handles) -> [u64; 2] + Sync)| {
                let mut keyed: Vec<([u64; 2], u64, u32)> = (0..count)
                    .into_par_iter()
                    .map(|member| {
                        let known = self.features(member).zip(self.handles(member));
                        known.map_or(([0; 2], 0, member), |(one, handles)| {
                            (key(one, handles), one.fingerprint(), member)
                        })
                    })
                    .collect();
                keyed.par_sort_unstable();
                let mut ranks = vec![0; self.ids.len()];
                for (rank, (_, _, member)) in (0_u32..).zip(&keyed) {
                    if let Some(slot) = ranks.get_mut(*member as usize) {
                        *slot = rank;
                    }
                }
                ranks
            };
            [
                ranked(&|one, handles| {
                    let mut start = [0; 8];
                    for (slot, byte) in start.iter_mut().zip(one.title().bytes()) {
                        *slot = byte;
                    }
                    [u64::from_be_bytes(start), u64::from(handles.rare[0])]
                }),
                ranked(&|one, handles| {
                    let place = u64::from(one.pages.first) << 32 | u64::from(one.volume);
                    [place, u64::from(handles.surnames[0])]
                }),
            ]
        })
    }

    fn ids_of(&self, pair: u64) -> Option<(u32, u32)> {
        let (a, b) = unpack(pair);
        let id = |member: u32| self.ids.get(member as usize).copied();
        Some(unpack(pack(id(a)?, id(b)?)))
    }
}

/// Sorts numbers, on one thread by what is fastest there.
fn sort(numbers: &mut [u64]) {
    if rayon::current_num_threads() == 1 {
        numbers.sort_unstable();
    } else {
        numbers.par_sort_unstable();
    }
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
        let prefilter = Prefilter::of(&features, &ids, &context);
        Blocking::of(&features, &ids, &context).promising(&prefilter)
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
