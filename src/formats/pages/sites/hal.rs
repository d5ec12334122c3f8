//! The page of a deposit in HAL.
//!
//! ```text
//! Article Dans Une Revue Études vicinales Année : 2019
//! Le four du quartier
//! Claire Roux 1 , Öykü Şensoy 2 Détails
//! …
//! Citer
//! Claire Roux, Öykü Şensoy. Le four du quartier. Études vicinales, 2019, 203 (1), pp.61-78. ⟨10.9999/ev.1⟩. ⟨hal-03990001⟩
//! ```
//!
//! `site_phrases` parts kind, journal and year. Citations of conferences give name, month and year,
//! town: `Breads 2020, May 2020, Bordeaux, France.`

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "hal",
        summary: "HAL: the page of a deposit, with its own citation",
        why: "Kind, journal and year touch in one line, and a conference stands between title and date without a label",
        examples: &[sample!("hal"), sample!("hal-conference")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
