//! The page of a paper on Semantic Scholar.
//!
//! ```text
//! DOI:10.9999/dough.9
//! Corpus ID: 39990009
//! Long Rising Memory
//! @article{Hochmann1997LongRM, … }
//! S. Hochmann, J. Schmied
//! Published in Dough Computation 15 November 1997
//! TLDR
//! A summary. Expand
//! ```
//!
//! The box is the best source. References below are title, names, journal and year on lines of their
//! own; a work without a journal has the year below the names.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "semantic-scholar",
        summary: "Semantic Scholar: the page of a paper with a BibTeX box",
        why: "The names below the title have initials, those in the box are full, and the summary is written by a machine",
        examples: &[sample!("semantic-scholar")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
