//! [`run`]: from features to clusters.

use super::Options;
use super::blocking::Blocking;
use super::cluster::{Groups, Known, cluster};
use super::context::Context;
use super::decide::{Decision, cannot_link, decide};
use super::features::Features;
use super::links::Links;
use super::pair::Pair;
use super::policy::{self, Policy};
use super::prefilter::Prefilter;
use super::score::{Score, ScoredPair};
use super::sort::sort;
use super::ties::Against;
use super::weights::Weights;
use rayon::prelude::*;

/// What matching found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For each record the index of its cluster: the smallest index of a record in it.
    pub cluster: Vec<u32>,
    /// Pairs of equal records, one with an earlier one that equals it in all fields.
    pub copies: Vec<(u32, u32)>,
    /// The pairs on whose evidence records were put together.
    pub merged: Vec<ScoredPair>,
    /// Clusters that hold more than one printing, by their index in [`Outcome::cluster`], with
    /// the policy that put them together.
    pub policies: Vec<(u32, &'static Policy)>,
    /// Pairs a person should look at, the likeliest first.
    pub review: Vec<ScoredPair>,
    /// How many pairs of records with a key in common were tried.
    pub tried: usize,
    /// How many of them were worth a comparison.
    pub compared: usize,
}

impl Outcome {
    /// The clusters with their members, in order of first appearance, single records included.
    pub fn clusters(&self) -> Vec<Vec<u32>> {
        let mut sizes = vec![0_usize; self.cluster.len()];
        for root in &self.cluster {
            if let Some(size) = sizes.get_mut(*root as usize) {
                *size += 1;
            }
        }
        let mut lists: Vec<Vec<u32>> = sizes.into_iter().map(Vec::with_capacity).collect();
        for (id, root) in (0_u32..).zip(&self.cluster) {
            if let Some(list) = lists.get_mut(*root as usize) {
                list.push(id);
            }
        }
        lists.retain(|list| !list.is_empty());
        lists
    }
}

/// Pairs one parallel step compares.
const PAIRS: usize = 4096;

/// Pairs whose records are fetched at once.
const FETCHED: usize = 64;

/// Pairs listed for review, of a file of `n` records: a person has only so much time.
fn review_length(n: usize) -> usize {
    (n / 20).clamp(50, 10_000)
}

/// Finds the records that are the same work. The result does not depend on the number of threads,
/// nor, but for which index stands for a cluster, on the order of records.
pub fn run(features: &[Features], options: &Options) -> Outcome {
    let context = Context::of(features, options);
    run_linked(features, &context, Links::default())
}

/// As [`run`], by other weights than those of the table.
pub fn run_by(features: &[Features], options: &Options, weights: &'static Weights) -> Outcome {
    let mut context = Context::of(features, options);
    context.weights = weights;
    run_linked(features, &context, Links::default())
}

/// As [`run`] in the `context` counted over `features`, under what is decided already: records that
/// `links` joins are one whatever speaks against it, and records it keeps apart stay apart, exact
/// copies included. Evidence is weighed as if nothing were decided, so a decision about two records
/// disturbs no other merge. Pairs that are decided are not listed for review.
pub fn run_linked(features: &[Features], context: &Context, mut links: Links) -> Outcome {
    let mut groups = Groups::new(features.len());
    // An order by content, and what tells records that are alike.
    let ranks: Vec<u64> = features.par_iter().map(Features::fingerprint).collect();
    let (ids, copies) = collapse_copies(features, &ranks, &mut groups, &mut links);
    let ids = collapse_alike(features, &ids, &ranks, &mut groups, context, &mut links);
    let blocking = Blocking::of(features, &ids, context);
    let prefilter = Prefilter::of(features, &blocking, context);
    let found = blocking.promising(&prefilter);
    let (pairs, tried) = (found.pairs, found.tried);
    let compared = pairs.len();
    let Scored { scored, against } = Scored::of(&pairs, features, context);
    drop(pairs);
    let enemies = enemies(against, &scored, features.len(), context);
    // The groups of copies are joined already; their first record speaks for them.
    let known = Known {
        features,
        prefilter: &prefilter,
        ranks: &ranks,
        context,
    };
    let left = cluster(&mut groups, &mut links, &scored, &enemies, &known);
    let roots: Vec<u32> = (0_u32..)
        .take(features.len())
        .map(|id| {
            if links.is_empty() {
                groups.find(id)
            } else {
                links.find(id)
            }
        })
        .collect();
    let mut smallest = vec![u32::MAX; features.len()];
    for (id, root) in (0_u32..).zip(&roots) {
        if let Some(slot) = smallest.get_mut(*root as usize) {
            *slot = (*slot).min(id);
        }
    }
    let cluster: Vec<u32> = roots
        .iter()
        .map(|root| smallest.get(*root as usize).copied().unwrap_or(*root))
        .collect();
    let same = |pair: &ScoredPair| cluster.get(pair.a as usize) == cluster.get(pair.b as usize);
    let (mut merged, mut review) = (Vec::new(), left);
    for pair in scored {
        match decide(&pair.score, context) {
            Decision::Merge if same(&pair) => merged.push(pair),
            Decision::Review => review.push(pair),
            Decision::Merge | Decision::Apart => {}
        }
    }
    review.retain(|pair| !same(pair) && links.allows(pair.a, pair.b));
    review.sort_by(|one, other| {
        let likely = |pair: &ScoredPair| super::decide::margin(&pair.score, context);
        likely(other)
            .total_cmp(&likely(one))
            .then_with(|| (one.a, one.b).cmp(&(other.a, other.b)))
    });
    review.truncate(review_length(features.len()));
    let policies = policies(&merged, &cluster, features, context);
    Outcome {
        cluster,
        copies,
        merged,
        policies,
        review,
        tried,
        compared,
    }
}

/// What is thought of the pairs worth a comparison, in their order.
#[derive(Default)]
struct Scored {
    /// Those that may merge or should be looked at, and those that say nothing either way, to be
    /// told from those that contradict.
    scored: Vec<ScoredPair>,
    /// Those that cannot stand in one cluster.
    against: Vec<Against>,
}

impl Scored {
    fn of(pairs: &[(u32, u32)], features: &[Features], context: &Context) -> Self {
        let parts: Vec<Self> = pairs
            .par_chunks(PAIRS)
            .map(|chunk| {
                let mut part = Self::default();
                for some in chunk.chunks(FETCHED) {
                    let of = |id: u32| features.get(id as usize);
                    Features::fetch(some.iter().flat_map(|(a, b)| [of(*a), of(*b)]).flatten());
                    for &(a, b) in some {
                        let Some((one, other)) = of(a).zip(of(b)) else {
                            continue;
                        };
                        part.add(a, b, Score::unless_hopeless(one, other, context), context);
                    }
                }
                part
            })
            .collect();
        let mut all = Self::default();
        for mut part in parts {
            all.scored.append(&mut part.scored);
            all.against.append(&mut part.against);
        }
        all
    }

    /// Takes in a pair; without a score, one that contradicts.
    fn add(&mut self, a: u32, b: u32, score: Option<Score>, context: &Context) {
        let Some(score) = score else {
            self.against.push((a, b, false));
            return;
        };
        let contradicts = cannot_link(&score);
        if contradicts {
            self.against.push((a, b, score.tells_two()));
        }
        if !contradicts || decide(&score, context) != Decision::Apart {
            self.scored.push(ScoredPair { a, b, score });
        }
    }
}

/// Those of the pairs `against` whose records both stand in pairs that would merge.
fn enemies(
    mut against: Vec<Against>,
    scored: &[ScoredPair],
    count: usize,
    context: &Context,
) -> Vec<Against> {
    let mut merging = vec![false; count];
    for pair in scored {
        if decide(&pair.score, context) == Decision::Merge {
            for id in [pair.a, pair.b] {
                if let Some(slot) = merging.get_mut(id as usize) {
                    *slot = true;
                }
            }
        }
    }
    let merges = |id: u32| merging.get(id as usize).copied().unwrap_or(false);
    against.retain(|(a, b, _)| merges(*a) && merges(*b));
    against
}

/// The clusters that some policy put together, each policy once a cluster.
fn policies(
    merged: &[ScoredPair],
    cluster: &[u32],
    features: &[Features],
    context: &Context,
) -> Vec<(u32, &'static Policy)> {
    let mut found: Vec<(u32, &'static Policy)> = merged
        .par_iter()
        .filter_map(|pair| {
            let (one, other) = (
                features.get(pair.a as usize)?,
                features.get(pair.b as usize)?,
            );
            let policy = policy::of(&Pair::new(one, other, context), &pair.score.levels)?;
            Some((*cluster.get(pair.a as usize)?, policy))
        })
        .collect();
    found.sort_by_key(|(cluster, policy)| (*cluster, policy.doc.id));
    found.dedup_by_key(|(cluster, policy)| (*cluster, policy.doc.id));
    found
}

/// Joins records equal in all fields; returns one of each kind, and the copies.
///
/// Two texts may have one hash, and somebody may make them so: what is taken for a copy must be
/// equal in all that is compared as well.
fn collapse_copies(
    features: &[Features],
    ranks: &[u64],
    groups: &mut Groups,
    links: &mut Links,
) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut keyed: Vec<(u64, u64, u32)> = features
        .iter()
        .zip(ranks)
        .zip(0_u32..)
        .map(|((one, rank), id)| (one.exact, *rank, id))
        .collect();
    sort(&mut keyed);
    let mut firsts = Vec::with_capacity(keyed.len());
    let mut copies = Vec::new();
    let same = |a: &(u64, u64, u32), b: &(u64, u64, u32)| (a.0, a.1) == (b.0, b.1) && a.0 != 0;
    for equal in keyed.chunk_by(same) {
        let ids = equal.iter().map(|(_, _, id)| *id);
        each_like_first(features, ids, |first, copy, is_like| {
            if is_like && links.join(first, copy) {
                groups.join(first, copy);
                copies.push((first, copy));
            } else {
                firsts.push(copy);
            }
        });
    }
    firsts.sort_unstable();
    copies.sort_unstable();
    (firsts, copies)
}

/// Joins records equal in all that is compared, where two such are one work; returns one of each.
fn collapse_alike(
    features: &[Features],
    ids: &[u32],
    ranks: &[u64],
    groups: &mut Groups,
    context: &Context,
    links: &mut Links,
) -> Vec<u32> {
    let mut keyed: Vec<(u64, u32)> = ids
        .iter()
        .filter_map(|id| Some((*ranks.get(*id as usize)?, *id)))
        .collect();
    sort(&mut keyed);
    let mut firsts = Vec::with_capacity(keyed.len());
    for alike in keyed.chunk_by(|a, b| a.0 == b.0) {
        let merges = alike.len() > 1
            && alike
                .first()
                .and_then(|(_, first)| features.get(*first as usize))
                .is_some_and(|one| {
                    decide(&Score::of(one, one, context), context) == Decision::Merge
                });
        each_like_first(
            features,
            alike.iter().map(|(_, id)| *id),
            |first, other, is_like| {
                if is_like && merges && links.join(first, other) {
                    groups.join(first, other);
                } else {
                    firsts.push(other);
                }
            },
        );
    }
    firsts.sort_unstable();
    firsts
}

/// Calls `with` for each of `ids` with the first of them, and whether it is another record equal to
/// that in all that is compared.
fn each_like_first(
    features: &[Features],
    ids: impl Iterator<Item = u32>,
    mut with: impl FnMut(u32, u32, bool),
) {
    let mut first = None;
    for id in ids {
        let Some((first, one)) = first else {
            first = features.get(id as usize).map(|one| (id, one));
            with(id, id, false);
            continue;
        };
        let is_like = features
            .get(id as usize)
            .is_some_and(|other| other.is_like(one));
        with(first, id, is_like);
    }
}

#[cfg(test)]
mod tests;
