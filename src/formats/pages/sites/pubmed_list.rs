//! Results of `PubMed`.
//!
//! ```text
//! 2
//! Cite
//! Share
//! [Lamps in the night ward].
//! Brüggemann K, von der Aue S.
//! Pflege Licht. 1997 Dec;51(3):101-9.
//! PMID: 39990004 German. No abstract available.
//! ```
//!
//! Behind the PMID stand links, kinds of works and the language. `[No authors listed]` names nobody.
//! Snippets below are cut. `listing` reads a result as title, names and source.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "pubmed-list",
        summary: "PubMed results: number, buttons, title, names, citation, PMID",
        why: "A title in brackets is a translation, a group stands among the names behind a semicolon, and the Epub date is not the year",
        examples: &[sample!("pubmed-list")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
