//! Clusters: pairs joined under the eyes of every other pair.

use super::context::Context;
use super::decide::{Decision, Voices, decide};
use super::features::Features;
use super::friends::Friends;
use super::links::Links;
use super::prefilter::Prefilter;
use super::score::{Score, ScoredPair};
use super::ties::{Against, Ties};
use rustc_hash::FxHashMap;

/// Members of a cluster that meet those of another when the two are joined, by what costs little.
const MET: usize = 128;
/// Pairs of them that are compared in full.
const COMPARED: usize = 36;

/// Groups of records under construction (union-find with sizes).
#[derive(Debug)]
pub struct Groups {
    parent: Vec<u32>,
    size: Vec<u32>,
}

impl Groups {
    /// Every record on its own.
    pub fn new(count: usize) -> Self {
        Self {
            parent: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
            size: vec![1; count],
        }
    }

    /// The record that stands for the group of `id`.
    pub fn find(&mut self, id: u32) -> u32 {
        let mut root = id;
        while let Some(parent) = self.parent.get(root as usize).copied()
            && parent != root
        {
            root = parent;
        }
        let mut at = id;
        while let Some(parent) = self.parent.get_mut(at as usize)
            && *parent != root
        {
            at = std::mem::replace(parent, root);
        }
        root
    }

    /// Joins the groups of two records.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let size = |groups: &Self, root: u32| groups.size.get(root as usize).copied();
        let (size_a, size_b) = (size(self, a).unwrap_or(1), size(self, b).unwrap_or(1));
        let (keep, give) = if size_a >= size_b { (a, b) } else { (b, a) };
        if let Some(parent) = self.parent.get_mut(give as usize) {
            *parent = keep;
        }
        if let Some(size) = self.size.get_mut(keep as usize) {
            *size = size_a.saturating_add(size_b);
        }
    }
}

/// What is known of the records when clusters are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// Their features.
    pub features: &'a [Features],
    /// What tells pairs apart at little cost.
    pub prefilter: &'a Prefilter<'a>,
    /// An order of records by content: with it the clusters do not depend on that of input.
    pub ranks: &'a [u64],
    /// The file they stand in.
    pub context: &'a Context,
}

/// How often pairs are asked again that were left in favour of others.
const ROUNDS: usize = 8;

/// Joins what [`decide`] merges, best pairs first, unless too much between the two clusters
/// contradicts it or `links` keeps records of them apart. `scored` are the pairs known,
/// `contradicting` those that cannot stand in one cluster. Returns the pairs that were left because
/// of such contradictions.
pub(super) fn cluster(
    groups: &mut Groups,
    links: &mut Links,
    scored: &[ScoredPair],
    contradicting: &[Against],
    known: &Known,
) -> Vec<ScoredPair> {
    let ranks = known.ranks;
    let rank = |id: u32| ranks.get(id as usize).copied().unwrap_or(0);
    let mut merges = in_order(scored, known);
    let mut ties = Ties::of(known.features.len(), &merges, contradicting);
    let mut met = Met::default();
    // What was refused to a few records may be granted to the clusters they have become.
    for _ in 0..ROUNDS {
        let mut left = Vec::new();
        let before = merges.len();
        for pair in merges {
            let (a, b) = (groups.find(pair.a), groups.find(pair.b));
            if a == b {
                continue;
            }
            let some_of = [met.of(a, &pair.a), met.of(b, &pair.b)];
            let voices = ties.voices(groups, a, b);
            if !voices.allow() || !strangers_allow(voices, some_of, known) {
                left.push(pair);
                continue;
            }
            if !links.join(pair.a, pair.b) {
                continue;
            }
            let both = some_of.concat();
            groups.join(a, b);
            let root = groups.find(a);
            ties.join(a, b, root);
            met.join([a, b], root, both, rank);
        }
        merges = left;
        if merges.is_empty() || merges.len() == before {
            break;
        }
    }
    merges.into_iter().copied().collect()
}

/// The pairs that merge, best first, in an order that depends on their content alone: of equally good
/// ones first that whose records have most friends in common, which is the surest.
fn in_order<'a>(scored: &'a [ScoredPair], known: &Known) -> Vec<&'a ScoredPair> {
    let Known { ranks, context, .. } = *known;
    let rank = |id: u32| ranks.get(id as usize).copied().unwrap_or(0);
    let merges: Vec<&ScoredPair> = scored
        .iter()
        .filter(|pair| decide(&pair.score, context) == Decision::Merge)
        .collect();
    let friends = Friends::of(ranks, &merges);
    let mut keyed: Vec<(f32, usize, (u64, u64), &ScoredPair)> = merges
        .into_iter()
        .map(|pair| {
            let (a, b) = (rank(pair.a), rank(pair.b));
            let content = (a.min(b), a.max(b));
            let friends = friends.in_common(pair.a, pair.b);
            (pair.score.total, friends, content, pair)
        })
        .collect();
    keyed.sort_unstable_by(|one, other| {
        let by_total = other.0.total_cmp(&one.0);
        by_total
            .then_with(|| other.1.cmp(&one.1))
            .then_with(|| one.2.cmp(&other.2))
            .then_with(|| (one.3.a, one.3.b).cmp(&(other.3.a, other.3.b)))
    });
    keyed.into_iter().map(|(.., pair)| pair).collect()
}

/// Some members of each cluster: of a large one the same in every order of input.
#[derive(Debug, Default)]
struct Met(FxHashMap<u32, Vec<u32>>);

impl Met {
    /// Those of the cluster of `root`. The records of a cluster nobody joined yet are copies of
    /// `own`, which stands in the pair at hand.
    fn of<'a>(&'a self, root: u32, own: &'a u32) -> &'a [u32] {
        self.0
            .get(&root)
            .map_or(std::slice::from_ref(own), Vec::as_slice)
    }

    /// Gives `both`, the members of two clusters, to the one they have become.
    fn join(&mut self, roots: [u32; 2], root: u32, mut both: Vec<u32>, rank: impl Fn(u32) -> u64) {
        both.sort_unstable_by_key(|id| (rank(*id), *id));
        both.truncate(MET);
        for gone in roots {
            self.0.remove(&gone);
        }
        self.0.insert(root, both);
    }
}

/// Whether two clusters may be joined after all, by what their members say of each other whether or
/// not a blocking rule brought them together. `voices` are those of the pairs known.
fn strangers_allow(mut voices: Voices, [a, b]: [&[u32]; 2], known: &Known) -> bool {
    let Known {
        features,
        prefilter,
        context,
        ..
    } = *known;
    if a.len() * b.len() == 1 {
        return true;
    }
    let score = |(one, other): (u32, u32)| {
        let pair = features.get(one as usize).zip(features.get(other as usize));
        pair.map(|(one, other)| Score::of(one, other, context))
    };
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let some = few.len().min(COMPARED.isqrt());
    let rest = COMPARED / some.max(1);
    let mut compared = Voices::default();
    for score in pairs(few, some, many, rest).filter_map(score) {
        compared.add(&score, context);
    }
    if !compared.allow() {
        return false;
    }
    // Pairs that were not worth a comparison are not among those known, and most contradict.
    let hopeless = pairs(few, MET, many, MET)
        .filter(|(one, other)| prefilter.is_hopeless(*one, *other))
        .filter_map(score);
    for score in hopeless {
        voices.add(&score, context);
        if !voices.allow() {
            return false;
        }
    }
    true
}

/// The first of each of two lists with each other.
fn pairs<'a>(
    few: &'a [u32],
    some: usize,
    many: &'a [u32],
    rest: usize,
) -> impl Iterator<Item = (u32, u32)> + 'a {
    let each = few.iter().take(some);
    each.flat_map(move |one| many.iter().take(rest).map(move |other| (*one, *other)))
}
