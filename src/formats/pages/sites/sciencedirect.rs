//! The page of an article on `ScienceDirect`.
//!
//! ```text
//! Outline
//! Abstract
//! References (41)
//! Journal of Letter Habits
//! Volume 218, 15 August 2017, Pages 181-188
//! Postcards never sent
//! Author links open overlay panelM.J. van der Velde a b, Chun-Hsin Lu a c
//! ```
//!
//! The names follow a link without a blank. `Cited by` lists works by title, year and journal.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "sciencedirect",
        summary: "ScienceDirect: the page of an article with links above its title",
        why: "Links to the parts of the page stand above the title, and marks of affiliation are letters",
        examples: &[sample!("sciencedirect")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
