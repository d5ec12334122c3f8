//! The page of an article on `DBpia`.
//!
//! ```text
//! 학술저널
//! 새벽 시장의 새
//! Birds of a Morning Market
//! 저자정보
//! 고은별(한빛대학교) 남궁민(바다방송)
//! 저널정보
//! 한국시장학회 시장연구 시장연구 제45권 제2호(통권 180호)
//! 2017.04
//! 1 - 12 (12page)
//! 초록·키워드
//! …
//! #새벽시장 #새
//! ```
//!
//! `저자정보` heads the names with where they work, parted by blanks. `stacked_source` reads journal,
//! date and pages; terms begin with `#`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "dbpia",
        summary: "DBpia: the page of an article",
        why: "Publisher and journal touch before the numbers, the journal stands there twice, and date and pages have no labels",
        examples: &[sample!("dbpia")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
