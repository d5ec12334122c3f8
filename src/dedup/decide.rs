//! What follows from a score: merge, leave to a person, keep apart.

use super::context::Context;
use super::score::Score;

/// How much agreement a merge takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Strictness {
    /// Only what is nearly certain: for lists nobody will look at again.
    Safe,
    /// No wrong merge in the labelled search exports, and as many found as that allows.
    #[default]
    Balanced,
    /// Also what is likely: for lists a person reads through afterwards.
    Eager,
}

/// What becomes of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// One work.
    Merge,
    /// A person should look.
    Review,
    /// Two works.
    Apart,
}

/// The score from which pairs merge.
pub const MERGE: f32 = 2.5;
/// The same for bare pairs, which lack what volume, pages and DOI would add.
pub const MERGE_BARE: f32 = 1.0;
/// The same for bare pairs in a file of mostly bare records, such as a list of citations: there
/// what is missing says nothing.
pub const MERGE_BARE_FILE: f32 = 0.0;
/// The same for versions of one work that are to merge: title and people agree, and nothing else
/// need.
pub const MERGE_VERSIONS: f32 = 0.0;
/// The total from which a pair that is left for review is rather one work than two: evens.
pub const LIKELY: f32 = 0.0;
/// How far below the threshold a pair is still worth a look.
pub const REVIEW_BAND: f32 = 2.0;
/// How much lower a vetoed pair stands in the list for review.
pub const VETO_COST: f32 = 2.0;

/// The score a pair needs to merge.
pub fn threshold(score: &Score, context: &Context) -> f32 {
    let base = match (score.bare, context.bare) {
        _ if score.versions => MERGE_VERSIONS,
        (false, _) => MERGE,
        (true, false) => MERGE_BARE,
        (true, true) => MERGE_BARE_FILE,
    };
    base + match context.options.strictness {
        Strictness::Safe => 1.5,
        Strictness::Balanced => 0.0,
        Strictness::Eager => -1.0,
    }
}

/// Decides a pair.
pub fn decide(score: &Score, context: &Context) -> Decision {
    let threshold = threshold(score, context);
    if score.is_vetoed() {
        return if score.total - VETO_COST >= threshold - REVIEW_BAND {
            Decision::Review
        } else {
            Decision::Apart
        };
    }
    if score.total >= threshold {
        Decision::Merge
    } else if score.total >= threshold - REVIEW_BAND {
        Decision::Review
    } else {
        Decision::Apart
    }
}

/// Whether a pair speaks against putting its two records into one cluster.
pub fn cannot_link(score: &Score) -> bool {
    score.is_vetoed() || score.total < 0.0
}

/// What the pairs across two clusters say of joining them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Voices {
    /// Pairs that merge.
    pub joining: usize,
    /// Pairs that contradict.
    pub contradicting: usize,
    /// Pairs that tell of two publications.
    pub parting: usize,
}

/// Pairs that merge for each that contradicts.
const AGAINST_CONTRADICTING: usize = 1;
/// Pairs that merge for each that tells of two publications: a slip of one record among many.
const AGAINST_PARTING: usize = 9;

impl Voices {
    /// Counts one pair in.
    pub fn add(&mut self, score: &Score, context: &Context) {
        if score.tells_two() {
            self.parting += 1;
        } else if cannot_link(score) {
            self.contradicting += 1;
        } else if decide(score, context) == Decision::Merge {
            self.joining += 1;
        }
    }

    /// Whether the clusters may be joined: in two clusters of several records, one pair that
    /// contradicts is outvoted by many that do not.
    pub fn allow(&self) -> bool {
        self.contradicting * AGAINST_CONTRADICTING + self.parting * AGAINST_PARTING <= self.joining
    }
}

/// How far a pair stands above the threshold, a veto counted in.
pub fn margin(score: &Score, context: &Context) -> f32 {
    let cost = if score.is_vetoed() { VETO_COST } else { 0.0 };
    score.total - cost - threshold(score, context)
}
