//! Citations of articles online as Vancouver has them: `Journal [Internet]. 2016 [cited 2018 Feb 12];32(2):45-58`.

use super::citation::Citation;
use super::citation_styles::title_and_container;
use super::lines::{is_year, part};
use super::name_lists;
use super::needles::position;
use super::numbers::{Numbers, numbers};
use crate::source::Span;

/// Names, title and journal stand before the medium, the year right behind it, and volume, issue and
/// pages behind the date of access.
pub(super) fn by_internet(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(at) = position(words, " [Internet]. ").filter(|at| *at < 1_500) else {
        return false;
    };
    let from = at + " [Internet]. ".len();
    let rest = &words[from..];
    if !is_year(rest.get(..4).unwrap_or_default()) {
        return false;
    }
    let head = part(text, body, 0, at);
    let Some((authors, end)) = name_lists::leading(text, head) else {
        return false;
    };
    let (title, container) = title_and_container(text, part(text, head, end, head.len()));
    if container.is_empty() {
        return false;
    }
    let year = part(text, body, from, from + 4);
    let behind = position(rest, "];").map_or(words.len(), |n| from + n + 2);
    let tail = part(text, body, behind, words.len());
    // `32(2):[aprox. 9 p.]` counts the pages.
    let counted = position(tail.of(text), ":[").unwrap_or(tail.len());
    out.authors = authors;
    out.title = title;
    out.container = container;
    out.numbers = Numbers {
        year,
        ..numbers(text, part(text, tail, 0, counted))
    };
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use super::*;

    #[test]
    fn the_date_of_access_is_no_year() {
        for (words, pages) in [
            (
                "Vargas AY, Mora N, et al. La luz en la sala. Rev Luz Enferm [Internet]. 2016 [citado 12 feb 2018];32(2):[aprox. 9 p.]. Disponible en: http://www.luz.example.cu/1202",
                "",
            ),
            (
                "Vargas AY. La luz en la sala. Rev Luz Enferm [Internet]. 2016 [cited 2018 Feb 12];32(2):45-58.",
                "45-58",
            ),
        ] {
            let found = citation(words, Span::new(0, words.len())).expect(words);
            let n = found.numbers;
            assert_eq!(
                [
                    found.title,
                    found.container,
                    n.year,
                    n.volume,
                    n.issue,
                    n.pages
                ]
                .map(|s| s.of(words)),
                [
                    "La luz en la sala",
                    "Rev Luz Enferm",
                    "2016",
                    "32",
                    "2",
                    pages
                ]
            );
        }
    }
}
