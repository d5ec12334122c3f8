//! The page of a work on CNKI, with its box of citations.
//!
//! ```text
//! GB/T 7714-2015 格式引文
//! [1]林屿,夏若风.海岛小学双语阅读角的设置[J].海岛教育,2021,36(09):45-52.
//! MLA格式引文
//! [1]林屿,and 夏若风."海岛小学双语阅读角的设置."海岛教育 36.09(2021):45-52.
//! APA格式引文
//! [1]林屿 & 夏若风.(2021).海岛小学双语阅读角的设置.海岛教育,36(09),45-52.
//! ```
//!
//! Three styles are one work (`own_citation`); in that of the MLA volume and issue are a decimal
//! number.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cnki-cite-box",
        summary: "CNKI page of a work with its box of citations in three styles",
        why: "The same work stands there four times, with the issue written before the year in one style",
        examples: &[sample!("cnki-cite-box")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
