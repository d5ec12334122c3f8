//! Pages.

use super::{Comparison, levels};
use crate::dedup::features::{Features, PageSpan};
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "first and last" 0;
    FIRST "first, one last not given" 1;
    ONE_END "one end" 2;
    OVERLAP "overlapping" 3;
    NEXT "neighbouring single pages" 4;
    OTHER "different" 5;
    MISSING "missing" 6;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "pages",
        summary: "Whether the pages are equal, share an end, overlap or differ",
        why: "Equal pages are the best sign of one publication; an article number against a range says nothing",
        examples: &[("139-54", "139-154"), ("06-Oct", "6-10")],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 6,
    is_dear: false,
    level: |pair: &Pair| {
        if slipped(pair.a, pair.b) || slipped(pair.b, pair.a) {
            Level::MISSING.0
        } else {
            of(pair.a.pages, pair.b.pages).0
        }
    },
};

/// Whether volume and issue of one record stand in the next field of the other each: volume in
/// the issue, issue in the pages.
pub(super) fn slipped(one: &Features, other: &Features) -> bool {
    one.volume == 0
        && one.issue != 0
        && one.issue == other.volume
        && one.pages.last == 0
        && one.pages.first != 0
        && one.pages.first == other.issue
}

fn of(a: PageSpan, b: PageSpan) -> Level {
    if a.is_missing() || b.is_missing() {
        return Level::MISSING;
    }
    if is_glued(a, b) || is_glued(b, a) {
        return Level::SAME;
    }
    let letters_clash = a.letter != b.letter && a.letter != 0 && b.letter != 0;
    if a.first == b.first && !letters_clash {
        // One page known on one side only: `211` against `211-219`.
        return if a.last == b.last || (a.is_single() && b.is_single()) {
            Level::SAME
        } else if a.last == 0 || b.last == 0 {
            Level::FIRST
        } else if a.first == 1 {
            // Every issue has a page 1, and so has every article counted by itself.
            Level::OVERLAP
        } else {
            Level::ONE_END
        };
    }
    if a.is_article_number() != b.is_article_number() {
        return Level::MISSING;
    }
    if letters_clash || (a.letter != b.letter && a.first != b.first) {
        return Level::OTHER;
    }
    if a.last != 0 && a.last == b.last {
        return Level::ONE_END;
    }
    let end = |span: PageSpan| span.last.max(span.first);
    if a.first <= end(b) && b.first <= end(a) {
        // A date made of pages is too little to overlap by.
        return if a.damaged || b.damaged {
            Level::MISSING
        } else {
            Level::OVERLAP
        };
    }
    if a.is_single() && b.is_single() && a.first.abs_diff(b.first) == 1 {
        Level::NEXT
    } else {
        Level::OTHER
    }
}

/// Whether one is the two pages of the other without what stood between: `148156`, `148-156`.
fn is_glued(one: PageSpan, other: PageSpan) -> bool {
    if one.last != 0 || other.last <= other.first || one.first <= other.last {
        return false;
    }
    u64::from(one.first) == u64::from(other.first) * power_of(other.last) + u64::from(other.last)
}

/// The power of ten above `number`.
fn power_of(number: u32) -> u64 {
    let mut power = 10;
    while power <= u64::from(number) {
        power *= 10;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: u32, last: u32) -> PageSpan {
        PageSpan {
            first,
            last,
            ..PageSpan::default()
        }
    }

    #[test]
    fn levels_of_pages() {
        assert_eq!(of(span(1, 9), span(1, 9)), Level::SAME);
        assert_eq!(of(span(133, 133), span(133, 0)), Level::SAME);
        assert_eq!(of(span(211, 0), span(211, 219)), Level::FIRST);
        assert_eq!(of(span(1, 9), span(1, 19)), Level::OVERLAP);
        assert_eq!(of(span(1, 9), span(10, 19)), Level::OTHER);
        assert_eq!(of(span(1, 9), span(9, 19)), Level::OVERLAP);
        assert_eq!(of(span(1, 9), PageSpan::default()), Level::MISSING);
        let damaged = PageSpan {
            damaged: true,
            ..span(6, 10)
        };
        assert_eq!(of(span(148_156, 0), span(148, 156)), Level::SAME);
        assert_eq!(of(damaged, span(8, 9)), Level::MISSING);
        assert_eq!(of(damaged, span(200, 209)), Level::OTHER);
    }
}
