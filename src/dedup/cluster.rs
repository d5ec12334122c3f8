//! Clusters: pairs joined under the eyes of every other pair.

use super::context::Context;
use super::decide::{Decision, Voices, decide};
use super::features::Features;
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

/// A pair that cannot stand in one cluster, and whether it tells of two publications.
pub type Against = (u32, u32, bool);

/// Joins what [`decide`] merges, best pairs first, unless too much between the two clusters
/// contradicts it. `scored` are the pairs known, `contradicting` those that cannot stand in one
/// cluster. Returns the pairs that were left because of such contradictions.
pub fn cluster(
    groups: &mut Groups,
    scored: &[ScoredPair],
    contradicting: &[Against],
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
    let mut ties = Ties::of(&merges, contradicting);
    // What was refused to a few records may be granted to the clusters they have become.
    loop {
        let mut left = Vec::new();
        let before = merges.len();
        for pair in merges {
            let (a, b) = (groups.find(pair.a), groups.find(pair.b));
            if a == b {
                continue;
            }
            if !ties.voices(groups, a, b).allow() || !some_voices(groups, a, b, known).allow() {
                left.push(pair);
                continue;
            }
            groups.join(a, b);
            ties.join(a, b, groups.find(a));
        }
        if left.is_empty() || left.len() == before {
            return left.into_iter().copied().collect();
        }
        merges = left;
    }
}

/// For each cluster the pairs known that lead out of it.
#[derive(Debug, Default)]
struct Ties(FxHashMap<u32, Vec<(u32, Tie)>>);

#[derive(Debug, Clone, Copy)]
enum Tie {
    Joining,
    Contradicting,
    Parting,
}

impl Ties {
    fn of(merges: &[&ScoredPair], contradicting: &[Against]) -> Self {
        let mut ties = Self::default();
        let joining = merges.iter().map(|pair| (pair.a, pair.b, Tie::Joining));
        let against = contradicting.iter().map(|&(a, b, two)| {
            let tie = if two {
                Tie::Parting
            } else {
                Tie::Contradicting
            };
            (a, b, tie)
        });
        for (a, b, tie) in joining.chain(against) {
            ties.0.entry(a).or_default().push((b, tie));
            ties.0.entry(b).or_default().push((a, tie));
        }
        ties
    }

    /// What the pairs known between two clusters say.
    fn voices(&self, groups: &mut Groups, a: u32, b: u32) -> Voices {
        let count = |root: &u32| self.0.get(root).map_or(0, Vec::len);
        let (few, other) = if count(&a) <= count(&b) {
            (a, b)
        } else {
            (b, a)
        };
        let mut voices = Voices::default();
        for (to, tie) in self.0.get(&few).into_iter().flatten() {
            if groups.find(*to) == other {
                match tie {
                    Tie::Joining => voices.joining += 1,
                    Tie::Contradicting => voices.contradicting += 1,
                    Tie::Parting => voices.parting += 1,
                }
            }
        }
        voices
    }

    /// Gives the pairs of two clusters to the one they have become.
    fn join(&mut self, a: u32, b: u32, root: u32) {
        let given = if root == a { b } else { a };
        let (mut kept, mut moved) = (
            self.0.remove(&root).unwrap_or_default(),
            self.0.remove(&given).unwrap_or_default(),
        );
        if kept.len() < moved.len() {
            std::mem::swap(&mut kept, &mut moved);
        }
        kept.append(&mut moved);
        if !kept.is_empty() {
            self.0.insert(root, kept);
        }
    }
}

/// What members of two clusters say of each other, whether or not a blocking rule brought them
/// together. Of large clusters a few members are asked, the same ones in every order of input.
fn some_voices(groups: &Groups, a: u32, b: u32, known: &Known) -> Voices {
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
    let mut voices = Voices::default();
    if some_a.len() * some_b.len() == 1 {
        return voices;
    }
    for (one, other) in some_a
        .iter()
        .flat_map(|one| some_b.iter().map(move |other| (*one, *other)))
    {
        if let (Some(one), Some(other)) = (features.get(one as usize), features.get(other as usize))
        {
            voices.add(&Score::of(one, other, context), context);
        }
    }
    voices
}
