//! Results and pages of the Social Science Research Network.
//!
//! ```text
//! 1.
//! Salt and the treasury
//! Dept. of Economics Paper No. 3/2011
//! Number of pages: 40 Posted: 03 May 2011 Last Revised: 1 Jun 2012
//! Ada Example and B. Sample
//! University of Somewhere
//! Downloads 61 (1,020)
//! salt tax, ports
//! ```
//!
//! Below the title stand series or the journal it appeared in, above the date of posting; a paper in
//! two series is printed twice. The page of one paper gives `Suggested Citation:` with the names
//! inverted and a date in brackets behind the title; `own_citation` reads it.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::fields;
use crate::formats::pages::lines::{is_item_number, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::{self, holds};
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "ssrn",
        summary: "SSRN: results of a search, and the page of a paper",
        why: "The date of posting, of the last revision and of the writing all stand there, and the series of the paper looks like a journal",
        examples: &[sample!("ssrn-results"), sample!("ssrn-page")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// `Number of pages: 61 Posted: 02 Jan 2015`: title and series above, names below, and terms at the
/// end. A work that is printed again in another series is the same.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let anchor = |line: &Span| {
        let words = line.of(text);
        holds(words, "Posted:") && needles::starts_with(words, "number of pages")
    };
    let at: Vec<usize> = (0..lines.len()).filter(|&n| anchor(&lines[n])).collect();
    let mut out: Vec<Draft> = Vec::new();
    let mut end = 0;
    for (n, &anchor) in at.iter().enumerate() {
        let numbered = (end..anchor)
            .rev()
            .find(|&n| is_item_number(lines[n].of(text)));
        let above =
            &lines[numbered.map_or_else(|| anchor.saturating_sub(2).max(end), |n| n + 1)..anchor];
        let next = at.get(n + 1).copied().unwrap_or(lines.len());
        // The title of the next is above its anchor.
        let stop = (anchor + 1..next)
            .find(|&n| is_item_number(lines[n].of(text)))
            .unwrap_or(next);
        end = anchor + 1;
        let Some((&title, series)) = above.split_first() else {
            continue;
        };
        let same = out.last().is_some_and(|draft| {
            draft
                .first(Field::Title)
                .is_some_and(|held| held.of(text) == title.of(text))
        });
        if !same {
            let mut draft = Draft::new(Role::Related);
            draft.add(Field::Title, title);
            out.push(draft);
        }
        let Some(draft) = out.last_mut() else {
            continue;
        };
        for &line in series {
            if let Some(venue) = venue::read(text, line).filter(|venue| venue.numbers.parts() >= 2)
            {
                venue.add_to(text, draft);
            }
        }
        let posted = lines[anchor];
        let from = posted.of(text).find("Posted:").unwrap_or(0);
        let to = posted.of(text).find("Last").unwrap_or(posted.len());
        let date = numbers(text, part(text, posted, from, to.max(from))).year;
        draft.add_first(Field::Date, date);
        for &line in lines.get(anchor + 1..stop).unwrap_or_default() {
            let words = line.of(text);
            if !draft.has(Field::Author)
                && let Some(found) = name_lists::list(text, line)
            {
                draft.add_names(&found);
                continue;
            }
            let terms = holds(words, ", ")
                && words.split(", ").all(|term| term.split(' ').count() <= 5)
                && !words.bytes().any(|b| b.is_ascii_digit())
                && words.starts_with(char::is_lowercase);
            if terms && !draft.has(Field::Keywords) {
                fields::keywords(text, &[line], draft);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    fn value<'t>(text: &'t str, draft: &Draft, field: Field) -> &'t str {
        draft.first(field).map_or("", |span| span.of(text))
    }

    #[test]
    fn posted_papers_are_one_record_each() {
        let page = "1.\nSalt and the Fisc: Taxes of a Port\nNumber of pages: 40 Posted: 03 May 2011 Last Revised: 1 Jun 2012\nAda van Dam and J. O'Neill\nUniversity of Somewhere\nDownloads 61 (1,020)\nSalt and the Fisc: Taxes of a Port\nDept. of Economics Paper No. 3/2011\nNumber of pages: 40 Posted: 03 May 2011\nAda van Dam and J. O'Neill\nsalt tax, ports\n2.\nRopes\nMaritime Law Review, Vol. 12, p. 20, 2009\nNumber of pages: 9 Posted: 30 May 2010\nM. Low\nrope, law\n";
        let filled: Vec<Span> = lines(page, Span::new(0, page.len()));
        let found = read(page, &filled);
        assert_eq!(found.len(), 2);
        assert_eq!(value(page, &found[0], Field::Date), "2011");
        assert_eq!(found[0].all(Field::Author).count(), 2);
        assert_eq!(value(page, &found[0], Field::Keywords), "salt tax");
        assert_eq!(
            value(page, &found[1], Field::JournalTitle),
            "Maritime Law Review"
        );
        assert_eq!(value(page, &found[1], Field::Date), "2009");
    }
}
