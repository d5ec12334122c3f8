//! The page of an article on Access On.
//!
//! ```text
//! 시장 짐꾼의 야간 도서관 이용
//! A Study on Night Library Use
//! ㅇ 저자 : 고은별, 명이수
//! ㅇ Published : 2019.09
//! #야간도서관 #시장
//! 인용
//! 고은별, 명이수. (2019). 시장 짐꾼의 야간 도서관 이용. 생활도서관학회지, 30(3), 91-110.
//! Ko, Eunbyul, & Myung, Isu. (2019). A Study on Night Library Use. Journal of Living Libraries, 30(3), 91-110.
//! ```
//!
//! Terms begin with `#`. The text between date and terms is the abstract, without a label.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "accesson",
        summary: "Access On: title in two languages, date, and the citation in both",
        why: "Two citations in two languages are one work, and their DOI ends in a stop",
        examples: &[sample!("accesson")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
