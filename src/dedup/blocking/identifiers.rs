//! Other identifiers.

use super::BlockingRule;
use super::Refinement::{FirstSurname, Page, Words};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "shared-identifiers",
        summary: "PubMed, archive and book numbers",
        why: "what carries the same number is nearly always the same",
        examples: &[],
        sources: &["PubMed help: PMID"],
    },
    refined_by: &[Words, FirstSurname, Page],
    keys: |handles, keys| keys.extend(handles.identifiers),
};
