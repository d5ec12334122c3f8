//! Records of Web of Science as labelled text.
//!
//! ```text
//! Record 1 of 3
//! Title: Soup kitchens
//! Author(s): van Rijs, PM (van Rijs, Pieter M.); Wong, WS
//! Source: APPETITE AND PLACE Volume: 61 Issue: 1 Pages: 44-+ Article Number: e5 DOI: 10.9999/aap.1 Published: FEB 1 2013
//! ```
//!
//! The form of a name in brackets is the full one. `44-+` has no known end. `[Anonymous]` names
//! nobody. Several labels stand in a line.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "web-of-science",
        summary: "Web of Science: labelled text of records",
        why: "Names stand in two forms, journals in capitals, and a season may stand for the date",
        examples: &[sample!("web-of-science")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
