//! Pairs of rare title words.

use super::Refinement::Year;
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "rare-words",
        summary: "Each pair among the five rarest words of the title, the three rarest in a file of 200,000 records and more",
        why: "two rare words in common survive misspelling, cutting and other word order",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Year],
    keys: |handles, keys| {
        let words = &handles.in_order;
        for (at, second) in words.iter().enumerate() {
            let firsts = words.iter().take(at);
            keys.extend(firsts.map(|first| join(&[*first, *second])));
        }
    },
};
