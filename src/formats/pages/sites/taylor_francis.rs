//! The page of an article on Taylor & Francis Online.
//!
//! ```text
//! Journal of Harbour Studies
//! Volume 12, 2011 - Issue 3
//! Original Articles
//! Auctions by clock
//! Ada Kestrel & Bo Lindqvist
//! Pages 245-267 | Received 04 Jan 2010, Accepted 12 Nov 2010, Published online: 14 Jun 2011
//! Cite this article https://doi.org/10.9999/0.1
//! People also read
//! Article
//! Painted crates
//! Mei Low
//! Journal of Harbour Studies
//! Volume 9, 2008 - Issue 1
//! ```
//!
//! The year is that of the issue. `volume_cards` reads the works below.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "taylor-francis",
        summary: "Taylor & Francis Online: the page of an article and the works people also read",
        why: "The path above the title cuts it, and the works recommended below have volume, year and issue in their last line",
        examples: &[sample!("taylor-francis")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
