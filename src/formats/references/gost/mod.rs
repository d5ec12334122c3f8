//! The grammar of the Russian standards: `heading. title / people. – place : publisher, year. – 320 с.`,
//! and of a part ` // ` what it stands in, with the dashes or without.
//!
//! Sources: GOST 7.1-2003, GOST R 7.0.5-2008, GOST R 7.0.100-2018.

mod areas;
mod front;
mod host;
mod imprint;
mod people;

use super::found::Found;
use super::strip::Strip;
use super::token::{Token, TokenKind};
use crate::model::Field;

/// Reads a reference by the marks of the standard. [`None`] where it is not printed by it.
pub(super) fn parse(text: &str, tokens: &[Token]) -> Option<Found> {
    let strip = Strip { text, tokens };
    let slashes = slashes(strip);
    if !is_marked(strip, slashes) {
        return None;
    }
    let mut out = Found::default();
    let (front, back) = match slashes {
        Some(at) => (strip.part(0, at), Some(strip.part(at + 2, strip.len()))),
        None => (strip, None),
    };
    if let Some(back) = back {
        front::read(front, &mut out);
        host::host(back, &mut out);
    } else {
        let cut = areas::begin(front)?;
        front::read(front.part(0, cut), &mut out);
        areas::read(front.part(cut, front.len()), &mut out);
    }
    let dated = out.has(Field::Date) || out.has(Field::Url) || out.has(Field::Type);
    (out.has(Field::Title) && (dated || back.is_some() && linked(strip))).then_some(out)
}

/// Whether an address or identifier stands in it.
fn linked(strip: Strip<'_>) -> bool {
    (0..strip.len()).any(|at| strip.is_link(at))
}

/// Where ` // ` stands; between Cyrillic words without spaces too.
fn slashes(strip: Strip<'_>) -> Option<usize> {
    (1..strip.len().saturating_sub(2)).find(|at| {
        let glued = || is_cyrillic(strip.word(at - 1)) && is_cyrillic(strip.word(at + 2));
        strip.is_mark(*at, '/')
            && strip.is_mark(at + 1, '/')
            && !strip.spaced(at + 1)
            && (strip.spaced(*at) || glued())
    })
}

/// Whether the standard's marks are there: two slashes, dashes between the areas, or the short form
/// `М.: Наука, 2005. 312 с.`, and enough Cyrillic words or all of the marks.
fn is_marked(strip: Strip<'_>, slashes: Option<usize>) -> bool {
    let (mut cyrillic, mut words) = (0, 0);
    for at in 0..strip.len() {
        match strip.kind(at) {
            // Chinese and Japanese references have standards of their own.
            Some(TokenKind::Han) => return false,
            Some(TokenKind::Word) => {
                words += 1;
                cyrillic += usize::from(is_cyrillic(strip.word(at)));
            }
            _ => {}
        }
    }
    let dashes = (1..strip.len()).filter(|at| is_dash(strip, *at)).count();
    let total = (1..strip.len()).any(|at| {
        strip.is_number(at - 1)
            && matches!(strip.word(at), "с" | "стр" | "л")
            && (strip.is_mark(at + 1, '.') || at + 1 == strip.len())
    });
    if cyrillic * 2 >= words.max(1) {
        return slashes.is_some() || dashes >= 2 || total || dashes == 1 && imprint::city(strip);
    }
    slashes.is_some() && dashes >= 2
}

/// Whether `. –` parts two areas here: the dash stands at `at`.
fn is_dash(strip: Strip<'_>, at: usize) -> bool {
    strip.is_mark(at, '-')
        && (strip.spaced_or_long(at) || strip.spaced(at + 1))
        && at.checked_sub(1).is_some_and(|before| {
            strip.is_mark(before, '.')
                || strip.is_mark(before, ']')
                || strip.is_mark(before, ')')
                || strip.is_link(before)
        })
        && (strip.spaced(at + 1) || strip.word(at) != "-" || is_glued_dash(strip, at))
}

/// `. -1991. -№ 3. -С. 77`: a dash with a space before it only.
fn is_glued_dash(strip: Strip<'_>, at: usize) -> bool {
    let next = strip.word(at + 1);
    strip.spaced(at) && (strip.is_number(at + 1) || is_cyrillic(next) || next == "№")
}

/// Whether a word is written in Cyrillic letters.
fn is_cyrillic(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}'))
}

#[cfg(test)]
mod tests;
