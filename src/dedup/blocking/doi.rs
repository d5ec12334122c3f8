//! The DOI.

use super::BlockingRule;
use super::Refinement::{FirstSurname, Page, Words};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "shared-doi",
        summary: "The DOI, and the DOI without its version",
        why: "one work, one DOI, mostly",
        examples: &[],
        sources: &["DOI Handbook 2.2"],
    },
    refined_by: &[Words, FirstSurname, Page],
    keys: |handles, keys| keys.extend(handles.dois),
};
