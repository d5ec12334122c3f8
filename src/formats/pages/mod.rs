//! Scraped pages: text that a reader saved or copied from a website.
//!
//! A [`Layout`] reads one kind of page; the last of [`LAYOUTS`] reads any page with labelled
//! fields or a citation. Several pages in one text are cut apart first.
//!
//! To add a layout: a file, and two adjacent lines here (`mod`, and its entry in [`LAYOUTS`]).

mod citation;
mod cn_aggregator;
mod cut;
mod draft;
mod fields;
mod general;
mod heading;
mod labels;
mod lines;
mod listing;
mod lower;
mod names;
mod noise;
mod numbers;
mod reflist;
mod sciencegate;
mod scite;
mod statements;
mod tokens;
mod venue;

use crate::doc::Doc;
use crate::formats::{Format, Likelihood, RawRecords};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};

/// Every page layout, in the order they are tried; the last reads any page.
pub static LAYOUTS: &[&Layout] = &[
    &scite::LAYOUT,
    &sciencegate::LAYOUT,
    &cn_aggregator::LAYOUT,
    &general::LAYOUT,
];

/// Scraped pages of every layout.
pub static PAGES: Format = Format {
    doc: Doc {
        id: "pages",
        summary: "Scraped pages: text saved from the website of a database, journal or search engine",
        why: "Such a page mixes the data of a work with buttons, counts, related works and what others wrote about it",
        examples: &[],
        sources: &["pages as saved by readers; each layout names its own"],
    },
    extensions: &["txt", "text", "md", "html.txt"],
    faults: &[&PAGE_WITHOUT_RECORD],
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
    let mut out = RawRecords::default();
    for page in cut::pages(source) {
        let page = Page {
            reader: forced.unwrap_or(page.reader),
            ..page
        };
        read_page(layout, &page, findings, &mut out);
    }
    out
}

fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    let mut out = RawRecords::default();
    for page in cut::pages(source) {
        if let Some(layout) = LAYOUTS.get(page.reader as usize) {
            read_page(layout, &page, findings, &mut out);
        }
    }
    out
}

fn read_page(layout: &Layout, page: &Page<'_>, findings: &mut Findings, out: &mut RawRecords) {
    let before = out.records.len();
    (layout.read)(page, findings, out);
    if out.records.len() == before {
        findings.push(&PAGE_WITHOUT_RECORD, Severity::Warning, || Diagnostic {
            fault: &PAGE_WITHOUT_RECORD,
            severity: Severity::Warning,
            place: page.source.place(page.span.trim(page.text())),
            record: String::new(),
            field: None,
            message: format!(
                "no work is named on this page; read as `{}`, which expects a title with authors, a citation or an identifier",
                layout.doc.id
            ),
            labels: Vec::new(),
        });
    }
}

fn sniff(text: &str) -> Likelihood {
    LAYOUTS
        .iter()
        .map(|layout| (layout.sniff)(text))
        .max()
        .unwrap_or(Likelihood::No)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;
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
}
