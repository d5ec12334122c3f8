//! The page of an article on Dialnet.
//!
//! ```text
//! El reloj de la lonja
//! Autores: Inés Rey-Paz, Hernán de la Vega
//! Localización: Anuario de lonjas, ISSN 2078-0001, ISSN-e 2539-0007, Nº 38, 2011, págs. 285-306
//! Títulos paralelos:
//! The clock of the fish market
//! Artículo de libro
//! De la lonja al puerto
//! Hernán de la Vega
//! Historia y relojes / coord. por Clara Ruiz, 2005, ISBN 978-0-00-000001-9, págs. 201-215
//! ```
//!
//! Works beside it stand below lines that name their kind (`typed_items`).

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "dialnet",
        summary: "Dialnet: the page of an article and the works beside it",
        why: "Two standard numbers stand between the journal and its numbers, and abstracts are headed by their language",
        examples: &[sample!("dialnet")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
