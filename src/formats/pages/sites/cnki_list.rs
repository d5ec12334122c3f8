//! Results of CNKI.
//!
//! ```text
//! 题名 作者 来源 发表时间 数据库 被引 下载 操作
//! 1 海岛小学双语阅读角的设置   林屿; 夏若风   海岛教育   2021-09-15   期刊   12   843
//! ```
//!
//! Tabs or runs of blanks part the columns. The kind of database tells articles, theses (`硕士`,
//! `博士`) and papers of conferences. `table` reads it.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cnki-list",
        summary: "CNKI results: a table of title, names, source, date, kind and counts",
        why: "A thesis has its university in the column of the journal, and the date has a time of day",
        examples: &[sample!("cnki-list")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
