//! Which records are the same work, and what becomes of them.
//!
//! Matching follows Fellegi and Sunter: [`Features`] of each record, candidate pairs by
//! [`BLOCKING_RULES`], a level by each of the [`COMPARISONS`], its weight in [`weights::WEIGHTS`],
//! [`VETOES`](vetoes::VETOES) against what must not be linked, a decision by threshold, and
//! clusters that are checked as a whole. [`merge()`] then makes one record of each cluster.

mod acronym;
pub mod blocking;
mod bound;
mod closer;
pub mod cluster;
pub mod comparisons;
mod context;
mod contradictions;
pub mod decide;
mod features;
mod friends;
mod hash;
mod hopeless;
mod links;
pub mod merge;
mod near_words;
mod pair;
mod peel;
mod policy;
mod prefilter;
mod reglue;
mod run;
mod score;
mod signature;
mod sort;
mod ties;
mod title_words;
mod two_scripts;
pub mod vetoes;
pub mod weights;
mod word_match;

pub use blocking::{BLOCKING_RULES, BlockingRule};
pub use comparisons::{COMPARISONS, Comparison};
pub use context::Context;
pub use decide::{Decision, Strictness};
pub use features::{Class, Features, Form, Kinds, PageSpan, Person};
pub use links::Links;
pub use merge::{MERGE_RULES, MergeRule, Merged, merge};
pub use pair::Pair;
pub use policy::{POLICIES, Policy};
pub use run::{Outcome, run, run_by, run_linked};
pub use score::{Evidence, Score, ScoredPair};
pub use word_match::WordMatch;

use crate::model::Record;

/// What counts as the same work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Options {
    /// How much agreement a merge takes.
    pub strictness: Strictness,
    /// Whether a preprint stays apart from its version of record.
    pub keep_preprints: bool,
    /// Whether conference and journal version, and editions, merge.
    pub merge_versions: bool,
}

/// The features of a record; see [`Features::of`].
pub fn features(record: &Record) -> Features {
    Features::of(record)
}

/// The evidence for and against one pair, as [`run`] would weigh it in the file `context` was
/// counted over.
///
/// ```
/// use bibsift::{dedup, model::{Field, Record}};
/// let mut record = Record::default();
/// record.put(Field::Title, "On Growth and Form");
/// let features = dedup::features(&record);
/// let context = dedup::Context::of(&[features.clone()], &dedup::Options::default());
/// let score = dedup::explain(&features, &features, &context);
/// assert_eq!(score.evidence().next().map(|line| line.level), Some("same"));
/// ```
pub fn explain(a: &Features, b: &Features, context: &Context) -> Score {
    Score::of(a, b, context)
}
