//! Clusters: pairs joined under the eyes of every other pair.

use super::context::Context;
use super::decide::{Decision, cannot_link, decide};
use super::features::Features;
use super::links::Links;
use super::score::{Score, ScoredPair};
use rustc_hash::FxHashMap;

/// Pairs of members looked at when two clusters are joined.
const MEMBERS_MET: usize = 6;

/// Groups of records under construction (union-find with sizes).
#[derive(Debug)]
pub struct Groups {
    parent: Vec<u32>,
    members: FxHashMap<u32, Vec<u32>>,
}

impl Groups {
    /// Every record on its own.
    pub fn new(count: usize) -> Self {
        Self {
            parent: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
            members: FxHashMap::default(),
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

    /// The records of the group that `root` stands for.
    fn members(&self, root: u32) -> Vec<u32> {
        self.members
            .get(&root)
            .cloned()
            .unwrap_or_else(|| vec![root])
    }

    /// Joins the groups of two records.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let size = |groups: &Self, root| groups.members.get(&root).map_or(1, Vec::len);
        let (keep, give) = if size(self, a) >= size(self, b) {
            (a, b)
        } else {
            (b, a)
        };
        let mut moved = self.members.remove(&give).unwrap_or_else(|| vec![give]);
        self.members
            .entry(keep)
            .or_insert_with(|| vec![keep])
            .append(&mut moved);
        if let Some(parent) = self.parent.get_mut(give as usize) {
            *parent = keep;
        }
    }
}

/// What is known of the records when clusters are made.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Their features.
    pub features: &'a [Features],
    /// An order of records by content: with it the clusters do not depend on that of input.
    pub ranks: &'a [u64],
    /// The file they stand in.
    pub context: &'a Context,
}

/// Joins what [`decide`] merges, best pairs first, unless the two clusters hold records that
/// contradict each other or `links` keeps records of them apart. `scored` are the pairs known, `contradicting` those that cannot stand in
/// one cluster. Returns the pairs that were left because of such a contradiction.
pub fn cluster(
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
    let mut left = Vec::new();
    for pair in merges {
        let (a, b) = (groups.find(pair.a), groups.find(pair.b));
        if a == b {
            continue;
        }
        if known_enemies(groups, &enemies, a, b) || strangers_clash(groups, a, b, known) {
            left.push(*pair);
            continue;
        }
        if !links.join(pair.a, pair.b) {
            continue;
        }
        groups.join(a, b);
        let root = groups.find(a);
        let given = if root == a { b } else { a };
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

/// Whether members of two clusters that no blocking rule brought together contradict each other.
/// Of large clusters a few members are asked, the same ones in every order of input.
fn strangers_clash(groups: &Groups, a: u32, b: u32, known: &Known) -> bool {
    let Known {
        features,
        ranks,
        context,
    } = *known;
    let some = |root| {
        let mut members = groups.members(root);
        if members.len() > MEMBERS_MET {
            members.select_nth_unstable_by_key(MEMBERS_MET, |id| {
                ranks.get(*id as usize).copied().unwrap_or(0)
            });
            members.truncate(MEMBERS_MET);
        }
        members
    };
    let (some_a, some_b) = (some(a), some(b));
    if some_a.len() * some_b.len() == 1 {
        return false;
    }
    some_a.iter().any(|one| {
        some_b.iter().any(|other| {
            let (Some(one), Some(other)) =
                (features.get(*one as usize), features.get(*other as usize))
            else {
                return false;
            };
            cannot_link(&Score::of(one, other, context))
        })
    })
}
