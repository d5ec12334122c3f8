//! The page of a paper on Suppr.
//!
//! ```text
//! 盐沼小径上轮椅使用者的体力消耗
//! Energy cost of wheelchair users on boardwalks.
//! 机构信息
//! …
//! 出版信息
//! J Outdoor Mobil. 2021 May 4;14(2):88-97. doi: 10.9999/jom.1. Epub 2021 Mar 30.
//! PMID:39990001
//! ```
//!
//! The title is the line below its translation (`translations`). Similar papers below are numbered
//! and have both titles too.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "suppr",
        summary: "Suppr: Chinese title, English title, affiliation and citation of PubMed",
        why: "The Chinese title above is a translation, and no author is named",
        examples: &[sample!("suppr")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
