//! HTML as a browser saved it.
//!
//! What a page says to machines is read first: meta tags (`highwire`, `dublin_core`), JSON-LD
//! (`json_ld`), `COinS` (`coins`), boxes of BibTeX and RIS (`inner`). The descriptions of the
//! page's own work become one record; where a page has none, the text a reader sees is read as any
//! page is.

mod coins;
mod decoded;
mod document;
mod dublin_core;
mod highwire;
mod inner;
mod json;
mod json_ld;
mod json_parts;
mod json_value;
mod meta;
mod people;
mod said;
mod sniff;
mod tags;
mod unite;

use self::document::Document;
use crate::doc::Doc;
use crate::formats::{Context, Format, RawRecord, RawRecords};
use crate::model::{Record, Role};
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
    faults: &[&JSON_LD_SYNTAX],
    sniff: sniff::sniff,
    read,
    lower,
    write: None,
};

/// The fault of a script of JSON-LD that breaks off.
pub static JSON_LD_SYNTAX: Doc = Doc {
    id: "json-ld-syntax",
    summary: "A script of JSON-LD in a page is not JSON at this place",
    why: "What stands before it is read; what stands after it in the same script is lost, and the rest of the page is read",
    examples: &[],
    sources: &["RFC 8259, The JavaScript Object Notation Data Interchange Format"],
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

/// The records of one page: its own work, works beside it, references.
fn page(source: &Source, document: &Document, findings: &mut Findings) -> Vec<Record> {
    let mut found = Found {
        own: highwire::work(source, &document.metas, document.span),
        ..Found::default()
    };
    let tagged = found.own.is_some();
    let mut scripted = Vec::new();
    for script in &document.scripts {
        scripted.extend(json_ld::works(source, *script, findings));
    }
    let core = dublin_core::work(source, &document.metas, document.span);
    let core = (tagged || dublin_core::suffices(&core)).then_some(core);
    let described = tagged || core.is_some();
    // Without tags of Highwire, Dublin Core tells which of several works in scripts is the page's own.
    let stated = scripted.iter().position(|work| {
        work.role == Role::Primary && core.as_ref().is_none_or(|core| unite::agree(core, work))
    });
    if !tagged && let Some(at) = stated {
        found.own = Some(scripted.remove(at));
    }
    match (&mut found.own, core) {
        (Some(own), Some(core)) => unite::unite(own, &core),
        (None, core) => found.own = core,
        (Some(_), None) => {}
    }
    let beside = if described {
        Role::Related
    } else {
        Role::Primary
    };
    for work in scripted {
        found.take(work, beside);
    }
    let beside = if found.own.is_some() {
        Role::Related
    } else {
        Role::Primary
    };
    for title in &document.coins {
        if let Some(work) = coins::work(source, title) {
            found.take(work, beside);
        }
    }
    for text in &document.boxes {
        for work in inner::boxed(source, text, findings) {
            found.take(work, beside);
        }
    }
    let mut out: Vec<Record> = found.own.into_iter().chain(found.others).collect();
    out.extend(highwire::references(source, &document.metas));
    if out.is_empty() && !document.visible.text.trim().is_empty() {
        out = inner::visible(source, &document.visible, findings);
    }
    out
}

/// What a page has been found to hold.
#[derive(Default)]
struct Found {
    own: Option<Record>,
    others: Vec<Record>,
}

impl Found {
    /// Adds a description: of the page's own work, or of another, which is `beside` to the page.
    fn take(&mut self, mut work: Record, beside: Role) {
        if work.role == Role::Reference {
            self.others.push(work);
            return;
        }
        match &mut self.own {
            None => self.own = Some(work),
            Some(own) if unite::agree(own, &work) => unite::unite(own, &work),
            Some(_) => {
                work.role = beside;
                self.others.push(work);
            }
        }
    }
}

fn lower(_: &Source, raw: &RawRecords, index: usize, _: &mut Findings) -> Record {
    match &raw.context {
        Context::Typed(records) => records.get(index).cloned().unwrap_or_default(),
        _ => Record::default(),
    }
}

#[cfg(test)]
mod tests;
