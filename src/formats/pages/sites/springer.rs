//! The page of an article on `SpringerLink`.
//!
//! ```text
//! Haptic signals on cargo bicycles
//! Original Paper Open access Published: 17 November 2022
//! European Tram Research Aims and scope Submit manuscript
//! Liesbeth Van Hoorde, Kwame Asante & M. del Río
//! References
//! - Bekkers T (2011) Heavy loads. Tram Res 14(3):201–210
//! Article Google Scholar
//! Bekkers T (2011) Heavy loads. Tram Res 14(3):201–210
//! Article Google Scholar
//! About this article
//! Cite this article
//! Van Hoorde, L., Asante, K. & del Río, M. Haptic signals on cargo bicycles. Eur. Tram Res. 14, 27 (2022).
//! ```
//!
//! Recommended works (`Similar content being viewed by others`) have a title and a date. The work is
//! cited below its own references.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "springer",
        summary: "SpringerLink: the page of an article or chapter, each reference twice",
        why: "References are printed twice with link words between, and the citation has initials where the page has full names",
        examples: &[sample!("springer")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
