//! scite: a paper's own data, then what citing works say about it.

use super::sample;
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, is_year, part, trim_by};
use crate::formats::pages::needles::{find, starts_with};
use crate::formats::pages::noise;
use crate::formats::pages::{Layout, Page};
use crate::formats::{Likelihood, Meaning, RawRecords};
use crate::model::{Field, Role};
use crate::report::Findings;
use crate::source::Span;

/// The paper page of scite.ai, saved as text. Authors and journal are links there and are lost;
/// the numbers under `Year Published` count citations and are no years of the paper.
pub(in crate::formats::pages) static LAYOUT: Layout = Layout {
    doc: Doc {
        id: "scite",
        summary: "Scite paper page: year, DOI, title, cut abstract, citation statements",
        why: "The page names no authors and no journal, and its filter block is full of numbers that look like years",
        examples: &[sample!("scite")],
        sources: &["pages of scite.ai/reports as saved by readers"],
    },
    sniff,
    read,
};

fn sniff(text: &str) -> Likelihood {
    let view = memchr::memmem::find(text.as_bytes(), b"|View full text").is_some();
    let statements = memchr::memmem::find(text.as_bytes(), b"Search citation statements").is_some()
        || memchr::memmem::find(text.as_bytes(), b"\nconfidence: ").is_some();
    match (view, statements) {
        (true, true) => Likelihood::Certain,
        (true, false) | (false, true) => Likelihood::Likely,
        (false, false) => Likelihood::No,
    }
}

/// Whether a page begins at line `at`: a year, then a DOI or the bar of buttons.
pub(in crate::formats::pages) fn begins(text: &str, lines: &[Span], at: usize) -> bool {
    let line = |n: usize| lines.get(at + n).map_or("", |span| span.of(text));
    let buttons = |n: usize| line(n).starts_with("|View full text");
    is_year(line(0)) && (starts_with(line(1), "DOI:") && (1..=6).any(&buttons) || buttons(1))
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    let (text, lines) = (page.text(), page.lines());
    let starts: Vec<usize> = (0..lines.len())
        .filter(|&at| begins(text, &lines, at))
        .collect();
    let heads = if starts.is_empty() { vec![0] } else { starts };
    for (n, &from) in heads.iter().enumerate() {
        let to = heads.get(n + 1).copied().unwrap_or(lines.len());
        let draft = paper(text, lines.get(from..to).unwrap_or_default());
        if draft.identifies() {
            draft.push(page.reader, out);
        }
    }
}

fn paper(text: &str, lines: &[Span]) -> Draft {
    let mut draft = Draft::new(Role::Primary);
    let mut at = 0;
    let mut after_buttons = false;
    while let Some(&line) = lines.get(at) {
        at += 1;
        let words = line.of(text);
        if words.is_empty() || words == "|" {
            continue;
        }
        if words.starts_with("|View full text") {
            after_buttons = true;
        } else if starts_with(words, "DOI:") && !draft.has(Field::Doi) {
            if let Some(found) = doi_in(words) {
                draft.add(Field::Doi, part(text, line, found.start, found.end));
            }
        } else if !after_buttons && is_year(words) {
            draft.add_first(Field::Date, line);
        } else if !after_buttons && draft.has(Field::Doi) {
            draft.entry_type = line;
        } else if let Some(begin) = abstract_begin(words) {
            at = add_abstract(text, lines, at - 1, begin, &mut draft);
            break;
        } else if after_buttons && !noise::is_noise(words) && !draft.has(Field::Title) {
            draft.add(Field::Title, line);
        } else if ends_paper(words) || (after_buttons && begins_statement(words)) {
            at -= 1;
            break;
        }
    }
    statements(text, lines.get(at..).unwrap_or_default(), &mut draft);
    draft
}

fn abstract_begin(words: &str) -> Option<usize> {
    starts_with(words, "Abstract:").then_some("Abstract:".len())
}

fn ends_paper(words: &str) -> bool {
    words.starts_with("Help me understand this report")
        || words.starts_with("Search citation statements")
}

fn begins_statement(words: &str) -> bool {
    words.starts_with(['“', '"'])
}

/// Adds the abstract that begins at byte `begin` of line `first`; returns the line after it.
fn add_abstract(
    text: &str,
    lines: &[Span],
    first: usize,
    begin: usize,
    draft: &mut Draft,
) -> usize {
    let mut last = first;
    while let Some(line) = lines.get(last + 1) {
        let words = line.of(text);
        if ends_paper(words) || begins_statement(words) || words.starts_with("Section: ") {
            break;
        }
        last += 1;
    }
    let (Some(from), Some(to)) = (lines.get(first), lines.get(last)) else {
        return first + 1;
    };
    let whole = Span::new(from.start as usize + begin, to.end as usize);
    let words = whole.of(text);
    let end = find(words, "Show more").unwrap_or(words.len());
    draft.add(Field::Abstract, part(text, whole, 0, end));
    last + 1
}

/// Statements stand in quotation marks, each followed by its section and stance.
fn statements(text: &str, lines: &[Span], draft: &mut Draft) {
    let mut open: Option<Span> = None;
    for &line in lines {
        let words = line.of(text);
        if let Some(section) = words.strip_prefix("Section:") {
            if let Some(statement) = open.take() {
                push_statement(text, statement, draft);
                let from = words.len() - section.len();
                draft.mark(
                    Meaning::StatementSection,
                    part(text, line, from, words.len()),
                );
            }
        } else if begins_statement(words) {
            if let Some(statement) = open.replace(line) {
                push_statement(text, statement, draft);
            }
        } else if let Some(statement) = open.as_mut() {
            let closed = statement.of(text).ends_with(['”', '"']);
            if !closed && !words.is_empty() {
                statement.end = line.end;
            }
        }
    }
    if let Some(statement) = open {
        push_statement(text, statement, draft);
    }
}

fn push_statement(text: &str, whole: Span, draft: &mut Draft) {
    let inner = trim_by(text, whole, |c| {
        matches!(c, '“' | '”' | '"' | '…') || c.is_whitespace()
    });
    if !inner.is_empty() {
        draft.mark(Meaning::Statement, inner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::tests::read_as;

    const PAGE: &str = "2020\nDOI: 10.1101/2020.04.07.1\nPreprint\n|View full text |Cite\nAdd to dashboard\nSign up to set email alerts\n|\n\nLoneliness online\n\nAbstract: ABSTRACT Words… Show more\n\nHelp me understand this report\n\nYear Published\n\n2021\n2021\n\nAuthors\n\nJournals\n\n“…One (doi:10.1016/other).…”\nSection: Discussionmentioning\nconfidence: 88%\nSee 1 more Smart Citation\n“…One (doi:10.1016/other).…”\nSection: Discussionmentioning\nconfidence: 88%\n“…Two, cut of";

    #[test]
    fn a_paper_has_its_own_year_doi_and_title_and_nothing_of_the_filters() {
        let records = read_as(&LAYOUT, PAGE);
        assert_eq!(records.len(), 1);
        let record = &records[0];
        assert_eq!(record.text(Field::Title), Some("Loneliness online"));
        assert_eq!(record.text(Field::Date), Some("2020"));
        assert_eq!(record.text(Field::Doi), Some("10.1101/2020.04.07.1"));
        assert_eq!(record.text(Field::Abstract), Some("ABSTRACT Words…"));
        assert!(!record.has(Field::Author) && !record.has(Field::JournalTitle));
        assert_eq!(record.entry_type, crate::model::EntryType::Preprint);
    }

    #[test]
    fn equal_statements_are_one_and_counted() {
        let record = &read_as(&LAYOUT, PAGE)[0];
        let counts: Vec<(&str, &str, &str, usize)> = record
            .statements
            .iter()
            .map(|s| (&*s.text, &*s.section, &*s.stance, s.count))
            .collect();
        assert_eq!(
            counts,
            [
                ("One (doi:10.1016/other).", "Discussion", "mentioning", 2),
                ("Two, cut of", "", "", 1)
            ]
        );
    }
}
