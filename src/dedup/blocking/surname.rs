//! The first surname.

use super::BlockingRule;
use crate::doc::Doc;

/// Where the blocks are too large to be tried whole, as in large files, those of the surname with a
/// year or a word are their parts.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "surname",
        summary: "The surname of the first person, where few records have it",
        why: "of a title glued, scanned and cut, no word need be left; the first person is",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[],
    keys: |handles, keys| keys.push(handles.surnames[0]),
};
