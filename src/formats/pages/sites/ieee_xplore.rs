//! The page of a document on IEEE Xplore.
//!
//! ```text
//! Hearing Worn Bearings
//! S. van 't Hoff; Xiaomei Chen
//! All Authors
//! Abstract
//! Document Sections
//! I. Introduction
//! Abstract:
//! …
//! Published in: IEEE Transactions on Lifts ( Volume: 31, Issue: 7, July 2020)
//! Page(s): 3081 - 3095
//! Date of Publication: 26 September 2019
//! ```
//!
//! The first `Abstract` heads the parts of the page. The year is that of the issue. A conference
//! gives its own name with the year before it, its date and its town.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "ieee-xplore",
        summary: "IEEE Xplore: the page of an article or conference paper",
        why: "The date of publication online is earlier than that of the issue, and the path above the title is cut",
        examples: &[sample!("ieee-journal"), sample!("ieee-conference")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
