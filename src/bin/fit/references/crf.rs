//! Fits a linear-chain conditional random field by stochastic descent: a step a reference, a step
//! size a weight (Adagrad), weights drawn to zero (L1). Everything is seeded: the same references
//! give the same model.
//!
//! Sources: Lafferty et al. 2001; Duchi, Hazan and Singer 2011.

use super::SCALE;
use super::examples::Labelled;
use super::lattice::{L, LANES, Lattice, Row, add};
use super::numbers::{Example, numbered};
use super::variants::Dice;
use bibsift::formats::references::Model;
use bibsift::formats::references::edge::EDGES;
use bibsift::formats::references::model::Weights;

/// Passes over the references.
const PASSES: usize = 16;
/// The last passes, whose weights are averaged.
const AVERAGED: usize = 4;
/// Step size of the first pass.
const RATE: f32 = 0.1;
/// What is left of the step size from one pass to the next.
const DECAY: f32 = 0.88;
/// What a weight costs, for all references together.
const COST: f32 = 0.7;
/// A feature of fewer tokens is left out.
const LEAST: u32 = 2;
/// How many of a hundred features a step leaves out, so that no feature leans on another that
/// happens to stand beside it.
const LEFT_OUT: u8 = 50;

/// A row of weights with what its steps are made of.
#[derive(Clone)]
struct Weight {
    now: Row,
    squares: Row,
    /// The step it was last drawn to zero at.
    drawn: u32,
}

/// How far a step goes.
struct Rates {
    rate: f32,
    cost: f32,
}

impl Weight {
    fn zero() -> Self {
        Self {
            now: [0.0; LANES],
            squares: [1e-4; LANES],
            drawn: 0,
        }
    }

    /// Draws to zero for all the steps since.
    #[inline]
    fn draw(&mut self, step: u32, rates: &Rates) {
        if step == self.drawn {
            return;
        }
        #[allow(clippy::cast_precision_loss)]
        let steps = (step - self.drawn) as f32;
        self.drawn = step;
        let pull = steps * rates.cost * rates.rate;
        for (weight, square) in self.now.iter_mut().zip(self.squares) {
            let pull = pull / square.sqrt();
            *weight = (weight.abs() - pull).max(0.0).copysign(*weight);
        }
    }

    #[inline]
    fn learn(&mut self, slope: &Row, rates: &Rates) {
        for ((weight, square), slope) in self.now.iter_mut().zip(&mut self.squares).zip(slope) {
            *square += slope * slope;
            *weight -= rates.rate * slope / square.sqrt();
        }
    }
}

/// All that is fitted.
struct Fit {
    features: Vec<Weight>,
    /// For each edge and label before.
    edges: Vec<Weight>,
    begin: Weight,
    step: u32,
    dice: Dice,
    lattice: Lattice,
    /// The features a step has not left out, each with its token.
    taken: Vec<(usize, u32)>,
}

impl Fit {
    /// One step; gives how unlikely the true labels were before it.
    fn learn(&mut self, example: &Example, rates: &Rates) -> f64 {
        self.step += 1;
        self.taken.clear();
        self.lattice.scores.clear();
        for row in example.rows() {
            let mut score: Row = [0.0; LANES];
            for feature in row {
                if self.dice.happens(usize::from(LEFT_OUT)) {
                    continue;
                }
                let weight = &mut self.features[*feature as usize];
                weight.draw(self.step, rates);
                add(&mut score, &weight.now, 1.0);
                self.taken.push((self.lattice.scores.len(), *feature));
            }
            self.lattice.scores.push(score);
        }
        if let Some(first) = self.lattice.scores.first_mut() {
            add(first, &self.begin.now, 1.0);
        }
        let now: Vec<Row> = self.edges.iter().map(|weight| weight.now).collect();
        let steps: Vec<Row> = now.iter().map(|row| row.map(f32::exp)).collect();
        let loss = self.lattice.run(example, &now, &steps);
        for (token, feature) in &self.taken {
            self.features[*feature as usize].learn(&self.lattice.scores[*token], rates);
        }
        for (pairs, edge) in self.lattice.pairs.iter().zip(example.edges.iter().skip(1)) {
            for (weight, slope) in self.edges[edge * L..].iter_mut().zip(pairs) {
                weight.learn(slope, rates);
            }
        }
        if let Some(first) = self.lattice.scores.first() {
            self.begin.learn(first, rates);
        }
        loss
    }
}

/// The bytes of a model fitted on these references.
pub(crate) fn train(records: &[&Labelled], talk: bool) -> Vec<u8> {
    let (examples, hashes) = numbered(records, LEAST);
    let mut fit = Fit {
        features: vec![Weight::zero(); hashes.len()],
        edges: vec![Weight::zero(); EDGES * L],
        begin: Weight::zero(),
        step: 0,
        dice: Dice::new(0x51ed_270b),
        lattice: Lattice::default(),
        taken: Vec::new(),
    };
    let mut sums: Vec<Row> = vec![[0.0; LANES]; hashes.len()];
    let mut edge_sums: Vec<Row> = vec![[0.0; LANES]; EDGES * L];
    let mut begin_sum: Row = [0.0; LANES];
    #[allow(clippy::cast_precision_loss)]
    let mut rates = Rates {
        rate: RATE,
        cost: COST / examples.len().max(1) as f32,
    };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for pass in 0..PASSES {
        shuffle(&mut order, &mut fit.dice);
        let mut loss = 0.0;
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            loss += fit.learn(example, &rates);
        }
        if talk {
            eprintln!("pass {}: loss {loss:.0}", pass + 1);
        }
        if pass + AVERAGED >= PASSES {
            for (sum, weight) in sums.iter_mut().zip(&mut fit.features) {
                weight.draw(fit.step, &rates);
                add(sum, &weight.now, 1.0);
            }
            for (sum, weight) in edge_sums.iter_mut().zip(&fit.edges) {
                add(sum, &weight.now, 1.0);
            }
            add(&mut begin_sum, &fit.begin.now, 1.0);
        }
        rates.rate *= DECAY;
    }
    #[allow(clippy::cast_precision_loss)]
    let share = 1.0 / AVERAGED as f32;
    let keep = share * (1.0 - f32::from(LEFT_OUT) / 100.0);
    let mean = |sum: &Row, by: f32| -> Vec<f32> {
        let labels = sum.iter().take(L);
        labels.map(|sum| sum * by).collect()
    };
    let weights = Weights {
        transitions: edge_sums.iter().flat_map(|sum| mean(sum, share)).collect(),
        begin: mean(&begin_sum, share),
        features: hashes
            .into_iter()
            .zip(&sums)
            .map(|(hash, sum)| (hash, mean(sum, keep).into_iter().map(small).collect()))
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

fn shuffle(order: &mut [usize], dice: &mut Dice) {
    for at in (1..order.len()).rev() {
        let other = dice.below(at + 1);
        order.swap(at, other);
    }
}
