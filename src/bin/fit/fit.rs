//! Fits the weights: logistic regression on one indicator a level, each set weighed alike, the
//! weights of ordered levels made to fall from one to the next.
//!
//! No chance is in it: it starts from weights of zero and goes the same steps every time, so a
//! table can be made again from the sets, and a table made without a set owes it nothing.

use crate::set::{Gold, Set};
use bibsift::dedup::blocking::Blocking;
use bibsift::dedup::weights::{Row, Weights};
use bibsift::dedup::{COMPARISONS, Context, Options, explain};
use std::collections::BTreeMap;

/// Labelled candidate pairs of one set that agree in all levels.
pub(crate) struct Example {
    levels: Vec<usize>,
    same: bool,
    weight: f64,
}

/// Fitted weights.
pub(crate) struct Fitted {
    prior: f64,
    rows: Vec<Vec<f64>>,
}

/// What the pairs of a set that are the same weigh together, in pairs.
const SHARE: f64 = 400.0;
/// The same for a made set: it is too regular to count as much as a real one.
const SHARE_MADE: f64 = 100.0;
/// How strongly weights are drawn to zero, in pairs.
const RIDGE: f64 = 1.0;
/// What a pair weighs that a veto decides: little, as its score decides nothing, and something, as
/// the veto may lack the field it looks at in the next set.
const VETOED: f64 = 0.1;
/// Added to the prior, so that the thresholds of matching part what they should: by it no pair of
/// a search export was merged wrongly when its set was left out, with as much to spare above.
const RAISED: f64 = 1.5;
/// Steps of the descent.
const STEPS: usize = 1_500;

/// Fits and prints the table of `src/dedup/weights.rs`.
pub(crate) fn weights(sets: &[Set]) {
    let examples: Vec<Vec<Example>> = sets.iter().map(examples).collect();
    let fitted = fit(examples.iter().flatten());
    println!("pub const PRIOR: f32 = {:.2};", fitted.prior + RAISED);
    for (comparison, row) in COMPARISONS.iter().zip(&fitted.rows) {
        let row: Vec<String> = row
            .iter()
            .map(|weight| format!("{:.2}", weight + 0.0))
            .collect();
        println!("    row(\"{}\", &[{}]),", comparison.doc.id, row.join(", "));
    }
}

/// The candidate pairs of a set that no veto decides, those of like levels counted together.
pub(crate) fn examples(set: &Set) -> Vec<Example> {
    let context = Context::of(&set.features, &Options::default());
    let mut counts: BTreeMap<(Vec<usize>, bool), f64> = BTreeMap::new();
    for (a, b, same) in labelled(set, &context) {
        let (Some(one), Some(other)) = (set.features.get(a as usize), set.features.get(b as usize))
        else {
            continue;
        };
        let score = explain(one, other, &context);
        let levels = score.levels.0.iter().map(|level| usize::from(*level));
        let weight = if score.is_vetoed() { VETOED } else { 1.0 };
        *counts.entry((levels.collect(), same)).or_default() += weight;
    }
    let same = counts.iter().filter(|((_, same), _)| *same);
    let same: f64 = same.map(|(_, count)| count).sum();
    let share = if set.name.starts_with('s') && set.name[1..].parse::<u32>().is_ok() {
        SHARE_MADE
    } else {
        SHARE
    };
    let scale = share / same.max(20.0);
    counts
        .into_iter()
        .map(|((levels, same), count)| Example {
            levels,
            same,
            weight: count * scale,
        })
        .collect()
}

/// The candidate pairs of a set whose label is known, with it.
pub(crate) fn labelled(set: &Set, context: &Context) -> Vec<(u32, u32, bool)> {
    if let Gold::Labelled { pairs, .. } = &set.gold {
        return pairs.clone();
    }
    let ids: Vec<u32> = (0..u32::try_from(set.features.len()).unwrap_or(u32::MAX)).collect();
    Blocking::of(&set.features, &ids, context)
        .pairs()
        .into_iter()
        .filter_map(|(a, b)| {
            let same = match &set.gold {
                Gold::Clusters(cluster) => cluster.get(a as usize) == cluster.get(b as usize),
                Gold::Pairs { same, source } => {
                    if source.get(a as usize) == source.get(b as usize) {
                        return None;
                    }
                    same.binary_search(&(a.min(b), a.max(b))).is_ok()
                }
                Gold::Labelled { .. } => return None,
            };
            Some((a, b, same))
        })
        .collect()
}

/// Projected gradient descent with a step a weight of its own (Adagrad).
pub(crate) fn fit<'a>(examples: impl Iterator<Item = &'a Example>) -> Fitted {
    let examples: Vec<&Example> = examples.collect();
    let mut rows: Vec<Vec<f64>> = COMPARISONS
        .iter()
        .map(|comparison| vec![0.0; comparison.levels.len()])
        .collect();
    // Too few labelled records have numbers of PubMed and archives to learn by.
    let by_hand = |id: &str| id == "identifiers";
    for (row, comparison) in rows.iter_mut().zip(COMPARISONS) {
        if by_hand(comparison.doc.id) {
            *row = vec![1.5, -1.0, 0.0];
        }
    }
    let mut past: Vec<Vec<f64>> = rows.iter().map(|row| vec![1e-6; row.len()]).collect();
    let (mut prior, mut past_prior) = (0.0, 1e-6);
    let total: f64 = examples.iter().map(|one| one.weight).sum();
    for _ in 0..STEPS {
        let mut slope_prior = 0.0;
        let mut slopes: Vec<Vec<f64>> = rows
            .iter()
            .map(|row| row.iter().map(|weight| RIDGE * weight).collect())
            .collect();
        for example in &examples {
            let found = example.levels.iter().zip(&rows);
            let score = prior + found.map(|(level, row)| row[*level]).sum::<f64>();
            let chance = 1.0 / (1.0 + (-score).exp());
            let error = example.weight * (chance - f64::from(u8::from(example.same)));
            slope_prior += error;
            for (level, slopes) in example.levels.iter().zip(&mut slopes) {
                slopes[*level] += error;
            }
        }
        let step = |weight: &mut f64, slope: f64, past: &mut f64| {
            let slope = slope / total;
            *past += slope * slope;
            *weight -= 0.1 * slope / past.sqrt();
        };
        step(&mut prior, slope_prior, &mut past_prior);
        for (((row, slopes), past), comparison) in
            rows.iter_mut().zip(&slopes).zip(&mut past).zip(COMPARISONS)
        {
            if by_hand(comparison.doc.id) {
                continue;
            }
            for ((weight, slope), past) in row.iter_mut().zip(slopes).zip(past) {
                step(weight, *slope, past);
            }
            let (ordered, silent) = row.split_at_mut(comparison.ordered);
            fall(ordered);
            // What says nothing never speaks louder for a pair than full agreement.
            let first = ordered.first().copied().unwrap_or(0.0);
            for weight in silent {
                *weight = weight.min(first);
            }
        }
    }
    // What all levels of a comparison have in common tells nothing: it belongs to the prior.
    for (row, comparison) in rows.iter_mut().zip(COMPARISONS) {
        if !by_hand(comparison.doc.id) {
            #[allow(clippy::cast_precision_loss)]
            let mean = row.iter().sum::<f64>() / row.len() as f64;
            for weight in row.iter_mut() {
                *weight -= mean;
            }
            prior += mean;
        }
    }
    Fitted { prior, rows }
}

impl Fitted {
    /// As a table to match by; it lives as long as the program.
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn table(&self) -> &'static Weights {
        let rows: Vec<Row> = COMPARISONS
            .iter()
            .zip(&self.rows)
            .map(|(comparison, row)| Row {
                comparison: comparison.doc.id,
                weights: row
                    .iter()
                    .map(|weight| *weight as f32)
                    .collect::<Vec<f32>>()
                    .leak(),
            })
            .collect();
        Box::leak(Box::new(Weights {
            prior: (self.prior + RAISED) as f32,
            rows: rows.leak(),
        }))
    }
}

/// Pools neighbours until no weight is above the one before it.
fn fall(weights: &mut [f64]) {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for weight in weights.iter() {
        pools.push((*weight, 1));
        while let [.., (a, n), (b, m)] = pools.as_slice()
            && b > a
        {
            #[allow(clippy::cast_precision_loss)]
            let pooled = ((a * *n as f64 + b * *m as f64) / (*n + *m) as f64, n + m);
            pools.truncate(pools.len() - 2);
            pools.push(pooled);
        }
    }
    let pooled = pools
        .into_iter()
        .flat_map(|(weight, count)| std::iter::repeat_n(weight, count));
    for (slot, weight) in weights.iter_mut().zip(pooled) {
        *slot = weight;
    }
}
