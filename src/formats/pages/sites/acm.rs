//! The page of an article in the ACM Digital Library.
//!
//! ```text
//! Queueing Aloud
//! Authors: Ada Example, B. Sample, + 2 Authors Info & Claims
//! Proceedings of the ACM on Stalls, Volume 5, Issue SC1
//! Article No.: 176, Pages 1 - 29
//! …
//! ACM Reference Format:
//! Ada Example, B. Sample, C. Third, and D. Fourth. 2021. Queueing Aloud. Proc. ACM Stall. 5, SC1, Article 176 (April 2021), 29 pages.
//! ```
//!
//! `+ 2` counts the names that only the reference format gives. References have the year behind the
//! names and end in `Google ScholarGoogle ScholarCross RefCross Ref`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "acm",
        summary: "ACM Digital Library: the page of an article with its ACM Reference Format",
        why: "Some of the names are hidden behind a count, and each reference ends in link words printed twice",
        examples: &[sample!("acm")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
