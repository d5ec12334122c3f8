//! The page of a preprint on bioRxiv or medRxiv.
//!
//! ```text
//! New Results
//! Salt on the feathers of market gulls
//! Ada Kestrel, View ORCID ProfileMei-Ling Quah, The Quay Gull Consortium
//! doi: https://doi.org/10.9999/2022.06.19.496700
//! …
//! Posted June 21, 2022.
//! ```
//!
//! Title and names stand again below `Citation Tools`. The last name may be that of a group.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "biorxiv",
        summary: "bioRxiv and medRxiv: the page of a preprint",
        why: "A link touches the names that have an ORCID, and the only date is that of posting, below the text",
        examples: &[sample!("biorxiv")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
