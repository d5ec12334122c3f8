//! arXiv: results of a search, lists of what is new, and the page of one paper.
//!
//! ```text
//!     arXiv:2301.99001 [pdf, other] math.CO
//!     Covering graphs with few tickets
//!     Authors: Ada Example, B. Sample
//!     Abstract: … △ Less
//!     Submitted 4 January, 2023; originally announced January 2023.
//!     Journal ref: J. Combin. 12 (2023), 45-67
//! ```
//!
//! What is new has `Title:` and no label before the abstract. Titles and names may have no label in
//! old dumps. The year is that of the first version, unless a journal is named. The page of one
//! paper is read by its labels in `collect`.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::Meaning;
use crate::formats::pages::below_source::is_prose;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::fields;
use crate::formats::pages::lines::{doi_in, is_year, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::{position, starts_with};
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "arxiv",
        summary: "arXiv: results of a search, lists of what is new, and the page of a paper",
        why: "Every date of a version looks like the year of the paper, and links stand between the identifier and the title",
        examples: &[
            sample!("arxiv-list"),
            sample!("arxiv-new"),
            sample!("arxiv-page"),
        ],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The papers of such a list; empty for any other page, and for the page of one paper.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let at: Vec<(usize, Span)> = lines
        .iter()
        .enumerate()
        .filter_map(|(n, line)| Some((n, identifier(text, *line)?)))
        .collect();
    let mut out = Vec::new();
    for (n, &(from, id)) in at.iter().enumerate() {
        let to = at.get(n + 1).map_or(lines.len(), |next| next.0);
        if let Some(mut draft) = paper(text, id, lines.get(from + 1..to).unwrap_or_default()) {
            // `arXiv:1706.00012 [pdf] math.HO doi 10.1080/…`
            let head = lines[from];
            if let Some(doi) = doi_in(head.of(text)) {
                draft.add_first(Field::Doi, part(text, head, doi.start, doi.end));
            }
            let links = head.of(text).rfind(']').map_or(0, |at| at + 1);
            fields::arxiv_class(text, part(text, head, links, head.len()), &mut draft);
            out.push(draft);
        }
    }
    out
}

/// The identifier in a line that begins a paper: `[1] arXiv:2401.02015 [pdf, html, other]`.
fn identifier(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let mark = words
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "))
        .filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()))
        .map_or(0, |(number, _)| number.len() + 3);
    let rest = words.get(mark..)?;
    if !starts_with(rest, "arXiv:") {
        return None;
    }
    let linked = ["[pdf", "[ps", "[html", "(cross-list", "(replaced", "[other"];
    if !linked.iter().any(|link| rest.contains(link)) && mark == 0 {
        return None;
    }
    let from = mark + "arXiv:".len();
    let end = words[from..]
        .find(|c: char| c.is_whitespace() || matches!(c, '[' | '('))
        .map_or(words.len(), |n| from + n);
    Some(part(text, line, from, end))
}

fn value(text: &str, line: Span, label: &str) -> Option<Span> {
    starts_with(line.of(text), label).then(|| part(text, line, label.len(), line.len()))
}

fn paper(text: &str, id: Span, lines: &[Span]) -> Option<Draft> {
    let mut draft = Draft::new(Role::Related);
    fields::arxiv(text, id, &mut draft);
    let mut journal = None;
    for &line in lines.iter().take(60) {
        let words = line.of(text);
        if words.is_empty() {
            continue;
        }
        if let Some(title) = value(text, line, "Title:") {
            draft.add_first(Field::Title, title);
        } else if let Some(names) = value(text, line, "Authors:") {
            people(text, names, &mut draft);
        } else if let Some(abstract_) = value(text, line, "Abstract:") {
            let end = position(abstract_.of(text), " △ Less").unwrap_or(abstract_.len());
            draft.add_first(Field::Abstract, part(text, abstract_, 0, end));
        } else if starts_with(words, "Submitted ") {
            let end = words.find(';').unwrap_or(words.len());
            let year = words[..end]
                .split([' ', ','])
                .find(|word| is_year(word))
                .map(|word| word.as_ptr() as usize - words.as_ptr() as usize);
            if let Some(at) = year {
                draft.add_first(Field::Date, part(text, line, at, at + 4));
            }
        } else if starts_with(words, "Journal ref") || starts_with(words, "Journal-ref") {
            let at = words.find(':').map_or(words.len(), |at| at + 1);
            journal = Some(part(text, line, at, words.len()));
        } else if starts_with(words, "doi ") || starts_with(words, "DOI:") {
            if let Some(found) = doi_in(words) {
                draft.add_first(Field::Doi, part(text, line, found.start, found.end));
            }
        } else if let Some(subjects) = value(text, line, "Subjects:") {
            fields::arxiv_class(text, subjects, &mut draft);
        } else if ["Comments:", "MSC", "ACM", "Report", "Showing", "Total of"]
            .iter()
            .any(|label| starts_with(words, label))
        {
        } else if !draft.has(Field::Title) {
            if is_subjects(words) {
                fields::arxiv_class(text, line, &mut draft);
            } else {
                draft.add(Field::Title, line);
            }
        } else if !draft.has(Field::Author) {
            people(text, line, &mut draft);
        } else if is_prose(words) {
            draft.add_first(Field::Abstract, line);
        }
    }
    // Where and when it was printed says more than when it was submitted.
    if let Some(found) = journal.and_then(|line| venue::read(text, line)) {
        draft.clear(Field::Date);
        found.add_to(text, &mut draft);
    }
    draft.has(Field::Title).then_some(draft)
}

fn people(text: &str, line: Span, draft: &mut Draft) {
    if draft.has(Field::Author) {
        return;
    }
    // `A. Roe, et al. (12 additional authors not shown)`
    let words = line.of(text);
    let cut = position(words, "et al. (").filter(|_| words.ends_with("not shown)"));
    let line = match cut {
        Some(at) => {
            draft.mark(Meaning::AuthorsTruncated, part(text, line, at, words.len()));
            part(text, line, 0, at)
        }
        None => line,
    };
    let Some(found) = name_lists::list(text, line) else {
        return;
    };
    for name in found.names {
        draft.add(Field::Author, name);
    }
    if !found.cut.is_empty() {
        draft.mark(Meaning::AuthorsTruncated, found.cut);
    }
}

/// Whether a line names only classes of papers: `physics.pop-ph cs.SD`.
fn is_subjects(words: &str) -> bool {
    words
        .split_whitespace()
        .all(|word| word.contains(['.', '-']) && word.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    #[test]
    fn papers_of_lists_are_apart() {
        let page = "Showing 1–2 of 2 results\narXiv:2103.01234  [pdf, other]  physics.pop-ph doi 10.9999/k.16\nSixteen kettles, one note\nAuthors: Siân Ní Cheallaigh, X. Y. Zhao, et al. (3 additional authors not shown)\nAbstract: We boil water. △ Less\nSubmitted 2 March, 2021; originally announced March 2021.\n\n[2] arXiv:1911.05678 [pdf, html, other]\nTitle: Hearing Water: Taps and Phones\nM. Okafor, L. Łukasiewicz\nSubjects: Sound (cs.SD)\nJournal ref: Acoustics Letters 12 (2020) 210-214\n";
        let found = read(page, &lines(page, Span::new(0, page.len())));
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 2);
        assert_eq!(of(0, Field::Title), "Sixteen kettles, one note");
        assert_eq!(of(0, Field::Date), "2021");
        assert_eq!(of(0, Field::Doi), "10.9999/k.16");
        assert_eq!(found[0].all(Field::Author).count(), 2);
        assert_eq!(of(0, Field::Eprint), "2103.01234");
        assert_eq!(found[1].all(Field::Author).count(), 2);
        assert_eq!(of(1, Field::JournalTitle), "Acoustics Letters");
        assert_eq!(of(1, Field::Date), "2020");
    }
}
