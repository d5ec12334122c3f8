//! Year and pages.

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
    keys: |features, _, keys| {
        let year = features
            .year
            .map_or(0, |year| u64::from(year.unsigned_abs()) + 1);
        let (first, last) = (
            u64::from(features.pages.first),
            u64::from(features.pages.last),
        );
        keys.push(join(&[year, first, last]));
        keys.push(join(&[year, first, features.first_surname()]));
    },
};
