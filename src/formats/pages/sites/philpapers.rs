//! The page of a work on `PhilPapers`, and its lists of works.
//!
//! ```text
//! What Bells Owe
//! Ada Example
//! Studies in Sound 12 (3):45-67 (2004)
//! Copy BIBTEX
//! Abstract
//! …
//! Author's Profile
//! Ada Example
//! DOI 10.9999/bells
//! Similar books and articles
//! On Ringing. B. Sample - 2011 - Example University Press.
//! References found in this work
//! …
//! ```
//!
//! The authors may stand only below `Author's Profile`. A book has its house and year in the line of
//! the source. The works beside it are those of [`crate::formats::pages::dashed`].

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::byline::is_body;
use crate::formats::pages::dashed::{items, published};
use crate::formats::pages::dblp_sources::year_in_brackets;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, is_letter, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::starts_with;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "philpapers",
        summary: "PhilPapers: the page of a work and the works beside it",
        why: "The authors may stand only in a profile below the abstract, and the lists beside the work look like more of it",
        examples: &[sample!("philpapers")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The work of such a page and the works beside it; empty for any other page.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let button = lines.iter().position(|line| {
        let words = line.of(text);
        starts_with(words, "Copy")
            && words
                .to_lowercase()
                .split_whitespace()
                .eq(["copy", "bibtex"])
    });
    let Some(own) = button.and_then(|at| own(text, lines, at)) else {
        return Vec::new();
    };
    let mut out = vec![own];
    let below = button
        .and_then(|at| lines.get(at + 1..))
        .unwrap_or_default();
    let references = below
        .iter()
        .position(|line| starts_with(line.of(text), "References found in this work"))
        .unwrap_or(below.len());
    let (beside, cited) = below.split_at(references);
    // Works that cite this one may stand below those it cites.
    let citing = cited
        .iter()
        .position(|line| starts_with(line.of(text), "Citations of this work"))
        .unwrap_or(cited.len());
    let (cited, citing) = cited.split_at(citing);
    out.extend(items(text, beside, Role::Related));
    out.extend(items(text, cited, Role::Reference));
    out.extend(items(text, citing, Role::Related));
    out
}

fn own(text: &str, lines: &[Span], button: usize) -> Option<Draft> {
    let source = *lines.get(button.checked_sub(1)?)?;
    let mut draft = Draft::new(Role::Primary);
    let to_come = source.of(text).ends_with("(forthcoming)");
    if let Some((end, year)) = year_in_brackets(text, source) {
        published(text, part(text, source, 0, end), &mut draft, false);
        draft.add(Field::Date, year);
    } else if to_come {
        let end = source.len() - "(forthcoming)".len();
        published(text, part(text, source, 0, end), &mut draft, true);
    } else {
        return None;
    }
    let mut at = button.checked_sub(2)?;
    let mut names = Vec::new();
    // The title may have the shape of a name: it is above everything.
    while let Some(found) = lines.get(at).and_then(|line| name_lists::list(text, *line))
        && at > 0
        && button - at <= 8
        && lines
            .get(at - 1)
            .is_some_and(|line| !is_menu(line.of(text)))
    {
        names.push(found);
        at -= 1;
    }
    let title = *lines.get(at)?;
    if title.of(text).chars().filter(|c| is_letter(*c)).count() < 2 {
        return None;
    }
    draft.add(Field::Title, title);
    for found in names.into_iter().rev() {
        draft.add_names(&found);
    }
    for (at, line) in lines.iter().enumerate().skip(button + 1) {
        let words = line.of(text);
        let next = lines.get(at + 1).copied().unwrap_or_default();
        if starts_with(words, "Similar books") || starts_with(words, "References found") {
            break;
        }
        if words == "Abstract" {
            draft.add_first(Field::Abstract, next);
        } else if starts_with(words, "DOI") {
            if let Some(doi) = doi_in(words) {
                draft.add_first(Field::Doi, part(text, *line, doi.start, doi.end));
            }
        } else if !draft.has(Field::Author)
            && (words.ends_with("Author's Profile") || words.starts_with("Author Profiles"))
        {
            let people = lines.get(at + 1..).unwrap_or_default().iter();
            for person in people.take_while(|line| !is_menu(line.of(text))).take(8) {
                if !is_body(person.of(text))
                    && let Some(found) = name_lists::list(text, *person)
                {
                    draft.add_names(&found);
                }
            }
        }
    }
    Some(draft)
}

/// Whether a line belongs to the page and not to the work.
fn is_menu(words: &str) -> bool {
    [
        "New All",
        "Sign in",
        "Keywords",
        "Categories",
        "Analytics",
        "DOI",
        "Options",
        "PhilPeople",
    ]
    .iter()
    .any(|lead| words.starts_with(lead))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::general::LAYOUT;
    use crate::formats::pages::tests::{read_as, titles};
    use crate::model::EntryType;

    #[test]
    fn the_work_of_the_page_stands_above_those_beside_it() {
        let page = "PhilPapers\nSign in\nNew All new items Books Journal articles Manuscripts\nWhat Bells Owe\nAda Example & Béla Sample\nStudies in Sound 12 (3):45-67 (2004)\nCopy   BIBTEX\nAbstract\nBells owe nothing to those who ring them, says the text.\nLike\nKeywords bells\nDOI 10.9999/bells.12\nSimilar books and articles\nOn Ringing. Béla Sample - 2011 - Example University Press.\nStille. Béla Sample - 2015 - In Ada Example (ed.), Von Glocken. Alber. pp. 8-13.\nReferences found in this work\nTowers. Emil de la Cour - 1971 - Mind 80:1-20.\nCitations of this work\nPeals. Carla Third - 2020 - Erkenntnis 85 (1):3-4.\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(
            titles(&records),
            ["What Bells Owe", "On Ringing", "Stille", "Towers", "Peals"]
        );
        assert_eq!(records[0].names(Field::Author).len(), 2);
        assert_eq!(records[0].text(Field::Volume), Some("12"));
        assert_eq!(records[0].text(Field::Doi), Some("10.9999/bells.12"));
        assert!(records[0].has(Field::Abstract));
        assert_eq!(records[1].entry_type, EntryType::Book);
        assert_eq!(records[2].entry_type, EntryType::InCollection);
        let roles: Vec<_> = records.iter().map(|record| record.role).collect();
        assert_eq!(
            roles,
            [
                Role::Primary,
                Role::Related,
                Role::Related,
                Role::Reference,
                Role::Related
            ]
        );
    }

    #[test]
    fn a_book_names_its_authors_below() {
        let page = "PhilPapers\nNew All new items\nTowers of the Plain\nOxford: Oxford University Press (2011)\nCopy BIBTEX\nAbstract\nThis book is about towers and those who build them.\nAuthor Profiles\nEmil de la Cour\nUniversity of Elsewhere\nKeywords towers\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].entry_type, EntryType::Book);
        assert_eq!(records[0].names(Field::Author).len(), 1);
    }
}
