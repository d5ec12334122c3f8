//! Results and pages of JSTOR.
//!
//! ```text
//! JOURNAL ARTICLE
//! The Peal and the Quay
//! M. E. Ó hÓgartaigh
//! Harbour Folklore, Vol. 98, No. 1 (1987), pp. 78-90 (13 pages)
//! BOOK CHAPTER
//! Bells and Bodies
//! Mineke van der Laar
//! Sounding Quays: A Reader, 2016, pp. 201–224
//! ```
//!
//! `(13 pages)` counts them. The title of a review is `Review: [Untitled]`; its author stands behind
//! `Review by:`. `Journal Information` on a page tells about the journal, not its name.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::typed_items;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "jstor",
        summary: "JSTOR: results by kind, and the page of an article",
        why: "A line names the kind of each result, and a review names the work it is about",
        examples: &[sample!("jstor"), sample!("jstor-page")],
        sources: &["pages as saved by readers"],
    },
    read: Some(typed_items::list),
};
