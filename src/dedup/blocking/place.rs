//! Volume and first page.

use super::Refinement::{FirstSurname, Words, Year};
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
    refined_by: &[Year, FirstSurname, Words],
    keys: |features, _, keys| {
        let pages = features.pages;
        keys.push(join(&[
            features.volume,
            pages.first,
            u32::from(pages.letter) + 1,
        ]));
    },
};
