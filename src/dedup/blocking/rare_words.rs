//! Pairs of rare title words.

use super::Refinement::{ThirdWord, Year};
use super::{BlockingRule, Handles, join};
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
    refined_by: &[ThirdWord, Year],
    keys: |_, handles, keys| {
        let words = &handles.in_order;
        for (at, second) in words.iter().enumerate() {
            let firsts = words.iter().take(at);
            keys.extend(firsts.map(|first| join(&[*first, *second])));
        }
    },
};

/// The words that follow the two of the `nth` key.
pub(super) fn after(nth: usize, handles: &Handles) -> impl Iterator<Item = u32> {
    // Behind one word stands one key, behind two stand two more.
    let (mut second, mut before) = (1, 1);
    while before <= nth {
        second += 1;
        before += second;
    }
    handles.in_order.iter().skip(second + 1).copied()
}
