//! The page of an article in the Directory of Open Access Journals.
//!
//! ```text
//! Journal of Bells (Oct 2021)
//! Bells of the northern valleys
//! Ada Example,
//! B. Sample-Ito
//! Affiliations
//! …
//! DOI
//! https://doi.org/10.9999/bells
//! Journal volume & issue
//! Vol. 17, no. 1
//! pp. 1 – 19
//! Abstract
//! Read online
//! …
//! Keywords
//! bells
//! Published in Journal of Bells
//! ISSN
//! 1234-5678 (Online)
//! ```

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::fields;
use crate::formats::pages::lines::{doi_in, is_letter, is_year, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::starts_with;
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::token_words::whole_date;
use crate::formats::pages::venue::is_issn;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "doaj",
        summary: "Directory of Open Access Journals: the page of an article",
        why: "The journal and its date stand above the title, and the numbers far below the names",
        examples: &[sample!("doaj")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The label no other site prints.
const ANCHOR: &str = "Journal volume & issue";

/// The article of such a page; empty for any other page.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let anchored = lines.iter().any(|line| line.of(text) == ANCHOR);
    let head = lines
        .iter()
        .position(|line| journal(line.of(text)).is_some());
    match head.filter(|_| anchored) {
        Some(at) => article(text, lines, at).into_iter().collect(),
        None => Vec::new(),
    }
}

/// `Journal of Bells (Oct 2021)`: where the journal ends, and where the year begins.
fn journal(words: &str) -> Option<(usize, usize)> {
    let (name, date) = words.strip_suffix(')')?.rsplit_once(" (")?;
    let year = date.rsplit(' ').next().filter(|year| is_year(year))?;
    let month = date.len() - year.len();
    (month <= 10 && !name.is_empty() && words.len() < 250)
        .then_some((name.len(), name.len() + 2 + month))
}

fn article(text: &str, lines: &[Span], head: usize) -> Option<Draft> {
    let mut draft = Draft::new(Role::Primary);
    let (end, year) = journal(lines[head].of(text))?;
    let title = *lines.get(head + 1)?;
    if title.of(text).chars().filter(|c| is_letter(*c)).count() < 3 {
        return None;
    }
    draft.add(Field::Title, title);
    let mut below = lines.iter().enumerate().skip(head + 2);
    for (_, line) in below.by_ref() {
        let name = part(
            text,
            *line,
            0,
            line.of(text).trim_end_matches([',', ' ']).len(),
        );
        let Some(found) = name_lists::list(text, name) else {
            break;
        };
        draft.add_names(&found);
    }
    draft.add(Field::JournalTitle, part(text, lines[head], 0, end));
    draft.add(
        Field::Date,
        whole_date(text, part(text, lines[head], year, year + 4)),
    );
    let mut terms = Vec::new();
    let mut label = "";
    for (_, line) in below {
        let words = line.of(text);
        if [
            "Affiliations",
            "DOI",
            ANCHOR,
            "Abstract",
            "Keywords",
            "ISSN",
            "Publisher",
        ]
        .contains(&words)
            || starts_with(words, "Published in ")
            || starts_with(words, "Country of")
        {
            label = words;
            continue;
        }
        match label {
            "DOI" => {
                if let Some(doi) = doi_in(words) {
                    draft.add_first(Field::Doi, part(text, *line, doi.start, doi.end));
                }
            }
            ANCHOR => numbers(text, *line).add_to(text, &mut draft),
            "Abstract" if words != "Read online" => draft.add_first(Field::Abstract, *line),
            "Keywords" => terms.push(*line),
            "ISSN" if words.get(..9).is_some_and(is_issn) => {
                draft.add_first(Field::Issn, part(text, *line, 0, 9));
            }
            "Publisher" => draft.add_first(Field::Publisher, *line),
            _ => {}
        }
    }
    if !terms.is_empty() {
        fields::keywords(text, &terms, &mut draft);
    }
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::general::LAYOUT;
    use crate::formats::pages::tests::read_as;
    use crate::model::EntryType;

    #[test]
    fn labels_stand_above_their_values() {
        let page = "Support DOAJ\nJournal of Bells and Towers (Oct 2021)\nBells of the northern valleys: makers and names\nAda Example,\nB. Sample-Ito,\nMaria T. P. de Guzman\nAffiliations\nAda Example\nUniversity of Elsewhere\nDOI\nhttps://doi.org/10.9999/bells.17\nJournal volume & issue\nVol. 17, no. 1\npp. 1 – 19\nAbstract\nRead online\nBells are rung in every valley. We asked those who ring them.\nKeywords\nbells\nvalleys\nPublished in Journal of Bells and Towers\nISSN\n1746-4269 (Online)\nPublisher\nBMC\nCountry of publisher\nNorway\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 1);
        let own = &records[0];
        assert_eq!(own.entry_type, EntryType::Article);
        assert_eq!(own.names(Field::Author).len(), 3);
        assert_eq!(
            own.text(Field::JournalTitle),
            Some("Journal of Bells and Towers")
        );
        assert_eq!(own.text(Field::Date), Some("Oct 2021"));
        assert_eq!(own.text(Field::Volume), Some("17"));
        assert_eq!(own.text(Field::Number), Some("1"));
        assert!(own.has(Field::Pages) && own.has(Field::Issn) && own.has(Field::Abstract));
    }
}
