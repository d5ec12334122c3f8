//! Clusters: pairs joined under the eyes of every other pair.

use super::context::Context;
use super::decide::{Decision, cannot_link, decide};
use super::features::Features;
use super::links::Links;
use super::prefilter::Prefilter;
use super::score::{Score, ScoredPair};
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

/// Joins what [`decide`] merges, best pairs first, unless the two clusters hold records that
/// contradict each other or `links` keeps records of them apart. `scored` are the pairs known, `contradicting` those that cannot stand in
/// one cluster. Returns the pairs that were left because of such a contradiction.
pub(super) fn cluster(
    groups: &mut Groups,
    links: &mut Links,
    scored: &[ScoredPair],
    contradicting: &[(u32, u32)],
    known: &Known,
) -> Vec<ScoredPair> {
    let Known { ranks, context, .. } = *known;
    let mut merges: Vec<&ScoredPair> = scored
        .iter()
        .filter(|pair| decide(&pair.score, context) == Decision::Merge)
        .collect();
    let rank = |id: u32| ranks.get(id as usize).copied().unwrap_or(0);
    let content = |pair: &ScoredPair| {
        let (a, b) = (rank(pair.a), rank(pair.b));
        (a.min(b), a.max(b))
    };
    merges.sort_by(|one, other| {
        other
            .score
            .total
            .total_cmp(&one.score.total)
            .then_with(|| content(one).cmp(&content(other)))
            .then_with(|| (one.a, one.b).cmp(&(other.a, other.b)))
    });
    let mut enemies = enemies(contradicting);
    let mut met: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let mut left = Vec::new();
    for pair in merges {
        let (a, b) = (groups.find(pair.a), groups.find(pair.b));
        if a == b {
            continue;
        }
        // The records of a group nobody joined yet are copies of the one that stands in the pair.
        let some = |root, own| met.get(&root).cloned().unwrap_or_else(|| vec![own]);
        let (some_a, some_b) = (some(a, pair.a), some(b, pair.b));
        if known_enemies(groups, &enemies, a, b) || strangers_clash(&some_a, &some_b, known) {
            left.push(*pair);
            continue;
        }
        if !links.join(pair.a, pair.b) {
            continue;
        }
        groups.join(a, b);
        let root = groups.find(a);
        let given = if root == a { b } else { a };
        let mut both = some_a;
        both.extend(some_b);
        both.sort_unstable_by_key(|id| (rank(*id), *id));
        both.truncate(MET);
        met.remove(&given);
        met.insert(root, both);
        let (mut kept, mut moved) = (
            enemies.remove(&root).unwrap_or_default(),
            enemies.remove(&given).unwrap_or_default(),
        );
        if kept.len() < moved.len() {
            std::mem::swap(&mut kept, &mut moved);
        }
        kept.append(&mut moved);
        if !kept.is_empty() {
            enemies.insert(root, kept);
        }
    }
    left
}

/// For each record those it cannot stand with, as far as known.
fn enemies(contradicting: &[(u32, u32)]) -> FxHashMap<u32, Vec<u32>> {
    let mut enemies: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for &(a, b) in contradicting {
        enemies.entry(a).or_default().push(b);
        enemies.entry(b).or_default().push(a);
    }
    enemies
}

fn known_enemies(groups: &mut Groups, enemies: &FxHashMap<u32, Vec<u32>>, a: u32, b: u32) -> bool {
    let count = |root: &u32| enemies.get(root).map_or(0, Vec::len);
    let (few, other) = if count(&a) <= count(&b) {
        (a, b)
    } else {
        (b, a)
    };
    enemies
        .get(&few)
        .is_some_and(|list| list.iter().any(|enemy| groups.find(*enemy) == other))
}

/// Whether members of two clusters contradict each other; of large clusters a few members are
/// asked, the same ones in every order of input.
fn strangers_clash(a: &[u32], b: &[u32], known: &Known) -> bool {
    let Known {
        features,
        prefilter,
        context,
        ..
    } = *known;
    if a.len() * b.len() == 1 {
        return false;
    }
    let clash = |(one, other): (u32, u32)| {
        let pair = features.get(one as usize).zip(features.get(other as usize));
        pair.is_some_and(|(one, other)| cannot_link(&Score::of(one, other, context)))
    };
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let some = few.len().min(COMPARED.isqrt());
    let rest = COMPARED / some.max(1);
    pairs(few, some, many, rest).any(clash)
        || pairs(few, MET, many, MET)
            .filter(|(one, other)| prefilter.is_hopeless(*one, *other))
            .any(clash)
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
