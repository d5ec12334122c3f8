//! The likeliest labels of a sequence (Viterbi), and how sure they are (forward and backward).
//!
//! Source: Lafferty et al., Conditional Random Fields, 2001.

use super::features::Features;
use super::label::{LABELS, Label};
use super::model::{LANES, Model};

const COUNT: usize = LABELS.len();

/// The labels of a sequence.
#[derive(Debug, Default)]
pub struct Labelled {
    /// One a token.
    pub labels: Vec<Label>,
    /// How likely each is, given the model.
    pub chances: Vec<f32>,
}

/// What speaks for each label of each token, transitions aside.
fn scores(model: &Model, features: &Features) -> Vec<[f32; LANES]> {
    let mut out = Vec::with_capacity(features.len());
    for at in 0..features.len() {
        let mut sums = [0_i16; LANES];
        if at == 0 {
            for (sum, weight) in sums.iter_mut().zip(model.begin) {
                *sum += i16::from(weight);
            }
        }
        for feature in features.row(at) {
            if let Some(row) = model.row(*feature) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.saturating_add(i16::from(*weight));
                }
            }
        }
        let mut row = [f32::NEG_INFINITY; LANES];
        for (score, sum) in row.iter_mut().zip(sums).take(COUNT) {
            *score = f32::from(sum) * model.scale;
        }
        out.push(row);
    }
    out
}

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

/// The rows of transitions of an edge.
fn rows<'a>(table: &'a [[f32; LANES]], features: &Features, at: usize) -> &'a [[f32; LANES]] {
    let edge = features.edges.get(at).copied().unwrap_or(0) as usize;
    table
        .get(edge * COUNT..(edge + 1) * COUNT)
        .unwrap_or_default()
}

fn best(model: &Model, features: &Features, scores: &[[f32; LANES]]) -> Vec<usize> {
    let Some(first) = scores.first() else {
        return Vec::new();
    };
    let mut sums = *first;
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate().skip(1) {
        let mut most = [f32::NEG_INFINITY; LANES];
        let mut from = [0_u8; LANES];
        for ((before, sum), weights) in (0..).zip(sums).zip(rows(&model.transitions, features, at))
        {
            for ((most, from), weight) in most.iter_mut().zip(&mut from).zip(weights) {
                let score = sum + weight;
                if score > *most {
                    *most = score;
                    *from = before;
                }
            }
        }
        for (sum, score) in most.iter_mut().zip(row) {
            *sum += score;
        }
        sums = most;
        back.push(from);
    }
    let mut label = (0..COUNT)
        .max_by(|one, other| sums[*one].total_cmp(&sums[*other]))
        .unwrap_or(0);
    let mut out = vec![label];
    for from in back.iter().rev() {
        label = from[label.min(LANES - 1)] as usize;
        out.push(label);
    }
    out.reverse();
    out
}

/// The marginal probability of each label.
fn chances(
    model: &Model,
    features: &Features,
    scores: &[[f32; LANES]],
    labels: &[usize],
) -> Vec<f32> {
    let weights: Vec<[f32; LANES]> = scores
        .iter()
        .map(|row| {
            let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            row.map(|score| (score - most).exp())
        })
        .collect();
    let of = |at: usize| rows(&model.steps, features, at);
    let Some(first) = weights.first() else {
        return Vec::new();
    };
    let mut forward = vec![normal(*first)];
    for (at, row) in weights.iter().enumerate().skip(1) {
        let before = forward[at - 1];
        let mut next = [0.0; LANES];
        for (mass, steps) in before.iter().zip(of(at)) {
            for (slot, step) in next.iter_mut().zip(steps) {
                *slot += mass * step;
            }
        }
        for (slot, weight) in next.iter_mut().zip(row) {
            *slot *= weight;
        }
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
            *slot = steps
                .iter()
                .zip(ahead)
                .map(|(step, mass)| step * mass)
                .sum();
        }
        behind = normal(next);
    }
    out
}

/// The row divided by its sum.
fn normal(mut row: [f32; LANES]) -> [f32; LANES] {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for slot in &mut row {
            *slot /= sum;
        }
    }
    row
}
