//! One reference under the model as it stands: how likely its labels are, and how each weight would
//! have to move to make them likelier.
//!
//! Source: Lafferty et al., Conditional Random Fields, 2001.

use super::numbers::Example;
use bibsift::formats::references::label::LABELS;

pub(crate) const L: usize = LABELS.len();
/// How many values a row holds; those beyond [`L`] stay zero.
pub(crate) const LANES: usize = 20;

/// A value for each label.
pub(crate) type Row = [f32; LANES];

/// The forward and backward sums of a reference, kept for the next one.
#[derive(Default)]
pub(crate) struct Lattice {
    /// What speaks for each label of each token; after [`Lattice::run`] the slopes of these.
    pub(crate) scores: Vec<Row>,
    masses: Vec<Row>,
    forward: Vec<Row>,
    /// For each token but the first the chance of each pair of labels, less that of the true one.
    pub(crate) pairs: Vec<[Row; L]>,
}

/// `one` plus `other` times `by`.
pub(crate) fn add(one: &mut Row, other: &Row, by: f32) {
    for (slot, value) in one.iter_mut().zip(other) {
        *slot += value * by;
    }
}

/// The row divided by its sum, and the sum.
fn normal(row: &mut Row) -> f32 {
    let sum = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    for slot in row {
        *slot /= sum;
    }
    sum
}

impl Lattice {
    /// From the scores of the tokens and the transitions (and these as factors) to slopes; gives
    /// how unlikely the true labels are.
    pub(crate) fn run(&mut self, example: &Example, edges: &[Row], steps: &[Row]) -> f64 {
        let n = example.gold.len();
        let mut loss = self.forward(example, edges, steps);
        self.pairs.clear();
        self.pairs.resize(n.saturating_sub(1), [[0.0; LANES]; L]);
        let mut behind: Row = [1.0; LANES];
        for at in (0..n).rev() {
            let mut here = self.forward[at];
            for (slot, back) in here.iter_mut().zip(&behind) {
                *slot *= back;
            }
            normal(&mut here);
            self.scores[at] = here;
            self.scores[at][example.gold[at]] -= 1.0;
            if at == 0 {
                break;
            }
            let mut ahead = self.masses[at];
            for (slot, back) in ahead.iter_mut().zip(&behind) {
                *slot *= back;
            }
            let steps = &steps[example.edges[at] * L..][..L];
            let mut next: Row = [0.0; LANES];
            let mut total = 0.0;
            let pairs = &mut self.pairs[at - 1];
            for (label, row) in steps.iter().enumerate() {
                let front = self.forward[at - 1][label];
                let mut sum = 0.0;
                for ((slot, step), mass) in pairs[label].iter_mut().zip(row).zip(&ahead) {
                    let both = step * mass;
                    sum += both;
                    *slot = both * front;
                }
                next[label] = sum;
                total += sum * front;
            }
            let share = 1.0 / f32::max(total, f32::MIN_POSITIVE);
            for row in pairs.iter_mut() {
                for slot in row {
                    *slot *= share;
                }
            }
            pairs[example.gold[at - 1]][example.gold[at]] -= 1.0;
            normal(&mut next);
            behind = next;
        }
        loss = loss.max(0.0);
        loss
    }

    fn forward(&mut self, example: &Example, edges: &[Row], steps: &[Row]) -> f64 {
        let mut loss = 0.0_f64;
        self.masses.clear();
        self.forward.clear();
        for (at, row) in self.scores.iter().enumerate() {
            let most = row
                .iter()
                .take(L)
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
            let mut mass: Row = [0.0; LANES];
            for (slot, score) in mass.iter_mut().zip(row).take(L) {
                *slot = (score - most).exp();
            }
            let gold = example.gold[at];
            loss += f64::from(most - row[gold]);
            let mut next = mass;
            if at > 0 {
                let edge = example.edges[at] * L;
                let mut sums: Row = [0.0; LANES];
                for (front, row) in self.forward[at - 1].iter().zip(&steps[edge..][..L]) {
                    add(&mut sums, row, *front);
                }
                for (slot, sum) in next.iter_mut().zip(&sums) {
                    *slot *= sum;
                }
                loss -= f64::from(edges[edge + example.gold[at - 1]][gold]);
            }
            loss += f64::from(normal(&mut next).ln());
            self.masses.push(mass);
            self.forward.push(next);
        }
        loss
    }
}
