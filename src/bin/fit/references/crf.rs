//! Fits a linear-chain conditional random field by stochastic descent: a step a reference, a step
//! size a weight (Adagrad), weights drawn to zero (L1). Everything is seeded: the same references
//! give the same model.
//!
//! Sources: Lafferty et al. 2001; Duchi, Hazan and Singer 2011.

use super::SCALE;
use super::examples::Labelled;
use super::variants::Dice;
use bibsift::formats::references::Model;
use bibsift::formats::references::features::EDGES;
use bibsift::formats::references::label::LABELS;
use bibsift::formats::references::model::Weights;
use std::collections::HashMap;

const L: usize = LABELS.len();
/// Passes over the references.
const PASSES: usize = 5;
/// Passes whose weights are averaged.
const AVERAGED: usize = 4;
/// Step size.
const RATE: f32 = 0.07;
/// What a weight costs, for all references together.
const COST: f32 = 2.0;
/// A feature of fewer tokens is left out.
const LEAST: u32 = 2;
/// How many of a hundred features a step leaves out.
const LEFT_OUT: u8 = 25;

type Row = [f32; L];

/// A weight row with what its steps are made of.
#[derive(Clone)]
struct Weight {
    now: Row,
    squares: Row,
    /// The step it was last drawn to zero at.
    drawn: u32,
}

impl Weight {
    fn zero() -> Self {
        Self {
            now: [0.0; L],
            squares: [1e-4; L],
            drawn: 0,
        }
    }

    /// Draws to zero for all the steps since.
    fn draw(&mut self, step: u32, cost: f32) {
        #[allow(clippy::cast_precision_loss)]
        let steps = (step - self.drawn) as f32;
        self.drawn = step;
        if steps > 0.0 {
            for (weight, square) in self.now.iter_mut().zip(self.squares) {
                let pull = steps * cost * RATE / square.sqrt();
                *weight = if *weight > 0.0 {
                    (*weight - pull).max(0.0)
                } else {
                    (*weight + pull).min(0.0)
                };
            }
        }
    }

    fn learn(&mut self, slope: &Row) {
        for ((weight, square), slope) in self.now.iter_mut().zip(&mut self.squares).zip(slope) {
            *square += slope * slope;
            *weight -= RATE * slope / square.sqrt();
        }
    }
}

/// A reference in numbers.
struct Example {
    rows: Vec<Vec<u32>>,
    edges: Vec<usize>,
    gold: Vec<usize>,
}

/// The bytes of a model fitted on these references.
pub(crate) fn train(records: &[&Labelled], talk: bool) -> Vec<u8> {
    let (examples, hashes) = numbered(records);
    let mut state = vec![Weight::zero(); hashes.len()];
    let mut edges = vec![Weight::zero(); EDGES * L];
    let mut begin = Weight::zero();
    let mut sums = vec![[0.0_f32; L]; hashes.len()];
    let mut edge_sums = vec![[0.0_f32; L]; EDGES * L];
    let mut begin_sum = [0.0_f32; L];
    #[allow(clippy::cast_precision_loss)]
    let cost = COST / examples.len().max(1) as f32;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut step = 0;
    let mut dice = Dice::new(0x51ed_270b);
    for pass in 0..PASSES {
        shuffle(&mut order, &mut seed);
        let mut loss = 0.0;
        for at in &order {
            step += 1;
            if let Some(example) = examples.get(*at) {
                let example = &thinned(example, &mut dice);
                loss += learn(example, &mut state, &mut edges, &mut begin, step, cost);
            }
        }
        if talk {
            eprintln!("pass {}: loss {loss:.0}", pass + 1);
        }
        if pass + AVERAGED >= PASSES {
            for (sum, weight) in sums.iter_mut().zip(&mut state) {
                weight.draw(step, cost);
                add(sum, &weight.now);
            }
            for (sum, weight) in edge_sums.iter_mut().zip(&edges) {
                add(sum, &weight.now);
            }
            add(&mut begin_sum, &begin.now);
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let mean = |sum: f32| sum / AVERAGED as f32;
    let keep = 1.0 - f32::from(LEFT_OUT) / 100.0;
    let weights = Weights {
        transitions: edge_sums.iter().flatten().map(|sum| mean(*sum)).collect(),
        begin: begin_sum.iter().map(|sum| mean(*sum)).collect(),
        features: hashes
            .into_iter()
            .zip(&sums)
            .map(|(hash, sum)| {
                (
                    hash,
                    sum.iter().map(|sum| mean(*sum) * keep).map(small).collect(),
                )
            })
            .collect(),
    };
    Model::to_bytes(&weights, SCALE)
}

/// Weights too small to matter are none.
fn small(weight: f32) -> f32 {
    if weight.abs() < SCALE * 1.5 {
        0.0
    } else {
        weight
    }
}

fn add(sum: &mut Row, row: &Row) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}

/// Gives each feature of at least [`LEAST`] tokens a number.
fn numbered(records: &[&Labelled]) -> (Vec<Example>, Vec<u32>) {
    let sequences = || records.iter().flat_map(|record| &record.sequences);
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for sequence in sequences() {
        for at in 0..sequence.features.len() {
            for feature in sequence.features.row(at) {
                *counts.entry(*feature).or_default() += 1;
            }
        }
    }
    let mut hashes: Vec<u32> = counts
        .into_iter()
        .filter(|(_, count)| *count >= LEAST)
        .map(|(hash, _)| hash)
        .collect();
    hashes.sort_unstable();
    let numbers: HashMap<u32, u32> = hashes.iter().copied().zip(0..).collect();
    let examples = sequences()
        .filter(|sequence| !sequence.labels.is_empty())
        .map(|sequence| Example {
            rows: (0..sequence.features.len())
                .map(|at| {
                    let row = sequence.features.row(at).iter();
                    row.filter_map(|feature| numbers.get(feature).copied())
                        .collect()
                })
                .collect(),
            edges: sequence
                .features
                .edges
                .iter()
                .map(|edge| usize::from(*edge))
                .collect(),
            gold: sequence
                .labels
                .iter()
                .map(|label| *label as usize)
                .collect(),
        })
        .collect();
    (examples, hashes)
}

/// One step; gives what the reference lost before it.
fn learn(
    example: &Example,
    state: &mut [Weight],
    edges: &mut [Weight],
    begin: &mut Weight,
    step: u32,
    cost: f32,
) -> f64 {
    let n = example.gold.len();
    let mut scores: Vec<Row> = vec![[0.0; L]; n];
    for (row, ids) in scores.iter_mut().zip(&example.rows) {
        for id in ids {
            if let Some(weight) = state.get_mut(*id as usize) {
                weight.draw(step, cost);
                add(row, &weight.now);
            }
        }
    }
    if let Some(first) = scores.first_mut() {
        add(first, &begin.now);
    }
    let steps: Vec<Row> = edges
        .iter()
        .map(|weight| weight.now.map(f32::exp))
        .collect();
    let of = |at: usize| &steps[example.edges[at] * L..(example.edges[at] + 1) * L];
    let mut gold_score = 0.0_f64;
    let mut log_z = 0.0_f64;
    let mut masses: Vec<Row> = Vec::with_capacity(n);
    for (at, row) in scores.iter().enumerate() {
        let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        log_z += f64::from(most);
        masses.push(row.map(|score| (score - most).exp()));
        gold_score += f64::from(row[example.gold[at]]);
        if at > 0 {
            let weight = &edges[example.edges[at] * L + example.gold[at - 1]];
            gold_score += f64::from(weight.now[example.gold[at]]);
        }
    }
    let mut forward: Vec<Row> = Vec::with_capacity(n);
    for at in 0..n {
        let mut next = [1.0; L];
        if at > 0 {
            next = [0.0; L];
            for (mass, row) in forward[at - 1].iter().zip(of(at)) {
                for (slot, step) in next.iter_mut().zip(row) {
                    *slot += mass * step;
                }
            }
        }
        for (slot, mass) in next.iter_mut().zip(&masses[at]) {
            *slot *= mass;
        }
        let sum: f32 = next.iter().sum();
        log_z += f64::from(sum.max(f32::MIN_POSITIVE).ln());
        forward.push(next.map(|value| value / sum.max(f32::MIN_POSITIVE)));
    }
    // Backwards, with the slopes of transitions on the way.
    let mut slopes: Vec<Row> = vec![[0.0; L]; n];
    let mut edge_slopes: HashMap<usize, Row> = HashMap::new();
    let mut behind = [1.0_f32; L];
    for at in (0..n).rev() {
        let mut here = [0.0; L];
        for ((slot, front), back) in here.iter_mut().zip(&forward[at]).zip(&behind) {
            *slot = front * back;
        }
        let sum: f32 = here.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        slopes[at] = here.map(|value| value / sum);
        slopes[at][example.gold[at]] -= 1.0;
        if at == 0 {
            break;
        }
        let mut ahead = [0.0; L];
        for ((slot, back), mass) in ahead.iter_mut().zip(&behind).zip(&masses[at]) {
            *slot = back * mass;
        }
        let mut next = [0.0; L];
        let mut total = 0.0;
        for ((slot, row), front) in next.iter_mut().zip(of(at)).zip(&forward[at - 1]) {
            *slot = row.iter().zip(&ahead).map(|(step, mass)| step * mass).sum();
            total += *slot * front;
        }
        let total = f32::max(total, f32::MIN_POSITIVE);
        for (label, (row, front)) in of(at).iter().zip(&forward[at - 1]).enumerate() {
            let slope = edge_slopes
                .entry(example.edges[at] * L + label)
                .or_insert([0.0; L]);
            for ((slot, step), mass) in slope.iter_mut().zip(row).zip(&ahead) {
                *slot += front * step * mass / total;
            }
        }
        let slope = edge_slopes
            .entry(example.edges[at] * L + example.gold[at - 1])
            .or_insert([0.0; L]);
        slope[example.gold[at]] -= 1.0;
        let sum: f32 = next.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        behind = next.map(|value| value / sum);
    }
    for (ids, slope) in example.rows.iter().zip(&slopes) {
        for id in ids {
            if let Some(weight) = state.get_mut(*id as usize) {
                weight.learn(slope);
            }
        }
    }
    for (id, slope) in &edge_slopes {
        if let Some(weight) = edges.get_mut(*id) {
            weight.learn(slope);
        }
    }
    if let Some(first) = slopes.first() {
        begin.learn(first);
    }
    log_z - gold_score
}

/// The example with some of its features left out, others each time: so that no feature leans on
/// another that happens to stand beside it.
fn thinned(example: &Example, dice: &mut Dice) -> Example {
    let mut thin = |row: &Vec<u32>| {
        row.iter()
            .copied()
            .filter(|_| !dice.happens(usize::from(LEFT_OUT)))
            .collect()
    };
    Example {
        rows: example.rows.iter().map(&mut thin).collect(),
        edges: example.edges.clone(),
        gold: example.gold.clone(),
    }
}

fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        let other = usize::try_from(*seed % (at as u64 + 1)).unwrap_or(0);
        order.swap(at, other);
    }
}
