//! What stands behind the type mark: container, imprint, numbers.

use super::Found;
use super::head;
use super::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Reads the part behind the mark.
pub(super) fn read(tail: Strip<'_>, mark: &str, out: &mut Found) {
    let slashes = (0..tail.len().saturating_sub(1))
        .find(|at| tail.is_mark(*at, '/') && tail.is_mark(at + 1, '/'));
    let Some(at) = slashes else {
        return parts(&tail.sentences(), mark, out);
    };
    // A translator may stand before the book.
    for sentence in tail.part(0, at).sentences() {
        role(sentence, out);
    }
    book(&tail.part(at + 2, tail.len()).sentences(), out);
}

/// A part with people of a role other than author.
fn role(sentence: Strip<'_>, out: &mut Found) -> bool {
    let sentence = sentence.trim();
    let (field, count) = head::role(sentence);
    if count == 0 || field == Field::Author || sentence.is_number(0) {
        return false;
    }
    out.add(field, sentence.part(0, sentence.len() - count).trim().span());
    true
}

/// Reads the book a part stands in: `editors. title: volume. edition. place: publisher, year: pages`.
fn book(sentences: &[Strip<'_>], out: &mut Found) {
    let mut rest: Vec<Strip<'_>> = Vec::new();
    for sentence in sentences {
        if !edition(*sentence, out) {
            rest.push(*sentence);
        }
    }
    let imprint_at = if rest.len() > 1 { rest.len() - 1 } else { rest.len() };
    let (front, back) = rest.split_at(imprint_at);
    let container = match front {
        [] => return,
        [only] => *only,
        [people, others @ ..] => {
            let people = people.trim();
            let (field, count) = head::role(people);
            let names = people.part(0, people.len() - count).trim();
            out.add(if field == Field::Author { Field::Editor } else { field }, names.span());
            for other in others.iter().skip(1) {
                role(*other, out);
            }
            others.first().copied().unwrap_or(people)
        }
    };
    if back.is_empty() {
        // `//会议名, 2000: 12-15`
        let end = dated(container).unwrap_or(container.len());
        title_of_book(container.part(0, end), out);
        if end < container.len() {
            numbers(container.part(end, container.len()), false, out);
        }
        return;
    }
    title_of_book(container, out);
    for sentence in back {
        imprint(*sentence, out);
    }
}

fn title_of_book(part: Strip<'_>, out: &mut Found) {
    let (title, volume) = head::without_volume(part.trim());
    out.add(Field::BookTitle, title.span());
    if let Some(volume) = volume {
        out.add_first(Field::Volume, volume.span());
    }
}

/// Where the comma stands behind which a year or a volume follows.
fn dated(part: Strip<'_>) -> Option<usize> {
    (1..part.len()).find(|at| {
        part.is_mark(*at, ',') && (part.is_year(at + 1) || is_volume(part.part(at + 1, part.len())))
    })
}

/// Whether numbers of a journal begin here: `46(8): 1`, `第35卷`, `Vol. 3`.
fn is_volume(rest: Strip<'_>) -> bool {
    match rest.kind(0) {
        Some(TokenKind::Number) => {
            rest.len() == 1 || matches!(rest.kind(1), Some(TokenKind::Mark('(' | ':' | ',' | '.' | '-')))
        }
        Some(TokenKind::Han) => rest.word(0) == "第" && rest.is_number(1),
        Some(TokenKind::Word) => {
            matches!(rest.word(0).to_lowercase().as_str(), "vol" | "no" | "volume" | "bd" | "v")
                && (rest.is_number(1) || rest.is_number(2))
        }
        _ => false,
    }
}

/// Reads sentences behind a title.
pub(super) fn parts(sentences: &[Strip<'_>], mark: &str, out: &mut Found) {
    let serial = matches!(mark, "J" | "N" | "A");
    if let Some((first, rest)) = sentences.split_first()
        && let Some(("见" | "載" | "载" | "In" | "in", true)) = Some((first.word(0), first.is_mark(1, ':')))
    {
        let mut all = vec![first.part(2, first.len())];
        all.extend(rest);
        return book(&all, out);
    }
    if serial {
        return journal(sentences, mark == "N", out);
    }
    for (at, sentence) in sentences.iter().enumerate() {
        if edition(*sentence, out) || role(*sentence, out) {
            continue;
        }
        let last = at + 1 == sentences.len();
        if mark.is_empty() && is_journal(*sentence) {
            return journal(sentences.get(at..).unwrap_or_default(), false, out);
        }
        // `刊名. 2015, 35(4): 1-5`
        let next = sentences.get(at + 1).copied();
        if mark.is_empty()
            && next.is_some_and(|next| next.is_year(0) && next.is_mark(1, ',') && is_volume(next.part(2, next.len())))
        {
            return journal(sentences.get(at..).unwrap_or_default(), false, out);
        }
        let _ = last;
        imprint(*sentence, out);
    }
}

/// Whether `刊名, 2024, 46(8): 1-5` stands here, not an imprint.
fn is_journal(part: Strip<'_>) -> bool {
    let Some(comma) = dated(part) else { return false };
    let colon = part.find(':').is_some_and(|colon| colon < comma);
    let behind = part.part(comma + 1, part.len());
    !colon && (!behind.is_year(0) || behind.is_mark(1, '(') || behind.is_mark(1, '.')
        || behind.is_mark(1, ',') && is_volume(behind.part(2, behind.len())))
}

/// Reads a journal with its numbers: `铁道学报, 2024, 46(8): 102-111`, `民国日报, 1925-08-14(4)`.
fn journal(sentences: &[Strip<'_>], newspaper: bool, out: &mut Found) {
    let Some((first, mut rest)) = sentences.split_first() else { return };
    let mut part = *first;
    // Numbers that follow a stop: `Nature. 2014, 510: 356`.
    let cut = (1..part.len()).find(|at| {
        let next = part.part(at + 1, part.len());
        part.is_mark(*at, ',') && (next.is_year(0) || is_volume(next) || next.is_number(0) && !part.is_mark(at + 2, ','))
            || part.is_mark(*at, '(') && starts_issue(part.part(*at, part.len()))
            || (part.is_year(*at) || part.word(*at) == "第" && part.is_number(at + 1))
                && part.tokens.get(*at).is_some_and(|token| token.spaced)
                && part.len() - at > 2
    });
    let end = cut.unwrap_or(part.len());
    out.add(Field::JournalTitle, part.part(0, end).trim().span());
    if end < part.len() {
        let from = if part.is_mark(end, ',') { end + 1 } else { end };
        numbers(part.part(from, part.len()), newspaper, out);
    } else if let Some((second, more)) = rest.split_first() {
        part = *second;
        rest = more;
        numbers(part, newspaper, out);
    }
    for sentence in rest {
        // Pages behind a stop.
        if sentence.is_number(0) && !out.has(Field::Pages) && !sentence.is_year(0) {
            out.add(Field::Pages, sentence.trim().span());
        }
    }
}

/// Whether a bracket holds an issue: `(1)`, `(Z1)`, `(Sep.-Oct.)` before a colon.
fn starts_issue(part: Strip<'_>) -> bool {
    let Some(close) = part.find(')') else { return false };
    let digits = part.is_number(1) && close <= 4;
    close <= 8 && (digits || part.is_mark(close + 1, ':')) && (close + 1 >= part.len()
        || matches!(part.kind(close + 1), Some(TokenKind::Mark(':' | ',' | '.') | TokenKind::Link(_))))
}

/// Reads `2024, 46(8): 102-111`, `第35卷第4期`, `2006(1): 144`, `1925-08-14(4)`.
fn numbers(part: Strip<'_>, newspaper: bool, out: &mut Found) {
    let mut at = 0;
    while at < part.len() {
        let word = part.word(at);
        if part.is_year(at) && !out.fields.iter().any(|_| false) && (at == 0 || part.is_mark(at - 1, ',') || part.is_mark(at - 1, '(')) && !follows_as_volume(part, at) {
            let mut end = at + 1;
            while matches!(part.kind(end), Some(TokenKind::Mark('-' | '.' | '/'))) && part.is_number(end + 1) && part.word(end + 1).len() <= 2 {
                end += 2;
            }
            let full = end > at + 1;
            if full {
                out.fields.retain(|field| field.name != RawName::Meant(Meaning::Field(Field::Date)));
            }
            out.add_first(Field::Date, part.part(at, end).span());
            at = end;
        } else if part.is_mark(at, '(') {
            let close = (at..part.len()).find(|close| part.is_mark(*close, ')')).unwrap_or(part.len());
            let inner = part.part(at + 1, close);
            if newspaper {
                out.add_first(Field::Pages, inner.span());
            } else if part.is_year(at + 1) && inner.len() == 1 {
                out.add_first(Field::Date, inner.span());
            } else {
                out.add_first(Field::Number, inner.span());
            }
            at = close + 1;
        } else if part.is_mark(at, ':') {
            let end = (at + 1..part.len())
                .find(|end| part.is_link(*end) || part.is_mark(*end, '[') || part.is_mark(*end, '.') && part.tokens.get(end + 1).is_none_or(|token| token.spaced))
                .unwrap_or(part.len());
            out.add_first(Field::Pages, part.part(at + 1, end).trim().span());
            at = end.max(at + 1);
        } else if word == "第" && part.is_number(at + 1) {
            let field = if matches!(part.word(at + 2), "期" | "号") { Field::Number } else { Field::Volume };
            out.add_first(field, part.part(at + 1, at + 2).span());
            at += 3;
        } else if matches!(word.to_lowercase().as_str(), "vol" | "v" | "no" | "bd") {
            let number = if part.is_mark(at + 1, '.') { at + 2 } else { at + 1 };
            let field = if word.eq_ignore_ascii_case("no") { Field::Number } else { Field::Volume };
            if part.is_number(number) {
                out.add_first(field, part.part(number, number + 1).span());
            }
            at = number + 1;
        } else if matches!(part.kind(at), Some(TokenKind::Number | TokenKind::Word)) {
            // A volume runs to the next mark: `46`, `E85`, `A 12`.
            let end = (at..part.len())
                .find(|end| matches!(part.kind(*end), Some(TokenKind::Mark(mark)) if mark != '-') || part.is_link(*end))
                .unwrap_or(part.len());
            if part.part(at, end).tokens.iter().any(|token| token.kind == TokenKind::Number) {
                let field = if out.has(Field::Volume) { Field::Pages } else { Field::Volume };
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
    at > 0 && part.is_year(at - 2)
}

/// Reads `2 版`, `第2版`, `影印本`, `2nd ed`, `V1.0`.
fn edition(sentence: Strip<'_>, out: &mut Found) -> bool {
    let sentence = sentence.trim();
    let words = sentence.words();
    let lower = words.to_lowercase();
    let short = words.chars().count() <= 14;
    let chinese = short && (words.ends_with('版') || words.ends_with("印本") || words.ends_with("订本") || words.ends_with("補本") || words.ends_with("补本") || words.ends_with("抄本") || words.ends_with("刻本"))
        && !sentence.words().contains('社');
    let western = lower.len() <= 24
        && (lower.ends_with(" ed") || lower.ends_with(" edn") || lower.ends_with("edition") || lower.ends_with("aufl"))
        && !lower.contains(',');
    if chinese || western {
        out.add_first(Field::Edition, sentence.span());
        return true;
    }
    let version = sentence.len() <= 6
        && words.starts_with(['V', 'v'])
        && words.get(1..).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    if version {
        out.add_first(Field::Version, sentence.span());
    }
    version
}

/// Reads `place: publisher, year: pages` and its shorter forms, a date, or pages.
fn imprint(sentence: Strip<'_>, out: &mut Found) {
    let sentence = sentence.trim();
    if sentence.is_mark(0, '(') || sentence.is_year(0) || sentence.is_mark(0, '[') {
        return numbers(sentence, false, out);
    }
    let words = sentence.words();
    if words.ends_with('页') || words.ends_with(" p") || words.ends_with('頁') {
        return out.add_first(Field::PageTotal, sentence.part(0, 1).span());
    }
    if sentence.is_number(0) && sentence.len() <= 3 {
        return out.add_first(Field::Pages, sentence.span());
    }
    let year = (0..sentence.len()).find(|at| {
        sentence.is_year(*at) && at.checked_sub(1).is_some_and(|before| {
            sentence.is_mark(before, ',') || sentence.is_mark(before, '(') || sentence.is_mark(before, ':')
        })
    });
    let mut front_end = year.map_or(sentence.len(), |at| at - 1);
    if year.is_none() {
        // `北京: 中华书局: 29`, `American Psychological Association: 287-314`
        let pages = (1..sentence.len()).rev().find(|at| sentence.is_mark(*at, ':')).filter(|colon| {
            let rest = sentence.part(colon + 1, sentence.len());
            rest.is_number(0) || rest.len() == 1 && rest.words().bytes().all(|b| b"ivxlc".contains(&b))
        });
        if let Some(colon) = pages {
            out.add_first(Field::Pages, sentence.part(colon + 1, sentence.len()).trim().span());
            front_end = colon;
        }
    }
    let front = sentence.part(0, front_end).trim();
    let colon = front.find(':').filter(|colon| *colon > 0);
    let (place, publisher) = match colon {
        Some(colon) => (front.part(0, colon), front.part(colon + 1, front.len())),
        None => (front.part(0, 0), front),
    };
    out.add_first(Field::Location, place.trim().span());
    let publisher = publisher.trim();
    let place_alone = colon.is_none() && publisher.len() <= 3 && publisher.tokens.iter().all(|token| token.kind == TokenKind::Han)
        && publisher.len() == 2;
    out.add_first(if place_alone { Field::Location } else { Field::Publisher }, publisher.span());
    if let Some(at) = year {
        numbers(sentence.part(at, sentence.len()), false, out);
    }
}

use crate::formats::{Meaning, RawName};
