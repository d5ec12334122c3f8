//! The cuts of a list on a page: by its lines where they give citations, else by the model of lists.

use super::citation::{Citation, citation};
use super::lines::{self, after_mark, part};
use super::listed::is_whole;
use super::needles::{Needles, position};
use super::noise;
use super::reflist::items;
use crate::formats::references::segment::{Item, Piece, segment_within};
use crate::source::Span;

/// One reference of a list.
pub(super) struct Cut {
    /// Its parts of lines.
    pub(super) item: Item,
    /// What the grammars read in it.
    pub(super) found: Option<Citation>,
    /// The cut whose words its first words stand for.
    pub(super) earlier: Option<usize>,
}

/// Cuts a list. Where lines and marks give citations, they are the cut; the model of lists cuts
/// what they do not.
pub(super) fn cuts(text: &str, lines: &[Span]) -> Vec<Cut> {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Vec::new();
    };
    let returns = at_return_marks(text, lines);
    if !returns.is_empty() {
        return returns;
    }
    let span = Span {
        start: first.start,
        end: last.end,
    };
    let segments = segment_within(text, span).items;
    let mut marked: Vec<(Span, Citation)> = items(text, lines)
        .into_iter()
        .filter_map(|item| Some((item, citation(text, item)?)))
        .collect();
    marked.sort_by_key(|(span, _)| span.start);
    let mut marked = marked.into_iter().peekable();
    let mut out: Vec<Cut> = Vec::with_capacity(segments.len());
    // The cut that each segment became.
    let mut became: Vec<usize> = Vec::with_capacity(segments.len());
    let mut taken = 0;
    for item in segments {
        let span = item.span();
        let mut inside = Vec::new();
        while let Some((other, _)) = marked.peek()
            && other.start < span.end
        {
            inside.extend(marked.next());
        }
        // Before it, or the only one in it that is more of the text than it.
        let alone = inside.len() == 1;
        let mut used = false;
        for (other, found) in inside {
            let apart = other.end <= span.start;
            let wrapped = other.of(text).contains(['\n', '\r']);
            let less = other.start <= span.start && other.end <= span.end;
            if alone && !apart && (wrapped || less && !is_whole(text, other, &found)) {
                continue;
            }
            used |= !apart;
            taken = taken.max(other.end);
            out.push(Cut {
                item: of_lines(text, other),
                found: Some(found),
                earlier: None,
            });
        }
        if used || span.start < taken {
            became.push(out.len().saturating_sub(1));
            continue;
        }
        let earlier = item
            .stand_in
            .and_then(|words| became.get(words.of).copied());
        became.push(out.len());
        for item in at_returns(text, item) {
            let item = without_links(text, item);
            out.push(Cut {
                found: (!is_broken(text, &item))
                    .then(|| citation(text, item.span()))
                    .flatten(),
                earlier: earlier.filter(|_| item.stand_in.is_some()),
                item,
            });
        }
    }
    out.extend(marked.map(|(span, found)| Cut {
        item: of_lines(text, span),
        found: Some(found),
        earlier: None,
    }));
    out
}

/// Whether a line between those of an item belongs to the page: a running head or a number.
fn is_broken(text: &str, item: &Item) -> bool {
    item.pieces.windows(2).any(|pair| {
        let between = text.get(pair[0].span.end as usize..pair[1].span.start as usize);
        between.is_some_and(|words| words.contains('\n') && !words.trim().is_empty())
    })
}

/// The references of a wiki, where each line begins with the mark that leads back to the text.
fn at_return_marks(text: &str, lines: &[Span]) -> Vec<Cut> {
    let marked = |line: &&Span| line.of(text).starts_with(['^', '↑']);
    let count = lines.iter().filter(marked).count();
    let filled = lines.iter().filter(|line| !line.is_empty()).count();
    if count < 2 || count * 2 < filled {
        return Vec::new();
    }
    lines
        .iter()
        .filter(marked)
        .map(|line| {
            let item = of_lines(text, *line);
            Cut {
                found: citation(text, item.span()),
                item,
                earlier: None,
            }
        })
        .collect()
}

/// An item of whole lines.
fn of_lines(text: &str, span: Span) -> Item {
    let body = after_mark(text, span).0;
    let pieces = lines::lines(text, body)
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|span| Piece { span, spaced: true })
        .collect();
    without_links(
        text,
        Item {
            pieces,
            label: None,
            stand_in: None,
        },
    )
}

/// What pages print behind a reference: links to where it can be found.
static LINKS: Needles = Needles::of(&[
    "[Google Scholar",
    "Google Scholar",
    "[CrossRef",
    "[PubMed",
    "[Links]",
    "[ Links ]",
    "Article CAS",
    "Article PubMed",
    "Article Google",
    "MATH Google",
    "Chapter Google",
    "View at:",
    "View at Publisher",
    "Archived from the original",
    "Articles from ",
    "Associated Data",
    "Copyright (C)",
    "Copyright (c)",
    "Copyright ©",
    "Kategorien:",
    "Kategorie:",
    "Categories:",
    "Catégories",
    "Категории:",
    "Категория:",
    "Categorías:",
    "Categoría:",
    "Categoria:",
    "Kategoria:",
]);

/// Numbers of catalogues that no field holds.
static CATALOGUES: &[&str] = &[
    " OCLC ",
    " S2CID ",
    " JSTOR ",
    " Bibcode:",
    " hdl:",
    " LCCN ",
];

/// An item without the links behind it, and without the marks before it that lead back to the text.
fn without_links(text: &str, mut item: Item) -> Item {
    let pieces = &mut item.pieces;
    if let Some(first) = pieces.first_mut() {
        first.span = after_return(text, first.span);
    }
    if let Some((n, at)) = pieces.iter().enumerate().find_map(|(n, piece)| {
        let words = piece.span.of(text);
        let link = LINKS.first_in(words);
        let noise = n > 0 && words.contains(char::is_alphabetic) && noise::is_noise(words);
        let at = if noise { Some(0) } else { link };
        at.map(|at| (n, at))
    }) {
        let from = pieces.get(n).map_or(0, |piece| piece.span.start as usize);
        if n > 0 || at > 20 {
            pieces.truncate(n + usize::from(at > 0));
            if at > 0
                && let Some(last) = pieces.last_mut()
            {
                last.span = Span::new(from, from + at).trim(text);
            }
        }
    }
    for name in CATALOGUES {
        let found = pieces.iter().enumerate().find_map(|(n, piece)| {
            let words = piece.span.of(text);
            let at = position(words, name)?;
            let behind = words.get(at + name.len()..)?;
            let number = behind.find(' ').unwrap_or(behind.len());
            Some((n, at, at + name.len() + number))
        });
        if let Some((n, at, end)) = found
            && let Some(piece) = pieces.get_mut(n)
        {
            let span = piece.span;
            piece.span = part(text, span, 0, at);
            let span = part(text, span, end, span.len());
            pieces.insert(n + 1, Piece { span, spaced: true });
        }
    }
    pieces.retain(|piece| !piece.span.is_empty());
    item
}

/// The items of a segment that holds several marks that lead back to the text.
fn at_returns(text: &str, item: Item) -> Vec<Item> {
    let begins = |piece: &Piece| piece.span.of(text).starts_with(['^', '↑']);
    if !item.pieces.iter().skip(1).any(begins) {
        return vec![item];
    }
    let mut out: Vec<Item> = Vec::new();
    for (at, piece) in item.pieces.iter().enumerate() {
        match out.last_mut() {
            Some(last) if !begins(piece) => last.pieces.push(*piece),
            _ => out.push(Item {
                pieces: vec![*piece],
                label: item.label.filter(|_| at == 0),
                stand_in: item.stand_in.filter(|_| at == 0),
            }),
        }
    }
    out
}

/// `^ a b Smith, John`, `^ Jump up to: a b Smith`, `↑ Smith`: what stands behind the mark.
fn after_return(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let Some(mut rest) = words.strip_prefix(['^', '↑']).map(str::trim_start) else {
        return span;
    };
    for lead in [
        "Jump up to:",
        "Jump up",
        "跳转至：",
        "Saltar a:",
        "Hochspringen nach:",
    ] {
        rest = rest.strip_prefix(lead).unwrap_or(rest).trim_start();
    }
    // One letter for each place that cites it, perhaps with a word between them.
    let mut letter = b'a';
    while let [first, b' ' | b',', ..] = rest.as_bytes()
        && *first == letter
        && letter < b'z'
    {
        rest = rest.get(2..).unwrap_or_default().trim_start();
        letter += 1;
        for word in ["et ", "und ", "y ", "e ", "и ", "ve ", "i "] {
            let next = rest.strip_prefix(word).map(str::trim_start);
            if let Some(next) = next.filter(|next| next.as_bytes().first() == Some(&letter)) {
                rest = next;
            }
        }
    }
    part(text, span, words.len() - rest.len(), words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(page: &str) -> Vec<String> {
        let all = lines::lines(page, Span::new(0, page.len()));
        cuts(page, &all)
            .iter()
            .map(|cut| cut.item.joined(page).text)
            .collect()
    }

    #[test]
    fn marks_that_lead_back_and_numbers_of_catalogues_are_left_out() {
        assert_eq!(
            cut(
                "^ Jump up to: a b Minchinton, W. E. (1979). \"Early Tide Mills\". Technology and Culture. 20 (4): 777–786. doi:10.2307/3103639. JSTOR 3103639. PMID 12345678.\n^ Spain, Rob (2002). \"A possible Mill\". Kent Archaeological Society. Retrieved 9 March 2015.\n"
            ),
            [
                "Minchinton, W. E. (1979). \"Early Tide Mills\". Technology and Culture. 20 (4): 777–786. doi:10.2307/3103639. PMID 12345678.",
                "Spain, Rob (2002). \"A possible Mill\". Kent Archaeological Society. Retrieved 9 March 2015.",
            ]
        );
    }

    #[test]
    fn buttons_belong_to_no_reference_and_wrapped_lines_to_one() {
        assert_eq!(
            cut(
                "Bekkers T, Low M (2011) Heavy loads, light wheels. Transp Res Part F 14(3):201–210\nArticle Google Scholar\nWickens CD, Hollands JG (2000) Engineering psychology and human performance, 3rd edn. Prentice Hall, Upper Saddle River\nMATH Google Scholar\n"
            ),
            [
                "Bekkers T, Low M (2011) Heavy loads, light wheels. Transp Res Part F 14(3):201–210",
                "Wickens CD, Hollands JG (2000) Engineering psychology and human performance, 3rd edn. Prentice Hall, Upper Saddle River",
            ]
        );
        assert_eq!(
            cut(
                "13. Chinman M, McCarthy S. Early stages of peer specia-\nlist implementation. Psychol Serv. 2017;14:\n213–25.\n14. Yin RK. Case study research: design and meth-\nods. 4th ed. Thousand Oaks: Sage; 2009.\n15. Rogers EM. Diffusion of innovations. New York: Free\nPress; 2003.\n"
            ),
            [
                "Chinman M, McCarthy S. Early stages of peer specialist implementation. Psychol Serv. 2017;14: 213–25.",
                "Yin RK. Case study research: design and methods. 4th ed. Thousand Oaks: Sage; 2009.",
                "Rogers EM. Diffusion of innovations. New York: Free Press; 2003.",
            ]
        );
    }
}
