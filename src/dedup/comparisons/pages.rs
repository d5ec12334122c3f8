//! Pages.

use super::{Comparison, levels};
use crate::dedup::features::PageSpan;
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "first and last" 0;
    FIRST "one end" 1;
    OVERLAP "overlapping" 2;
    OTHER "different" 3;
    MISSING "missing" 4;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "pages",
        summary: "whether the pages are equal, share an end, overlap or differ",
        why: "Equal pages are the best sign of one publication; an article number against a range says nothing",
        examples: &[("139-54", "139-154"), ("06-Oct", "6-10")],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 4,
    level: |pair: &Pair| of(pair.a.pages, pair.b.pages).0,
};

fn of(a: PageSpan, b: PageSpan) -> Level {
    if a.is_missing() || b.is_missing() {
        return Level::MISSING;
    }
    let letters_clash = a.letter != b.letter && a.letter != 0 && b.letter != 0;
    if a.first == b.first && !letters_clash {
        // One page known on one side only: `211` against `211-219`.
        return if a.last == b.last || (a.is_single() && b.is_single()) { Level::SAME } else { Level::FIRST };
    }
    if a.damaged || b.damaged || a.is_article_number() != b.is_article_number() {
        return Level::MISSING;
    }
    if letters_clash || (a.letter != b.letter && a.first != b.first) {
        return Level::OTHER;
    }
    if a.last != 0 && a.last == b.last {
        return Level::FIRST;
    }
    let end = |span: PageSpan| span.last.max(span.first);
    if a.first <= end(b) && b.first <= end(a) { Level::OVERLAP } else { Level::OTHER }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: u32, last: u32) -> PageSpan {
        PageSpan { first, last, ..PageSpan::default() }
    }

    #[test]
    fn levels_of_pages() {
        assert_eq!(of(span(1, 9), span(1, 9)), Level::SAME);
        assert_eq!(of(span(133, 133), span(133, 0)), Level::SAME);
        assert_eq!(of(span(211, 0), span(211, 219)), Level::FIRST);
        assert_eq!(of(span(1, 9), span(10, 19)), Level::OTHER);
        assert_eq!(of(span(1, 9), span(9, 19)), Level::OVERLAP);
        assert_eq!(of(span(1, 9), PageSpan::default()), Level::MISSING);
        let damaged = PageSpan { damaged: true, ..span(6, 10) };
        assert_eq!(of(damaged, span(8, 9)), Level::MISSING);
    }
}
