//! The first page of a journal article whose running head a converter tore into pieces.
//!
//! ```text
//! Inte
//! rnatio
//! nalJo
//! …
//! Vol.1
//! 5,No.
//! 4
//! ```
//!
//! The pieces are joined without blanks and searched for the journal, `Vol.15,No.4`, `pp.4213~4226`,
//! `ISSN:` and `DOI:`; blanks in the name of the journal are put back before its capitals
//! (`split_letters`). Title, names and abstract below are whole.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "letter-split-pdf",
        summary: "Text of a PDF file torn into pieces of one to six letters",
        why: "Volume, pages and DOI are spread over dozens of lines, none of which says anything",
        examples: &[sample!("letter-split-pdf")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
