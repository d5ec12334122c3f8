//! How much the titles say, where they are alike.

use super::{Comparison, levels, title};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    LONG "much" 0;
    MIDDLE "some" 1;
    SHORT "little" 2;
    GENERIC "section words only" 3;
    UNLIKE "titles unlike" 4;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "title-information",
        summary: "How much like titles say: the sum of their words' inverse document frequency",
        why: "Ten thousand records are called \"Editorial\"; a title of twelve rare words is used once",
        examples: &[],
        sources: &["Spärck Jones 1972"],
    },
    levels: NAMES,
    ordered: 5,
    is_dear: false,
    level,
};

/// Words that head sections of journals and files: a title of nothing else names no work.
const SECTION_WORDS: &[&str] = &[
    "editorial",
    "introduction",
    "preface",
    "foreword",
    "review",
    "reviews",
    "book",
    "books",
    "letter",
    "letters",
    "editor",
    "editors",
    "news",
    "notes",
    "note",
    "comment",
    "comments",
    "commentary",
    "reply",
    "response",
    "erratum",
    "errata",
    "corrigendum",
    "correction",
    "corrections",
    "abstract",
    "abstracts",
    "index",
    "contents",
    "issue",
    "special",
    "guest",
    "section",
    "volume",
    "author",
    "authors",
    "announcement",
    "announcements",
    "obituary",
    "memoriam",
    "report",
    "reports",
    "discussion",
    "conclusion",
    "conclusions",
    "summary",
    "overview",
    "background",
    "references",
    "bibliography",
    "appendix",
    "supplement",
    "proceedings",
    "front",
    "matter",
    "back",
    "cover",
    "table",
    "page",
    "title",
    "acknowledgments",
    "acknowledgements",
    "calendar",
    "minutes",
    "message",
    "president",
    "chair",
    "welcome",
    "highlights",
    "perspective",
    "perspectives",
    "viewpoint",
    "opinion",
    "correspondence",
    "case",
    "interview",
    "about",
    "this",
    "vorwort",
    "einleitung",
    "inhalt",
    "buchbesprechung",
    "buchbesprechungen",
    "editoriale",
    "editorialis",
    "introduccion",
    "resumen",
    "reflections",
    "reminiscences",
    "call",
    "papers",
    "paper",
    "new",
    "research",
    "annual",
    "meeting",
    "program",
    "list",
    "reviewers",
    "предисловие",
    "введение",
    "рецензия",
    "от",
    "редакции",
    "аннотации",
    "содержание",
];

fn level(pair: &Pair) -> u8 {
    if pair.titles > title::Level::MAIN {
        return Level::UNLIKE.0;
    }
    of(pair).0
}

fn of(pair: &Pair) -> Level {
    let (a, b) = (pair.a.title(), pair.b.title());
    if is_generic(a) || is_generic(b) {
        return Level::GENERIC;
    }
    by_nats(pair.words.information)
}

/// The level of two titles of which the poorer says so much, unless they are generic.
pub(in crate::dedup) fn by_nats(nats: f32) -> Level {
    match nats {
        nats if nats >= 40.0 => Level::LONG,
        nats if nats >= 22.0 => Level::MIDDLE,
        _ => Level::SHORT,
    }
}

/// Whether a folded title is made of section words, small words and numbers only.
fn is_generic(title: &str) -> bool {
    title.split(' ').all(|word| {
        SECTION_WORDS.contains(&word)
            || !crate::dedup::title_words::has_content(word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_heads_are_generic() {
        assert!(is_generic("guest editorial"));
        assert!(is_generic("introduction to the special issue"));
        assert!(!is_generic("introduction to growth"));
    }
}
