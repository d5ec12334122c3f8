//! Pages of Chinese journals.
//!
//! ```text
//! 桥梁振动信号的稀疏采样研究综述
//! 张宇1, 李晓棠1,2, 王葆3
//! …
//! 引用本文
//! 张宇, 李晓棠, 王葆. 桥梁振动信号的稀疏采样研究综述[J]. 计算机测量学报, 2025, 61(11): 1-21.
//! ZHANG Yu, LI Xiaotang, WANG Bao. Survey of Sparse Sampling[J]. Journal of Computer Measurement, 2025, 61(11): 1-21.
//! ```
//!
//! Labels and headings repeat in English. Some English citations glue given and family name, or end
//! in `1-21,21`. `own_citation` takes the one in the language of the title.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "chinese-publishers",
        summary: "Chinese journals: head, 引用本文 in Chinese, then the same citation in English",
        why: "Two citations in two languages are one work, and marks of affiliation touch the names",
        examples: &[sample!("chinese-publishers")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
