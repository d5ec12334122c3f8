//! A surname and a rare title word.

use super::Refinement::Year;
use super::{BlockingRule, join};
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
    refined_by: &[Year],
    keys: |handles, keys| {
        for word in handles.rare.iter().take(3) {
            keys.extend(handles.surnames.map(|surname| join(&[surname, *word])));
        }
    },
};
