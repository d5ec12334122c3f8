//! Citations of a chapter that name the editors of its book.

use super::citation::Citation;
use super::citation_books::imprint;
use super::lines::{part, trim_by};
use super::name_lists;
use super::needles::position;
use super::numbers::numbers;
use crate::source::Span;

/// `Smith R. Chairs. In: Jones A, Low B, editors. Furniture of the ward. 2nd ed. London: Routledge;
/// 2001. p. 11-29.`
pub(super) fn by_editors(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some((within, lead)) = [". In: ", "? In: ", "! In: ", ". in: ", ". En: "]
        .iter()
        .find_map(|lead| Some((position(words, lead)?, lead.len())))
    else {
        return false;
    };
    let tail = part(text, body, within + lead, words.len());
    let behind = tail.of(text);
    let Some((editors, book)) = [
        ", editors. ",
        ", editor. ",
        ", eds. ",
        ", ed. ",
        " (eds). ",
        " (ed). ",
        " (eds.). ",
        " (ed.). ",
        ", editores. ",
        ", Hrsg. ",
    ]
    .iter()
    .find_map(|role| Some((position(behind, role)?, role.len()))) else {
        return false;
    };
    let Some((authors, from)) = name_lists::leading(text, part(text, body, 0, within + 1)) else {
        return false;
    };
    let title = part(text, body, from, within + 1);
    if title.is_empty() {
        return false;
    }
    let rest = part(text, tail, editors + book, behind.len());
    let inside = rest.of(text);
    let mut stops: Vec<usize> = inside
        .match_indices(". ")
        .map(|(at, _)| at)
        .take(12)
        .collect();
    stops.push(inside.len());
    for pair in stops.windows(2) {
        let sentence = part(text, rest, pair[0] + 2, pair[1]);
        if !imprint(text, sentence, out) {
            continue;
        }
        out.authors = authors;
        out.title = trim_by(text, title, |c| c == '.' || c.is_whitespace());
        // `Furniture of the ward. 2nd ed`
        let book = part(text, rest, 0, pair[0]);
        out.container = match book.of(text).rsplit_once(". ") {
            Some((name, edition))
                if edition.starts_with(|c: char| c.is_ascii_digit())
                    && edition.trim_end_matches('.').ends_with("ed") =>
            {
                part(text, book, 0, name.len())
            }
            _ => book,
        };
        out.book = true;
        out.numbers.pages = numbers(text, part(text, rest, pair[1], inside.len())).pages;
        return true;
    }
    false
}

/// `Федеральный закон от 30.03.1999 № 52-ФЗ «О благополучии населения» // СПС`: acts, whose titles
/// have stops and numbers in them.
pub(super) fn by_act(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let acts = [
        "Федеральный закон",
        "Закон ",
        "Постановление ",
        "Указ ",
        "Приказ ",
        "Распоряжение ",
        "Конституция ",
        "Закон України",
        "Наказ ",
    ];
    if !acts.iter().any(|act| words.starts_with(act)) {
        return false;
    }
    let end = [" // ", ". — ", ". – ", " [Электронный", " : ", ". URL"]
        .iter()
        .filter_map(|mark| position(words, mark))
        .min()
        .unwrap_or(words.len());
    let head = trim_by(text, part(text, body, 0, end), |c| {
        c == '.' || c.is_whitespace()
    });
    out.title = head;
    let kind = position(head.of(text), "акон").map_or(0, |at| at + "акон".len());
    out.mark = part(text, head, 0, kind);
    let inside = head.of(text);
    // The year of its date: `от 19.04.1991`, `от 30 марта 1999 г.`
    let year = inside
        .split(|c: char| !c.is_ascii_digit())
        .filter(|word| super::lines::is_year(word))
        .map(|word| word.as_ptr() as usize - inside.as_ptr() as usize)
        .next_back();
    if let Some(at) = year {
        out.numbers.year = part(text, head, at, at + 4);
    }
    inside.contains(['«', '"', '“']) && !out.numbers.year.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn chapters_with_editors_and_acts_are_read() {
        let string = "Smith R. Chairs. In: Jones A, Low B, editors. Furniture of the ward. 2nd ed. London: Routledge; 2001. p. 11-29.";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        assert_eq!(
            [
                found.title,
                found.container,
                found.publisher,
                found.numbers.pages
            ]
            .map(|span| span.of(string)),
            ["Chairs", "Furniture of the ward", "Routledge", "11-29"]
        );
        let string =
            "Закон РФ «О занятости населения» от 19.04.1991 N 1032-1 // СПС «Консультант».";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        assert_eq!(
            found.title.of(string),
            "Закон РФ «О занятости населения» от 19.04.1991 N 1032-1"
        );
        assert_eq!(found.numbers.year.of(string), "1991");
    }
}
