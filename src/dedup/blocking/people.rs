//! The first surnames in order of the alphabet.

use super::BlockingRule;
use crate::dedup::features::hash_text;
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "people",
        summary: "The four alphabetically first surnames",
        why: "a list of four people is seldom that of another work",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    keys: |features, _, keys| {
        let mut surnames: Vec<&str> = features.people().map(|one| one.surname).collect();
        surnames.sort_unstable();
        if surnames.len() >= 4 {
            surnames.truncate(4);
            keys.push(hash_text(&surnames.join(" ")));
        }
    },
};
