//! The page of a paper on Booksci.
//!
//! ```text
//! Creep of laminated glass stairs
//! IF 3.9 2区 工程技术 Q1 ENGINEERING, CIVIL
//! Rivista of Glass Pub Date : 2022-04-01 DOI: 10.9999/rgs.1
//! Ada Example , B. Sample
//! {"title":"Creep of laminated glass stairs",…,"volume":"118 ","pages":"Article 109005"}
//! 引用次数: 0
//! ```
//!
//! JSON and text are one record; only the JSON knows the volume.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "booksci",
        summary: "Booksci: the page of a paper, with the same record as a line of JSON",
        why: "The record stands there twice, once as JSON, with an article number in the place of the pages",
        examples: &[sample!("booksci")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
