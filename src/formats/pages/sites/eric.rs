//! Results and pages of ERIC.
//!
//! ```text
//! ERIC Number: EJ1999001
//! Seating plans in one-room schools
//! O'Rourke, Fatou; Lindqvist, Bo, Jr.
//! Island Schooling, v60 n2 p187-200 2018
//! An abstract. (Contains 2 tables.)
//! Descriptors: Rural Schools, Attention
//! ```
//!
//! Names are inverted and parted by semicolons, so `Bo, Jr.` is one. Reports of a body have its name
//! and the year for a source. The page of one work has labels (`Publication Date:`, `ISSN: ISSN-…`),
//! most of them with `N/A`; the general reader takes it.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::below_source::{self, is_prose};
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::part;
use crate::formats::pages::listing::triple;
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::{holds, starts_with};
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "eric",
        summary: "ERIC results and pages: title, names, source with v, n and p, abstract, descriptors",
        why: "The publication date stands above the title among counts and standard numbers, and reports name no person",
        examples: &[sample!("eric-results"), sample!("eric-page")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The works of a list of results; empty for any other page, and for the page of one work, which
/// has labels for its fields.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let at: Vec<usize> = (0..lines.len())
        .filter(|&n| starts_with(lines[n].of(text), "ERIC Number:"))
        .collect();
    if at.len() < 2 {
        return Vec::new();
    }
    let block = |n: usize| {
        let to = at.get(n + 1).copied().unwrap_or(lines.len());
        at.get(n).and_then(|from| lines.get(from + 1..to))
    };
    (0..at.len())
        .filter_map(|n| work(text, block(n)?))
        .collect()
}

fn work(text: &str, lines: &[Span]) -> Option<Draft> {
    if let Some((mut draft, used)) = triple(text, lines, Role::Related) {
        below_source::add(text, lines.get(used..).unwrap_or_default(), &mut draft);
        return Some(draft);
    }
    let (&title, below) = lines.split_first()?;
    let words = title.of(text);
    if words.chars().filter(|c| c.is_alphabetic()).count() < 6 || holds(words, ": N/A") {
        return None;
    }
    let mut draft = Draft::new(Role::Related);
    draft.add(Field::Title, title);
    let mut at = 0;
    // Reports of a body have no names.
    if let Some(found) = below.first().and_then(|line| name_lists::list(text, *line)) {
        draft.add_names(&found);
        at += 1;
    }
    if let Some(&line) = below.get(at).filter(|line| !is_prose(line.of(text))) {
        match venue::read(text, line) {
            // `Harbour Board of Education, 2006`: the body that a report is of.
            Some(venue) if at == 0 && venue.numbers.parts() == 1 => {
                let report = words.find("Report").filter(|at| *at > 0);
                draft.entry_type =
                    report.map_or(Span::default(), |at| part(text, title, at, at + 6));
                draft.add(Field::Institution, venue.journal);
                draft.add(Field::Date, venue.numbers.year);
            }
            Some(venue) => venue.add_to(text, &mut draft),
            None => draft.add_first(Field::Date, numbers(text, line).year),
        }
        at += 1;
    }
    let used = below_source::add(text, below.get(at..).unwrap_or_default(), &mut draft);
    (used > 0 || draft.has(Field::Author) && draft.has(Field::Date)).then_some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    #[test]
    fn reports_stand_beside_articles() {
        let page = "Showing 1 to 2 of 41 results\nPeer reviewed Direct link\nERIC Number: EJ1000001\nSeats Near the Stove: Attention in Winter\nBerg, Åsa; O'Rourke, Tim\nRural Education Quarterly, v12 n3 p15-29 Fall 2010\nPupils near the stove slept more than those far from it. (Contains 1 figure.)\nDescriptors: Attention, Rural Schools\nERIC Number: ED500002\nStoves of the Schools. Report No. 12\nCenter for Rural Schools\nA list of stoves of all the schools is given.\nDescriptors: Heating\n";
        let found = read(page, &lines(page, Span::new(0, page.len())));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|draft| draft.has(Field::Abstract)));
        assert!(found.iter().all(|draft| draft.has(Field::Keywords)));
        assert!(found[0].has(Field::Volume) && !found[1].has(Field::Author));
    }
}
