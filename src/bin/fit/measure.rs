//! Wrong and missed pairs of each set.

use crate::set::{Gold, Set};
use bibsift::dedup::{Context, Features, Options, Outcome, explain, run};
use std::collections::{BTreeMap, HashMap};

/// What matching made of a set.
struct Found {
    wrong: Vec<(u32, u32)>,
    missed: Vec<(u32, u32)>,
    right: usize,
    outcome: Outcome,
}

fn find(set: &Set) -> Found {
    let options = Options::default();
    let outcome = run(&set.features, &options);
    let cluster = &outcome.cluster;
    let together = |a: u32, b: u32| cluster.get(a as usize) == cluster.get(b as usize);
    let (mut wrong, mut missed, mut right) = (Vec::new(), Vec::new(), 0);
    match &set.gold {
        Gold::Clusters(gold) => {
            let same = |a: u32, b: u32| gold.get(a as usize) == gold.get(b as usize);
            for (a, b) in within(cluster) {
                if same(a, b) {
                    right += 1;
                } else {
                    wrong.push((a, b));
                }
            }
            missed.extend(within(gold).filter(|(a, b)| !together(*a, *b)));
        }
        Gold::Pairs { same, source } => {
            for (a, b) in within(cluster) {
                if source.get(a as usize) == source.get(b as usize) {
                    continue;
                }
                if same.binary_search(&(a, b)).is_ok() {
                    right += 1;
                } else {
                    wrong.push((a, b));
                }
            }
            missed.extend(same.iter().filter(|(a, b)| !together(*a, *b)));
        }
        Gold::Labelled { pairs, apart } => {
            for (a, b, label) in pairs {
                let together = if *apart {
                    merges_alone(set, *a, *b)
                } else {
                    together(*a, *b)
                };
                match (together, label) {
                    (true, true) => right += 1,
                    (true, false) => wrong.push((*a, *b)),
                    (false, true) => missed.push((*a, *b)),
                    (false, false) => {}
                }
            }
        }
    }
    Found {
        wrong,
        missed,
        right,
        outcome,
    }
}

/// Whether two records merge in a file of their own.
fn merges_alone(set: &Set, a: u32, b: u32) -> bool {
    let two: Vec<Features> = [a, b]
        .iter()
        .filter_map(|id| set.features.get(*id as usize))
        .cloned()
        .collect();
    run(&two, &Options::default()).cluster == [0, 0]
}

/// All pairs inside clusters, smaller index first.
fn within(cluster: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (id, name) in (0..).zip(cluster) {
        members.entry(*name).or_default().push(id);
    }
    members.into_values().flat_map(|list| {
        let mut pairs = Vec::new();
        for (at, a) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(at + 1).map(|b| (*a, *b)));
        }
        pairs
    })
}

/// One line a set.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn score(sets: &[Set]) {
    println!(
        "set\trecords\twrong\tmissed\tright\tprecision\trecall\tF1\tpairs a record\trecords a second"
    );
    for set in sets {
        let started = std::time::Instant::now();
        let found = find(set);
        let seconds = started.elapsed().as_secs_f64();
        let (right, wrong, missed) = (
            found.right as f64,
            found.wrong.len() as f64,
            found.missed.len() as f64,
        );
        let (precision, recall) = (
            right / (right + wrong).max(1.0),
            right / (right + missed).max(1.0),
        );
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        let records = set.features.len() as f64;
        println!(
            "{}\t{}\t{}\t{}\t{}\t{:.2}\t{:.2}\t{:.2}\t{:.1}\t{:.0}",
            set.name,
            set.features.len(),
            found.wrong.len(),
            found.missed.len(),
            found.right,
            100.0 * precision,
            100.0 * recall,
            100.0 * f1,
            found.outcome.compared as f64 / records,
            records / seconds
        );
    }
}

/// Every wrong and missed pair.
pub(crate) fn errors(sets: &[Set]) {
    for set in sets {
        let found = find(set);
        let whole = Context::of(&set.features, &Options::default());
        let ids: HashMap<u32, &str> = (0..).zip(set.ids.iter().map(String::as_str)).collect();
        let kinds = [("WRONG", &found.wrong), ("missed", &found.missed)];
        for (kind, (a, b)) in kinds
            .iter()
            .flat_map(|(kind, pairs)| pairs.iter().map(move |pair| (*kind, *pair)))
        {
            let (Some(one), Some(other)) =
                (set.features.get(a as usize), set.features.get(b as usize))
            else {
                continue;
            };
            let alone;
            let context = if matches!(set.gold, Gold::Labelled { apart: true, .. }) {
                alone = Context::of(&[one.clone(), other.clone()], &Options::default());
                &alone
            } else {
                &whole
            };
            let score = explain(one, other, context);
            let vetoes: Vec<&str> = score.vetoes().map(|veto| veto.doc.id).collect();
            let name = |id: u32| ids.get(&id).copied().unwrap_or("");
            println!(
                "{kind}\t{}\t{}\t{}\t{:.2}{}\t{}",
                set.name,
                name(a),
                name(b),
                score.total,
                if score.bare { " bare" } else { "" },
                vetoes.join(",")
            );
            for one in [one, other] {
                println!(
                    "\t{} | {} | {} | {:?} {} {} {:?} {:?} {:?}",
                    one.title(),
                    one.people()
                        .map(|one| format!("{} {}", one.surname, one.given))
                        .collect::<Vec<_>>()
                        .join("; "),
                    one.container(),
                    one.year,
                    one.volume,
                    one.issue,
                    (one.pages.letter, one.pages.first, one.pages.last),
                    one.class,
                    one.kinds
                );
            }
            let lines: Vec<String> = score
                .evidence()
                .map(|line| {
                    format!(
                        "{}={} {:+.2}",
                        line.comparison.doc.id, line.level, line.weight
                    )
                })
                .collect();
            println!("\t{}", lines.join("; "));
        }
    }
}

/// Id and cluster of every record.
pub(crate) fn clusters(sets: &[Set]) {
    for set in sets {
        let outcome = run(&set.features, &Options::default());
        for (id, cluster) in set.ids.iter().zip(&outcome.cluster) {
            println!("{id}\t{cluster}");
        }
    }
}
