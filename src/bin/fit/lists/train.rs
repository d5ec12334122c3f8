//! Fits the weights: the likelihood of the known cuts, by forward and backward sums over all cuts,
//! with `AdaGrad` and a Gaussian prior.

use super::gold::Gold;
use bibsift::formats::references::segment::{FEATURES, LONGEST, Sights, Sums, Weights};

const ROUNDS: usize = 30;
const RATE: f64 = 0.15;
/// Strength of the prior on weights, over the whole of the real lists.
const PRIOR: f64 = 0.4;
/// How much more the features of numbered lists alone are held to nought.
const PRIOR_MORE: f64 = 2.0;
/// What made lists count for together, against the real ones.
const MADE: f64 = 1.0;

/// A list ready to be summed over.
struct Case<'g> {
    sights: &'g Sights,
    sums: Sums,
    local: Vec<Vec<u32>>,
    starts: &'g [usize],
    weight: f64,
}

/// Fits weights to real lists and made ones.
pub fn fit(real: &[&Gold], made: &[Gold]) -> Weights {
    let pieces = |lists: &mut dyn Iterator<Item = &Gold>| -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a count of pieces")]
        let sum = lists.map(|list| list.prepared.sights.len() as f64).sum();
        sum
    };
    let share = MADE * pieces(&mut real.iter().copied()) / pieces(&mut made.iter()).max(1.0);
    let mut cases: Vec<Case> = Vec::new();
    // Made lists stand between the real ones, so that no round ends on one kind.
    let every = (made.len() / real.len().max(1)).max(1);
    let mut rest = made.iter();
    for list in real {
        cases.extend(case(list, 1.0));
        cases.extend(
            rest.by_ref()
                .take(every)
                .filter_map(|list| case(list, share)),
        );
    }
    cases.extend(rest.filter_map(|list| case(list, share)));
    let mut weights = vec![0.0_f64; FEATURES * 2];
    let mut squares = vec![1e-3_f64; FEATURES * 2];
    let mut averaged = vec![0.0_f64; FEATURES * 2];
    let mut steps = 0.0;
    let mut gradient = vec![0.0_f64; FEATURES * 2];
    for round in 0..ROUNDS {
        for case in &cases {
            gradient.fill(0.0);
            case.add(&weights, &mut gradient);
            #[allow(clippy::cast_precision_loss, reason = "a count of lists")]
            let part = 1.0 / cases.len() as f64;
            for (at, g) in gradient.iter().enumerate() {
                let prior = if at >= FEATURES { PRIOR_MORE } else { PRIOR };
                let g = g * case.weight - prior * part * weights[at];
                if g == 0.0 {
                    continue;
                }
                squares[at] += g * g;
                weights[at] += RATE * g / squares[at].sqrt();
            }
        }
        if round * 2 >= ROUNDS {
            steps += 1.0;
            for (sum, weight) in averaged.iter_mut().zip(&weights) {
                *sum += weight;
            }
        }
    }
    #[allow(clippy::cast_possible_truncation, reason = "weights are small")]
    Weights::new(averaged.iter().map(|sum| (sum / steps) as f32).collect())
}

/// A list with its features, unless one of its references is longer than sums are made over.
fn case(list: &Gold, weight: f64) -> Option<Case<'_>> {
    let sights = &list.prepared.sights;
    let ends = list.starts.iter().skip(1).copied().chain([sights.len()]);
    if sights.is_empty()
        || list
            .starts
            .iter()
            .zip(ends)
            .any(|(start, end)| end - start > LONGEST)
    {
        return None;
    }
    let local = (0..sights.len())
        .map(|at| {
            let mut all = Vec::new();
            #[allow(clippy::cast_possible_truncation, reason = "there are few features")]
            sights.local(at, &mut |feature| all.push(feature as u32));
            all
        })
        .collect();
    Some(Case {
        sights,
        sums: sights.sums(),
        local,
        starts: &list.starts,
        weight,
    })
}

impl Case<'_> {
    /// Adds what the known cut has of each feature less what is expected of it.
    fn add(&self, weights: &[f64], gradient: &mut [f64]) {
        let count = self.sights.len();
        let numbered = self.sights.numbered();
        let of = |feature: usize| {
            weights[feature]
                + if numbered {
                    weights[FEATURES + feature]
                } else {
                    0.0
                }
        };
        let local: Vec<f64> = self
            .local
            .iter()
            .map(|all| all.iter().map(|f| of(*f as usize)).sum())
            .collect();
        // The scores of references, by end and beginning; and how far back each end reaches.
        let mut lows = Vec::with_capacity(count + 1);
        let mut scores: Vec<Vec<f64>> = Vec::with_capacity(count + 1);
        let mut fence = 0;
        lows.push(0);
        scores.push(Vec::new());
        for to in 1..=count {
            if self.sights.forced(to - 1) {
                fence = to - 1;
            }
            let low = fence.max(to.saturating_sub(LONGEST));
            lows.push(low);
            scores.push(
                (low..to)
                    .map(|from| {
                        let mut score = if self.sights.barred(from) {
                            f64::NEG_INFINITY
                        } else {
                            local[from]
                        };
                        self.sights
                            .whole(&self.sums, from, to, &mut |f| score += of(f));
                        score
                    })
                    .collect(),
            );
        }
        let mut before = vec![f64::NEG_INFINITY; count + 1];
        before[0] = 0.0;
        for to in 1..=count {
            before[to] =
                log_sum((lows[to]..to).map(|from| before[from] + scores[to][from - lows[to]]));
        }
        let mut after = vec![f64::NEG_INFINITY; count + 1];
        after[count] = 0.0;
        for to in (1..=count).rev() {
            for from in lows[to]..to {
                let more = after[to] + scores[to][from - lows[to]];
                after[from] = log_sum([after[from], more].into_iter());
            }
        }
        let all = before[count];
        if !all.is_finite() {
            return;
        }
        let mut put = |feature: usize, amount: f64| {
            gradient[feature] += amount;
            if numbered {
                gradient[FEATURES + feature] += amount;
            }
        };
        let mut begins = vec![0.0; count];
        for to in 1..=count {
            for from in lows[to]..to {
                let chance = (before[from] + scores[to][from - lows[to]] + after[to] - all).exp();
                if chance > 1e-6 {
                    begins[from] += chance;
                    self.sights
                        .whole(&self.sums, from, to, &mut |f| put(f, -chance));
                }
            }
        }
        let ends = self.starts.iter().skip(1).copied().chain([count]);
        for (&from, to) in self.starts.iter().zip(ends) {
            begins[from] -= 1.0;
            self.sights
                .whole(&self.sums, from, to, &mut |f| put(f, 1.0));
        }
        for (all, amount) in self.local.iter().zip(&begins) {
            if amount.abs() > 1e-6 {
                for feature in all {
                    put(*feature as usize, -amount);
                }
            }
        }
    }
}

fn log_sum(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let most = values.clone().fold(f64::NEG_INFINITY, f64::max);
    if most == f64::NEG_INFINITY {
        return most;
    }
    most + values.map(|value| (value - most).exp()).sum::<f64>().ln()
}
