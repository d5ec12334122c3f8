//! The page of a publication on `ResearchGate`.
//!
//! ```text
//! ArticlePDF Available
//! Bread ovens as meeting places
//!     August 2017
//!     Hearth and Table 25(3)
//! DOI:10.9999/ht.1
//! Authors:
//! Giulia Zanon
//!     University of the Pass
//! Show all 17 authorsHide
//! ```
//!
//! Newer pages name each author twice, first with the place (`named_places`). A conference has
//! `Conference:` and `At:`, a chapter `In book:`. Works that cite or are cited stand below with kind
//! and date.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "researchgate",
        summary: "ResearchGate: the page of an article, chapter or conference paper",
        why: "Affiliations stand between the names, not all of which are shown, and the kind is glued to a link",
        examples: &[sample!("researchgate"), sample!("researchgate-conference")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
