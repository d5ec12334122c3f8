//! First surname and year.

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
    keys: |features, _, keys| {
        let year = features
            .year
            .map_or(0, |year| u64::from(year.unsigned_abs()) + 1);
        keys.push(join(&[features.first_surname(), year]));
    },
};
