//! The page of an article on `DergiPark`.
//!
//! ```text
//! Yıl 2019, Cilt: 20 Sayı: 36, 215 - 238, 31.01.2019
//! https://doi.org/10.9999/mb.1
//! Öz
//! …
//! Yazarlar
//! Şükrü Çağlayık-Iğdır Bu kişi benim 0000-0002-0000-4444
//! Kaynak Göster
//! APA    Çağlayık-Iğdır, Ş. (2019). Ekmek Kuyruğunda Zaman. Mahalle Dergisi, 20(36), 215-238.
//! ```
//!
//! `Bu kişi benim` behind a name is a link. The title is that of the citation behind `APA`.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "dergipark",
        summary: "DergiPark: the page of an article whose title stands only in its citation",
        why: "The title is lost in the dump, and the numbers stand in one line with the date",
        examples: &[sample!("dergipark")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
