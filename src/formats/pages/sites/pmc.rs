//! The page of an article in `PubMed` Central.
//!
//! ```text
//! . Author manuscript; available in PMC: 2010 Dec 17.
//! Published in final edited form as: J Walk Health. 2009 Jun;197(6):399–405. doi: 10.9999/jwh.1
//! Who takes the stairs?
//! Hanna Yu 1,*, Sunil Agrawal 1,2, on behalf of the Study Group
//! PMCID: PMC3990001  NIHMSID: NIHMS160001  PMID: 39990002
//! ```
//!
//! `41(2):10.9999/…` has the DOI in the place of the pages. References end in links:
//! `[DOI] [PubMed] [Google Scholar]`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "pmc",
        summary: "PubMed Central: author manuscripts and articles",
        why: "The date of release is not the year, and a DOI may stand where the pages of a reference should",
        examples: &[sample!("pmc")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
