//! Volume and first page.

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
    keys: |features, _, keys| {
        let pages = features.pages;
        keys.push(join(&[
            u64::from(features.volume),
            u64::from(pages.first),
            u64::from(pages.letter) + 1,
        ]));
    },
};
