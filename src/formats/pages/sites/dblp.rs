//! The page of a person or a volume on dblp, and lists of groups that follow it.
//!
//! ```text
//! [j7]
//! Ada Example 0002, Béla Sample:
//! Sorting letters by hand. J. Post. Sci. 12(3): 45-67 (2011)
//! ```
//!
//! The letter of the mark tells the kind of work, but need not be there. `(eds.)` stands behind
//! editors, `CoRR abs/…` is an arXiv paper, and pages may be numbered by article: `24:1-24:29`.
//! [`colon_names`] reads the works, `dblp_sources` where they appeared.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::colon_names;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "dblp",
        summary: "dblp: names that end in a colon, then title and source",
        why: "A number behind a name tells namesakes apart, and the source has no signs but brackets and colons",
        examples: &[sample!("dblp")],
        sources: &["pages as saved by readers"],
    },
    read: Some(colon_names::read),
};
