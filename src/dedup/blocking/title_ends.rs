//! The first and last letters of the title.

use super::BlockingRule;
use super::Refinement::FirstSurname;
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "title-ends",
        summary: "The first fourteen letters of the title, its last sixteen, and the sixteen eight letters before",
        why: "a title cut short keeps its beginning; one with authors glued before it keeps its end",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[FirstSurname],
    keys: |handles, keys| keys.extend(handles.ends),
};
