//! Papers of the CORD collection, one a line.
//!
//! ```text
//! key: cord-0873001 authors: Example, A. L.; Sample, B. title: Trams in winter date: 2020-12-03 journal: Tram Air DOI: 10.9999/tra.1 sha: … cord_uid: qt7k3rzl The text …
//! ```
//!
//! `nan` is no value. Behind the last key the abstract begins, and the text of the paper follows it.
//! `glued_labels` cuts the line before its keys.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cord",
        summary: "CORD keys: key, authors, title, date, journal and DOI of a paper on one line",
        why: "A value ends only at the next key, may be empty or nan, and the text of the paper follows the last",
        examples: &[sample!("cord")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
