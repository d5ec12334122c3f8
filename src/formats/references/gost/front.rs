//! What stands before the imprint or the two slashes.

use super::people::{names, people, responsibility};
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Reads `heading. title : what it is / people ; people`.
pub(super) fn read(front: Strip<'_>, out: &mut Found) {
    let front = without_medium(front);
    let heading = people(front);
    let from = heading.unwrap_or(0);
    let rest = front.part(from, front.len());
    let slash = (1..rest.len())
        .find(|at| rest.is_mark(*at, '/') && rest.spaced(*at) && !rest.is_mark(at + 1, '/'));
    let head = front.part(0, from);
    if let Some(slash) = slash {
        title(rest.part(0, slash), out);
        responsibility(rest.part(slash + 1, rest.len()), Some(head), out);
    } else {
        title(rest, out);
        out.add(Field::Author, names(head));
    }
}

/// The part without `[Текст]`, `[Электронный ресурс]`, `. – Текст : непосредственный`.
pub(super) fn without_medium(front: Strip<'_>) -> Strip<'_> {
    let medium = |at: usize| {
        matches!(
            front.word(at).to_lowercase().as_str(),
            "текст"
                | "электронный"
                | "изображение"
                | "видео"
                | "аудио"
                | "text"
                | "electronic"
        )
    };
    let cut = (1..front.len()).find(|at| {
        let dash = front.is_mark(at - 1, '-') && front.spaced(at - 1);
        dash && medium(*at) && front.is_mark(at + 1, ':')
    });
    front.part(0, cut.map_or(front.len(), |at| at - 1))
}

/// Reads a title: `Проблемы поэтики`, `Политика Орды : дис. … канд. ист. наук : 07.00.02`.
fn title(part: Strip<'_>, out: &mut Found) {
    let part = trimmed(part);
    // `[Текст]` at the end, also before a subtitle.
    let open = (1..part.len()).find(|at| {
        part.is_mark(*at, '[')
            && matches!(
                part.word(at + 1).to_lowercase().as_str(),
                "текст" | "электронный" | "text" | "electronic" | "карты" | "ноты"
            )
    });
    let kind = (1..part.len()).find(|at| {
        (part.is_mark(at - 1, ':') || part.is_mark(at - 1, '.'))
            && matches!(
                part.word(*at).to_lowercase().as_str(),
                "дис"
                    | "автореф"
                    | "диссертация"
                    | "автореферат"
                    | "пат"
                    | "патент"
                    | "авт"
                    | "дисс"
                    | "препринт"
                    | "отчет"
                    | "отчёт"
                    | "федер"
                    | "закон"
                    | "постановление"
                    | "указ"
                    | "приказ"
            )
    });
    let cut = |at: usize| trimmed(part.part(0, at));
    let main = match (open, kind) {
        (Some(open), Some(kind)) => cut(open.min(kind - 1)),
        (Some(open), None) => cut(open),
        (None, Some(kind)) => cut(kind - 1),
        (None, None) => part,
    };
    out.add(Field::Title, main.span());
    let Some(kind) = kind else { return };
    let words = part.part(kind, part.len());
    // The number of a speciality behind a thesis: `: 07.00.02`.
    let end = (1..words.len())
        .find(|at| words.is_mark(at - 1, ':') && words.is_number(*at))
        .unwrap_or(words.len());
    out.add(Field::Type, trimmed(words.part(0, end)).span());
    if matches!(words.word(0), "пат" | "Пат" | "патент" | "Патент" | "авт") {
        let number = (1..words.len()).find(|at| words.is_number(*at) && words.word(*at).len() >= 5);
        if let Some(number) = number {
            out.add(Field::Eid, words.part(number, number + 1).span());
        }
    }
}

/// Without marks around, but with the bracket that closes one opened inside.
pub(super) fn trimmed(part: Strip<'_>) -> Strip<'_> {
    let mut to = part.len();
    let loose = |at: usize| {
        part.is_link(at)
            || matches!(
                part.kind(at),
                Some(TokenKind::Mark('.' | ',' | ':' | ';' | '/' | '-' | '[')) | None
            )
    };
    while to > 0 && loose(to - 1) {
        to -= 1;
    }
    let from = (0..to).find(|at| !loose(*at)).unwrap_or(to);
    part.part(from, to)
}
