//! The page of an article on `OpenEdition` Journals.
//!
//! ```text
//! La marche du laitier
//! The milkman’s walk
//! Françoise Armand et Pierre d’Héricourt
//! p. 84-93
//! …
//! Référence papier
//! Françoise Armand et Pierre d’Héricourt, « La marche du laitier », Sciences du voisinage, 91 | 2014, 84-93.
//! Référence électronique
//! Françoise Armand et Pierre d’Héricourt, « La marche du laitier », Sciences du voisinage [En ligne], 91 | 2014, mis en ligne le 10 avril 2015, consulté le 30 novembre 2020.
//! ```
//!
//! `91 | 2014` is the issue and the year. Both references are one work. The bibliography has the
//! year behind the names.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "openedition",
        summary: "OpenEdition Journals: the page of an article with its paper and electronic references",
        why: "The date of going online and that of access stand in the citation, and the bibliography is in commas",
        examples: &[sample!("openedition")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
