//! The title, whole and before its colon.

use super::BlockingRule;
use super::Refinement::{FirstSurname, Page, Volume, Year};
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
    refined_by: &[Page, Volume, FirstSurname, Year],
    keys: |handles, keys| keys.extend([handles.title, handles.main, handles.letters]),
};
