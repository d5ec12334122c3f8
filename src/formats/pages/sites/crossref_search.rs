//! Results of the metadata search of Crossref: a title, then a sentence that says what was published,
//! when and where.
//!
//! ```text
//! Sorting letters by hand
//! Journal Article published 1 Mar 2011 in Postal Science volume 12 issue 3 on pages 45 to 67
//! Authors: Ada Example | Béla Sample
//! https://doi.org/10.9999/ps.12
//! Mail for All
//! Book published 2007
//! Publisher: Example Press
//! Editors: Ada Example
//! ISBN: 9780000000002
//! ```

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::fields;
use crate::formats::pages::labelled::labels_of;
use crate::formats::pages::lines::{doi_in, is_letter, is_year, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::name_shape::is_name;
use crate::formats::pages::needles::{holds, position, starts_with};
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "crossref-search",
        summary: "Crossref metadata search: a title and a sentence that says what was published, when and where",
        why: "Kind, date, journal, volume and pages stand in one sentence, and a journal may hold any of its words",
        examples: &[sample!("crossref-search")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// What Crossref calls the kinds of works.
static KINDS: &[&str] = &[
    "Journal Article",
    "Journal Issue",
    "Journal",
    "Book Chapter",
    "Book Section",
    "Book Part",
    "Book Track",
    "Book Series",
    "Book Set",
    "Book",
    "Edited Book",
    "Monograph",
    "Reference Entry",
    "Reference Book",
    "Reference",
    "Proceedings Article",
    "Proceedings",
    "Conference Paper",
    "Conference Proceeding",
    "Component",
    "Posted Content",
    "Preprint",
    "Dissertation",
    "Report",
    "Report Component",
    "Dataset",
    "Database",
    "Standard",
    "Peer Review",
    "Other",
    "Grant",
];

/// The kinds of works that stand in a book.
static PARTS: &[&str] = &[
    "Book Chapter",
    "Book Section",
    "Book Part",
    "Book Track",
    "Reference Entry",
    "Component",
];

/// The works of such a page; empty for any other.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let at: Vec<usize> = (1..lines.len())
        .filter(|&at| sentence(lines[at].of(text)).is_some())
        .collect();
    let mut out = Vec::new();
    for (n, &from) in at.iter().enumerate() {
        // The title of the next stands above its sentence.
        let to = at.get(n + 1).map_or(lines.len(), |next| next - 1);
        let below = lines.get(from + 1..to).unwrap_or_default();
        out.extend(work(text, lines[from - 1], lines[from], below));
    }
    out
}

/// Where the kind of work ends, and where the words behind `published` begin.
fn sentence(words: &str) -> Option<(usize, usize)> {
    let at = position(words, " published")?;
    let from = at + " published".len();
    let rest = words.get(from..)?;
    let led = rest.is_empty() || rest.starts_with(' ');
    (led && words.len() < 600 && KINDS.contains(&words.get(..at)?)).then_some((at, from))
}

fn work(text: &str, title: Span, said: Span, below: &[Span]) -> Option<Draft> {
    let words = title.of(text);
    let letters = words.chars().filter(|c| is_letter(*c)).count();
    if letters < 2 || words.len() > 1_000 || words == "Actions" {
        return None;
    }
    let mut draft = Draft::new(Role::Related);
    draft.add(Field::Title, title);
    published(text, said, &mut draft);
    for &line in below.iter().take(30) {
        let words = line.of(text);
        if let Some(names) = people(text, line, "Authors:") {
            for name in names {
                draft.add(Field::Author, name);
            }
        } else if let Some(names) = people(text, line, "Editors:") {
            for name in names {
                draft.add(Field::Editor, name);
            }
        } else if let Some(doi) = doi_in(words) {
            draft.add_first(Field::Doi, part(text, line, doi.start, doi.end));
        } else if starts_with(words, "Publisher:")
            || starts_with(words, "ISSN")
            || starts_with(words, "ISBN")
        {
            for found in labels_of(text, line).1 {
                let spans = [found.value];
                fields::add(text, found.label, &spans, &mut draft, &mut Vec::new());
            }
        }
    }
    (draft.has(Field::Doi) || draft.has(Field::Date) || draft.has(Field::Author)).then_some(draft)
}

/// `1 Mar 2011 in Postal Science volume 12 issue 3 on pages 45 to 67`
fn published(text: &str, said: Span, draft: &mut Draft) {
    let words = said.of(text);
    let Some((kind_end, from)) = sentence(words) else {
        return;
    };
    let kind = &words[..kind_end];
    // The word means a paper elsewhere; the whole of them is told by its ISBN.
    if !matches!(kind, "Proceedings" | "Conference Proceeding") {
        draft.entry_type = part(text, said, 0, kind_end);
    }
    let mut end = words.len();
    // From the end, since a journal may hold any of these words.
    if let Some(at) = words.rfind(" Publisher: ").filter(|at| *at >= from) {
        draft.add(
            Field::Publisher,
            part(text, said, at + " Publisher: ".len(), end),
        );
        end = at;
    }
    let marks = [
        (" on pages ", Field::Pages),
        (" on page ", Field::Pages),
        (" issue ", Field::Number),
        (" volume ", Field::Volume),
    ];
    for (mark, field) in marks {
        let Some(at) = words.get(from..end).and_then(|rest| rest.rfind(mark)) else {
            continue;
        };
        let at = from + at;
        let value = part(text, said, at + mark.len(), end);
        let numbered =
            value.len() <= 40 && (field == Field::Pages || value.of(text).split(' ').count() <= 3);
        if numbered {
            draft.add_first(field, value);
            end = at;
        }
    }
    let rest = words.get(from..end).unwrap_or_default();
    let (date, container) = rest.find(" in ").map_or((rest, ""), |at| {
        (&rest[..at], rest.get(at + 4..).unwrap_or_default())
    });
    if date.split_whitespace().any(is_year) {
        draft.add(Field::Date, part(text, said, from, from + date.len()));
    }
    let field = if PARTS.contains(&kind) || holds(kind, "Proceeding") || holds(kind, "Conference") {
        Field::BookTitle
    } else if kind.starts_with("Journal") || kind == "Peer Review" || kind == "Other" {
        Field::JournalTitle
    } else {
        Field::Series
    };
    let at = from + rest.len() - container.len();
    draft.add(field, part(text, said, at, at + container.len()));
}

/// `Authors: Ada Example | Béla Sample`
fn people(text: &str, line: Span, label: &str) -> Option<Vec<Span>> {
    let words = line.of(text);
    if !starts_with(words, label) {
        return None;
    }
    let mut at = label.len();
    let mut out = Vec::new();
    for piece in words.get(at..)?.split('|') {
        let name = part(text, line, at, at + piece.len());
        at += piece.len() + 1;
        if is_name(name.of(text)) || name_lists::list(text, name).is_some() {
            out.push(name);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::general::LAYOUT;
    use crate::formats::pages::tests::read_as;
    use crate::model::EntryType;

    #[test]
    fn sentences_tell_kind_date_and_place() {
        let page = "Metadata Search\nSort by: Relevance\nPage 1 of 3 results\nSorting letters by hand\nJournal Article published 1 Mar 2011 in Postal Science and Art in Europe volume 12 issue 3 on pages 45 to 67\nAuthors: Ada Example | Béla Sample-Minta\nhttps://doi.org/10.9999/ps.12\nActions\nMail for All\nBook published 2007\nPublisher: Example Press\nEditors: Jon Doe-Smith\nISBN: 9780000000002\nActions\nGlue\nBook Chapter published 2015 in Handbook of Stamps on pages 9 to 20\nAuthors: Ada Example\nhttps://doi.org/10.9999/9780000000002.003\nActions\nStamps without glue\nProceedings Article published Jul 2009 in 2nd Workshop on Mail (MAIL)\nhttps://doi.org/10.9999/mail.9\nActions\nRitual and mail\nReference Entry published 2012 in Encyclopedia of Post\nhttps://doi.org/10.9999/ep.12\nActions\nProceedings of the 3rd Mail Day\nProceedings published 2010\nISBN: 9780000000002\nActions\nLetters unsent\nPosted Content published 20 May 2021\nAuthors: Béla Sample-Minta\nhttps://doi.org/10.9999/2021.05.20\nActions\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 7);
        let of = |n: usize, field| records[n].text(field);
        assert_eq!(
            of(0, Field::JournalTitle),
            Some("Postal Science and Art in Europe")
        );
        assert_eq!(of(0, Field::Volume), Some("12"));
        assert_eq!(of(0, Field::Pages), Some("45-67"));
        assert_eq!(of(0, Field::Date), Some("1 Mar 2011"));
        assert_eq!(records[0].names(Field::Author).len(), 2);
        assert_eq!(records[1].entry_type, EntryType::Book);
        assert_eq!(records[1].names(Field::Editor).len(), 1);
        assert!(records[1].has(Field::Isbn));
        assert_eq!(of(2, Field::BookTitle), Some("Handbook of Stamps"));
        assert_eq!(records[3].entry_type, EntryType::InProceedings);
        assert_eq!(records[4].entry_type, EntryType::InCollection);
        assert_eq!(records[5].entry_type, EntryType::Book);
        assert_eq!(of(6, Field::Date), Some("20 May 2021"));
    }
}
