//! What stands behind the title or the journal of a citation and belongs to neither: the imprint of
//! a book behind a comma, who translated or edited it, the medium.

use super::citation::Citation;
use super::citation_theses::{bracketed_thesis, thesis};
use super::houses::{is_house, is_town};
use super::lines::{part, trim_by};
use super::needles::{Needles, holds, position};
use crate::source::Span;

/// Words in brackets behind a title that say who made the book or how, in the languages citations
/// come in, as they begin a word.
static ROLES: &[&str] = &[
    "Trad",
    "trad.",
    "Çev",
    "çev",
    "Haz.",
    "haz.",
    "Ed.",
    "Eds.",
    "ed.",
    "eds.",
    "eds)",
    "edn",
    "edition",
    "Edition",
    "Hrsg",
    "Hg.",
    "Hgg.",
    "Übers",
    "übers",
    "trans.",
    "Trans",
    "Comp",
    "comp.",
    "Coord",
    "coord",
    "Org.",
    "Orgs.",
    "org.",
    "Dir.",
    "dir.",
    "Vol.",
    "vol.",
    "Vols",
    "Bd.",
    "baskı",
    "Baskı",
    "Obra original",
    "Original work",
    "original work",
    "Ouvrage original",
    "in French",
    "in German",
    "in Spanish",
    "in Russian",
    "in Italian",
    "in Portuguese",
    "in Chinese",
    "in Japanese",
    "in Polish",
    "In Russ",
    "in Russ",
    "Red.",
    "red.",
    "przeł",
    "a cura di",
    "ред.",
    "Aufl",
    "Auflage",
    "éd.",
    "ed)",
    "Ed)",
];

/// Words in brackets that tell only how a work came to the reader.
static MEDIA: &[&str] = &[
    "abstract",
    "internet",
    "online",
    "en ligne",
    "en línea",
    "pdf",
    "fichier pdf",
    "archivo pdf",
    "electronic resource",
    "elektronik sürüm",
    "recurso electrónico",
    "meeting abstract",
    "электронный ресурс",
    "электрон. ресурс",
    "електронний ресурс",
];

/// Takes the imprint out of title and container, and what stands in brackets behind them.
pub(super) fn settle_tails(text: &str, out: &mut Citation) {
    let numbers = &out.numbers;
    let bare = numbers.volume.is_empty() && numbers.issue.is_empty();
    if bare && out.publisher.is_empty() && out.mark.is_empty() {
        imprint(text, out);
    }
    thesis(text, out);
    bracketed_thesis(text, out);
    out.title = without_helpers(text, out.title);
    let whole = without_brackets(text, out.title);
    out.title = without_volumes(text, whole);
    if out.edition.is_empty() {
        out.edition = edition(text, out.title, whole);
    }
    out.container = without_editors(text, out.container);
}

/// The imprint behind a comma or a stop, in the container or, where there is none, in the title.
fn imprint(text: &str, out: &mut Citation) {
    let strip = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '.' | ';');
    let paged = !out.numbers.pages.is_empty();
    let within = if out.container.is_empty() {
        out.title
    } else {
        out.container
    };
    let words = within.of(text);
    // `…, Ankara: Engin Yayınevi`
    let colon = words.rmatch_indices(": ").map(|(at, _)| at).find(|&colon| {
        let from = words[..colon].rfind([',', '.']).map_or(0, |at| at + 1);
        let town = words[from..colon].trim();
        let house = words[colon + 2..].trim_end_matches(strip);
        is_town(town) || is_house(house) && !holds(house, ". ") && town.split(' ').count() <= 2
    });
    let (rest, place, house) = if let Some(colon) = colon {
        let from = place_start(words, colon);
        (from, (from, colon), (colon + 2, words.len()))
    } else if let Some((head, last)) = words.rsplit_once(", ")
        && is_house(last)
    {
        // `L’Afrique des comptoirs, PUF`, `Pas à pas, Paris, Seuil`
        let town = head.rsplit_once(", ").filter(|(_, town)| is_town(town));
        let start = town.map_or(head.len(), |(rest, _)| rest.len());
        let place = town.map_or((0, 0), |(rest, _)| (rest.len() + 2, head.len()));
        (start, place, (head.len() + 2, words.len()))
    } else if let Some((head, town)) = words.rsplit_once(", ")
        && is_town(town)
        && let Some(house) = [". ", ", "].iter().filter_map(|cut| head.rfind(cut)).max()
        && head[house + 2..].starts_with(char::is_uppercase)
    {
        // `Title. Duncker & Humblot, Berlin`
        (
            house,
            (head.len() + 2, words.len()),
            (house + 2, head.len()),
        )
    } else if let Some((head, town)) = words.rsplit_once(", ")
        && is_town(town)
        && is_house(head)
        && !out.container.is_empty()
    {
        // `Example Press, Leiden`
        (0, (head.len() + 2, words.len()), (0, head.len()))
    } else if is_house(words) && !out.container.is_empty() {
        out.place = town_behind(text, within);
        (0, (0, 0), (0, words.len()))
    } else if let Some((head, last)) = words.rsplit_once(". ")
        && is_house(last)
        && !out.container.is_empty()
    {
        (head.len(), (0, 0), (head.len() + 2, words.len()))
    } else {
        return;
    };
    let of = |(from, to): (usize, usize)| trim_by(text, part(text, within, from, to), strip);
    let rest = of((0, rest));
    let publisher = of(house);
    if publisher.is_empty() || out.container.is_empty() && rest.is_empty() {
        return;
    }
    out.publisher = publisher;
    if place != (0, 0) {
        out.place = of(place);
    }
    if out.container.is_empty() {
        out.title = rest;
    } else if rest.is_empty() || paged {
        out.container = rest;
    } else {
        // `Respuestas` and `Por una antropología reflexiva`: the title goes on to the imprint.
        out.title = Span {
            start: out.title.start,
            end: rest.end,
        };
        out.container = Span::default();
    }
}

/// The town behind a house, which is none of its name: `Example Press, Leiden`.
fn town_behind(text: &str, house: Span) -> Span {
    let behind = text.get(house.end as usize..).unwrap_or_default();
    let town = behind
        .strip_prefix(", ")
        .and_then(|rest| rest.split(['.', ',', ';', '\n', '\r']).next())
        .filter(|town| is_town(town));
    town.map_or(Span::default(), |town| {
        let from = house.end as usize + ", ".len();
        Span::new(from, from + town.len())
    })
}

/// Where the place before a colon begins: `Cambridge, MA: MIT Press`, `Princeton, NJ, USA: …`.
fn place_start(words: &str, colon: usize) -> usize {
    let mut end = colon;
    loop {
        let from = words[..end].rfind([',', '.']).map_or(0, |at| at + 1);
        let piece = words[from..end].trim();
        let state = piece.len() == 2 && piece.bytes().all(|b| b.is_ascii_uppercase());
        let country = [
            "USA",
            "UK",
            "U.K",
            "U.S.A",
            "Canada",
            "Germany",
            "The Netherlands",
            "Netherlands",
            "Australia",
            "Switzerland",
            "France",
            "Italy",
            "Spain",
            "Mass",
            "Conn",
            "Calif",
            "D.C",
            "DC",
            "England",
        ]
        .contains(&piece);
        if from == 0 || !(state || country) {
            return from;
        }
        end = from - 1;
    }
}

/// A title without the groups in brackets that end it and belong to the book.
fn without_brackets(text: &str, title: Span) -> Span {
    let mut out = title;
    for _ in 0..4 {
        let trimmed = trim_by(text, out, |c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';')
        });
        let words = trimmed.of(text);
        let open = match words.chars().next_back() {
            Some(')') => words.rfind('('),
            Some(']') => words.rfind('['),
            _ => None,
        };
        let Some(open) = open.filter(|open| *open > 3) else {
            break;
        };
        let inside = &words[open + 1..words.len() - 1];
        let medium = MEDIA.contains(&inside.to_lowercase().as_str());
        let whole = &words[open + 1..];
        let role = inside.len() < 120
            && ROLES.iter().any(|role| {
                whole
                    .match_indices(role)
                    .any(|(at, _)| !whole[..at].ends_with(|c: char| c.is_alphanumeric()))
            });
        if !(medium || role) {
            break;
        }
        out = part(text, trimmed, 0, open);
    }
    out
}

/// What stands before those who helped with a book.
static HELPERS: Needles = Needles::of(&[
    ". Translated by ",
    ". Edited by ",
    ". Trans. ",
    ". Traduit par ",
    ". Übersetzt von ",
    ". Aus dem ",
    ". Traducción de ",
    ". Tradução de ",
    ". Trad. ",
    ". Traduzione di ",
    ", translated by ",
    ", trans. ",
    ", übersetzt von ",
    ", traduit par ",
]);

/// A title without who translated or edited the book: `… Translated by Martin Thom`.
fn without_helpers(text: &str, title: Span) -> Span {
    let words = title.of(text);
    if HELPERS.first_in(words).is_none() {
        return title;
    }
    let at = HELPERS
        .iter()
        .filter_map(|mark| position(words, mark).filter(|at| *at > 3))
        .min();
    at.map_or(title, |at| part(text, title, 0, at))
}

/// The edition that was taken from the end of a title: `2nd edn`, `5. Aufl`.
fn edition(text: &str, title: Span, whole: Span) -> Span {
    let behind = Span {
        start: title.end,
        end: whole.end.max(title.end),
    };
    let behind = trim_by(text, behind, |c| {
        c.is_whitespace() || matches!(c, ',' | '.' | ';' | '(' | ')')
    });
    let words = behind.of(text);
    let counted = words.starts_with(|c: char| c.is_ascii_digit()) && words.len() < 20;
    let volumes = words.contains("vol") || words.contains("Bd");
    if counted && !volumes {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        part(text, behind, 0, digits)
    } else {
        Span::default()
    }
}

/// A title without the count or the number of volumes behind it: `. 7 vols`, ` Vol`.
fn without_volumes(text: &str, title: Span) -> Span {
    let words = title.of(text).trim_end_matches(['.', ',', ' ']);
    if let Some((head, count)) = words.rsplit_once(". ")
        && count.ends_with("vols")
        && count.starts_with(|c: char| c.is_ascii_digit())
    {
        return part(text, title, 0, head.len());
    }
    // `Title, 5. Aufl`, `Title. 5. ed`
    let edition = words
        .rfind([',', '.'])
        .map(|last| {
            let behind = words[last + 1..].trim_start();
            let number = behind.is_empty() || words[..last].ends_with(|c: char| c.is_ascii_digit());
            (last, behind, number)
        })
        .and_then(|(last, behind, number)| {
            let word = |words: &str| {
                [
                    "Aufl", "Auflage", "ed", "edn", "edição", "edición", "edition", "baskı", "éd",
                    "изд",
                ]
                .contains(&words)
            };
            if number && word(behind) {
                // The ordinal has a stop: `5. Aufl`.
                let from = words[..last].trim_end_matches(|c: char| c.is_ascii_digit());
                Some(from.trim_end_matches([' ', ',', '.']).len())
            } else {
                let (count, last_word) = behind.split_once(' ')?;
                let ordinal = count.starts_with(|c: char| c.is_ascii_digit()) && count.len() <= 5;
                (ordinal && word(last_word)).then_some(last)
            }
        });
    if let Some(end) = edition.filter(|end| *end > 3) {
        return part(text, title, 0, end);
    }
    let bare = [" Vol", ", Vol", " Vols", " Bd", ", Bd"]
        .iter()
        .find_map(|end| words.strip_suffix(end));
    bare.map_or(title, |bare| part(text, title, 0, bare.len()))
}

/// A container without its editors in brackets and what follows them.
fn without_editors(text: &str, container: Span) -> Span {
    let words = container.of(text);
    let cut = words.match_indices('(').map(|(at, _)| at).find(|&at| {
        let inside = &words[at + 1..];
        [
            "Ed.", "Eds.", "ed.", "eds", "Haz.", "Hrsg", "Hg.", "Org", "Coord", "Dir.", "dir.",
            "Çev",
        ]
        .iter()
        .any(|role| inside.starts_with(role))
    });
    match cut {
        Some(at) if at > 3 => trim_by(text, part(text, container, 0, at), |c| {
            c.is_whitespace() || matches!(c, ',' | '.')
        }),
        _ => container,
    }
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn imprints_roles_and_media_are_no_part_of_the_title() {
        for (string, title, publisher, place) in [
            (
                "AKSOY, Deniz (2006). Anlambilim, Ankara: Engin Yayınevi.",
                "Anlambilim",
                "Engin Yayınevi",
                "Ankara",
            ),
            (
                "LAKE, George ve JOHN, Mark (2015). Hayat, Anlam ve Dil (Çev. Ali Demir), İstanbul: İthaki.",
                "Hayat, Anlam ve Dil",
                "İthaki",
                "İstanbul",
            ),
            (
                "Bord, P. y Wacq, L. J. D. (1995). Respuestas. Por una antropología reflexiva. Grijalbo",
                "Respuestas. Por una antropología reflexiva",
                "Grijalbo",
                "",
            ),
            (
                "GODIN J. (1987), L’Afrique des comptoirs, PUF.",
                "L’Afrique des comptoirs",
                "PUF",
                "",
            ),
            (
                "Wish, A. (2015), Reading Clocks, Alla Turca: Time and Society, Chicago: The University of Chicago Press.",
                "Reading Clocks, Alla Turca: Time and Society",
                "The University of Chicago Press",
                "Chicago",
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [found.title, found.publisher, found.place].map(|span| span.of(string)),
                [title, publisher, place],
            );
            assert!(found.container.is_empty(), "{string}");
        }
    }
}
