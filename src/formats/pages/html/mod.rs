//! HTML as a browser saved it.
//!
//! What a page says of itself to machines is read first: the tags of Highwire Press ([`meta`]).
//! The descriptions of the page's own work become one record; where a page has none, the text a
//! reader sees is read as any page is.

mod decoded;
mod meta;
mod said;
mod sniff;
mod tags;

use self::tags::Document;
use crate::doc::Doc;
use crate::formats::{Context, Format, RawRecord, RawRecords};
use crate::model::Record;
use crate::report::Findings;
use crate::source::Source;

/// Pages as HTML.
pub static HTML: Format = Format {
    doc: Doc {
        id: "html",
        summary: "HTML pages: meta tags of journals and repositories, JSON-LD, COinS, boxes of BibTeX and RIS, else the text",
        why: "A page says to machines what its text says to readers, without buttons and counts between",
        examples: &[],
        sources: &[
            "Google Scholar, Inclusion Guidelines for Webmasters: the tags of Highwire Press",
            "Dublin Core in HTML (DC-HTML); PRISM metadata",
            "schema.org; OpenURL COinS",
            "WHATWG HTML, section 13.2: how a page is cut into tags",
        ],
    },
    extensions: &["html", "htm", "xhtml"],
    faults: &[],
    sniff: sniff::sniff,
    read,
    lower,
    write: None,
};

fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    let mut out = RawRecords::default();
    let mut records = Vec::new();
    for document in tags::documents(&source.text) {
        let found = page(source, &document, findings);
        for record in found {
            let mut raw = RawRecord::default();
            raw.span = record.place.span;
            raw.role = record.role;
            out.push(raw, []);
            records.push(record);
        }
    }
    out.context = Context::Typed(records);
    out
}

/// The records of one page.
fn page(source: &Source, document: &Document, _: &mut Findings) -> Vec<Record> {
    let mut own = meta::highwire(source, &document.metas, document.span);
    if let Some(less) = meta::dublin_core(source, &document.metas, document.span) {
        match &mut own {
            Some(own) => said::unite(own, &less),
            None => own = Some(less),
        }
    }
    let references = meta::references(source, &document.metas);
    own.into_iter().chain(references).collect()
}

fn lower(_: &Source, raw: &RawRecords, index: usize, _: &mut Findings) -> Record {
    match &raw.context {
        Context::Typed(records) => records.get(index).cloned().unwrap_or_default(),
        _ => Record::default(),
    }
}

#[cfg(test)]
mod tests;
