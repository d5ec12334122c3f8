//! The areas behind the title: edition, imprint, numbers, pages, series.

use super::front::trimmed;
use super::imprint::{imprint, imprint_at};
use super::is_dash;
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Where the areas of a book begin.
pub(super) fn begin(strip: Strip<'_>) -> Option<usize> {
    let stop = (1..strip.len()).find(|at| strip.is_mark(*at, '.'));
    (1..strip.len()).find(|at| {
        let bounded =
            strip.is_mark(at - 1, '.') || is_dash(strip, at - 1) || strip.is_mark(at - 1, ']');
        let volume = matches!(element(strip, *at), Some((Field::Volume, _)));
        bounded
            && (imprint_at(strip, *at)
                || is_edition(strip, *at)
                || volume
                || is_element(strip, *at) && is_dash(strip, at - 1))
            || strip.is_link(*at) && stop.is_some_and(|stop| stop < *at)
    })
}

/// Whether `2-е изд.`, `Изд. 3-е` begins at `at`.
pub(super) fn is_edition(strip: Strip<'_>, at: usize) -> bool {
    let word = |at: usize| strip.word(at).to_lowercase();
    word(at) == "изд" && (strip.is_number(at + 1) || strip.is_number(at + 2))
        || strip.is_number(at)
            && strip.is_mark(at + 1, '-')
            && (at + 2..at + 5).any(|next| matches!(word(next).as_str(), "изд" | "издание"))
}

/// Whether a number with its word begins at `at`: `Т. 12`, `№ 3`, `Вып. 2`, `С. 5–10`, `312 с.`
pub(super) fn is_element(strip: Strip<'_>, at: usize) -> bool {
    element(strip, at).is_some()
        || strip.is_number(at) && matches!(strip.word(at + 1), "с" | "стр" | "p" | "л" | "S")
}

/// The field of a number and the token it begins with.
fn element(strip: Strip<'_>, at: usize) -> Option<(Field, usize)> {
    let field = match strip.word(at) {
        "Т" | "т" | "Том" | "том" | "Vol" | "vol" | "V" | "Bd" | "Кн" | "Ч" | "Volume" => {
            Field::Volume
        }
        "№" | "Вып" | "вып" | "No" | "no" | "Issue" | "Iss" | "N" | "Nr" | "№№" | "Бр" | "Кн."
        | "Выпуск" => Field::Number,
        "С" | "с" | "P" | "Pp" | "pp" | "Р" | "Стб" | "S" | "Art" | "стр" | "Стр" => {
            Field::Pages
        }
        _ => return None,
    };
    let number = if strip.is_mark(at + 1, '.') {
        at + 2
    } else {
        at + 1
    };
    let roman = || {
        let word = strip.word(number);
        field == Field::Volume && !word.is_empty() && word.bytes().all(|b| b"IVXLC".contains(&b))
    };
    (strip.is_number(number) || roman()).then_some((field, number))
}

/// Reads the areas of a book.
pub(super) fn read(rest: Strip<'_>, out: &mut Found) {
    let mut at = 0;
    while at < rest.len() {
        at = area(rest, at, out).max(at + 1);
    }
}

/// Reads what begins at `at`; gives where to go on.
fn area(rest: Strip<'_>, at: usize, out: &mut Found) -> usize {
    // Where the area ends: `. –`, or a stop before something known.
    let end_of = |from: usize| {
        (from..rest.len())
            .find(|end| {
                rest.is_link(*end)
                    || rest.is_mark(*end, '.')
                        && (is_dash(rest, end + 1)
                            || rest.is_year(end + 1)
                            || is_element(rest, end + 1)
                            || imprint_at(rest, end + 1)
                            || rest.is_mark(end + 1, '(')
                            || end + 1 == rest.len())
            })
            .unwrap_or(rest.len())
    };
    if is_edition(rest, at) {
        let end = end_of(at + 1);
        out.add_first(Field::Edition, trimmed(rest.part(at, end)).span());
        return end;
    }
    if imprint_at(rest, at) {
        return imprint(rest, at, out);
    }
    if let Some((field, number)) = element(rest, at) {
        let end = (number + 1..rest.len())
            .find(|end| {
                rest.is_link(*end)
                    || match rest.kind(*end) {
                        Some(TokenKind::Mark('-')) => {
                            is_dash(rest, *end)
                                || rest.spaced(*end)
                                    && rest.spaced(end + 1)
                                    && field != Field::Pages
                        }
                        Some(TokenKind::Mark(',' | '.' | ':' | ';' | '(' | '[')) => {
                            field != Field::Pages
                                || !rest.is_number(end + 1)
                                || rest.is_year(end + 1)
                        }
                        Some(TokenKind::Word) => {
                            field != Field::Pages || rest.word(*end).chars().count() > 2
                        }
                        _ => false,
                    }
            })
            .unwrap_or(rest.len());
        let value = trimmed(rest.part(number, end)).span();
        // `№ 6, Вып. 2`: a second issue is left out; `Т. 5 (12)`: the whole number in brackets.
        if rest.word(at) == "с"
            && !out.has(Field::Date)
            && field == Field::Pages
            && out.fields.is_empty()
        {
            return end;
        }
        out.add_first(field, value);
        if field == Field::Volume
            && rest.is_mark(end, '(')
            && rest.is_number(end + 1)
            && rest.is_mark(end + 2, ')')
        {
            out.add_first(Field::Number, rest.part(end + 1, end + 2).span());
            return end + 3;
        }
        return end;
    }
    if rest.is_number(at)
        && matches!(rest.word(at + 1), "с" | "стр" | "p" | "л" | "S")
        && (rest.is_mark(at + 2, '.') || at + 2 >= rest.len() || rest.is_mark(at + 2, ' '))
        && !rest.is_year(at)
    {
        out.add_first(Field::PageTotal, rest.part(at, at + 1).span());
        return at + 2;
    }
    if rest.is_year(at) && at.checked_sub(1).is_none_or(|b| !rest.is_mark(b, '№')) {
        let mut end = at + 1;
        // `2010–2012`, `2008/2009`
        if rest.is_mark(end, '/') && rest.is_number(end + 1) {
            end += 2;
        }
        out.add_first(Field::Date, rest.part(at, end).span());
        return end;
    }
    // `30 дек.`: the day of a newspaper.
    if rest.is_number(at)
        && rest.word(at).len() <= 2
        && out.has(Field::Date)
        && crate::model::month(rest.word(at + 1)).is_some()
    {
        out.add(Field::Date, rest.part(at, at + 2).span());
        return at + 2;
    }
    // `(Библиотека классики)`: the series; `(дата обращения: …)` is a link already.
    if rest.is_mark(at, '(')
        && let Some(close) = (at..(at + 60).min(rest.len())).find(|close| rest.is_mark(*close, ')'))
    {
        let inner = rest.part(at + 1, close);
        let capital =
            inner.kind(0) == Some(TokenKind::Word) && inner.word(0).starts_with(char::is_uppercase);
        if capital && inner.len() > 1 && out.has(Field::Date) && !out.has(Field::JournalTitle) {
            let cut = inner.find(';').unwrap_or(inner.len());
            out.add_first(Field::Series, trimmed(inner.part(0, cut)).span());
        }
        return close + 1;
    }
    at + 1
}
