//! The page of a publication on eLIBRARY.RU.
//!
//! ```text
//! МХИ НА КРЫШАХ ДЕРЕВЯННЫХ ЦЕРКВЕЙ
//! КУЛИК-БЕЛЬСКАЯ АННА ПЕТРОВНА1,
//! ЗУЕВ ИГОРЬ ЛЬВОВИЧ2
//! Тип: статья в журнале - научная статья Язык: русский
//! Том: 12 Номер: 3 Год: 2019 Страницы: 41-58
//! ЖУРНАЛ:
//! БОТАНИКА СЕВЕРА
//! ```
//!
//! Several labels stand in a line. The abstract may begin with `Аннотация.` again. Rules write words
//! in capitals as sentences, where a proper name loses its capital.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "elibrary",
        summary: "eLIBRARY.RU: the page of a publication, all heads in capitals",
        why: "Title and names are in capitals, the abstract begins with its own name, and the counts below have years in them",
        examples: &[sample!("elibrary")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
