//! Chinese libraries of the cqvip kind.
//!
//! ```text
//! 乡镇阅览室照明研究
//! 被引量：52
//! 作者
//! 陈望北
//! Chen Wangbei;Ouyang Ruoxi(School of Information,Hefei 230000)
//! 出处
//! 《乡村图书馆研究》
//! 2024年第1期1-5,13,共6页
//! ```
//!
//! The value stands in the line below its label, or behind a blank. The Latin names repeat the
//! authors with their addresses. `共6页` counts pages. The line of the fund has quotation marks and
//! numbers and is easily taken for the title. All is read by labels (`labelled`, `open_label`).

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cqvip",
        summary: "Chinese libraries of the cqvip kind: labels on their own lines, the source in title marks",
        why: "Keywords and names are given in both languages in one list, and the number of pages looks like a page",
        examples: &[sample!("cqvip")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
