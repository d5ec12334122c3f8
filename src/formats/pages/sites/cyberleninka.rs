//! The page of an article on `CyberLeninka`.
//!
//! ```text
//! Научная статья на тему 'О границах ярмарок'
//! О границах ярмарок Текст научной статьи по специальности «История»
//! Журнал
//! Вестник университета
//! 2015
//! ВАК
//! Ключевые слова
//! ЯРМАРКИ / ОКРУГА / FAIRS
//! Аннотация научной статьи по истории, автор научной работы — Лапшин Егор Матвеевич
//! ```
//!
//! `site_phrases` reads the sentences. The text below is recognised by machine (`0` for `О`) and
//! repeats title and names. Counts of readers stand on lines of their own.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cyberleninka",
        summary: "CyberLeninka: title in a sentence, counts on bare lines, keywords in two languages",
        why: "Title, authors and abstract are said in sentences, similar works are named by the same words, and text is recognised by machine",
        examples: &[sample!("cyberleninka")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};
