//! The DOI.

use super::BlockingRule;
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
    keys: |features, _, keys| {
        keys.push(features.doi);
        keys.push(features.doi_stem);
    },
};
