//! Fits the weights: logistic regression on one indicator a level, each set weighed alike, the
//! weights of ordered levels made to fall from one to the next.

use crate::set::{Gold, Set};
use bibsift::dedup::blocking::Blocking;
use bibsift::dedup::{COMPARISONS, Context, Options, Score, explain, weights};

/// A labelled candidate pair.
struct Example {
    levels: Vec<usize>,
    same: bool,
    weight: f64,
}

/// How strongly weights are drawn to zero, in pairs.
const RIDGE: f64 = 4.0;
/// Steps of the descent.
const STEPS: usize = 4_000;

/// Fits and prints the table of `src/dedup/weights.rs`.
pub(crate) fn weights(sets: &[Set]) {
    let mut examples = Vec::new();
    for set in sets {
        collect(set, &mut examples);
    }
    eprintln!(
        "{} pairs, {} the same",
        examples.len(),
        examples.iter().filter(|one| one.same).count()
    );
    let (prior, table) = descend(&examples);
    println!("pub const PRIOR: f32 = {prior:.2};");
    for (comparison, row) in COMPARISONS.iter().zip(&table) {
        let row: Vec<String> = row
            .iter()
            .map(|weight| format!("{:.2}", weight + 0.0))
            .collect();
        println!("    row(\"{}\", &[{}]),", comparison.doc.id, row.join(", "));
    }
}

/// Adds the candidate pairs of a set that no veto decides, each side weighing as much in all sets.
fn collect(set: &Set, examples: &mut Vec<Example>) {
    let context = Context::of(&set.features, &Options::default());
    let ids: Vec<u32> = (0..u32::try_from(set.features.len()).unwrap_or(u32::MAX)).collect();
    let pairs: Vec<(u32, u32)> = match &set.gold {
        Gold::Labelled { pairs, .. } => pairs.iter().map(|(a, b, _)| (*a, *b)).collect(),
        _ => Blocking::of(&set.features, &ids, &context).pairs(),
    };
    let start = examples.len();
    for (a, b) in pairs {
        let Some(same) = label(&set.gold, a, b) else {
            continue;
        };
        let (Some(one), Some(other)) = (set.features.get(a as usize), set.features.get(b as usize))
        else {
            continue;
        };
        let score: Score = explain(one, other, &context);
        if score.is_vetoed() {
            continue;
        }
        examples.push(Example {
            levels: score
                .levels
                .0
                .iter()
                .map(|level| usize::from(*level))
                .collect(),
            same,
            weight: 1.0,
        });
    }
    // The synthetic set is too regular to count as much as a real one.
    let share = if set.name.starts_with("syn") {
        100.0
    } else {
        400.0
    };
    let added = &mut examples[start..];
    for side in [true, false] {
        let count = added.iter().filter(|one| one.same == side).count();
        #[allow(clippy::cast_precision_loss)]
        let weight = share / (count.max(20) as f64);
        added
            .iter_mut()
            .filter(|one| one.same == side)
            .for_each(|one| one.weight = weight);
    }
}

fn label(gold: &Gold, a: u32, b: u32) -> Option<bool> {
    match gold {
        Gold::Clusters(cluster) => Some(cluster.get(a as usize) == cluster.get(b as usize)),
        Gold::Pairs { same, source } => (source.get(a as usize) != source.get(b as usize))
            .then(|| same.binary_search(&(a.min(b), a.max(b))).is_ok()),
        Gold::Labelled { pairs, .. } => pairs
            .iter()
            .find(|(one, other, _)| (*one, *other) == (a, b))
            .map(|(_, _, same)| *same),
    }
}

/// Projected gradient descent from the weights in use, with a step a weight of its own (Adagrad).
fn descend(examples: &[Example]) -> (f64, Vec<Vec<f64>>) {
    let mut prior = f64::from(weights::PRIOR);
    let mut table: Vec<Vec<f64>> = weights::WEIGHTS
        .iter()
        .map(|row| {
            row.weights
                .iter()
                .map(|weight| f64::from(*weight))
                .collect()
        })
        .collect();
    let mut past: Vec<Vec<f64>> = table.iter().map(|row| vec![1e-6; row.len()]).collect();
    let mut past_prior = 1e-6;
    let total: f64 = examples.iter().map(|one| one.weight).sum();
    for _ in 0..STEPS {
        let mut slope_prior = RIDGE * prior;
        let mut slopes: Vec<Vec<f64>> = table
            .iter()
            .map(|row| row.iter().map(|weight| RIDGE * weight).collect())
            .collect();
        for example in examples {
            let score = prior
                + example
                    .levels
                    .iter()
                    .zip(&table)
                    .map(|(level, row)| row[*level])
                    .sum::<f64>();
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
        for (((row, slopes), past), comparison) in table
            .iter_mut()
            .zip(&slopes)
            .zip(&mut past)
            .zip(COMPARISONS)
        {
            if comparison.doc.id == "identifiers" {
                continue;
            }
            for ((weight, slope), past) in row.iter_mut().zip(slopes).zip(past) {
                step(weight, *slope, past);
            }
            fall(&mut row[..comparison.ordered]);
        }
    }
    (prior, table)
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
