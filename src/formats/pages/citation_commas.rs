//! Citation styles in which the title stands between commas or after a colon.

use super::citation::Citation;
use super::citation_books::{has_dated_sentence, imprint};
use super::citation_styles::title_and_container;
use super::houses::is_town;
use super::lines::{is_year, part, trim_by};
use super::name_lists;
use super::name_shape;
use super::names::{self, NameList};
use super::needles::{holds, position};
use super::numbers::numbers;
use super::venue::journal;
use crate::source::Span;

/// Whether the words may be a Korean name: two to four syllables.
fn is_korean_name(words: &str) -> bool {
    (2..=4).contains(&words.chars().count())
        && words.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'))
}

/// `Names, Title, Journal 2009;5: 1882-1889`: the names are those with initials that lead, the
/// journal what stands after the last comma before the numbers.
pub(super) fn by_commas(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let mut end = 0;
    let mut list = names::NameList::default();
    // `오세라, 시장의 새벽, 생활문화연구, 제17권, 제2호`
    let korean = holds(words, "권")
        && words
            .split_once(", ")
            .is_some_and(|(name, _)| is_korean_name(name));
    for (comma, _) in words.match_indices(", ").take(30) {
        let name = part(text, body, end, comma);
        // `Fischberg S`, not `Fischberg` and not `S`: others are split by other styles.
        let whole = if korean {
            is_korean_name(name.of(text))
        } else {
            name.of(text).contains(' ')
                && name_shape::is_name(name.of(text))
                && name_shape::is_strict(name.of(text))
        };
        if !whole {
            break;
        }
        list.names.push(name);
        end = comma + 2;
    }
    if list.names.is_empty() {
        return false;
    }
    let rest = part(text, body, end, words.len());
    let found = numbers(text, rest);
    if found.year.is_empty() {
        return false;
    }
    let before = Span::new(
        rest.start as usize,
        found.run.start.max(rest.start) as usize,
    );
    let before = trim_by(text, before, |c| {
        // `제17권`: the ordinal sign belongs to the number.
        c.is_whitespace() || matches!(c, ',' | ';' | '제')
    });
    let Some((title, name)) = before.of(text).rsplit_once(", ") else {
        return false;
    };
    if title.split(' ').count() < 2
        || title.len() < 10
        || holds(title, ". ")
        || name.split(' ').count() > 9
    {
        return false;
    }
    let house = [
        "Press",
        "Publish",
        "Verlag",
        "Wiley",
        "Springer",
        "Elsevier",
        "Éditions",
        "Editorial",
    ]
    .iter()
    .any(|word| name.contains(word));
    if found.parts() < 3 && !(house && found.parts() == 1) {
        return false;
    }
    out.authors = list;
    out.title = part(text, before, 0, title.len());
    out.numbers = found;
    if house {
        out.publisher = part(text, before, title.len() + 2, before.len());
        return true;
    }
    out.container = journal(text, part(text, before, title.len() + 2, before.len()));
    true
}

/// `Given Family, Given Family: Title. In: Journal. 2014, 4/5, 48-53`
pub(super) fn by_colon(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(colon) = position(words, ": ").filter(|at| *at < 300) else {
        return false;
    };
    let head = part(text, body, 0, colon);
    // `Corbin, Alain. Village Bells: Sound …` has its colon in the title.
    let sentence = head
        .of(text)
        .match_indices(". ")
        .any(|(at, _)| !head.of(text)[..at].ends_with(char::is_uppercase));
    let initial = head
        .of(text)
        .rsplit_once(". ")
        .is_some_and(|(_, last)| last.chars().nth(1).is_none());
    if sentence || initial {
        return false;
    }
    let edited = ["(Hrsg.)", "(Hg.)", "(Hgg.)", "(Red.)"]
        .iter()
        .find_map(|role| head.of(text).strip_suffix(role))
        .map(|people| part(text, head, 0, people.len()));
    // Without a year for its imprint it is no book; a book may still be told by those who edited it.
    let plain = edited.is_none() && !out.edited;
    if plain && !holds(words, ". In: ") && !has_dated_sentence(text, body) {
        return false;
    }
    let found = name_lists::list(text, edited.unwrap_or(head))
        .or_else(|| super::citation_books::organisation(text, edited?));
    let Some(found) = found else {
        return false;
    };
    out.edited = edited.is_some();
    let rest = part(text, body, colon + 2, words.len());
    let Some(cut) = position(rest.of(text), ". In: ") else {
        return book(text, rest, found, out);
    };
    let tail = part(text, rest, cut + 6, rest.len());
    out.numbers = numbers(text, tail);
    if out.numbers.year.is_empty() {
        return false;
    }
    out.authors = found;
    out.title = part(text, rest, 0, cut);
    let run = out.numbers.run.start.max(tail.start);
    let name = Span::new(tail.start as usize, run as usize);
    let (first, second) = title_and_container(text, name);
    out.container = if second.is_empty() {
        first
    } else {
        journal(text, name)
    };
    true
}

/// The book behind the names and the colon: `Mühlen am Watt. 2. Auflage. Koehler, Hamburg 2004`.
fn book(text: &str, rest: Span, authors: NameList, out: &mut Citation) -> bool {
    let rest = trim_by(text, rest, |c| {
        c.is_whitespace() || matches!(c, ',' | '.' | '(')
    });
    let words = rest.of(text);
    let mut stops: Vec<usize> = words
        .match_indices(". ")
        .map(|(at, _)| at)
        // `Husum 2007, S. 101`
        .filter(|at| !words[..*at].ends_with(", S"))
        .take(12)
        .collect();
    stops.push(words.len());
    for pair in stops.windows(2) {
        let sentence = part(text, rest, pair[0] + 2, pair[1]);
        // `Berlin 1999` has a town and no house.
        let town = sentence
            .of(text)
            .rsplit_once(' ')
            .filter(|(town, year)| is_year(year) && is_town(town.trim_end_matches(',')))
            .map(|(town, _)| town.len());
        let found = imprint(text, sentence, out);
        if !found && town.is_none() {
            continue;
        }
        if let (false, Some(town)) = (found, town) {
            out.place = part(text, sentence, 0, town);
            out.numbers = super::numbers::Numbers {
                year: part(text, sentence, town + 1, town + 5),
                ..super::numbers::Numbers::default()
            };
        }
        let mut title = part(text, rest, 0, pair[0]);
        if let Some((head, edition)) = title.of(text).rsplit_once(". ")
            && (edition.ends_with("Auflage") || edition.ends_with("Aufl") || edition == "Auflage")
        {
            let number = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            out.edition = part(text, title, number, head.len());
            let head =
                head.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
            title = part(text, title, 0, head.len());
        }
        out.title = title;
        out.authors = authors;
        return true;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn commas_and_colons_set_titles_off() {
        for (string, title, container, authors) in [
            (
                "Fischberg S, Motamed S, Janssens J.P, Pratique de la spirométrie au cabinet, Rev Med Suisse 2009;5: 1882-1889",
                "Pratique de la spirométrie au cabinet",
                "Rev Med Suisse",
                3,
            ),
            (
                "Wolfgang Jantzen, Jan Steffens: Das Problem der Grenze. In: behinderte menschen. 2014, 4/5, 48-53",
                "Das Problem der Grenze",
                "behinderte menschen",
                2,
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [found.title, found.container].map(|span| span.of(string)),
                [title, container]
            );
            assert_eq!(found.authors.names.len(), authors, "{string}");
        }
    }
}
