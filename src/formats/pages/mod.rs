//! Scraped pages: text that a reader saved or copied from a website.
//!
//! A [`Layout`] reads one kind of page; the last of [`LAYOUTS`] reads any page with labelled
//! fields or a citation. Several pages in one text are cut apart first.
//!
//! To add a layout: a file, and two adjacent lines here (`mod`, and its entry in [`LAYOUTS`]).
//! What is known of single sites stands in [`SITES`], with samples of their pages.

mod abstract_heads;
mod assemble;
mod below_source;
mod byline;
mod citation;
mod citation_acm;
mod citation_books;
mod citation_brackets;
mod citation_chapters;
mod citation_commas;
mod citation_corners;
mod citation_ends;
mod citation_footnotes;
mod citation_houses;
mod citation_internet;
mod citation_issues;
mod citation_notes;
mod citation_quotes;
mod citation_styles;
mod citation_tails;
mod citation_theses;
mod citation_wikis;
mod citation_years;
mod collect;
mod colon_names;
mod contents;
mod cut;
mod dashed;
mod dblp_sources;
mod draft;
mod encoded;
mod entries;
mod fields;
mod general;
mod glued_labels;
mod heading;
mod houses;
#[cfg(feature = "html")]
pub mod html;
mod journal_lines;
mod labelled;
mod labels;
mod last_ones;
mod lengths;
mod lines;
mod list_cuts;
mod listed;
mod listed_fields;
mod listing;
mod lower;
mod lower_names;
mod lower_types;
mod memo;
mod mix;
mod moved;
mod name_lists;
mod name_marks;
mod name_parts;
mod name_sentences;
mod name_separators;
mod name_shape;
mod name_words;
mod named_places;
mod names;
mod names_by_commas;
mod needles;
mod noise;
mod number_dates;
mod number_run;
mod numbered_fields;
mod numbers;
mod open_label;
mod other_works;
mod own_citation;
mod reference_lines;
mod reflist;
mod result_lines;
mod scholar_glued;
mod sections;
mod settled_imprints;
mod site_heads;
mod site_phrases;
mod sites;
mod spelled_out;
mod split_heading;
mod split_letters;
mod stacked_source;
mod starts;
mod statements;
mod table;
mod thesis_imprints;
mod title_shape;
mod titled;
mod token_words;
mod tokens;
mod translations;
mod typed_items;
mod venue;
mod venue_lines;
mod volume_cards;
mod work;
mod year_first;
mod zbmath_sources;

pub use sites::{SITES, Site};

use crate::doc::Doc;
use crate::formats::{Format, Likelihood, RawRecords};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};

/// Every page layout, in the order they are tried; the last reads any page.
pub static LAYOUTS: &[&Layout] = &[
    &sites::scite::LAYOUT,
    &sites::sciencegate::LAYOUT,
    &sites::cn_aggregator::LAYOUT,
    &general::LAYOUT,
];

/// Scraped pages of every layout.
pub static PAGES: Format = Format {
    doc: Doc {
        id: "scraped-pages",
        summary: "Scraped pages: text saved from the website of a database, journal or search engine",
        why: "Such a page mixes the data of a work with buttons, counts, related works and what others wrote about it",
        examples: &[],
        sources: &["pages as saved by readers; each layout names its own"],
    },
    extensions: &["txt", "text", "md", "html.txt"],
    faults: &[&PAGE_WITHOUT_RECORD, &encoded::ENCODED_PAGE],
    sniff,
    read,
    lower: lower::lower,
    write: None,
};

/// The fault of a page from which nothing can be taken.
pub static PAGE_WITHOUT_RECORD: Doc = Doc {
    id: "page-without-record",
    summary: "A page names no work: no title with authors, no citation, no identifier",
    why: "A login form, a cookie notice or a bar of navigation was saved in place of the page itself",
    examples: &[],
    sources: &["pages as saved by readers"],
};

/// One kind of page.
#[derive(Debug)]
pub struct Layout {
    /// Its documentation; `doc.id` is what `--from` takes.
    pub doc: Doc,
    /// How much a text looks like pages of this kind.
    pub sniff: fn(&str) -> Likelihood,
    /// Appends what one page holds.
    pub read: fn(&Page<'_>, &mut Findings, &mut RawRecords),
}

/// One page of a source.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The source.
    pub source: &'a Source,
    /// The page in it.
    pub span: Span,
    /// The number of the layout in [`LAYOUTS`] that reads it.
    pub reader: u8,
}

impl<'a> Page<'a> {
    /// The text of the whole source, into which all spans point.
    pub fn text(&self) -> &'a str {
        &self.source.text
    }

    /// The lines of the page, trimmed; blank ones are empty.
    pub fn lines(&self) -> Vec<Span> {
        lines::lines(self.text(), self.span)
    }
}

/// Reads every page of a source with one layout, whatever they look like.
///
/// ```
/// use bibsift::formats::pages::{LAYOUTS, read_layout};
/// use bibsift::report::Findings;
/// use bibsift::source::{Source, SourceId};
/// let page = "Title: On Growth and Form\nAuthor: Thompson, D'Arcy W.\nYear: 1917\n";
/// let source = Source::new(SourceId(0), "page.txt", page);
/// let general = LAYOUTS.iter().find(|layout| layout.doc.id == "page").unwrap();
/// let raw = read_layout(general, &source, &mut Findings::default());
/// assert_eq!(raw.records.len(), 1);
/// ```
pub fn read_layout(layout: &Layout, source: &Source, findings: &mut Findings) -> RawRecords {
    let forced = LAYOUTS
        .iter()
        .position(|known| known.doc.id == layout.doc.id)
        .and_then(|at| u8::try_from(at).ok());
    encoded::read(source, findings, |source, findings| {
        read_pages(source, findings, |page| {
            (
                layout,
                Page {
                    reader: forced.unwrap_or(page.reader),
                    ..page
                },
            )
        })
    })
}

fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    encoded::read(source, findings, |source, findings| {
        read_pages(source, findings, |page| {
            let layout = LAYOUTS.get(page.reader as usize).copied();
            (layout.unwrap_or(&general::LAYOUT), page)
        })
    })
}

/// Reads each page with the layout that `choose` names for it. Pages in a row that give nothing
/// are one finding: a file of noise has thousands.
fn read_pages<'a, 'l>(
    source: &'a Source,
    findings: &mut Findings,
    choose: impl Fn(Page<'a>) -> (&'l Layout, Page<'a>),
) -> RawRecords {
    let mut out = RawRecords::default();
    let mut nothing: Option<(Span, usize)> = None;
    for page in cut::pages(source) {
        let (layout, page) = choose(page);
        let before = out.records.len();
        (layout.read)(&page, findings, &mut out);
        if out.records.len() > before {
            report(source, nothing.take(), findings);
            continue;
        }
        let (begin, count) = nothing.map_or((page.span.start, 0), |(span, n)| (span.start, n));
        let span = Span {
            start: begin,
            end: page.span.end,
        };
        nothing = Some((span, count + 1));
    }
    report(source, nothing, findings);
    out
}

/// Says that the pages in this span, so many of them, name no work.
fn report(source: &Source, pages: Option<(Span, usize)>, findings: &mut Findings) {
    let Some((span, count)) = pages else { return };
    findings.push(&PAGE_WITHOUT_RECORD, Severity::Warning, || Diagnostic {
        fault: &PAGE_WITHOUT_RECORD,
        severity: Severity::Warning,
        place: source.place(span.trim(&source.text)),
        record: String::new(),
        field: None,
        message: format!(
            "no work is named on {}: expected a title with authors, a citation or an identifier",
            if count == 1 {
                "this page".to_owned()
            } else {
                format!("these {count} pages")
            }
        ),
        labels: Vec::new(),
    });
}

fn sniff(text: &str) -> Likelihood {
    let all = |text: &str| LAYOUTS.iter().map(|layout| (layout.sniff)(text)).max();
    match all(text).unwrap_or(Likelihood::No) {
        Likelihood::No => encoded::Decoded::of(text)
            .and_then(|decoded| all(&decoded.text))
            .unwrap_or(Likelihood::No),
        found => found,
    }
}

#[cfg(test)]
mod layout_tests;

#[cfg(test)]
mod page_tests;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};
    use crate::source::SourceId;

    /// The records of `text`, read with one layout and lowered.
    pub(super) fn read_as(layout: &Layout, text: &str) -> Vec<Record> {
        let source = Source::new(SourceId(0), "page.txt", text);
        let mut findings = Findings::default();
        let raw = read_layout(layout, &source, &mut findings);
        (0..raw.records.len())
            .map(|at| (PAGES.lower)(&source, &raw, at, &mut findings))
            .collect()
    }

    /// The titles of records that have one.
    pub(super) fn titles(records: &[Record]) -> Vec<&str> {
        let each = records.iter();
        each.filter_map(|record| record.text(Field::Title))
            .collect()
    }

    const PAGES_SAVED: [&str; 4] = [
        include_str!("../../../examples/pages/000_9714b79b0da28b18.txt"),
        include_str!("../../../examples/pages/001_07c0cb264d21a031.txt"),
        include_str!("../../../examples/pages/002_ae09181a376c1b72.txt"),
        include_str!("../../../examples/pages/003_45b3071a62a6d0ee.txt"),
    ];

    fn read_any(text: &str) -> Vec<Record> {
        let source = Source::new(SourceId(0), "page.txt", text);
        let mut findings = Findings::default();
        let raw = (PAGES.read)(&source, &mut findings);
        (0..raw.records.len())
            .map(|at| (PAGES.lower)(&source, &raw, at, &mut findings))
            .collect()
    }

    #[test]
    fn the_saved_pages_give_their_records_and_no_others() {
        let counts = PAGES_SAVED.map(|page| read_any(page).len());
        assert_eq!(counts, [1, 1, 9, 11]);
        let all = read_any(&PAGES_SAVED.join("\n"));
        assert_eq!(all.len(), 22, "the same pages in one file");
        let primary = all.iter().filter(|r| r.role == crate::model::Role::Primary);
        assert_eq!(primary.count(), 4);
        let statements: Vec<usize> = all.iter().map(|r| r.statements.len()).collect();
        assert_eq!(statements[..2], [4, 4]);
        assert_eq!(all[0].statements[0].count, 2);
    }

    #[test]
    fn half_a_page_gives_what_it_has() {
        for page in PAGES_SAVED {
            for at in (0..page.len()).step_by(1499) {
                let cut = lines::floor(page, at);
                for layout in LAYOUTS {
                    read_as(layout, &page[..cut]);
                    read_as(layout, &page[cut..]);
                }
                read_any(&page[..cut]);
            }
        }
    }

    #[test]
    fn no_input_stops_a_reader() {
        for text in [
            "\u{0}\u{1}¼½²\u{fffd}\u{feff}\r\r\n\u{c}",
            "“…\nSection:",
            "[[[[1]1]1] 10.1/ 10.12345/) ( ( (2015) :：：",
            "2019\nDOI: 10.1186/x\n|View full text |Cite",
            "被引:1\n作者\nD O I\n：\n• [1]\n[2]",
            "◽\n2019 ◽\nVol )( ◽\npp. ◽\nAuthor(s):\n...",
            "Title:\nAuthor： ；；、\nVolume：（\n발행사항：：\nPages: –",
            "参考文献[1]．［J］．[2]",
        ] {
            for layout in LAYOUTS {
                read_as(layout, text);
            }
            read_any(text);
        }
    }
}
