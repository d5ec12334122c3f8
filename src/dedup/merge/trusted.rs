//! All other fields.

use super::{Choose, MergeRule};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: MergeRule = MergeRule {
    doc: Doc {
        id: "merge-most-trusted",
        summary: "The value of the most trusted record",
        why: "volume, issue and DOI belong together: they come from the version of record, not mixed from several",
        examples: &[],
        sources: &["biblatex manual 2.2"],
    },
    fields: &[],
    choose: Choose::One(|_| 0),
};
