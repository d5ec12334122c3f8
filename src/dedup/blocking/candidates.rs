//! From keys to candidate pairs, at bounded cost.

use super::{BLOCKING_RULES, BlockingRule};
use crate::dedup::context::Context;
use crate::dedup::features::Features;
use rayon::prelude::*;

/// Members up to which all pairs of a block are candidates.
const WHOLE: usize = 100;
/// Neighbours each member of a larger block is paired with, in each of its orders.
const WINDOW: usize = 8;

/// All candidate pairs among the records `ids`, smaller index first, sorted, each once.
///
/// A block of more than a hundred records is split by year and first surname; what is still too
/// large is sorted in several ways, and each record meets its neighbours. So the pairs of a rule
/// are at most a fixed number a record.
pub fn candidates(features: &[Features], ids: &[u32], context: &Context) -> Vec<(u32, u32)> {
    let mut all: Vec<u64> = Vec::new();
    for rule in BLOCKING_RULES {
        let mut pairs = of_rule(rule, features, ids, context);
        pairs.par_sort_unstable();
        pairs.dedup();
        all.append(&mut pairs);
    }
    all.par_sort_unstable();
    all.dedup();
    all.into_iter().map(unpack).collect()
}

fn of_rule(rule: &BlockingRule, features: &[Features], ids: &[u32], context: &Context) -> Vec<u64> {
    let mut keyed: Vec<(u64, u32)> = ids
        .par_iter()
        .flat_map_iter(|id| {
            let mut keys = Vec::new();
            if let Some(one) = features.get(*id as usize) {
                (rule.keys)(one, context, &mut keys);
            }
            keys.sort_unstable();
            keys.dedup();
            keys.into_iter()
                .filter(|key| *key != 0)
                .map(|key| (key, *id))
        })
        .collect();
    keyed.par_sort_unstable();
    let blocks: Vec<&[(u64, u32)]> = keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|block| block.len() > 1)
        .collect();
    blocks
        .into_par_iter()
        .flat_map_iter(|block| {
            let members: Vec<u32> = block.iter().map(|(_, id)| *id).collect();
            let mut pairs = Vec::new();
            pair_block(members, features, &mut pairs);
            pairs
        })
        .collect()
}

fn pair_block(mut members: Vec<u32>, features: &[Features], pairs: &mut Vec<u64>) {
    if members.len() <= WHOLE {
        all_pairs(&members, pairs);
        return;
    }
    let second_key = |id: &u32| {
        features
            .get(*id as usize)
            .map(|one| (one.year, one.first_surname()))
    };
    members.sort_by_cached_key(|id| (second_key(id), content(features, *id), *id));
    for part in members.chunk_by(|a, b| second_key(a) == second_key(b)) {
        if part.len() <= WHOLE {
            all_pairs(part, pairs);
        } else {
            windows(part, pairs);
        }
    }
    // Records that lack the year or the surname fall into other parts: neighbours by title, by
    // place and by person meet too.
    members.sort_by_cached_key(|id| {
        features.get(*id as usize).map(|one| {
            (
                one.title().to_owned(),
                one.title_hash,
                one.year,
                content(features, *id),
            )
        })
    });
    windows(&members, pairs);
    members.sort_by_cached_key(|id| {
        features.get(*id as usize).map(|one| {
            (
                one.pages.first,
                one.volume,
                one.first_surname(),
                content(features, *id),
            )
        })
    });
    windows(&members, pairs);
}

/// An order that depends on what a record holds, not on where it stands.
fn content(features: &[Features], id: u32) -> u64 {
    features.get(id as usize).map_or(0, Features::fingerprint)
}

fn all_pairs(members: &[u32], pairs: &mut Vec<u64>) {
    for (at, one) in members.iter().enumerate() {
        pairs.extend(members.iter().skip(at + 1).map(|other| pack(*one, *other)));
    }
}

fn windows(members: &[u32], pairs: &mut Vec<u64>) {
    for (at, one) in members.iter().enumerate() {
        pairs.extend(
            members
                .iter()
                .skip(at + 1)
                .take(WINDOW)
                .map(|other| pack(*one, *other)),
        );
    }
}

fn pack(a: u32, b: u32) -> u64 {
    u64::from(a.min(b)) << 32 | u64::from(a.max(b))
}

fn unpack(pair: u64) -> (u32, u32) {
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(pair >> 32), half(pair))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn pairs_of(records: &[Record]) -> usize {
        let features: Vec<Features> = records.iter().map(Features::of).collect();
        let context = Context::of(&features, &crate::dedup::Options::default());
        let ids: Vec<u32> = (0..u32::try_from(features.len()).unwrap()).collect();
        candidates(&features, &ids, &context).len()
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
        assert!(pairs_of(&records) <= records.len() * 80);
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
        assert!(pairs_of(&records) <= records.len() * 200);
    }

    #[test]
    fn the_empty_never_meet() {
        let records = vec![Record::default(); 1_000];
        assert_eq!(pairs_of(&records), 0);
    }
}
