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
    keys: |_, handles, keys| keys.extend(pairs(handles).map(|(key, _)| key)),
};

/// The key of each pair of words, with the place of the second among the words in their order.
fn pairs(handles: &Handles) -> impl Iterator<Item = (u32, usize)> {
    let words = &handles.in_order;
    words.iter().enumerate().flat_map(move |(at, second)| {
        let firsts = words.iter().take(at);
        firsts.map(move |first| (join(&[*first, *second]), at))
    })
}

/// The words that follow the two of which `block` is the key; all words where it is of no two.
pub(super) fn after(block: u32, handles: &Handles) -> impl Iterator<Item = u32> {
    let found = pairs(handles).find(|(key, _)| *key == block);
    let from = found.map_or(0, |(_, at)| at + 1);
    handles.in_order.iter().skip(from).copied()
}
