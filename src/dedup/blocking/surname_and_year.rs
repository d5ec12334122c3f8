//! First surname and year.

use super::Refinement::{Page, Volume};
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "surname-and-year",
        summary: "The surname of the first person with the year",
        why: "translated titles have no word in common",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Page, Volume],
    keys: |handles, keys| keys.push(join(&[handles.surnames[0], handles.year])),
};
