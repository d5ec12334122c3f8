//! The profile of a person on Google Scholar.
//!
//! ```text
//! Title Cited by Year
//! Handcarts of the market
//! MB Ndlovu, C Whitlock, ...
//! Journal of Markets 12 (4), 211-230, 2017
//! 98211*   2017
//! ```
//!
//! The third line may be a house or a university with the year: a book, or a thesis. `listing` reads
//! the three lines.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "google-scholar-profile",
        summary: "Google Scholar profile: title, names, journal with numbers, citations and year",
        why: "Counts with a star stand beside the years, and lists of names end in dots",
        examples: &[sample!("google-scholar-profile")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
