//! The page of an article on `SciELO`.
//!
//! ```text
//! vol.35 número3Consumo de mateLos faros índice de autores
//! Revista de salud
//! versión impresa ISSN 0124-0005versión On-line ISSN 2539-0007
//! Rev. salud vol.35 no.3 Rosario jul.-set. 2019  Epub 10-Oct-2019
//! Sueño y turnos de los prácticos
//! Sleep and shifts of pilots
//! Inés María Quiroga-PazI
//! http://orcid.org/0000-0002-0000-1111
//! ```
//!
//! The line of the source has the short name of the journal and the town; the full name stands above
//! the ISSN. Marks of affiliation touch the names (`PazI`). The title in English stands below. Each
//! reference ends in `[ Links ]`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "scielo",
        summary: "SciELO: the page of an article, in Spanish, Portuguese and English",
        why: "Titles of the neighbours are glued into the bar above the journal, and identifiers and marks touch the names",
        examples: &[
            sample!("scielo-es"),
            sample!("scielo-pt"),
            sample!("scielo-en"),
        ],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
