//! The start of the abstract.

use super::BlockingRule;
use super::Refinement::{FirstSurname, Page, Words};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "abstract-start",
        summary: "The first forty letters of the abstract",
        why: "a translated title stands over the same abstract",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Words, FirstSurname, Page],
    keys: |handles, keys| keys.push(handles.abstract_start),
};
