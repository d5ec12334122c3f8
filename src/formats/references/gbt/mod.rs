//! The grammar of GB/T 7714, the Chinese national standard: `authors. title[J]. journal, year,
//! volume(issue): pages`, of its edition of 1987 without the mark, and of its author-date form.
//!
//! Source: GB/T 7714-1987, -2005, -2015, -2025.

mod head;
mod imprint;
mod numbers;
mod serial;
mod tail;

use super::found::Found;
use super::links::LinkKind;
use super::strip::Strip;
use super::token::{Token, TokenKind};
use crate::formats::{Meaning, RawName};
use crate::model::Field;

/// The type marks of the standard.
const MARKS: &[&str] = &[
    "J", "M", "C", "D", "R", "S", "P", "N", "G", "A", "Z", "K", "EB", "DB", "DS", "CP", "CM", "PP",
    "LR",
];

/// Reads a reference by its type mark, or, if it is Chinese, by its sentences. [`None`] where it
/// is not printed by the standard.
pub(super) fn parse(text: &str, tokens: &[Token]) -> Option<Found> {
    let strip = Strip { text, tokens };
    let mut out = Found::default();
    if let Some((from, to)) = mark(strip) {
        out.mark = strip.part(from + 1, from + 2).span();
        head::read(strip.part(0, from), &mut out);
        tail::read(strip.part(to, strip.len()), strip.word(from + 1), &mut out);
        return (out.has(Field::Title) && !is_odd(&out, strip)).then_some(out);
    }
    by_sentences(strip, &mut out).then_some(out)
}

/// Whether `p. 95` or a number has come to stand where the journal should: a mark set behind the
/// journal, in a reference of another style.
fn is_odd(found: &Found, strip: Strip<'_>) -> bool {
    let name = RawName::Meant(Meaning::Field(Field::JournalTitle));
    let journal = found.fields.iter().find(|found| found.name == name);
    journal.is_some_and(|found| {
        let words = found.value.of(strip.text).to_lowercase();
        words.starts_with(|c: char| c.is_ascii_digit())
            || ["p.", "pp.", "vol.", "no."]
                .iter()
                .any(|lead| words.starts_with(lead))
    })
}

/// Where the type mark stands: `[J]`, `[EB/OL]`.
fn mark(strip: Strip<'_>) -> Option<(usize, usize)> {
    (1..strip.len()).find_map(|at| {
        if !strip.is_mark(at, '[') || !MARKS.contains(&strip.word(at + 1)) {
            return None;
        }
        let carrier =
            strip.is_mark(at + 2, '/') && matches!(strip.word(at + 3), "OL" | "CD" | "DK" | "MT");
        let close = if carrier { at + 4 } else { at + 2 };
        strip.is_mark(close, ']').then_some((at, close + 1))
    })
}

/// The sentences of one printing of a reference: bilingual lists print it twice, in Chinese and
/// translated, and mark it `(in Chinese)`.
fn once(mut sentences: Vec<Strip<'_>>) -> Vec<Strip<'_>> {
    let in_chinese = |part: &Strip<'_>| {
        let words = part.trim().words().to_ascii_lowercase();
        words.trim_matches(['(', ')']) == "in chinese"
    };
    if !sentences.last().is_some_and(in_chinese) {
        return sentences;
    }
    sentences.pop();
    let words = |at: usize| sentences.get(at).map(|part| part.trim().words());
    let again = (2..sentences.len()).find(|at| words(*at) == words(0));
    let translated = || {
        let last = sentences.iter().rposition(|part| {
            let mut kinds = part.tokens.iter().map(|token| token.kind);
            kinds.any(|kind| kind == TokenKind::Han)
        });
        last.map(|last| last + 1).filter(|from| *from > 1)
    };
    if let Some(from) = again.or_else(translated) {
        sentences.truncate(from);
    }
    sentences
}

/// A Chinese or Japanese reference whose parts are sentences.
fn by_sentences(strip: Strip<'_>, out: &mut Found) -> bool {
    let han = strip
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Han)
        .count();
    let quoted = strip.tokens.iter().any(|token| {
        matches!(token.kind, TokenKind::Mark('"' | '\''))
            && matches!(
                strip.text.get(token.start..token.end),
                Some("《" | "「" | "『" | "\"" | "'")
            )
    });
    let sentences = once(strip.sentences());
    // A Western work in a Chinese list: `2 版`, `Paulson S编`, `见: …`.
    let chinese_words = || {
        sentences.iter().any(|part| {
            let words = part.trim().words();
            words.chars().count() < 40
                && (words.ends_with('版') || words.ends_with('编') || words.ends_with('译'))
                || part.word(0) == "见" && part.is_mark(1, ':')
        })
    };
    let others = strip
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .count();
    if han < others && (han == 0 || !chinese_words()) || quoted {
        return false;
    }
    let Some(first) = sentences.first() else {
        return false;
    };
    let dated = sentences.len() > 2
        && sentences
            .get(1)
            .is_some_and(|second| head::is_year(*second));
    // `荣庆日记. 西安: 西北大学出版社, 1986`: no people.
    // `致外交部电. 民国日报, 1925.8.14(4)`: a newspaper names none either.
    let bare = sentences.get(1).is_some_and(|second| {
        imprint::is_imprint(*second)
            || imprint::is_edition(*second)
            || sentences.len() == 2 && first.find(',').is_none() && serial::is_journal(*second)
    });
    let title_at = if bare { 0 } else { 1 + usize::from(dated) };
    // `何新, 司法论, 8 版. 商务印书馆, 1971`: people and title parted otherwise.
    if bare && first.find(',').is_some() {
        if !head::by_commas(*first, out) {
            return false;
        }
        tail::parts(sentences.get(1..).unwrap_or_default(), "", out);
        return out.has(Field::Date) || out.has(Field::Publisher);
    }
    let Some(title) = sentences.get(title_at) else {
        return false;
    };
    // `周向.趙偉.李氷, 1996, 城址, 北方文物`: stops between people, commas between parts.
    let comma_style = sentences.get(title_at + 1).is_some_and(|next| {
        title.len() <= 4
            && next.find(',').is_some_and(|comma| {
                comma <= 4 && next.is_year(comma + 1) && next.is_mark(comma + 2, ',')
            })
    });
    if comma_style {
        return false;
    }
    let rest: Vec<Strip<'_>> = sentences.get(title_at + 1..).unwrap_or_default().to_vec();
    if rest.is_empty() {
        return false;
    }
    let linked = strip
        .tokens
        .iter()
        .any(|token| matches!(token.kind, TokenKind::Link(kind) if kind != LinkKind::Accessed));
    let year = (0..strip.len()).any(|at| strip.is_year(at));
    if !year && !linked && !rest.iter().any(|part| imprint::is_imprint(*part)) {
        return false;
    }
    if !bare {
        head::people(*first, out);
    }
    if let Some(second) = sentences.get(1).filter(|_| dated) {
        out.add(Field::Date, second.trim().span());
    }
    head::title(*title, out);
    tail::parts(&rest, "", out);
    out.has(Field::Title)
        && (out.has(Field::Date) || out.has(Field::Location) && out.has(Field::Publisher))
}

#[cfg(test)]
mod tests;
