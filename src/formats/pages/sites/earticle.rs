//! The page of an article on eArticle.
//!
//! ```text
//! 심야 도시락이 짐꾼의 수면에 미치는 영향
//! The Effect of Night Lunch Boxes
//! 남궁서현, 제갈민
//! 한국생활교통학회 생활교통연구 제12권 제3호 2019.09 pp.91-110
//! doi : http://dx.doi.org/10.9999/klt.2019.12.3.091.
//! 초록
//! 영어
//! …
//! 한국어
//! …
//! ```
//!
//! The DOI ends in a stop that is no part of it. Keywords have only blanks between them and cannot be
//! told apart.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "earticle",
        summary: "eArticle: title in two languages, names, and publisher, journal and numbers in one line",
        why: "Publisher and journal touch, and abstracts are headed by the name of their language",
        examples: &[sample!("earticle")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
