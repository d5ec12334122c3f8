//! The first surnames, in order of the alphabet and as they stand.

use super::Refinement::{Page, Year};
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "people",
        summary: "The four alphabetically first surnames, and those of the first two people",
        why: "a list of four people is seldom that of another work; two people write few, whatever became of the title",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Year, Page],
    keys: |handles, keys| {
        keys.push(handles.people);
        keys.push(join(&[handles.surnames[0], handles.surnames[1]]));
    },
};
