//! The page of an article in a Russian journal.
//!
//! ```text
//! УДК 94(47).073
//! А. А. Верещака, Н. П. Сухово-Ладина
//! ПЕРЕПИСКА СМОТРИТЕЛЕЙ
//! …
//! Для цитирования: Верещака А. А., Сухово-Ладина Н. П. Переписка смотрителей // Архив. – 2018. – Т. 12, № 2. – С. 66–79.
//! ```
//!
//! The names stand above the title. `212 с.` is an extent, `/ под ред.` begins the statement of
//! editors, `дис. … канд.` tells a thesis, `(дата обращения: …)` is the date of access. Labels are
//! read by `labelled`, references by the model for pasted lists.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "russian-articles",
        summary: "Russian journal articles: УДК, names before the title, Для цитирования, ГОСТ references",
        why: "Heads have initials first and citations family first, the heading is repeated in capitals and in English",
        examples: &[sample!("russian-article")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
