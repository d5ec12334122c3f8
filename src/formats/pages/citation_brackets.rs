//! Citation styles that put house and year of a book in brackets, as Springer Nature does, and
//! websites with the year behind the address.

use super::citation::Citation;
use super::citation_books::organisation;
use super::lines::{is_year, part, trim_by};
use super::name_lists;
use super::needles::{holds, position};
use super::numbers::{Numbers, numbers};
use crate::source::Span;

/// `Scheffer, M. Critical Transitions (Princeton Univ. Press, 2009).`, and a chapter of such a book:
/// `Names Title in Book (eds Names) 21–42 (House, 1983).`
pub(super) fn by_house_in_brackets(text: &str, body: Span, out: &mut Citation) -> bool {
    let body = trim_by(text, body, |c| c.is_whitespace() || c == '.');
    let words = body.of(text);
    let Some(inside) = words.strip_suffix(')') else {
        return false;
    };
    let Some(open) = inside.rfind(" (") else {
        return false;
    };
    let imprint = &inside[open + 2..];
    let Some((house, year)) = imprint.rsplit_once(", ") else {
        return false;
    };
    if !is_year(year) || house.len() > 100 || house.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let Some((authors, from)) = name_lists::leading(text, body) else {
        return false;
    };
    if from >= open {
        return false;
    }
    let head = part(text, body, from, open);
    // The editors of a book stand before its title.
    let whole = head;
    let head = ["(eds) ", "(ed.) ", "(eds.) ", "(ed) "]
        .iter()
        .find_map(|role| head.of(text).strip_prefix(role))
        .map_or(head, |rest| {
            part(text, head, head.len() - rest.len(), head.len())
        });
    out.edited = head != whole;
    let inner = head.of(text);
    let chapter = position(inner, " (eds ")
        .or_else(|| position(inner, " (ed. "))
        .or_else(|| position(inner, " (eds. "));
    if let Some(editors) = chapter {
        let Some(within) = inner[..editors].rfind(" in ") else {
            return false;
        };
        out.title = part(text, head, 0, within);
        out.container = part(text, head, within + 4, editors);
        let close = inner[editors..]
            .find(')')
            .map_or(inner.len(), |n| editors + n);
        let behind = part(text, head, close, inner.len());
        out.numbers.pages = numbers(text, behind).pages;
        out.book = true;
    } else {
        if numbers(text, head).parts() >= 2 {
            return false;
        }
        // `Title Vol. 16`, `Title 2nd edn`
        let end = [
            " Vol. ", ", Vol. ", " vol. ", " 2nd ", " 3rd ", " 4th ", ", 2nd ", ", 3rd ",
        ]
        .iter()
        .filter_map(|mark| inner.rfind(mark))
        .filter(|at| inner.len() - at < 16)
        .min()
        .unwrap_or(inner.len());
        out.title = part(text, head, 0, end);
    }
    out.authors = authors;
    let comma = house.rfind(", ");
    out.publisher = part(
        text,
        body,
        open + 2,
        open + 2 + comma.unwrap_or(house.len()),
    );
    if let Some(comma) = comma {
        out.place = part(text, body, open + 4 + comma, open + 2 + house.len());
    }
    let at = open + 2 + imprint.len() - 4;
    out.numbers = Numbers {
        year: part(text, body, at, at + 4),
        ..out.numbers
    };
    true
}

/// `World Health Organization. Depression. WHO http://… (2018).`, `[n.d.]. Title. Retrieved …`:
/// pages of the web by a body or by nobody.
pub(super) fn by_address(text: &str, body: Span, tail: Span, out: &mut Citation) -> bool {
    let behind = tail.of(text);
    if !["http", "Retrieved", "Available", "Accessed"]
        .iter()
        .any(|lead| behind.starts_with(lead))
        || !holds(behind, "http")
    {
        return false;
    }
    let words = body.of(text);
    let undated = ["[n.d.]. ", "n.d. ", "(n.d.). "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead));
    let head = if let Some(rest) = undated {
        part(text, body, words.len() - rest.len(), words.len())
    } else {
        let Some(stop) = position(words, ". ") else {
            return false;
        };
        let Some(found) =
            organisation(text, part(text, body, 0, stop)).filter(|_| words[..stop].contains(' '))
        else {
            return false;
        };
        out.authors = found;
        part(text, body, stop + 2, words.len())
    };
    let inner = head.of(text);
    let end = position(inner, ". ").unwrap_or(inner.len());
    out.title = part(text, head, 0, end);
    // `… (2018).` behind the address.
    let bare = behind.trim_end_matches(['.', ' ']);
    if let Some(open) = bare.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
        let year = part(text, tail, open + 1, bare.len() - 1);
        if is_year(year.of(text)) {
            out.numbers.year = year;
        }
    }
    undated.is_some() || !out.numbers.year.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn houses_in_brackets_and_addresses_are_read() {
        for (string, title, container, publisher, year) in [
            (
                "Scheffer, M. Critical Transitions in Nature Vol. 16 (Princeton Univ. Press, 2009).",
                "Critical Transitions in Nature",
                "",
                "Princeton Univ. Press",
                "2009",
            ),
            (
                "Kendler, K. S. & Parnas, J. (eds) Philosophical Issues IV (Oxford Univ. Press, 2017).",
                "Philosophical Issues IV",
                "",
                "Oxford Univ. Press",
                "2017",
            ),
            (
                "Potts, D. C. Bleaching of reefs in Perspectives on Coral Reefs (ed. Barnes, D. J.) 21–42 (Brian Clouston, 1983).",
                "Bleaching of reefs",
                "Perspectives on Coral Reefs",
                "Brian Clouston",
                "1983",
            ),
            (
                "World Health Organization. Depression. WHO http://www.who.int/fs369/en/ (2018).",
                "Depression",
                "",
                "",
                "2018",
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [
                    found.title,
                    found.container,
                    found.publisher,
                    found.numbers.year
                ]
                .map(|span| span.of(string)),
                [title, container, publisher, year],
            );
            assert!(!found.authors.names.is_empty(), "{string}");
        }
    }
}
