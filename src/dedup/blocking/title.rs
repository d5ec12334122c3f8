//! The title, whole and before its colon.

use super::BlockingRule;
use crate::dedup::features::hash_text;
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "shared-title",
        summary: "The folded title, and its part before the colon",
        why: "most copies keep the title letter by letter, or lose the subtitle",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    keys: |features, _, keys| {
        keys.push(features.title_hash);
        let main = features.main_title();
        if main.len() >= 12 {
            keys.push(hash_text(main));
        }
        let letters: String = features.title().chars().filter(|c| *c != ' ').collect();
        keys.push(hash_text(&letters));
    },
};
