//! What a part stands in: everything behind the two slashes.

use super::areas::{is_edition, is_element, read};
use super::front::{trimmed, without_medium};
use super::imprint::imprint_at;
use super::is_dash;
use super::people::responsibility;
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::model::Field;

/// Reads what a part stands in: `Вопр. философии. 1992. № 10. С. 76–86`.
pub(super) fn host(back: Strip<'_>, out: &mut Found) {
    let end = (1..back.len()).find(|at| {
        let stop = back.is_mark(at - 1, '.') || is_dash(back, at - 1) || back.is_mark(at - 1, ',');
        back.is_link(*at)
            || back.is_mark(*at, '/') && back.spaced(*at)
            || stop
                && (back.is_year(*at) && !back.is_mark(at + 1, '-')
                    || is_element(back, *at)
                    || imprint_at(back, *at)
                    || is_edition(back, *at))
    });
    let end = end.unwrap_or(back.len());
    let name = trimmed(without_medium(back.part(0, end)));
    let name = match (1..name.len()).find(|at| name.is_mark(*at, '[')) {
        Some(open) => trimmed(name.part(0, open)),
        None => name,
    };
    let mut rest = back.part(end, back.len());
    if rest.is_mark(0, '/') {
        let to = (1..rest.len())
            .find(|at| is_dash(rest, *at) || imprint_at(rest, *at) || rest.is_year(*at))
            .unwrap_or(rest.len());
        responsibility(rest.part(1, to), None, out);
        rest = rest.part(to, rest.len());
    }
    read(rest, out);
    let book = out.has(Field::Publisher) || out.has(Field::Location) || out.has(Field::Editor);
    // `Воен. право: сетевой журн.`: what it is stands behind a colon.
    let colon = (1..name.len())
        .find(|at| name.is_mark(*at, ':'))
        .filter(|_| !book);
    let name = trimmed(name.part(0, colon.unwrap_or(name.len())));
    out.add(
        if book {
            Field::BookTitle
        } else {
            Field::JournalTitle
        },
        name.span(),
    );
}
