//! Year and pages.

use super::Refinement::{FirstSurname, Volume};
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "year-and-pages",
        summary: "The year with both pages, or with first page and first surname",
        why: "where the volume is missing or wrong, the pages still agree",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Volume, FirstSurname],
    keys: |handles, keys| {
        let [first, last] = handles.pages;
        keys.push(join(&[handles.year, first, last]));
        keys.push(join(&[handles.year, first, handles.surnames[0]]));
    },
};
