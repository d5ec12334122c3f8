//! Fits what makes a good whole of the likeliest ways to label a reference: the likelihood of the
//! ways with the fewest wrong parts among those found, a step a reference, a step size a weight
//! (Adagrad), weights drawn to zero by their squares (L2).
//!
//! The ways of each reference are those of a model that has not seen it: the likeliest way of a
//! model is right too often on what it was fitted on.
//!
//! Sources: Collins and Koo 2005; Charniak and Johnson 2005; Duchi, Hazan and Singer 2011.

use super::examples::Sequence;
use super::variants::Dice;
use bibsift::formats::references::label::Label;
use bibsift::formats::references::token::{Token, TokenKind};
use bibsift::formats::references::{Model, Reranker, parse};
use std::collections::HashMap;

/// Passes over the references.
const PASSES: usize = 8;
/// The last passes, whose weights are averaged.
const AVERAGED: usize = 4;
/// Step size.
const RATE: f32 = 0.05;
/// Step size of what the likelihood counts.
const RATE_OF_LIKELIHOOD: f32 = 0.002;
/// What the square of a weight costs, a reference that has its feature.
const COST: f32 = 0.003;
/// A feature that tells ways apart in fewer references is left out.
const LEAST: u32 = 3;
/// How many of a hundred features a step leaves out, so that no feature leans on another that
/// happens to stand beside it.
const LEFT_OUT: u32 = 30;
/// A smaller weight is none.
const SMALL: f32 = 0.015;
/// What a unit of a stored weight is worth.
const SCALE: f32 = 0.01;

/// The likeliest ways to label one reference.
pub(crate) struct Case {
    ways: Vec<Candidate>,
}

struct Candidate {
    /// How likely it is, as a power of e.
    chance: f32,
    /// Features that not all ways have, each with how often.
    features: Vec<(u32, f32)>,
    /// How many of its parts are not the true ones, and true ones it has not.
    wrong: usize,
}

/// The ways of a reference by a model that has not seen it; [`None`] where there is no choice.
pub(crate) fn case(sequence: &Sequence, model: &Model) -> Option<Case> {
    let prepared = parse::prepare(&sequence.text);
    let truth = parts(&sequence.labels, &prepared.tokens);
    let mut ways: Vec<Candidate> = parse::ways(&sequence.text, &prepared, model)
        .into_iter()
        .map(|(way, mut features)| {
            features.sort_unstable();
            let counted = features.chunk_by(|one, next| one == next);
            let found = parts(&way.labels, &prepared.tokens);
            let missing = |one: &[Part], other: &[Part]| {
                one.iter().filter(|part| !other.contains(part)).count()
            };
            Candidate {
                chance: way.chance,
                #[allow(clippy::cast_precision_loss)]
                features: counted.map(|some| (some[0], some.len() as f32)).collect(),
                wrong: missing(&found, &truth) + missing(&truth, &found),
            }
        })
        .collect();
    if ways.len() < 2 {
        return None;
    }
    // What all ways have alike tells nothing.
    let mut counts: HashMap<(u32, u32), usize> = HashMap::new();
    for (feature, count) in ways.iter().flat_map(|way| &way.features) {
        *counts.entry((*feature, count.to_bits())).or_default() += 1;
    }
    let all = ways.len();
    for way in &mut ways {
        way.features
            .retain(|(feature, count)| counts[&(*feature, count.to_bits())] < all);
    }
    Some(Case { ways })
}

/// A part: its label, its first token and its last.
type Part = (Label, usize, usize);

/// The parts of a reference, without the marks around them.
fn parts(labels: &[Label], tokens: &[Token]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut open = false;
    let mut before = Label::Other;
    for (at, (label, token)) in labels.iter().zip(tokens).enumerate() {
        open &= *label == before;
        before = *label;
        if matches!(token.kind, TokenKind::Mark(_) | TokenKind::Link(_))
            || matches!(label, Label::Other | Label::Link)
        {
            continue;
        }
        match out.last_mut() {
            Some(last) if open => last.2 = at,
            _ => out.push((*label, at, at)),
        }
        open = true;
    }
    out
}

/// The reranker fitted on these references.
pub(crate) fn train(cases: &[&Case]) -> Vec<u8> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for case in cases {
        let mut all: Vec<u32> = case
            .ways
            .iter()
            .flat_map(|way| way.features.iter().map(|(feature, _)| *feature))
            .collect();
        all.sort_unstable();
        all.dedup();
        for feature in all {
            *counts.entry(feature).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= LEAST);
    let mut fit = Fit {
        weights: counts
            .keys()
            .map(|feature| (*feature, [0.0, 1e-3, 0.0]))
            .collect(),
        likelihood: 1.0,
        dice: Dice::new(0x6a09_e667),
    };
    let mut likelihood = 0.0;
    let mut dice = Dice::new(0x2545_f491);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    for pass in 0..PASSES {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        for case in order.iter().filter_map(|at| cases.get(*at)) {
            fit.learn(case);
        }
        if pass + AVERAGED >= PASSES {
            likelihood += fit.likelihood;
            for [now, _, sum] in fit.weights.values_mut() {
                *sum += *now;
            }
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let share = 1.0 / AVERAGED as f32;
    #[allow(clippy::cast_precision_loss)]
    let keep = share * (1.0 - LEFT_OUT as f32 / 100.0);
    let weights: Vec<(u32, f32)> = fit
        .weights
        .iter()
        .map(|(feature, [_, _, sum])| (*feature, sum * keep))
        .filter(|(_, weight)| weight.abs() >= SMALL)
        .collect();
    let bytes = Reranker::to_bytes(likelihood * share, &weights, SCALE);
    eprintln!(
        "{} references, likelihood {:.2}, {} bytes",
        cases.len(),
        likelihood * share,
        bytes.len()
    );
    bytes
}

struct Fit {
    /// A weight, the sum of the squares of its slopes, and the sum of its last values.
    weights: HashMap<u32, [f32; 3]>,
    likelihood: f32,
    dice: Dice,
}

impl Fit {
    fn learn(&mut self, case: &Case) {
        let salt = u32::try_from(self.dice.below(1 << 20)).unwrap_or(0);
        let taken = |way: &'_ Candidate| -> Vec<(u32, f32)> {
            let features = way.features.iter().copied();
            features
                .filter(|(feature, _)| !is_left_out(*feature, salt))
                .collect()
        };
        let taken: Vec<Vec<(u32, f32)>> = case.ways.iter().map(taken).collect();
        let worth: Vec<f32> = case
            .ways
            .iter()
            .zip(&taken)
            .map(|(way, features)| {
                let features = features
                    .iter()
                    .filter_map(|(feature, count)| Some(self.weights.get(feature)?[0] * count));
                way.chance * self.likelihood + features.sum::<f32>()
            })
            .collect();
        let most = worth.iter().copied().fold(f32::MIN, f32::max);
        let masses: Vec<f32> = worth.iter().map(|worth| (worth - most).exp()).collect();
        let all: f32 = masses.iter().sum();
        let least = case.ways.iter().map(|way| way.wrong).min().unwrap_or(0);
        let is_good = |way: &Candidate| way.wrong == least;
        let good: f32 = case
            .ways
            .iter()
            .zip(&masses)
            .filter(|(way, _)| is_good(way))
            .map(|(_, mass)| mass)
            .sum();
        let mut slopes: HashMap<u32, f32> = HashMap::new();
        let mut slope_of_likelihood = 0.0;
        for ((way, mass), features) in case.ways.iter().zip(masses).zip(taken) {
            let due = if is_good(way) {
                mass / good.max(f32::MIN_POSITIVE)
            } else {
                0.0
            };
            let slope = mass / all - due;
            slope_of_likelihood += slope * way.chance;
            for (feature, count) in features {
                *slopes.entry(feature).or_default() += slope * count;
            }
        }
        self.likelihood -= RATE_OF_LIKELIHOOD * slope_of_likelihood;
        for (feature, slope) in slopes {
            if let Some([weight, squares, _]) = self.weights.get_mut(&feature) {
                let slope = slope + COST * *weight;
                *squares += slope * slope;
                *weight -= RATE * slope / squares.sqrt();
            }
        }
    }
}

/// Whether the step with this number leaves the feature out.
fn is_left_out(feature: u32, step: u32) -> bool {
    let mixed = feature.wrapping_mul(0x9e37_79b1) ^ step.wrapping_mul(0x85eb_ca6b);
    mixed.wrapping_mul(0xc2b2_ae35) >> 16 & 127 < LEFT_OUT * 128 / 100
}
