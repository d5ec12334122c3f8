//! The DOI.

use super::Refinement::{FirstSurname, Page, Words};
use super::{BlockingRule, key};
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
    keys: |features, _, keys| {
        keys.push(key(features.doi));
        keys.push(key(features.doi_stem));
    },
};
