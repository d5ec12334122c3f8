//! Dates, volumes, issues and pages.

use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::formats::{Meaning, RawName};
use crate::model::Field;

/// Reads `2024, 46(8): 102-111`, `第35卷第4期`, `2006(1): 144`, `1925-08-14(4)`.
pub(super) fn numbers(part: Strip<'_>, mut newspaper: bool, out: &mut Found) {
    let mut at = 0;
    while at < part.len() {
        let word = part.word(at);
        if part.is_year(at)
            && (at == 0 || part.is_mark(at - 1, ',') || part.is_mark(at - 1, '('))
            && !follows_as_volume(part, at)
        {
            let mut end = at + 1;
            while matches!(part.kind(end), Some(TokenKind::Mark('-' | '.' | '/')))
                && part.is_number(end + 1)
                && part.word(end + 1).len() <= 2
            {
                end += 2;
            }
            let full = end > at + 1;
            newspaper |= end >= at + 5;
            if full {
                out.fields
                    .retain(|field| field.name != RawName::Meant(Meaning::Field(Field::Date)));
            }
            out.add_first(Field::Date, part.part(at, end).span());
            at = end;
        } else if part.is_mark(at, '(') {
            let close = (at..part.len())
                .find(|close| part.is_mark(*close, ')'))
                .unwrap_or(part.len());
            let inner = part.part(at + 1, close);
            if newspaper {
                out.add_first(Field::Pages, inner.span());
            } else if part.is_year(at + 1)
                && (inner.len() == 1
                    || inner.is_mark(1, '-')
                    || inner.is_mark(1, '/')
                    || inner.is_mark(1, '.'))
            {
                if inner.len() > 1 {
                    out.fields
                        .retain(|field| field.name != RawName::Meant(Meaning::Field(Field::Date)));
                }
                out.add_first(Field::Date, inner.span());
            } else {
                out.add_first(Field::Number, inner.span());
            }
            at = close + 1;
        } else if part.is_mark(at, ':') {
            let end = (at + 1..part.len())
                .find(|end| {
                    part.is_link(*end)
                        || part.is_mark(*end, '[')
                        || part.is_mark(*end, '.')
                            && part.tokens.get(end + 1).is_none_or(|token| token.spaced)
                })
                .unwrap_or(part.len());
            out.add_first(Field::Pages, part.part(at + 1, end).trim().span());
            at = end.max(at + 1);
        } else if part.is_number(at) && part.word(at + 1) == "月" {
            out.add_first(Field::Number, part.part(at, at + 1).span());
            at += 3;
        } else if word == "第" && part.is_number(at + 1) {
            let field = if matches!(part.word(at + 2), "期" | "号") {
                Field::Number
            } else {
                Field::Volume
            };
            out.add_first(field, part.part(at + 1, at + 2).span());
            at += 3;
        } else if matches!(word.to_lowercase().as_str(), "vol" | "v" | "no" | "bd") {
            let number = if part.is_mark(at + 1, '.') {
                at + 2
            } else {
                at + 1
            };
            let field = if word.eq_ignore_ascii_case("no") {
                Field::Number
            } else {
                Field::Volume
            };
            if part.is_number(number) {
                out.add_first(field, part.part(number, number + 1).span());
            }
            at = number + 1;
        } else if matches!(part.kind(at), Some(TokenKind::Number | TokenKind::Word)) {
            // A volume runs to the next mark: `46`, `E85`, `A 12`.
            let end = (at..part.len())
                .find(|end| {
                    matches!(part.kind(*end), Some(TokenKind::Mark(mark)) if mark != '-')
                        || part.is_link(*end)
                })
                .unwrap_or(part.len());
            if part
                .part(at, end)
                .tokens
                .iter()
                .any(|token| token.kind == TokenKind::Number)
            {
                let field = if out.has(Field::Volume) {
                    Field::Pages
                } else {
                    Field::Volume
                };
                out.add_first(field, part.part(at, end).span());
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
}

/// Whether what looks like a year is a volume: a second one, before a bracket.
fn follows_as_volume(part: Strip<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|before| part.is_year(before))
}
