//! [`PairEvidence`]: what speaks for and against two entries of a run being the same work.

use super::Run;
use crate::dedup::{self, Features, ScoredPair};

impl Run {
    /// Weighs pairs of entries as the run did; [`None`] if nothing is matched.
    pub fn evidence(&self) -> Option<PairEvidence<'_>> {
        let options = self.options.dedup.as_ref()?;
        let context = dedup::Context::of(&self.features, options);
        Some(PairEvidence {
            features: &self.features,
            merged: &self.merged,
            context,
        })
    }
}

/// Weighs pairs of the entries of a run.
#[derive(Debug)]
pub struct PairEvidence<'a> {
    features: &'a [Features],
    /// Pairs weighed already, sorted.
    merged: &'a [ScoredPair],
    context: dedup::Context,
}

impl PairEvidence<'_> {
    /// What is thought of two entries; [`None`] for an index there is not.
    pub fn of(&self, a: u32, b: u32) -> Option<dedup::Score> {
        let sought = (a.min(b), a.max(b));
        let known = self
            .merged
            .binary_search_by_key(&sought, |pair| (pair.a, pair.b));
        if let Some(pair) = known.ok().and_then(|at| self.merged.get(at)) {
            return Some(pair.score);
        }
        let (one, other) = (
            self.features.get(a as usize)?,
            self.features.get(b as usize)?,
        );
        Some(dedup::explain(one, other, &self.context))
    }

    /// Whether two entries are equal in every field.
    pub fn are_copies(&self, a: u32, b: u32) -> bool {
        let exact = |entry: u32| self.features.get(entry as usize).map(|one| one.exact);
        exact(a) == exact(b) && exact(a).is_some_and(|hash| hash != 0)
    }

    /// The total from which a pair merges.
    pub fn threshold(&self, score: &dedup::Score) -> f32 {
        dedup::decide::threshold(score, &self.context)
    }

    /// What follows from a score.
    pub fn decision(&self, score: &dedup::Score) -> dedup::Decision {
        dedup::decide::decide(score, &self.context)
    }
}
