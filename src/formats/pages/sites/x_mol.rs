//! The page of a paper on X-MOL.
//!
//! ```text
//! Creep of laminated glass stairs
//! Rivista of Glass ( IF 3.9 2区 工程技术 ) Pub Date : 2022-03-14 , DOI: 10.9999/rgs.1
//! Ada Example , B. Sample
//! Affiliation
//! …
//! 中文翻译：
//! 夹层玻璃楼梯的蠕变
//! ```
//!
//! Names have blanks around their commas. The title behind `中文翻译` is a translation and goes to
//! `titleaddon`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "x-mol",
        summary: "X-MOL: the page of a paper with its Chinese translation",
        why: "The impact factor and rank of the journal stand behind its name, and the translated title below the abstract",
        examples: &[sample!("x-mol")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
