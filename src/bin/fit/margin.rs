//! How much lies between what merges and what does not.

use crate::fit::labelled;
use crate::found::find;
use crate::measure::print_pair;
use crate::set::{Gold, Set, features_of};
use bibsift::dedup::decide::margin as margin_of;
use bibsift::dedup::{Context, Options, Score, explain};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Pairs listed of each sort.
const LISTED: usize = 40;

/// Prints the pairs nearest to the threshold on either side, the false pairs that would merge but
/// for one veto, and how many pairs each veto alone keeps apart.
pub(crate) fn margin(sets: &[Set]) {
    let (mut free, mut held, mut weak, mut lost) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut alone: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for set in sets {
        let context = Context::of(&set.features, &Options::default());
        for (a, b, same) in labelled(set, &context) {
            let (Some(one), Some(other)) =
                (set.features.get(a as usize), set.features.get(b as usize))
            else {
                continue;
            };
            let score = explain(one, other, &context);
            let over = margin_of(&score, &context);
            let fired: Vec<&str> = score.vetoes().map(|veto| veto.doc.id).collect();
            let merges_else = over + bibsift::dedup::decide::VETO_COST >= 0.0;
            match (same, fired.as_slice()) {
                (false, []) => free.push((over, set, (a, b), score)),
                (false, [only]) if merges_else => {
                    alone.entry((set.name.as_str(), only)).or_default().0 += 1;
                    held.push((over, set, (a, b), score));
                }
                (true, [only]) if merges_else => {
                    alone.entry((set.name.as_str(), only)).or_default().1 += 1;
                    lost.push((over, set, (a, b), score));
                }
                (true, []) if over >= 0.0 => weak.push((-over, set, (a, b), score)),
                _ => {}
            }
        }
    }
    println!("# false pairs no veto forbids");
    list(free, LISTED);
    println!("# false pairs one veto alone keeps apart");
    list(held, 4 * LISTED);
    println!("# true pairs that merge, the weakest first");
    list(weak, LISTED);
    println!("# true pairs one veto alone keeps apart");
    list(lost, 4 * LISTED);
    println!("# set, veto, false and true pairs it alone keeps apart");
    for ((set, veto), (falsely, truly)) in alone {
        println!("{set}\t{veto}\t{falsely}\t{truly}");
    }
}

fn list(mut pairs: Vec<(f32, &Set, (u32, u32), Score)>, count: usize) {
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (over, set, pair, score) in pairs.iter().take(count) {
        print!("{over:.2}\t");
        print_pair(set, *pair, score);
    }
}

/// Fields taken out of records.
const FIELDS: &[&str] = &[
    "year",
    "volume",
    "issue",
    "pages",
    "doi",
    "abstract",
    "container",
];

/// Takes fields out of records at random and prints wrong and missed pairs, a line a set and share;
/// every wrong pair goes to standard error.
pub(crate) fn robust(sets: &[Set]) {
    for set in sets {
        for percent in [10, 20, 30] {
            let (mut wrong, mut missed) = (0, 0);
            for seed in 1..=4 {
                let rows = thinned(&set.rows, percent, seed);
                let thin = Set {
                    name: format!("{} {percent}% {seed}", set.name),
                    ids: set.ids.clone(),
                    features: features_of(&rows),
                    rows,
                    gold: match &set.gold {
                        Gold::Clusters(gold) => Gold::Clusters(gold.clone()),
                        _ => continue,
                    },
                };
                let found = find(&thin);
                wrong += found.wrong.len();
                missed += found.missed.len();
                let context = Context::of(&thin.features, &Options::default());
                for (a, b) in found.wrong {
                    if let (Some(one), Some(other)) =
                        (thin.features.get(a as usize), thin.features.get(b as usize))
                    {
                        print_pair(&thin, (a, b), &explain(one, other, &context));
                    }
                }
            }
            println!(
                "= {}\t{percent}%\t{wrong} wrong\t{missed} missed in four",
                set.name
            );
        }
    }
}

fn thinned(rows: &[Json], percent: u64, seed: u64) -> Vec<Json> {
    // Splitmix64: any even spread will do, as long as it is the same every time.
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let mut rows = rows.to_vec();
    for row in &mut rows {
        for field in FIELDS {
            if next() % 100 < percent
                && let Some(row) = row.as_object_mut()
            {
                row.remove(*field);
            }
        }
    }
    rows
}
