//! The page of an article of MDPI.
//!
//! ```text
//! Open AccessArticle
//! Drones or Donkeys?
//! by Giulia Brandt 1,2,*,†ORCID, Thi Mai Nguyen 1 and Baptiste Le Goff 3
//! Parcels 2022, 12(4), 4397; https://doi.org/10.9999/parcels12040397
//! ```
//!
//! References are in the style of ACS and end in `[Google Scholar] [CrossRef]`. The full given names
//! stand only below the title; the citations have initials.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "mdpi",
        summary: "MDPI: the page of an article with its own citation in three styles",
        why: "Marks and the sign of ORCID touch the names, and three styles of one citation follow the references",
        examples: &[sample!("mdpi")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
