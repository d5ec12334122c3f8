//! The likeliest ways through a sequence, in the order of their likelihood.
//!
//! The search goes backward from the last token. What the best way from the front to any label of
//! any token is worth is known from the way forward, so every step it takes belongs to a whole way
//! no worse than it is asked for.
//!
//! Source: Hart, Nilsson and Raphael, A Formal Basis for the Heuristic Determination of Minimum Cost
//! Paths, 1968.

use super::decode::{COUNT, Scores, Sums, rows};
use super::features::Features;
use super::label::Label;
use super::look::Look;
use super::model::Model;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many ways are found.
const MOST: usize = 32;
/// How many are kept that differ in more than the labels of marks.
const DISTINCT: usize = 10;
/// How much less likely than the best a way may be, as a power of e.
const WITHIN: f32 = 5.0;
/// Where the second way is less likely than the best by more than this, there is no choice.
const DOUBT: f32 = 3.0;
/// References of more tokens have one way: a list that was not cut.
const LONGEST: usize = 400;

/// One way through a sequence.
#[derive(Debug, Clone)]
pub struct Way {
    /// The label of each token.
    pub labels: Vec<Label>,
    /// How likely it is against the best, as a power of e; those that differ only in the labels of
    /// marks count together.
    pub chance: f32,
}

/// A step of the search: the label of a token, and the way from it to the end.
struct Step {
    label: usize,
    /// What the way behind it is worth.
    behind: i32,
    next: Option<u32>,
}

/// The ways through a sequence worth a look, the likeliest first.
pub(super) fn ways(
    model: &Model,
    features: &Features,
    scores: &[Scores],
    sums: &[Sums],
) -> Vec<Way> {
    let Some(last) = sums.last().filter(|_| sums.len() <= LONGEST) else {
        return Vec::new();
    };
    #[allow(clippy::cast_possible_truncation, reason = "a few hundred units")]
    let within = (WITHIN / model.scale) as i32;
    let best = last.of.iter().take(COUNT).copied().max().unwrap_or(0);
    let least = i32::from(best) - within;
    #[allow(clippy::cast_possible_truncation, reason = "a few hundred units")]
    let doubt = i32::from(best) - (DOUBT / model.scale) as i32;
    let mut steps: Vec<Step> = Vec::new();
    let mut open: BinaryHeap<(i32, Reverse<usize>, Reverse<u32>)> = BinaryHeap::new();
    for (label, sum) in last.of.iter().enumerate().take(COUNT) {
        if i32::from(*sum) >= least {
            open.push((
                i32::from(*sum),
                Reverse(sums.len() - 1),
                Reverse(number(&steps)),
            ));
            let (behind, next) = (0, None);
            steps.push(Step {
                label,
                behind,
                next,
            });
        }
    }
    let mut found: Vec<(u64, Way, f32)> = Vec::new();
    let mut count = 0;
    while let Some((value, Reverse(at), Reverse(number_of))) = open.pop() {
        let Some(step) = steps.get(number_of as usize) else {
            break;
        };
        if at == 0 {
            count += 1;
            if found.len() == 1 && value < doubt {
                break;
            }
            let chance = model.power(i16::try_from(i32::from(best) - value).unwrap_or(i16::MAX));
            add(
                &mut found,
                labels(&steps, number_of, sums.len()),
                &features.looks,
                chance,
            );
            if count == MOST || found.len() > DISTINCT {
                break;
            }
            continue;
        }
        let (label, behind) = (step.label, step.behind);
        let (Some(score), Some(sum), Some(before)) =
            (scores.get(at), sums.get(at), sums.get(at - 1))
        else {
            break;
        };
        let own = score.get(label).map_or(0, |score| i32::from(*score)) - i32::from(sum.less);
        for (from, (row, sum)) in rows(&model.transitions, features, at)
            .iter()
            .zip(before.of)
            .enumerate()
        {
            let behind = behind + own + row.get(label).map_or(0, |weight| i32::from(*weight));
            let value = behind + i32::from(sum);
            if value >= least {
                open.push((value, Reverse(at - 1), Reverse(number(&steps))));
                steps.push(Step {
                    label: from,
                    behind,
                    next: Some(number_of),
                });
            }
        }
    }
    found.truncate(DISTINCT);
    found
        .into_iter()
        .map(|(_, way, sum)| Way {
            chance: sum.ln(),
            ..way
        })
        .collect()
}

/// The number the next step gets.
fn number(steps: &[Step]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// The labels from this step to the end.
fn labels(steps: &[Step], first: u32, count: usize) -> Vec<Label> {
    let mut out = Vec::with_capacity(count);
    let mut at = Some(first);
    while let Some(step) = at.and_then(|at| steps.get(at as usize)) {
        out.push(Label::of(step.label));
        at = step.next;
    }
    out
}

/// Adds a way, or its chance to that of one which differs in the labels of marks alone.
fn add(found: &mut Vec<(u64, Way, f32)>, labels: Vec<Label>, looks: &[Look], chance: f32) {
    let solid = labels.iter().zip(looks).filter(|(_, look)| look.kind < 3);
    let key = solid.fold(0, |key, (label, _)| super::hash::mix(key, *label as u64));
    match found.iter_mut().find(|one| one.0 == key) {
        Some(one) => one.2 += chance,
        None => found.push((key, Way { labels, chance }, chance)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode::{decode, likeliest};
    use super::super::label::Label;
    use super::super::model::Model;
    use super::super::parse::prepare;

    #[test]
    fn the_first_way_is_the_best_and_no_two_differ_in_marks_alone() {
        let model = Model::from_bytes(include_bytes!("model.bin")).unwrap();
        let text = "Ott A, Reed N. Tides and wells. Water Notes Oslo 1999, 3, 4-5";
        let prepared = prepare(text);
        let ways = likeliest(&model, &prepared.features);
        let best = decode(&model, &prepared.features, &[]);
        assert!(ways.len() > 1);
        assert_eq!(ways[0].labels, best.labels);
        let solid = |labels: &[Label]| -> Vec<Label> {
            labels
                .iter()
                .zip(&prepared.features.looks)
                .filter(|(_, look)| look.kind < 3)
                .map(|(label, _)| *label)
                .collect()
        };
        for (at, way) in ways.iter().enumerate() {
            for other in &ways[at + 1..] {
                assert_ne!(solid(&way.labels), solid(&other.labels));
            }
        }
    }

    #[test]
    fn a_text_without_tokens_has_no_way() {
        let prepared = prepare("");
        assert!(likeliest(Model::builtin(), &prepared.features).is_empty());
    }
}
