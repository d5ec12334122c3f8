//! Volume and first page.

use super::Refinement::{FirstSurname, Year};
use super::{BlockingRule, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "volume-and-page",
        summary: "The volume with the first page",
        why: "records without title, and translated ones, agree in nothing else",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[Year, FirstSurname],
    keys: |handles, keys| {
        keys.push(join(&[
            handles.volume,
            handles.pages[0],
            u32::from(handles.page_letter) + 1,
        ]));
    },
};
