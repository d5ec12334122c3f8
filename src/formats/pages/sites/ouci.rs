//! The page of a work in the Open Ukrainian Citation Index.
//!
//! ```text
//! Night lamps in village libraries
//! https://doi.org/10.9999/vlib.12 ·
//! Journal: Library Survey, 2019, № 3, p. 112-131
//! Authors:
//!     1. Ada Example
//! List of references
//!     1. Barlow, Lamps in small towns, Library Survey, № 41, p. 77
//!     https://doi.org/10.9999/ls.41
//! ```
//!
//! For the page's own work `№` is the issue, and no volume is given; in references it is the volume.
//! The DOI of a reference stands below it, often twice. A bare surname is no record. Names stand in
//! one line or numbered, one a line. `labelled` reads the work, `reference_lines` the references.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "ouci",
        summary: "Open Ukrainian Citation Index: the page of a work, in English and Ukrainian",
        why: "The sign № is the issue of the work itself but the volume of its references",
        examples: &[sample!("ouci-en"), sample!("ouci-uk")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
