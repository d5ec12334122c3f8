//! Free-text references: lists pasted from papers, pages and word processors, and single reference
//! strings, one a line.
//!
//! A list is cut into references ([`segment`]). Of each reference, the number is taken off
//! ([`number`]) and identifiers, addresses and dates of access are found ([`links`]). References
//! printed by a standard that marks its parts (GB/T 7714, GOST, SIST 02) are read by its grammar; of
//! others, a model labels every token
//! ([`features`], [`decode`], [`model`]); of its likeliest ways to do so, the one is taken whose
//! parts make the best whole ([`ways`], [`rerank`]).

mod bounds;
mod chunk;
pub mod decode;
pub mod edge;
pub mod features;
mod found;
mod gbt;
mod gost;
mod hash;
pub mod journals;
mod kind;
mod korean;
pub mod label;
pub mod links;
mod look;
mod lower;
mod mend;
pub mod model;
pub mod number;
pub mod parse;
mod part;
mod passed;
mod people;
mod read;
mod reading;
pub mod rerank;
pub mod segment;
mod sist;
mod slots;
mod sniff;
mod steps;
mod stretch;
mod strip;
#[cfg(test)]
mod testing;
pub mod token;
pub mod ways;
mod whole;
mod words;

pub use model::Model;
pub use reading::Lines;
pub(in crate::formats) use reading::{Own, Reading};
pub use rerank::Reranker;

use crate::doc::Doc;
use crate::formats::{Format, Likelihood};
use crate::model::Record;
use crate::source::{Place, SourceId};

/// A pasted list of references.
pub static REFERENCES: Format = Format {
    doc: Doc {
        id: "references",
        summary: "A pasted list of references in any style: numbered or not, lines wrapped or not",
        why: "Most references exist only as text at the end of a paper; typed again they are slow to enter and easy to get wrong",
        examples: &[],
        sources: &[
            "styles: APA, MLA, Chicago, Vancouver, IEEE, AMS, journals' own, GB/T 7714",
            "the model is fitted on the citation corpus of GROBID and the parser data of AnyStyle; see src/formats/references/model.md",
        ],
    },
    extensions: &["txt", "text", "md"],
    faults: &[&REFERENCE_UNSURE, &TEXT_BESIDE_REFERENCES],
    sniff: sniff::sniff,
    read: read::list,
    lower: read::lower,
    write: None,
};

/// Reference strings, one a line.
pub static REFERENCE_LINES: Format = Format {
    doc: Doc {
        id: "reference-lines",
        summary: "Reference strings, exactly one a line: each line that is not empty makes a record",
        why: "Lists that were cut before keep their order and their count, so results can be put beside the lines",
        examples: &[],
        sources: &["as for `references`"],
    },
    extensions: &[],
    faults: &[&REFERENCE_UNSURE],
    sniff: |_| Likelihood::No,
    read: read::lines,
    lower: read::lower,
    write: None,
};

/// The fault of a reference whose parts are not sure.
pub static REFERENCE_UNSURE: Doc = Doc {
    id: "reference-unsure",
    summary: "The parts of a reference could not be told apart with confidence",
    why: "Authors, title or journal may be cut at the wrong place; the whole reference is kept in `note`, to be compared",
    examples: &[],
    sources: &["the probability the model gives its labels"],
};

/// The fault of text in a list that belongs to no reference.
pub static TEXT_BESIDE_REFERENCES: Doc = Doc {
    id: "text-beside-references",
    summary: "A list of references holds lines that belong to none: headings, page numbers, links",
    why: "They are left out; what is no heading or page number after all would be missing",
    examples: &[],
    sources: &["lists as pasted from pages and papers"],
};

/// The record of one reference, read with a model of one's own.
#[must_use]
pub fn record_with(model: &Model, text: &str) -> Record {
    let parsed = parse::parse(text, model);
    let place = |span| Place {
        source: SourceId(0),
        span,
    };
    let line = lower::Line {
        text,
        place: &place,
    };
    lower::record(&line, &parsed.fields, parsed.entry_type, Place::default())
}
