//! The contents of an issue on J-STAGE.
//!
//! ```text
//! 日本渡船看護学会誌
//! Online ISSN : 2400-0000
//! 原著
//!     佐波 友海, ロドリゲス 恵里
//!     2020 年 24 巻 1 号 p. 1-8
//!     発行日: 2020/03/31
//!     公開日: 2020/04/09
//! ```
//!
//! The head names the journal of all works. Titles are links and lost in most dumps; a subtitle
//! between dashes may remain and is not the title. `contents` reads the works.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "jstage-contents",
        summary: "J-STAGE contents of an issue: names and numbers, the titles often missing",
        why: "Titles are lost in the dump, so that a line of names or a subtitle looks like one",
        examples: &[sample!("jstage-contents")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
