//! A surname and a rare title word.

use super::{BlockingRule, join, rare};
use crate::dedup::features::hash_text;
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "surname-and-word",
        summary: "The surname of the first or second person, or the alphabetically first, with one of the three rarest title words",
        why: "a title mostly rewritten keeps one rare word and its author",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    keys: |features, context, keys| {
        let mut surnames: Vec<u64> = features
            .people()
            .take(2)
            .map(|one| hash_text(one.surname))
            .collect();
        surnames.extend(
            features
                .people()
                .map(|one| one.surname)
                .min()
                .map(hash_text),
        );
        surnames.sort_unstable();
        surnames.dedup();
        for word in rare(features, context, 3) {
            keys.extend(surnames.iter().map(|surname| join(&[*surname, word])));
        }
    },
};
