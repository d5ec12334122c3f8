//! Citation styles of works that stand in no journal: books with their imprint, and websites.

use super::citation::Citation;
use super::lines::{is_year, part, trim_by};
use super::name_lists;
use super::name_shape;
use super::names;
use super::needles::{holds, position};
use super::numbers::numbers;
use super::token_words::month;
use crate::source::Span;

/// `Title / responsibility. – City: Publisher, 2001. – 356 с.`, the areas of GOST R 7.0.5 and ISBD.
pub(super) fn by_areas(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let dash = [". – ", ". — ", ".– ", ". - "];
    let Some((cut, width)) = dash
        .iter()
        .filter_map(|mark| position(words, mark).map(|at| (at, mark.len())))
        .min()
    else {
        return false;
    };
    let second = part(text, body, cut + width, words.len());
    // The edition and other areas may stand before the imprint.
    let mut rest = second;
    let mut found = false;
    for _ in 0..4 {
        let words = rest.of(text);
        let (end, width) = dash
            .iter()
            .filter_map(|mark| position(words, mark).map(|at| (at, mark.len())))
            .min()
            .unwrap_or((words.len(), 0));
        let area = part(text, rest, 0, end);
        found = imprint(text, area, out) || town_and_year(text, area, out);
        if found || width == 0 {
            break;
        }
        rest = part(text, rest, end + width, words.len());
    }
    if !found {
        return false;
    }
    let head = part(text, body, 0, cut);
    let (authors, from) = name_lists::leading(text, head).unwrap_or_default();
    out.authors = authors;
    let title = part(text, head, from, head.len());
    // Behind the slash stands who wrote or edited the book, once more.
    let slash = position(title.of(text), " / ").unwrap_or(title.len());
    out.title = part(text, title, 0, slash);
    if out.authors.names.is_empty() && slash < title.len() {
        let again = part(text, title, slash + 3, title.len());
        out.authors = name_lists::list(text, again).unwrap_or_default();
    }
    // `Title : дис. … канд. психол. наук`
    let thesis = [": дис", " : дис", ": автореф", ": diss"];
    let words = out.title.of(text);
    if let Some(at) = thesis.iter().filter_map(|mark| position(words, mark)).min() {
        out.mark = part(text, out.title, at + 1, words.len());
        out.title = part(text, out.title, 0, at);
    }
    true
}

/// `М., 2005`: the imprint of a thesis has no publisher.
fn town_and_year(text: &str, span: Span, out: &mut Citation) -> bool {
    let Some((town, year)) = span.of(text).split_once(", ") else {
        return false;
    };
    if !is_year(year) || town.len() > 40 || !town.starts_with(char::is_uppercase) {
        return false;
    }
    out.place = part(text, span, 0, town.len());
    out.numbers.year = part(text, span, town.len() + 2, span.len());
    true
}

/// `City: Publisher, 1981`, `Publisher, City 1999`: place, publisher, and the year that ends it.
pub(super) fn imprint(text: &str, span: Span, out: &mut Citation) -> bool {
    let Some((body, from)) = dated(text, span) else {
        return false;
    };
    let words = body.of(text);
    if words.len() > 200 {
        return false;
    }
    let strip = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '：' | '.' | '(' | ';');
    let house = trim_by(text, part(text, body, 0, from), strip);
    let held = house.of(text);
    if held.bytes().any(|b| b.is_ascii_digit()) || !held.starts_with(char::is_uppercase) {
        return false;
    }
    let colon = position(held, ": ")
        .or_else(|| position(held, " :"))
        .or_else(|| held.find(':'));
    let (place, publisher) = match colon {
        Some(at) => (
            part(text, house, 0, at),
            part(text, house, at + 1, held.len()),
        ),
        None => match held.rsplit_once(", ") {
            // A town is one or two words.
            Some((publisher, town)) if town.split(' ').count() <= 2 && !town.contains('.') => (
                part(text, house, publisher.len() + 2, held.len()),
                part(text, house, 0, publisher.len()),
            ),
            _ => return false,
        },
    };
    let place_like = place.of(text).split(' ').count() <= 4
        && place.of(text).starts_with(char::is_uppercase)
        && place.of(text).chars().any(char::is_alphabetic);
    if !place_like || publisher.is_empty() || publisher.len() > 120 {
        return false;
    }
    out.place = place;
    out.publisher = trim_by(text, publisher, strip);
    // `Husum 2007, S. 101 ff`
    let behind = span.of(text);
    let pages = position(behind, ", S. ").map_or(Span::default(), |at| {
        let from = at + ", S. ".len();
        let digits = behind[from..]
            .trim_end_matches(|c: char| !c.is_ascii_digit())
            .len();
        part(text, span, from, from + digits)
    });
    out.numbers = super::numbers::Numbers {
        year: part(text, body, from, words.len()),
        pages,
        ..super::numbers::Numbers::default()
    };
    true
}

/// Whether the words are the pages that a note cites: `101`, `12–34`, `101 ff`.
fn is_extent(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        && words
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ' ' | 'f' | '.'))
}

/// The words that end in a year, and the byte of them where it begins.
fn dated(text: &str, span: Span) -> Option<(Span, usize)> {
    let body = trim_by(text, span, |c| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ')')
    });
    // `London: NICE; 2014 Feb`
    let body = match body.of(text).rsplit_once(' ') {
        Some((before, last)) if month(last) => part(text, body, 0, before.len()),
        _ => body,
    };
    // `Beispiel Verlag, Husum 2007, S. 101 ff`
    let body = match body.of(text).rsplit_once(", S. ") {
        Some((before, pages)) if is_extent(pages) => part(text, body, 0, before.len()),
        _ => body,
    };
    let words = body.of(text);
    let from = words.len().checked_sub(4)?;
    is_year(words.get(from..)?).then_some((body, from))
}

/// Whether a year ends a sentence behind another, as an imprint does.
pub(super) fn has_dated_sentence(text: &str, body: Span) -> bool {
    let strip = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '(');
    let words = body.of(text).trim_end_matches(strip);
    let ends = words.match_indices(". ").map(|(at, _)| at);
    ends.chain([words.len()])
        .skip(1)
        .any(|end| dated(text, part(text, body, 0, end)).is_some())
}

/// What looked like a journal without numbers is the imprint of a book: `Geneva: Publisher`, or
/// `Publisher: New York, NY, USA` behind a semicolon.
pub(super) fn house(text: &str, out: &mut Citation) {
    let strip = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '.' | '(' | ';');
    if out.container.is_empty() {
        let title = out.title.of(text);
        let split = title.rfind("; ").and_then(|semi| {
            let colon = position(&title[semi..], ": ")? + semi;
            (colon - semi < 60).then_some((semi, colon))
        });
        if let Some((semi, colon)) = split {
            out.publisher = part(text, out.title, semi + 2, colon);
            out.place = trim_by(text, part(text, out.title, colon + 2, title.len()), strip);
            out.title = part(text, out.title, 0, semi);
        }
        return;
    }
    let words = out.container.of(text);
    let Some((place, publisher)) = words.split_once(": ") else {
        return;
    };
    let town = place.split(' ').count() <= 4
        && place.starts_with(char::is_uppercase)
        && !place.bytes().any(|b| b.is_ascii_digit())
        && ["Journal", "Review", "Proceedings", "Annals", "Zeitschrift"]
            .iter()
            .all(|word| !place.contains(word))
        && !publisher.starts_with(char::is_lowercase);
    if town {
        out.place = part(text, out.container, 0, place.len());
        out.publisher = part(text, out.container, place.len() + 2, words.len());
        out.container = Span::default();
    }
}

/// `AUTHOR. Title. City: Publisher, 1981.` and `AUTHOR, Given. AUTHOR, Given. Title. …`, perhaps
/// followed by the extent: the imprint is the sentence that ends in the year.
pub(super) fn by_imprint(text: &str, body: Span, out: &mut Citation) -> bool {
    // Asked first: it takes longest to tell names from other words.
    if !has_dated_sentence(text, body) {
        return false;
    }
    let Some((authors, from)) = name_lists::leading(text, body)
        .or_else(|| inverted(text, body))
        .or_else(|| organised(text, body))
    else {
        return false;
    };
    let rest = part(text, body, from, body.len());
    let words = rest.of(text);
    let stops: Vec<usize> = words
        .match_indices(". ")
        .map(|(at, _)| at)
        .take(12)
        .collect();
    for (n, &stop) in stops.iter().enumerate() {
        let end = stops.get(n + 1).copied().unwrap_or(words.len());
        let sentence = part(text, rest, stop + 2, end);
        if !imprint(text, sentence, out) {
            continue;
        }
        // What follows may only be the extent and a series.
        let tail = numbers(text, part(text, rest, end, words.len()));
        if !tail.volume.is_empty() && !tail.issue.is_empty() {
            return false;
        }
        out.authors = authors;
        out.title = part(text, rest, 0, stop);
        if let Some(slash) = out.title.of(text).rfind(" / ") {
            out.title = part(text, out.title, 0, slash);
        }
        // `Title. 5th ed. City: …`
        let words = out.title.of(text);
        if let Some((title, edition)) = words.rsplit_once(". ")
            && edition.starts_with(|c: char| c.is_ascii_digit())
            && (edition.ends_with(" ed") || edition.ends_with("edition"))
        {
            out.title = part(text, out.title, 0, title.len());
        }
        return true;
    }
    false
}

/// `National Centre for Mental Health (UK).`: a body before the title, its words with capitals.
fn organised(text: &str, body: Span) -> Option<(names::NameList, usize)> {
    let words = body.of(text);
    let stop = position(words, ". ")?;
    let found = organisation(text, part(text, body, 0, stop))?;
    Some((found, stop + 2))
}

/// A body whose words all have capitals, but for the small ones; its letters in brackets are left
/// out: `Instituto Nacional de Estadística [INE]`.
pub(super) fn organisation(text: &str, span: Span) -> Option<names::NameList> {
    let span = trim_by(text, span, |c| c.is_whitespace() || matches!(c, '.' | ','));
    let words = span.of(text);
    let stop = words.len();
    if !(4..120).contains(&stop) {
        return None;
    }
    let small = [
        "of", "for", "and", "the", "de", "des", "du", "für", "und", "et", "la", "del", "y", "on",
        "in",
    ];
    let shaped = words[..stop].split(' ').all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[' | '&'))
            || small.contains(&word)
    });
    let clean = !words[..stop].contains([',', ':', '“', '"']);
    let digits = words[..stop].bytes().any(|b| b.is_ascii_digit());
    let end = words
        .rfind([' ', '\u{a0}'])
        .filter(|at| words[*at + 1..].starts_with('[') && words.ends_with(']'))
        .unwrap_or(stop);
    (shaped && clean && !digits).then(|| names::NameList {
        names: vec![part(text, span, 0, end)],
        ..names::NameList::default()
    })
}

/// `ROUSSILLON, René. CHABERT, Catherine.`: family names in capitals, a stop after each given name.
fn inverted(text: &str, body: Span) -> Option<(names::NameList, usize)> {
    let mut list = names::NameList::default();
    let mut end = 0;
    for (stop, _) in body.of(text).match_indices(". ").take(12) {
        let name = part(text, body, end, stop);
        let fits = name
            .of(text)
            .split_once(", ")
            .is_some_and(|(family, given)| {
                family.chars().filter(|c| c.is_uppercase()).count() > 1
                    && !family.chars().any(char::is_lowercase)
                    && given.chars().any(char::is_lowercase)
                    && given.split(' ').count() <= 3
            })
            && name_shape::is_name(name.of(text));
        if !fits {
            break;
        }
        list.names.push(name);
        end = stop + 2;
    }
    (end > 0).then_some((list, end))
}

/// `Surname, Title, Journal, № 59, с. 553`: in such a list the number is the volume.
pub(super) fn by_numero(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(at) = position(words, ", № ").or_else(|| position(words, ", №")) else {
        return false;
    };
    let head = &words[..at];
    let Some((before, journal)) = head.rsplit_once(", ") else {
        return false;
    };
    let Some((name, title)) = before.split_once(", ") else {
        return false;
    };
    if !name_shape::is_name(name) || title.len() < 8 || journal.is_empty() {
        return false;
    }
    let found = numbers(text, part(text, body, at, words.len()));
    out.numbers.volume = found.issue;
    out.numbers.pages = found.pages;
    out.numbers.year = found.year;
    out.authors.names = vec![part(text, body, 0, name.len())];
    out.title = part(text, body, name.len() + 2, before.len());
    out.container = part(text, body, before.len() + 2, head.len());
    !out.numbers.volume.is_empty()
}

/// `AUTHOR. Title.` before the address of a website, the author in capitals.
pub(super) fn by_site(text: &str, body: Span, tail: &str, out: &mut Citation) -> bool {
    let sites = [
        "Disponível em",
        "Disponible en",
        "Available at",
        "Available from",
        "Retrieved from",
    ];
    if !sites.iter().any(|site| tail.starts_with(site)) {
        return false;
    }
    let words = body.of(text).trim_end_matches(['.', ' ']);
    let Some((author, title)) = words.split_once(". ") else {
        return false;
    };
    let capitals = author.chars().filter(|c| c.is_uppercase()).count() >= 3
        && !author.chars().any(char::is_lowercase)
        && author.len() < 120;
    if !capitals || holds(title, ". ") {
        return false;
    }
    out.authors.names = vec![part(text, body, 0, author.len())];
    out.title = part(text, body, author.len() + 2, words.len());
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn books_have_an_imprint_and_no_journal() {
        for (string, title, publisher, place, year, authors) in [
            (
                "LODI, J. B. História da administração. São Paulo: Atlas, 1981.",
                "História da administração",
                "Atlas",
                "São Paulo",
                "1981",
                1,
            ),
            (
                "Лурия А. Р. Основы нейропсихологии / А. Р. Лурия. – М.: Изд-во МГУ, 1973. – 374 с.",
                "Основы нейропсихологии",
                "Изд-во МГУ",
                "М.",
                "1973",
                1,
            ),
            (
                "ROUSSILLON, René. CHABERT, Catherine. Manuel de psychologie. Issy : MASSON, 2007. 702 p.",
                "Manuel de psychologie",
                "MASSON",
                "Issy",
                "2007",
                2,
            ),
            (
                "Bishop, C.M. Pattern Recognition and Learning; Springer: New York, NY, USA, 2006.",
                "Pattern Recognition and Learning",
                "Springer",
                "New York, NY, USA",
                "2006",
                1,
            ),
            (
                "World Health Organization. (2013). Action plan 2013–2020. Geneva: World Health Organization.",
                "Action plan 2013–2020",
                "World Health Organization",
                "Geneva",
                "2013",
                1,
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [
                    found.title,
                    found.publisher,
                    found.place,
                    found.numbers.year
                ]
                .map(|span| span.of(string)),
                [title, publisher, place, year]
            );
            assert_eq!(found.authors.names.len(), authors, "{string}");
            assert!(found.container.is_empty(), "{string}");
        }
    }

    #[test]
    fn a_number_sign_may_count_volumes() {
        let string = "Alegria, Prevalence of disorders, Archives of Psychiatry, № 59, с. 553";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        assert_eq!(found.numbers.volume.of(string), "59");
        assert_eq!(found.container.of(string), "Archives of Psychiatry");
    }
}
