//! The page of an article on J-STAGE.
//!
//! ```text
//! Journal of Ferry Nursing
//! Online ISSN : 2400-0000
//! Original Articles
//! Handover on the Pier
//! Mei HigashinoHiroki Shioda
//! Keywords: handover, ferry
//! 2017 Volume 37 Pages 10-17
//! DOI https://doi.org/10.9999/jfn.37.10
//! ```
//!
//! Glued names are parted where a capital follows a small letter (`name_parts`). In Japanese the
//! translated title stands below the title, and the numbers are `2017 年 37 巻 2 号 p. 10-17`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "jstage-article",
        summary: "J-STAGE: the page of an article, in English and Japanese",
        why: "Names are glued together in English, and the dates of receipt, acceptance and release stand in one line",
        examples: &[sample!("jstage-article"), sample!("jstage-article-ja")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
