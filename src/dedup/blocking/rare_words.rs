//! Pairs of rare title words.

use super::{BlockingRule, join, rare};
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
    keys: |features, context, keys| {
        let rare = rare(features, context, 5);
        for (at, one) in rare.iter().enumerate() {
            for other in rare.iter().skip(at + 1) {
                keys.push(join(&[*one.min(other), *one.max(other)]));
            }
        }
    },
};
