//! The page of an article in Open Journal Systems.
//!
//! ```text
//! Inicio / Archivos / Núm. 8 (2021) / ARTÍCULOS
//! El reloj del horno
//! Autores/as
//!     Inés Rey de Pan Universidad del Sur
//! Citas
//! Moreno, R. (2005). Clocks and bread. Bread & Society, 6(3), 319-332.
//! Cómo citar
//! Rey de Pan, I. (2021). El reloj del horno. Anuario de Hornos, (8), 58–77.
//! ```
//!
//! The labels are in the language of the journal: `Cómo citar`, `Como Citar`, `Jak cytować`, `Cara
//! Mengutip`, `Nasıl Atıf Yapılır`, `Як цитувати`, `How to Cite`. What follows that one is the best
//! citation of the page, but for the given names.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "ojs",
        summary: "Open Journal Systems: the page of an article in nine languages",
        why: "Labels change with the language, references stand between the abstract and the citation, and affiliations follow names without a sign",
        examples: &[
            sample!("ojs-es"),
            sample!("ojs-pt"),
            sample!("ojs-tr"),
            sample!("ojs-id"),
            sample!("ojs-pl"),
            sample!("ojs-uk"),
            sample!("ojs-en"),
            sample!("ojs-de"),
            sample!("ojs-fr"),
        ],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
