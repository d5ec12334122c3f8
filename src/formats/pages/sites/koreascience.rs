//! The page of an article on `KoreaScience`.
//!
//! ```text
//! DOI QR Code
//! Lunch Boxes on the Night Bus
//! 심야버스 도시락
//!   • 남궁서현 (한빛연구원) ;
//!   • Received : 2021.06.21
//!   • Published : 2022.02.28
//! ```
//!
//! No journal is named, so volume and pages are missing too. References have `Vol.64, No.6, pp.` or
//! `제17권, 제2호`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "koreascience",
        summary: "KoreaScience: English title, Korean title, names with affiliations behind bullets",
        why: "The journal is not on the page, and the year is that of the publication, not of receipt",
        examples: &[sample!("koreascience")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
