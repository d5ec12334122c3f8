//! How many true pairs blocking brings together, and how many pairs it takes.

use crate::set::{Gold, Set};
use bibsift::dedup::blocking::{BLOCKING_RULES, Blocking};
use bibsift::dedup::{Context, Options};
use std::collections::BTreeMap;

/// Prints for each set the true pairs that are candidates and that the prefilter lets through, the
/// candidate pairs a record by rule, and by name the true pairs that are lost.
pub(crate) fn blocking(sets: &[Set]) {
    for set in sets {
        of_set(set);
    }
}

#[allow(clippy::cast_precision_loss)]
fn of_set(set: &Set) {
    let context = Context::of(&set.features, &Options::default());
    let count = u32::try_from(set.features.len()).unwrap_or(u32::MAX);
    let ids: Vec<u32> = (0..count).collect();
    let blocking = Blocking::of(&set.features, &ids, &context);
    let (pairs, promising) = (blocking.pairs(), blocking.promising_pairs(&context));
    let truth = truth(&set.gold);
    // Copies meet before blocking.
    let alike = |a: u32, b: u32| {
        let pair = set
            .features
            .get(a as usize)
            .zip(set.features.get(b as usize));
        pair.is_some_and(|(one, other)| one.is_like(other))
    };
    let found = |pairs: &[(u32, u32)]| {
        let meet = |pair: &&(u32, u32)| pairs.binary_search(pair).is_ok() || alike(pair.0, pair.1);
        truth.iter().filter(meet).count()
    };
    let records = f64::from(count).max(1.0);
    let percent = |part: usize| 100.0 * part as f64 / (truth.len() as f64).max(1.0);
    println!(
        "{}\t{} true pairs\t{:.2}% candidates\t{:.2}% compared\t{:.1} and {:.1} pairs a record",
        set.name,
        truth.len(),
        percent(found(&pairs)),
        percent(found(&promising)),
        pairs.len() as f64 / records,
        promising.len() as f64 / records
    );
    for rule in BLOCKING_RULES {
        let of_rule = blocking.pairs_of(rule);
        println!(
            "\t{}\t{:.2}%\t{:.1} pairs a record",
            rule.doc.id,
            percent(found(&of_rule)),
            of_rule.len() as f64 / records
        );
    }
    let name = |id: u32| set.ids.get(id as usize).map_or("", String::as_str);
    for (a, b) in &truth {
        if pairs.binary_search(&(*a, *b)).is_err() && !alike(*a, *b) {
            println!("\tlost\t{}\t{}", name(*a), name(*b));
        }
    }
}

/// The true pairs of a set, smaller index first.
fn truth(gold: &Gold) -> Vec<(u32, u32)> {
    match gold {
        Gold::Pairs { same, .. } => same.clone(),
        Gold::Labelled { pairs, .. } => {
            let same = pairs.iter().filter(|(_, _, same)| *same);
            same.map(|(a, b, _)| (*a.min(b), *a.max(b))).collect()
        }
        Gold::Clusters(cluster) => {
            let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for (id, name) in (0..).zip(cluster) {
                members.entry(*name).or_default().push(id);
            }
            let mut pairs = Vec::new();
            for list in members.values() {
                for (at, a) in list.iter().enumerate() {
                    pairs.extend(list.iter().skip(at + 1).map(|b| (*a, *b)));
                }
            }
            pairs
        }
    }
}
