//! Pairs of rare title words.

use super::Refinement::{FirstSurname, Words, Year};
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "rare-words",
        summary: "Each pair among the five rarest words of the title",
        why: "two rare words in common survive misspelling, cutting and other word order",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Words, FirstSurname, Year],
    keys: |_, handles, keys| {
        for (at, one) in handles.rare.iter().enumerate() {
            for other in handles.rare.iter().skip(at + 1) {
                keys.push(join(&[*one.min(other), *one.max(other)]));
            }
        }
    },
};
