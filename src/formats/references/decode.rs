//! The likeliest labels of a sequence (Viterbi), and how sure they are (forward and backward).
//!
//! Sums are whole units of the model's scale, so that rows add up in few instructions and a power
//! of e is looked up.
//!
//! Source: Lafferty et al., Conditional Random Fields, 2001.

use super::features::Features;
use super::journals::Sign;
use super::label::{LABELS, Label};
use super::model::{LANES, Model};
use super::ways::{Way, ways};

pub(super) const COUNT: usize = LABELS.len();
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

pub(super) type Scores = [i16; LANES];
type Masses = [f32; LANES];

/// What the best ways to each label of a token are worth.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    pub(super) of: Scores,
    /// By how much they are less than they would be, so that no sum grows without end: only
    /// differences count.
    pub(super) less: i16,
}

/// Labels a sequence; `signs` tells of each token what the names of journals do.
#[must_use]
pub(super) fn decode(model: &Model, features: &Features, signs: &[Sign]) -> Labelled {
    let scores = scores(model, features);
    let sums = sums(model, features, &scores);
    let whole = || {
        let ways = ways(model, features, &scores, &sums);
        let several = ways.len() > 1;
        several.then(|| model.reranker.choose(ways, &features.looks, signs))?
    };
    let labels = if model.reranker.is_empty() {
        None
    } else {
        whole()
    };
    let labels = labels.unwrap_or_else(|| best(model, features, &sums));
    let chances = chances(model, features, &scores, &labels);
    Labelled { labels, chances }
}

/// The likeliest ways to label a sequence.
pub(super) fn likeliest(model: &Model, features: &Features) -> Vec<Way> {
    let scores = scores(model, features);
    let sums = sums(model, features, &scores);
    ways(model, features, &scores, &sums)
}

/// What speaks for each label of each token, transitions aside.
fn scores(model: &Model, features: &Features) -> Vec<Scores> {
    let mut out = Vec::with_capacity(features.len());
    let mut sums = model.begin.map(i16::from);
    for at in 0..features.len() {
        for feature in features.row(at) {
            if let Some(row) = model.row(*feature) {
                lanes(&mut sums, row, |sum, weight| {
                    sum.saturating_add(i16::from(weight))
                });
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

/// Makes each lane of `row` what `make` makes of it and of the same lane of `other`.
#[inline]
fn lanes<T: Copy, U: Copy>(row: &mut [T; LANES], other: &[U; LANES], make: impl Fn(T, U) -> T) {
    let mut lane = 0;
    // An index below a fixed length lets whole lanes be worked on in one step.
    while lane < LANES {
        row[lane] = make(row[lane], other[lane]);
        lane += 1;
    }
}

/// The rows of transitions of an edge.
pub(super) fn rows<'a, T>(table: &'a [T], features: &Features, at: usize) -> &'a [T] {
    let edge = features.edges.get(at).copied().unwrap_or(0) as usize;
    table
        .get(edge * COUNT..(edge + 1) * COUNT)
        .unwrap_or_default()
}

/// The worth of the best ways from the front to each label of each token.
fn sums(model: &Model, features: &Features, scores: &[Scores]) -> Vec<Sums> {
    let mut out: Vec<Sums> = Vec::with_capacity(scores.len());
    for (at, score) in scores.iter().enumerate() {
        let Some(last) = out.last() else {
            let (of, less) = (*score, 0);
            out.push(Sums { of, less });
            continue;
        };
        let mut most = [i16::MIN; LANES];
        for (sum, weights) in last.of.iter().zip(rows(&model.transitions, features, at)) {
            lanes(&mut most, weights, |most, weight| {
                most.max(sum.saturating_add(weight))
            });
        }
        let less = most.iter().copied().max().unwrap_or(0);
        lanes(&mut most, score, |most, score| {
            most.saturating_sub(less).saturating_add(score).max(NEVER)
        });
        out.push(Sums { of: most, less });
    }
    out
}

/// The likeliest way through the sequence. Its steps are found again from the sums on the way back:
/// they are few, and the sums of all labels then need no look at where each came from.
fn best(model: &Model, features: &Features, sums: &[Sums]) -> Vec<Label> {
    let Some((last, before)) = sums.split_last() else {
        return Vec::new();
    };
    let mut label = (0..COUNT).max_by_key(|label| last.of[*label]).unwrap_or(0);
    let mut out = vec![Label::of(label); sums.len()];
    for (at, sums) in before.iter().enumerate().rev() {
        let lane = label.min(LANES - 1);
        let (mut most, mut from) = (i16::MIN, 0);
        let rows = rows(&model.transitions, features, at + 1);
        for (before, (sum, weights)) in sums.of.iter().zip(rows).enumerate() {
            let score = sum.saturating_add(weights[lane]);
            if score > most {
                (most, from) = (score, before);
            }
        }
        label = from;
        out[at] = Label::of(label);
    }
    out
}

/// The marginal probability of each label.
fn chances(model: &Model, features: &Features, scores: &[Scores], labels: &[Label]) -> Vec<f32> {
    let of = |at: usize| rows(&model.steps, features, at);
    let mut weights: Vec<Masses> = Vec::with_capacity(scores.len());
    let mut forward: Vec<Masses> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate() {
        let most = row.iter().copied().max().unwrap_or(0);
        let mut weight = [0.0; LANES];
        lanes(&mut weight, row, |_, score| {
            model.power(most.saturating_sub(score))
        });
        let mut next = weight;
        if let Some(before) = forward.last() {
            let mut sums = [0.0; LANES];
            for (mass, steps) in before.iter().zip(of(at)) {
                lanes(&mut sums, steps, |sum, step| sum + mass * step);
            }
            lanes(&mut next, &sums, |weight, sum| weight * sum);
        }
        weights.push(weight);
        forward.push(normal(next));
    }
    let mut out = vec![0.0; labels.len()];
    let mut behind = [1.0; LANES];
    for at in (0..labels.len()).rev() {
        let mut here = forward[at];
        lanes(&mut here, &behind, |front, back| front * back);
        out[at] = here[labels[at] as usize] * share(&here);
        let mut ahead = behind;
        lanes(&mut ahead, &weights[at], |back, weight| back * weight);
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
    let mut lane = 0;
    while lane + 4 <= LANES {
        sums[0] += one[lane] * other[lane];
        sums[1] += one[lane + 1] * other[lane + 1];
        sums[2] += one[lane + 2] * other[lane + 2];
        sums[3] += one[lane + 3] * other[lane + 3];
        lane += 4;
    }
    sums[0] + sums[1] + sums[2] + sums[3]
}

/// The row divided by its sum.
fn normal(mut row: Masses) -> Masses {
    let share = share(&row);
    for slot in &mut row {
        *slot *= share;
    }
    row
}

/// By what a row is multiplied so that its sum is 1. Lanes that are no labels hold nothing.
fn share(row: &Masses) -> f32 {
    let sum: f32 = row[..COUNT].iter().sum();
    if sum > 0.0 { 1.0 / sum } else { 1.0 }
}
