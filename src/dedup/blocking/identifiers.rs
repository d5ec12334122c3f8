//! Other identifiers.

use super::BlockingRule;
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
    keys: |features, _, keys| {
        keys.extend([features.pmid, features.eprint, features.isbn]);
    },
};
