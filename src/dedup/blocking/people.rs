//! The first surnames in order of the alphabet.

use super::BlockingRule;
use super::Refinement::{Page, Words, Year};
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
    refined_by: &[Words, Year, Page],
    keys: |_, handles, keys| keys.push(handles.people),
};
