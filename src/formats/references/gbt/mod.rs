//! The grammar of GB/T 7714, the Chinese national standard: `authors. title[J]. journal, year,
//! volume(issue): pages`, of its edition of 1987 without the mark, and of its author-date form.
//!
//! Source: GB/T 7714-1987, -2005, -2015, -2025.

mod head;
mod strip;
mod tail;

use super::links::LinkKind;
use super::token::{Token, TokenKind};
use crate::formats::{Meaning, RawField, RawName};
use crate::model::Field;
use crate::source::Span;
use strip::Strip;

/// What the grammar found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) fields: Vec<RawField>,
    /// The mark: `J`, `EB`.
    pub(super) mark: Span,
}

impl Found {
    fn add(&mut self, field: Field, span: Span) {
        if !span.is_empty() {
            self.fields.push(RawField::meant(field, span));
        }
    }

    fn has(&self, field: Field) -> bool {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields.iter().any(|found| found.name == name)
    }

    fn add_first(&mut self, field: Field, span: Span) {
        if !self.has(field) {
            self.add(field, span);
        }
    }
}

/// The type marks of the standard.
const MARKS: &[&str] = &[
    "J", "M", "C", "D", "R", "S", "P", "N", "G", "A", "Z", "K", "EB", "DB", "DS", "CP", "CM", "PP", "LR",
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
        return out.has(Field::Title).then_some(out);
    }
    by_sentences(strip, &mut out).then_some(out)
}

/// Where the type mark stands: `[J]`, `[EB/OL]`.
fn mark(strip: Strip<'_>) -> Option<(usize, usize)> {
    (1..strip.len()).find_map(|at| {
        if !strip.is_mark(at, '[') || !MARKS.contains(&strip.word(at + 1)) {
            return None;
        }
        let carrier = strip.is_mark(at + 2, '/')
            && matches!(strip.word(at + 3), "OL" | "CD" | "DK" | "MT");
        let close = if carrier { at + 4 } else { at + 2 };
        strip.is_mark(close, ']').then_some((at, close + 1))
    })
}

/// A Chinese or Japanese reference whose parts are sentences.
fn by_sentences(strip: Strip<'_>, out: &mut Found) -> bool {
    let han = strip.tokens.iter().filter(|token| token.kind == TokenKind::Han).count();
    let quoted = strip.tokens.iter().any(|token| {
        matches!(token.kind, TokenKind::Mark('"'))
            && matches!(strip.text.get(token.start..token.end), Some("《" | "「" | "『" | "\""))
    });
    if han * 2 < strip.len() || quoted {
        return false;
    }
    let sentences = strip.sentences();
    let Some(first) = sentences.first() else { return false };
    let dated = sentences.get(1).is_some_and(|second| head::is_year(*second));
    let title_at = if dated { 2 } else { 1 };
    let Some(title) = sentences.get(title_at) else { return false };
    let rest: Vec<Strip<'_>> = sentences.get(title_at + 1..).unwrap_or_default().to_vec();
    if rest.is_empty() {
        return false;
    }
    let linked = strip.tokens.iter().any(|token| {
        matches!(token.kind, TokenKind::Link(kind) if kind != LinkKind::Accessed)
    });
    let year = (0..strip.len()).any(|at| strip.is_year(at));
    if !year && !linked {
        return false;
    }
    head::people(*first, out);
    if let Some(second) = sentences.get(1).filter(|_| dated) {
        out.add(Field::Date, second.trim().span());
    }
    head::title(*title, out);
    tail::parts(&rest, "", out);
    out.has(Field::Title) && (out.has(Field::Date))
}
