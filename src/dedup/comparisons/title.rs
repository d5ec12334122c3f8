//! How alike the titles are.

use super::{Comparison, levels};
use crate::dedup::features::Features;
use crate::dedup::pair::Pair;
use crate::dedup::peel::Peeled;
use crate::dedup::word_match::WordMatch;
use crate::doc::Doc;
use crate::text::similarity;

levels! {
    SAME "same" 0;
    EDIT_96 "edit similarity 0.96" 1;
    EDIT_90 "edit similarity 0.90" 2;
    EDIT_80 "edit similarity 0.80 or most words" 3;
    AFFIX "one begins or ends the other" 4;
    MAIN "same before the colon" 5;
    EDIT_65 "edit similarity 0.65" 6;
    SOME "some words" 7;
    NONE "different" 8;
    MISSING "missing" 9;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "title",
        summary: "How alike the titles are, letter by letter and word by word",
        why: "The title is what all sources give; it is misspelt, cut and extended, but seldom replaced",
        examples: &[],
        sources: &["Fellegi and Sunter 1969", "Levenshtein 1966"],
    },
    levels: NAMES,
    ordered: 9,
    is_dear: false,
    level,
};

/// Letters a title needs to be recognised as the beginning or end of another.
const AFFIX_LETTERS: usize = 16;

fn level(pair: &Pair) -> u8 {
    pair.titles.0
}

/// The level of two titles whose words have been paired off.
pub(in crate::dedup) fn of(
    one: &Features,
    other: &Features,
    titles: &Peeled,
    words: &WordMatch,
) -> Level {
    let (a, b) = (titles.a, titles.b);
    if a.is_empty() || b.is_empty() {
        return Level::MISSING;
    }
    if one.title_hash == other.title_hash || same_letters(a, b) {
        // Whatever stood before and behind it was seen not to be of the title.
        let whole = a.len() == one.title().len() && b.len() == other.title().len();
        return if whole { Level::SAME } else { Level::EDIT_96 };
    }
    // No word in common: no edit distance needed.
    if words.overlap <= 0.05 && a.is_ascii() && b.is_ascii() {
        return Level::NONE;
    }
    let edit = similarity::long(a, b, 0.65).unwrap_or(0.0);
    if edit >= 0.96 {
        return Level::EDIT_96;
    }
    if edit >= 0.90 {
        return Level::EDIT_90;
    }
    if edit >= 0.80 || words.overlap >= 0.75 {
        return Level::EDIT_80;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() >= AFFIX_LETTERS && (long.starts_with(short) || long.ends_with(short)) {
        return Level::AFFIX;
    }
    if begins_nearly(short, long) {
        return Level::AFFIX;
    }
    let (main_a, main_b) = (one.main_title(), other.main_title());
    if main_a == main_b && main_a.len() >= AFFIX_LETTERS {
        return Level::MAIN;
    }
    if edit >= 0.65 {
        return Level::EDIT_65;
    }
    if words.overlap >= 0.3 {
        Level::SOME
    } else {
        Level::NONE
    }
}

/// Whether a title is the beginning of another but for slips.
fn begins_nearly(short: &str, long: &str) -> bool {
    let alike = short.bytes().zip(long.bytes()).take(4).all(|(a, b)| a == b);
    if !alike || short.len() < AFFIX_LETTERS {
        return false;
    }
    let mut end = short.len().min(long.len());
    while !long.is_char_boundary(end) {
        end -= 1;
    }
    long.get(..end)
        .is_some_and(|start| similarity::long(short, start, 0.9).is_some())
}

/// Whether two titles differ in spaces only.
fn same_letters(a: &str, b: &str) -> bool {
    a.len().abs_diff(b.len()) <= 8
        && a.chars()
            .filter(|c| *c != ' ')
            .eq(b.chars().filter(|c| *c != ' '))
}
