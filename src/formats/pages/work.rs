//! What is collected of a page's own work before it is put together, and its lines without label.

use super::citation::{Citation, citation};
use super::draft::Draft;
use super::fields;
use super::lines::{doi_in, part};
use super::noise;
use super::venue::Venue;
use super::venue_lines::venue_line;
use crate::model::Field;
use crate::source::Span;

/// What is collected of the page's own work.
#[derive(Default)]
pub(super) struct Work {
    /// Its fields so far.
    pub(super) draft: Draft,
    /// Dates that count only where nothing else tells the year.
    pub(super) late: Vec<Span>,
    /// How the page cites itself.
    pub(super) citations: Vec<Citation>,
    /// How many of them stood in a box for citing, or before one that did.
    pub(super) boxed: usize,
    /// What stands in boxes for citing, and citations that no grammar reads.
    pub(super) boxes: Vec<Span>,
    /// Unlabelled lines.
    pub(super) free: Vec<Span>,
    /// Unlabelled lines that were there before.
    pub(super) twice: Vec<Span>,
    /// Journals with numbers that no label names; a citation says it better.
    pub(super) venues: Vec<Venue>,
    /// How many labels were met.
    pub(super) labels: usize,
    /// Whether the page puts a translation above the title, as Suppr does over the records of
    /// PubMed.
    pub(super) translated: bool,
    /// Whether a lone year began the record, so that what stands above it is a title.
    pub(super) year_above: bool,
    /// A DOI that stands in unlabelled text.
    pub(super) loose_doi: Span,
}

/// How many unlabelled lines of a work are kept.
const FREE: usize = 400;

/// A line without label: a citation, a venue, a DOI, or a line that may be title or names.
pub(super) fn free_line(text: &str, line: Span, work: &mut Work) {
    let words = line.of(text);
    if words.len() > 6000 {
        return;
    }
    if let Some(found) = doi_in(words)
        && work.loose_doi.is_empty()
    {
        work.loose_doi = part(text, line, found.start, found.end);
    }
    if words.len() < 400 {
        let issn = fields::issn_in(text, line, &mut work.draft);
        if issn && noise::is_noise_beside_issn(words) || venue_line(text, line, work) {
            return;
        }
    }
    // `CHI '21: Proceedings of the 2021 CHI Conference on Human Factors`
    if let Some((short, name)) = words.split_once(": ")
        && name.starts_with("Proceedings of ")
        && short.len() < 30
        && words.len() < 250
    {
        let from = words.len() - name.len();
        work.draft
            .add_first(Field::BookTitle, part(text, line, from, words.len()));
        return;
    }
    if let Some(found) =
        citation(text, line).filter(|c| c.numbers.parts() >= 2 || !c.mark.is_empty())
    {
        work.citations.push(found);
        return;
    }
    // Open archives print their identifiers so behind a citation.
    if words.contains('⟨') && words.len() > 40 {
        work.boxes.push(line);
        return;
    }
    // `#라디오 #시장`
    let mut tags = words.split_whitespace();
    if words.starts_with('#')
        && tags.clone().count() > 1
        && tags.all(|tag| tag.len() > 1 && tag.starts_with('#'))
    {
        if !work.draft.has(Field::Keywords) {
            fields::keywords(text, &[line], &mut work.draft);
        }
        return;
    }
    // Title, names and journal stand near the top; the rest of a long page is not kept.
    if work.free.len() >= FREE {
        return;
    }
    let again = words.len() < 200
        && work
            .free
            .iter()
            .rev()
            .take(30)
            .any(|held| held.of(text) == words);
    if again {
        work.twice.push(line);
    }
    work.free.push(line);
}
