//! Books as footnotes cite them: names, title, and in brackets town, house and year.

use super::citation::Citation;
use super::houses::is_town;
use super::lines::{is_year, part};
use super::name_lists;
use super::name_shape::is_name;
use super::names::NameList;
use super::needles::position;
use super::numbers::Numbers;
use crate::source::Span;

/// `Ada Example and B. Sample, Bells: A History, 2nd ed. (Elsewhere: Example Press, 2006), 91–93.` and
/// `Ada Example, ed., Bells (Elsewhere: Example Press, 2006).` The pages behind are those that are
/// cited, not those of the work. A family name may stand alone where the work was cited before.
pub(super) fn by_footnote(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(open) = words.rfind(" (") else {
        return false;
    };
    let Some((imprint, behind)) = words[open + 2..].split_once(')') else {
        return false;
    };
    let pages = behind.trim_matches(|c: char| matches!(c, ',' | ':' | '.' | ' '));
    let cited = pages
        .trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ' '))
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | ' ' | 'f' | 'n' | '.'));
    let Some((town, rest)) = imprint.split_once(": ") else {
        return false;
    };
    let Some((house, year)) = rest.rsplit_once(", ") else {
        return false;
    };
    let named = |words: &str| {
        words.starts_with(char::is_uppercase)
            && words.len() < 80
            && !words.bytes().any(|b| b.is_ascii_digit())
    };
    if !cited || pages.len() > 40 || !is_year(year) || !named(town) || !named(house) {
        return false;
    }
    let head = &words[..open];
    if head.contains(['“', '"', '«', '„', '‘', '(']) || head.len() > 500 {
        return false;
    }
    let Some((authors, from)) = people(text, part(text, body, 0, open)) else {
        return false;
    };
    let role = ["eds., ", "ed., ", "eds, ", "ed. ", "eds. "]
        .iter()
        .find(|role| head[from..].starts_with(**role));
    out.edited = role.is_some();
    let from = from + role.map_or(0, |role| role.len());
    let rest = &head[from..];
    // `Bells, trans. B. Sample`, `Bells, 2nd ed.`
    let end = [
        ", trans. ",
        ", translated by ",
        ", ed. ",
        ", eds. ",
        ", rev. ed.",
        ", vol. ",
    ]
    .iter()
    .filter_map(|mark| position(rest, mark))
    .chain(edition(rest))
    .min()
    .unwrap_or(rest.len());
    if !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || end < 3 {
        return false;
    }
    let place = open + 2;
    out.authors = authors;
    out.title = part(text, body, from, from + end);
    out.place = part(text, body, place, place + town.len());
    let house_at = place + town.len() + 2;
    out.publisher = part(text, body, house_at, house_at + house.len());
    let year_at = house_at + house.len() + 2;
    out.numbers = Numbers {
        year: part(text, body, year_at, year_at + 4),
        ..Numbers::default()
    };
    true
}

/// Where `, 2nd ed.` begins at the end of a title.
fn edition(title: &str) -> Option<usize> {
    let (head, last) = title.rsplit_once(", ")?;
    let counted = last.starts_with(|c: char| c.is_ascii_digit()) && last.len() < 16;
    (counted && last.ends_with("ed.")).then_some(head.len())
}

/// The names before the title, given names first, and where the words behind them begin.
fn people(text: &str, head: Span) -> Option<(NameList, usize)> {
    let words = head.of(text);
    let mut out = NameList::default();
    let mut from = 0;
    for piece in words.split(", ") {
        let span = part(text, head, from, from + piece.len());
        let whole = piece.contains([' ', '.']) && is_name(piece);
        if whole && from + piece.len() < words.len() {
            out.names.push(span);
        } else if let Some(found) = name_lists::list(text, span)
            .filter(|found| found.names.len() > 1 && from + piece.len() < words.len())
        {
            out.names.extend(found.names);
            from += piece.len() + 2;
            break;
        } else {
            break;
        }
        from += piece.len() + 2;
    }
    if out.names.is_empty() {
        let (family, title) = words.split_once(", ")?;
        let one = family.starts_with(char::is_uppercase)
            && family
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
            && family.contains(char::is_lowercase)
            && !is_town(family);
        if !one || title.split(' ').count() < 3 {
            return None;
        }
        out.names.push(part(text, head, 0, family.len()));
        from = family.len() + 2;
    }
    Some((out, from))
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn town_house_and_year_stand_in_brackets() {
        for (string, names, title, house) in [
            (
                "Ada Example, Bells of the North: A History (Elsewhere: The Example Press, 2006), 91.",
                1,
                "Bells of the North: A History",
                "The Example Press",
            ),
            (
                "Ada Example and Béla Sample, Ringing, Then and Now, 2nd ed. (Oxford: Oxford University Press, 1999), pp. 3–4, 17.",
                2,
                "Ringing, Then and Now",
                "Oxford University Press",
            ),
            (
                "Example, Bells of the North: A History (Elsewhere: The Example Press, 2006), 91–93.",
                1,
                "Bells of the North: A History",
                "The Example Press",
            ),
            (
                "Ada Example, ed., Sounds of Silesia, 1880–1914 (New Barnet: John Libbey, 2014).",
                1,
                "Sounds of Silesia, 1880–1914",
                "John Libbey",
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(found.authors.names.len(), names, "{string}");
            assert_eq!(found.title.of(string), title);
            assert_eq!(found.publisher.of(string), house);
        }
    }
}
