//! What stands behind the type mark: container, imprint, numbers.

use super::head;
use super::imprint::{edition, imprint, is_imprint};
use super::numbers::numbers;
use super::serial::{dated, is_journal, is_numbered_behind, is_volume, starts_issue};
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
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
    out.add(
        field,
        sentence.part(0, sentence.len() - count).trim().span(),
    );
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
    let imprint_at = (1..rest.len())
        .find(|at| is_imprint(rest[*at]))
        .unwrap_or_else(|| {
            if rest.len() > 1 {
                rest.len() - 1
            } else {
                rest.len()
            }
        });
    let (front, back) = rest.split_at(imprint_at);
    let container = match front {
        [] => return,
        [only] => *only,
        [people, others @ ..] => {
            let people = people.trim();
            let (field, count) = head::role(people);
            let names = people.part(0, people.len() - count).trim();
            out.add(
                if field == Field::Author {
                    Field::Editor
                } else {
                    field
                },
                names.span(),
            );
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

/// Reads sentences behind a title.
pub(super) fn parts(sentences: &[Strip<'_>], mark: &str, out: &mut Found) {
    let serial = matches!(mark, "J" | "N" | "A");
    if serial {
        return journal(sentences, mark == "N", out);
    }
    for (at, sentence) in sentences.iter().enumerate() {
        let inside = match sentence.word(0) {
            "见" | "載" | "载" | "收入" | "In" | "in" if sentence.is_mark(1, ':') => Some(2),
            "In" if sentence.kind(1) == Some(TokenKind::Han) => Some(1),
            _ => None,
        };
        let rest = sentences.get(at + 1..).unwrap_or_default();
        if let Some(from) = inside {
            let mut all = vec![sentence.part(from, sentence.len())];
            all.extend(rest);
            return book(&all, out);
        }
        if edition(*sentence, out) || role(*sentence, out) {
            continue;
        }
        // `傅敏. 傅雷家书. 北京: 三联书店`: who edited the book, the book, its imprint.
        let plain =
            |part: &Strip<'_>| !is_imprint(*part) && !is_journal(*part) && part.find(':').is_none();
        if mark.is_empty()
            && sentence.len() <= 8
            && plain(sentence)
            && !sentence.is_number(0)
            && sentence.find(',').is_none()
            && rest
                .first()
                .is_some_and(|next| plain(next) && !next.is_number(0) && next.find(',').is_none())
            && rest
                .get(1..)
                .is_some_and(|later| later.iter().any(|part| is_imprint(*part)))
        {
            return book(sentences.get(at..).unwrap_or_default(), out);
        }
        if mark.is_empty()
            && sentence.find(':').is_none()
            && head::is_document_number(sentence.trim())
        {
            out.add_first(Field::Eid, head::without_country(sentence.trim()).span());
            continue;
        }
        if mark.is_empty() && is_journal(*sentence) {
            return journal(sentences.get(at..).unwrap_or_default(), false, out);
        }
        if mark.is_empty() && is_numbered_behind(*sentence, rest) {
            return journal(sentences.get(at..).unwrap_or_default(), false, out);
        }
        imprint(*sentence, out);
    }
}

/// Reads a journal with its numbers: `铁道学报, 2024, 46(8): 102-111`, `民国日报, 1925-08-14(4)`.
fn journal(sentences: &[Strip<'_>], newspaper: bool, out: &mut Found) {
    let Some((first, mut rest)) = sentences.split_first() else {
        return;
    };
    let mut part = *first;
    // Numbers that follow a stop: `Nature. 2014, 510: 356`.
    let cut = (1..part.len()).find(|at| {
        let next = part.part(at + 1, part.len());
        part.is_mark(*at, ',')
            && (next.is_year(0)
                || is_volume(next)
                || next.is_number(0) && !part.is_mark(at + 2, ','))
            || part.is_mark(*at, ':') && next.is_number(0) && next.len() <= 4
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
        // `刊名. 2015. 35(4)`
        if part.trim().len() == 1
            && part.is_year(0)
            && let Some((third, more)) = rest.split_first()
        {
            rest = more;
            numbers(*third, newspaper, out);
        }
    }
    for sentence in rest {
        // Pages behind a stop.
        if sentence.is_number(0) && !out.has(Field::Pages) && !sentence.is_year(0) {
            out.add(Field::Pages, sentence.trim().span());
        }
    }
}
