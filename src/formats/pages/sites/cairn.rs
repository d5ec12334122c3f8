//! The page of an article on Cairn.info.
//!
//! ```text
//! Réseaux voisins
//! 2015/2 (Tome 21)
//! Pages : 181 à 210
//! Citer cet article
//! De Bellair, C. & Ó Riain, S.
//! (2015). Le silence des groupes d’escalier. Réseaux voisins, 21, 181-210.
//! ```
//!
//! `2015/2 (Tome 21)` is issue 2, volume 21. A line may break between names and year. `Mis en ligne`
//! is not the year.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cairn",
        summary: "Cairn.info: the page of an article, cited in three styles",
        why: "Issue, year and volume touch in the head, and the title stands only in the citations",
        examples: &[sample!("cairn")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
