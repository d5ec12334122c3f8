//! Records of Scopus as text, and the page of a document.
//!
//! ```text
//! Okello, M.J., Ståhle, A.
//! 57299900001;7004299901
//! Hands in pockets
//! (2021) Kitchens ONE, 16 (4 April), art. no. e1123, . Cited 3 times.
//! DOI: 10.9999/kitchens.e1123
//! ```
//!
//! `year_first` reads the source of a record. On the page of a document the journal and its numbers
//! stand above the title, to whose end the kind is glued, and marks of affiliation touch the names.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "scopus",
        summary: "Scopus: exported text of records, and the page of a document",
        why: "A month stands beside the issue, an article number before empty pages, and numbers of authors below their names",
        examples: &[sample!("scopus"), sample!("scopus-page")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
