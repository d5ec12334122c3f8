//! [`Ties`]: the pairs known that lead from one cluster to others.

use super::cluster::Groups;
use super::decide::Voices;
use super::score::ScoredPair;

/// For each cluster the pairs known that lead out of it, as a chain: two chains become one in a step.
#[derive(Debug)]
pub(super) struct Ties {
    /// That of each record that stands for a cluster.
    chains: Vec<Chain>,
    links: Vec<Link>,
}

/// A pair that cannot stand in one cluster, and whether it tells of two publications.
pub(super) type Against = (u32, u32, bool);

/// The first and the last of some links, and how many there are.
#[derive(Debug, Clone, Copy)]
struct Chain {
    first: u32,
    last: u32,
    length: u32,
}

#[derive(Debug)]
struct Link {
    to: u32,
    next: u32,
    tie: Tie,
}

#[derive(Debug, Clone, Copy)]
enum Tie {
    Joining,
    Contradicting,
    Parting,
}

/// Where there is no link.
const END: u32 = u32::MAX;

impl Ties {
    /// Those of `count` records.
    pub(super) fn of(count: usize, merges: &[&ScoredPair], contradicting: &[Against]) -> Self {
        let none = Chain {
            first: END,
            last: END,
            length: 0,
        };
        let mut ties = Self {
            chains: vec![none; count],
            links: Vec::with_capacity(2 * (merges.len() + contradicting.len())),
        };
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
            ties.add(a, b, tie);
            ties.add(b, a, tie);
        }
        ties
    }

    fn add(&mut self, from: u32, to: u32, tie: Tie) {
        let at = u32::try_from(self.links.len()).unwrap_or(END);
        let next = END;
        self.links.push(Link { to, next, tie });
        self.append(
            from,
            Chain {
                first: at,
                last: at,
                length: 1,
            },
        );
    }

    /// Puts a chain behind that of a record.
    fn append(&mut self, root: u32, more: Chain) {
        let Some(chain) = self.chains.get_mut(root as usize) else {
            return;
        };
        if chain.length == 0 {
            *chain = more;
        } else if more.length > 0 {
            if let Some(link) = self.links.get_mut(chain.last as usize) {
                link.next = more.first;
            }
            chain.last = more.last;
            chain.length += more.length;
        }
    }

    fn chain(&self, root: u32) -> Option<Chain> {
        self.chains.get(root as usize).copied()
    }

    /// What the pairs known between two clusters say.
    pub(super) fn voices(&self, groups: &mut Groups, a: u32, b: u32) -> Voices {
        let length = |root| self.chain(root).map_or(0, |chain| chain.length);
        let (few, other) = if length(a) <= length(b) {
            (a, b)
        } else {
            (b, a)
        };
        let mut voices = Voices::default();
        let mut at = self.chain(few).map_or(END, |chain| chain.first);
        while let Some(link) = self.links.get(at as usize) {
            at = link.next;
            if groups.find(link.to) == other {
                match link.tie {
                    Tie::Joining => voices.joining += 1,
                    Tie::Contradicting => voices.contradicting += 1,
                    Tie::Parting => voices.parting += 1,
                }
            }
        }
        voices
    }

    /// Gives the pairs of two clusters to `root`, the one of them that both have become.
    pub(super) fn join(&mut self, a: u32, b: u32, root: u32) {
        let given = if root == a { b } else { a };
        if let Some(chain) = self.chain(given) {
            self.append(root, chain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::score::Score;

    #[test]
    fn clusters_that_become_one_speak_with_the_voices_of_both() {
        let pair = |a, b| ScoredPair {
            a,
            b,
            score: Score::default(),
        };
        let merges = [pair(0, 1), pair(0, 2), pair(1, 2)];
        let against = [(1, 3, false), (0, 3, true)];
        let mut groups = Groups::new(4);
        let mut ties = Ties::of(4, &merges.iter().collect::<Vec<_>>(), &against);
        assert_eq!(ties.voices(&mut groups, 0, 2).joining, 1);
        groups.join(0, 1);
        let root = groups.find(0);
        ties.join(0, 1, root);
        assert_eq!(ties.voices(&mut groups, root, 2).joining, 2);
        let voices = ties.voices(&mut groups, 3, root);
        assert_eq!((voices.contradicting, voices.parting), (1, 1));
        assert_eq!(ties.voices(&mut groups, 2, 3).joining, 0);
    }
}
