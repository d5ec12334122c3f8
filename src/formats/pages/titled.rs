//! A citation whose title is known: what stands before it are names, what stands behind it is the
//! source, whatever the style.

use super::citation::{Citation, without_style};
use super::lines::{doi_in, is_year, part, trim_by};
use super::name_shape::is_name;
use super::names::{self, NameList};
use super::needles::{find, holds, position};
use super::numbers::{Numbers, numbers};
use super::token_words::month;
use super::venue::{self, journal, type_mark};
use crate::source::Span;

/// Fewer letters than this are found in citations by chance.
const LETTERS: usize = 12;

/// How many lines of a page are tried as its title.
const TRIED: usize = 60;

/// The citations in the boxes of a page that hold one of its lines as their title.
pub(super) fn titled(
    text: &str,
    boxes: &[Span],
    free: &[Span],
    title: Option<Span>,
) -> Vec<Citation> {
    let one = title.map(|title| [title]);
    let titles = one.as_ref().map_or(
        free.get(..TRIED.min(free.len())).unwrap_or_default(),
        |one| one.as_slice(),
    );
    boxes
        .iter()
        .filter_map(|held| titles.iter().find_map(|title| around(text, *held, *title)))
        .collect()
}

/// Reads `held` around the words of `title`; [`None`] where it does not hold them behind names.
fn around(text: &str, held: Span, title: Span) -> Option<Citation> {
    let held = without_style(text, held);
    let (words, sought) = (held.of(text), title.of(text));
    let letters = sought.chars().filter(|c| c.is_alphabetic()).count();
    let wide = sought.chars().filter(|c| super::lines::is_wide(*c)).count();
    if letters + wide * 2 < LETTERS || sought.len() > 600 || words.len() > 4_000 {
        return None;
    }
    let at = words.find(sought).or_else(|| find(words, sought))?;
    let joined = |c: char| c.is_alphanumeric();
    if words[..at].ends_with(joined) || words[at + sought.len()..].starts_with(joined) {
        return None;
    }
    let mut out = Citation {
        title: part(text, held, at, at + sought.len()),
        ..Citation::default()
    };
    // `Names (2019).`
    let mut head = trim_by(text, part(text, held, 0, at), is_between);
    let dated = numbers(text, head);
    if !dated.year.is_empty() && dated.run.end + 1 >= head.end {
        out.numbers.year = dated.year;
        head = trim_by(
            text,
            Span {
                end: dated.run.start,
                ..head
            },
            |c| is_between(c) || c == '(',
        );
    }
    out.authors = people(text, head);
    let named = !out.authors.names.is_empty();
    if !named || !out.authors.names.iter().all(|name| is_name(name.of(text))) {
        return None;
    }
    if let Some(found) = doi_in(words) {
        out.doi = part(text, held, found.start, found.end);
    }
    let mut tail = trim_by(
        text,
        part(text, held, at + sought.len(), words.len()),
        is_between,
    );
    if let Some((0, inside, end)) = type_mark(tail.of(text)) {
        let letter = tail.of(text)[inside..]
            .bytes()
            .take_while(u8::is_ascii_uppercase)
            .count();
        out.mark = part(text, tail, inside, inside + letter);
        tail = trim_by(text, part(text, tail, end, tail.len()), is_between);
    }
    source(text, tail, &mut out);
    let said = !out.numbers.year.is_empty() || !out.doi.is_empty();
    said.then_some(out)
}

/// The names before the title. `Family, Given and Family, Given` is cut at the conjunction.
fn people(text: &str, head: Span) -> NameList {
    let words = head.of(text);
    let inverted = holds(words, " and ")
        && words
            .split(" and ")
            .all(|name| name.matches(',').count() == 1 && !name.contains(';'));
    if !inverted {
        return names::split(text, head);
    }
    let mut out = NameList::default();
    let mut at = 0;
    for name in words.split(" and ") {
        out.names.push(part(text, head, at, at + name.len()));
        at += name.len() + " and ".len();
    }
    out
}

/// What stands between the parts of a citation.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | ',' | ':' | ';' | '“' | '”' | '"' | '«' | '»' | '\'' | '‘' | '’' | '/' | ')'
        )
}

/// What ends the source and begins identifiers and addresses.
static TAILS: &[&str] = &[
    "http",
    "doi",
    "⟨",
    "<",
    "Available",
    "Disponible",
    "Disponível",
    "ISSN",
    "Retrieved",
    "[Internet",
    "[En ligne",
    "[Online",
];

/// Journal and numbers behind the title.
fn source(text: &str, tail: Span, out: &mut Citation) {
    let words = tail.of(text);
    if words.contains('⟨') && held(text, tail, out) {
        return;
    }
    let end = TAILS
        .iter()
        .filter_map(|mark| find(words, mark))
        .min()
        .unwrap_or(words.len());
    let body = part(text, tail, 0, end);
    // `(May 30, 2019).`
    let body = trim_by(text, body, |c| is_between(c) && c != ')');
    if posted(text, body, out) {
        return;
    }
    let year = out.numbers.year;
    let mut found = numbers(text, body);
    let lone = lone_year(text, body);
    let mut run = found.run.start;
    if found.year.is_empty()
        && let Some(lone) = lone
    {
        found.year = lone;
        run = if found.parts() == 1 {
            lone.start
        } else {
            run.min(lone.start)
        };
    }
    if !year.is_empty() {
        found.year = year;
    }
    if found.parts() == 0 {
        return;
    }
    out.numbers = found;
    let before = Span {
        end: run.clamp(body.start, body.end),
        ..body
    };
    let mut name = journal(text, before);
    // `7th Conference on Real Numbers, Jul`
    let held = name.of(text);
    if let Some((rest, last)) = held.rsplit_once([' ', ','])
        && month(last)
    {
        name = trim_by(text, part(text, name, 0, rest.len()), is_between);
    }
    // `Revista, [S.l.]`
    if let Some(at) = position(name.of(text), ", [") {
        name = part(text, name, 0, at);
    }
    if words.contains('⟨') {
        archived(text, name, out);
    } else if !name.of(text).contains('[') && name.len() < 200 {
        out.container = name;
    }
}

/// `(February 27, 2021). Forthcoming, Journal of Harbours, Univ. Working Paper No. 2021-07`, as `SSRN` has
/// it: the day in brackets, then the journal, and the series in which the paper was posted.
fn posted(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some((date, rest)) = words
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
    else {
        return false;
    };
    let dated = date.split(' ').next().is_some_and(month);
    let year = numbers(text, part(text, body, 1, date.len() + 1)).year;
    if !dated || year.is_empty() {
        return false;
    }
    out.numbers = Numbers {
        year,
        run: year,
        ..Numbers::default()
    };
    let from = words.len() - rest.len();
    let behind = trim_by(text, part(text, body, from, words.len()), is_between);
    if let Some(venue) = venue::read(text, behind).filter(|venue| venue.numbers.parts() >= 3) {
        out.container = venue.journal;
        out.numbers = venue.numbers;
    } else if let Some(rest) = behind.of(text).strip_prefix("Forthcoming, ") {
        let at = behind.len() - rest.len();
        let end = rest.find(", ").unwrap_or(rest.len());
        out.container = part(text, behind, at, at + end);
    }
    true
}

/// `7th Conference on Real Numbers, Jul 2006, Nancy, France. pp.101-110. ⟨…⟩`: a conference, when
/// and where it was held, and the pages of its proceedings.
fn held(text: &str, tail: Span, out: &mut Citation) -> bool {
    let words = tail.of(text);
    let mut from = 0;
    for piece in words.split(", ") {
        let dated = piece
            .split_once(' ')
            .is_some_and(|(word, year)| month(word) && is_year(year));
        let behind = from + piece.len() + ", ".len();
        let place = words.get(behind..).unwrap_or_default();
        if dated && from > 2 && place.starts_with(char::is_uppercase) {
            out.book = true;
            out.container = journal(text, part(text, tail, 0, from - ", ".len()));
            let year = part(text, tail, from, from + piece.len());
            let mark = position(place, "pp.");
            let pages = mark.map(|at| {
                let range = place[at + 3..].trim_start();
                let to = range
                    .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '–'))
                    .unwrap_or(range.len());
                let start = words.len() - range.len();
                part(text, tail, start, start + to)
            });
            out.numbers = Numbers {
                year,
                pages: pages.unwrap_or_default(),
                run: tail,
                ..Numbers::default()
            };
            return true;
        }
        from = behind;
    }
    false
}

/// The source as an open archive prints it: the publisher behind the journal; of a thesis the
/// subject, a stop, and the university.
fn archived(text: &str, name: Span, out: &mut Citation) {
    let words = name.of(text);
    if out.numbers.parts() == 1
        && let Some((_, school)) = words.rsplit_once(". ")
    {
        out.publisher = part(text, name, words.len() - school.len(), words.len());
        // The number of a French thesis says what it is.
        let from = name.end as usize;
        let behind = &text[from..super::lines::floor(text, from + 200)];
        if let Some(at) = position(behind, "⟨NNT") {
            let at = from + at + '⟨'.len_utf8();
            out.mark = Span::new(at, at + "NNT".len());
        }
        return;
    }
    out.container = match words.split_once(", ") {
        Some((journal, house))
            if house.split(' ').count() <= 5 && house.starts_with(char::is_uppercase) =>
        {
            out.publisher = part(text, name, journal.len() + 2, words.len());
            part(text, name, 0, journal.len())
        }
        _ => name,
    };
}

/// The first year that stands alone.
fn lone_year(text: &str, body: Span) -> Option<Span> {
    let words = body.of(text);
    let digits = |c: char| c.is_ascii_digit();
    let mut at = 0;
    while let Some(from) = words[at..].find(digits).map(|n| at + n) {
        let len = words[from..].len() - words[from..].trim_start_matches(digits).len();
        at = from + len;
        let joined = words[at..].starts_with(['-', '–', '/'])
            || words[..from].ends_with(['-', '–', '/', '.']);
        if is_year(&words[from..at]) && !joined {
            return Some(part(text, body, from, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_source_stand_around_a_known_title() {
        for (page, title, container, year, volume, pages, authors) in [
            (
                "Maëlle Kervella, Jean-Noël Le Bris. Une école à la ferme : entretiens. Études rurales, EHESS, 2019, 203 (1), pp.88-107. ⟨10.4000/etudesrurales.15432⟩. ⟨hal-02123456⟩",
                "Une école à la ferme : entretiens",
                "Études rurales",
                "2019",
                "203",
                "88-107",
                2,
            ),
            (
                "Zdeněk Hořák, Marie-Claude d'Arcourt. Fast rounding in ternary arithmetic. 7th Conference on Real Numbers and Computers, Jul 2006, Nancy, France. pp.101-110. ⟨inria-00112233⟩",
                "Fast rounding in ternary arithmetic",
                "7th Conference on Real Numbers and Computers",
                "2006",
                "",
                "101-110",
                2,
            ),
            (
                "CHOQUE MAMANI, Wayra; DE LA FUENTE NÚÑEZ, Ángel. Aulas abiertas: maestras rurales. Revista de Estudios Andinos, [S.l.], n. 24, p. 101-122, dic. 2016. ISSN 1234-5679.",
                "Aulas abiertas: maestras rurales",
                "Revista de Estudios Andinos",
                "2016",
                "",
                "101-122",
                2,
            ),
        ] {
            let at = page.find(title).unwrap();
            let held = Span::new(0, page.len());
            let found = around(page, held, Span::new(at, at + title.len())).expect(page);
            let n = found.numbers;
            assert_eq!(
                [found.container, n.volume, n.pages].map(|s| s.of(page)),
                [container, volume, pages],
                "{page}"
            );
            assert!(n.year.of(page).contains(year), "{page}");
            assert_eq!(found.authors.names.len(), authors);
        }
        let prose = "Nobody knows why. Aulas abiertas: maestras rurales was read in 2016.";
        let title = Span::new(18, 50);
        assert!(around(prose, Span::new(0, prose.len()), title).is_none());
    }
}
