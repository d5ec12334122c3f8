//! The likeliest labels of a sequence (Viterbi), and how sure they are (forward and backward).
//!
//! Sums are whole units of the model's scale, so that rows add up in few instructions and a power
//! of e is looked up.
//!
//! Source: Lafferty et al., Conditional Random Fields, 2001.

use super::features::Features;
use super::label::{LABELS, Label};
use super::model::{LANES, Model};

const COUNT: usize = LABELS.len();
/// Below the score of any label: that of lanes that are none.
const NEVER: i16 = i16::MIN / 2;

/// The labels of a sequence.
#[derive(Debug, Default)]
pub struct Labelled {
    /// One a token.
    pub labels: Vec<Label>,
    /// How likely each is, given the model.
    pub chances: Vec<f32>,
}

type Scores = [i16; LANES];
type Masses = [f32; LANES];

/// Labels a sequence.
#[must_use]
pub fn decode(model: &Model, features: &Features) -> Labelled {
    let scores = scores(model, features);
    let labels = best(model, features, &scores);
    let chances = chances(model, features, &scores, &labels);
    Labelled {
        labels: labels.into_iter().map(Label::of).collect(),
        chances,
    }
}

/// What speaks for each label of each token, transitions aside.
fn scores(model: &Model, features: &Features) -> Vec<Scores> {
    let mut out = Vec::with_capacity(features.len());
    let mut sums: Scores = [0; LANES];
    for (sum, weight) in sums.iter_mut().zip(model.begin) {
        *sum = i16::from(weight);
    }
    for at in 0..features.len() {
        for feature in features.row(at) {
            if let Some(row) = model.row(*feature) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.saturating_add(i16::from(*weight));
                }
            }
        }
        for lane in sums.iter_mut().skip(COUNT) {
            *lane = NEVER;
        }
        out.push(sums);
        sums = [0; LANES];
    }
    out
}

/// The rows of transitions of an edge.
fn rows<'a, T>(table: &'a [T], features: &Features, at: usize) -> &'a [T] {
    let edge = features.edges.get(at).copied().unwrap_or(0) as usize;
    table
        .get(edge * COUNT..(edge + 1) * COUNT)
        .unwrap_or_default()
}

fn best(model: &Model, features: &Features, scores: &[Scores]) -> Vec<usize> {
    let Some(first) = scores.first() else {
        return Vec::new();
    };
    let mut sums = *first;
    let mut back: Vec<Scores> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate().skip(1) {
        let mut most = [i16::MIN; LANES];
        let mut from = [0_i16; LANES];
        for ((before, sum), weights) in (0..).zip(sums).zip(rows(&model.transitions, features, at))
        {
            for ((most, from), weight) in most.iter_mut().zip(&mut from).zip(weights) {
                let score = sum.saturating_add(*weight);
                let better = score > *most;
                *from = if better { before } else { *from };
                *most = if better { score } else { *most };
            }
        }
        // Only differences count; so no sum grows without end.
        let top = most.iter().copied().max().unwrap_or(0);
        for ((sum, most), score) in sums.iter_mut().zip(most).zip(row) {
            *sum = most.saturating_sub(top).saturating_add(*score).max(NEVER);
        }
        back.push(from);
    }
    let mut label = (0..COUNT).max_by_key(|label| sums[*label]).unwrap_or(0);
    let mut out = vec![label];
    for from in back.iter().rev() {
        label = usize::try_from(from[label.min(LANES - 1)]).unwrap_or(0);
        out.push(label);
    }
    out.reverse();
    out
}

/// The marginal probability of each label.
fn chances(model: &Model, features: &Features, scores: &[Scores], labels: &[usize]) -> Vec<f32> {
    let of = |at: usize| rows(&model.steps, features, at);
    let mut weights: Vec<Masses> = Vec::with_capacity(scores.len());
    let mut forward: Vec<Masses> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate() {
        let most = row.iter().copied().max().unwrap_or(0);
        let weight = row.map(|score| model.power(most.saturating_sub(score)));
        let mut next = weight;
        if let Some(before) = forward.last() {
            let mut sums = [0.0; LANES];
            for (mass, steps) in before.iter().zip(of(at)) {
                for (slot, step) in sums.iter_mut().zip(steps) {
                    *slot += mass * step;
                }
            }
            for (slot, sum) in next.iter_mut().zip(sums) {
                *slot *= sum;
            }
        }
        weights.push(weight);
        forward.push(normal(next));
    }
    let mut out = vec![0.0; labels.len()];
    let mut behind = [1.0; LANES];
    for at in (0..labels.len()).rev() {
        let mut here = [0.0; LANES];
        for ((slot, front), back) in here.iter_mut().zip(forward[at]).zip(behind) {
            *slot = front * back;
        }
        out[at] = normal(here)[labels[at].min(LANES - 1)];
        let mut ahead = [0.0; LANES];
        for ((slot, back), weight) in ahead.iter_mut().zip(behind).zip(weights[at]) {
            *slot = back * weight;
        }
        let mut next = [0.0; LANES];
        for (slot, steps) in next.iter_mut().zip(of(at)) {
            *slot = product(steps, &ahead);
        }
        behind = normal(next);
    }
    out
}

/// The sum of the products, in four sums side by side.
fn product(one: &Masses, other: &Masses) -> f32 {
    let mut sums = [0.0; 4];
    for (one, other) in one.chunks_exact(4).zip(other.chunks_exact(4)) {
        for ((sum, one), other) in sums.iter_mut().zip(one).zip(other) {
            *sum += one * other;
        }
    }
    sums.iter().sum()
}

/// The row divided by its sum.
fn normal(mut row: Masses) -> Masses {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        let share = 1.0 / sum;
        for slot in &mut row {
            *slot *= share;
        }
    }
    row
}
