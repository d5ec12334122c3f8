//! The page of an article on PubMed.
//!
//! ```text
//! Randomized Controlled Trial
//! BMC Ward Work
//! . 2019 Nov 12;19(1):345.
//! doi: 10.9999/s1.
//! Torches of nurses
//! Li-Hua Tan 1 2, Patrick Mwangi 1; Torch Trial Group
//! ```
//!
//! Similar articles repeat the first author, the journal and the year around their citation:
//! `Frid N, Hsu C. Frid N, et al. Ward Bull. 2016 Mar;37(2):88-95. … Ward Bull. 2016. PMID: …`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "pubmed-page",
        summary: "PubMed: the page of an article",
        why: "The journal stands alone above a line that begins with a stop, and similar articles repeat their first author and journal",
        examples: &[sample!("pubmed-page")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
