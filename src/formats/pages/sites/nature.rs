//! The page of an article in a journal of Nature.
//!
//! ```text
//! Humidity and the stickiness of gum
//! Ada Example, B. Sample, …C. Third Show authors
//! Scientific Parcels volume 11, Article number: 9804 (2021) Cite this article
//! References
//! Marsh, P. & Idowu, T. Gums of the colonies. Paper Chem. 12 , 44–51 (1998).
//! Article CAS Google Scholar
//! ```
//!
//! An ellipsis hides names in the middle of the list, not at its end. The citation cuts after three.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "nature",
        summary: "Nature journals: the page of an article with its reference list",
        why: "Names are cut in the middle, and a blank stands before the comma behind a volume",
        examples: &[sample!("nature")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
