//! Journals hosted by CBPT-CNKI.
//!
//! ```text
//! 2019, 03, v.36;No.129 28-36
//! 晚清邮驿档案中的驿马编号制度
//! The Numbering of Post Horses
//! 顾远帆;
//! 摘要(Abstract)：
//! 作者(Author)： 顾远帆;
//! ```
//!
//! The line above the title gives year, issue, volume, total number and pages, in this order. Labels
//! are in both languages at once. The name of the journal stands only at the foot, before `编辑部`.
//! References in English have commas between all their parts.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cbpt-cnki",
        summary: "Journals hosted by CBPT-CNKI: year, issue, volume and total number in one line above the title",
        why: "The total number behind No. looks like the issue, which stands second",
        examples: &[sample!("cbpt-cnki")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
