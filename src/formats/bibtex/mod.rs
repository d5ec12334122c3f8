//! BibTeX and BibLaTeX: one reader, two writers.
//!
//! [`blocks`] cuts a text without losing a byte; `lower` types one entry; `write` writes records
//! in either dialect. Every fault the reader can find is in [`faults`].

mod alike;
pub mod blocks;
mod context;
#[cfg(test)]
mod damage;
mod datamodel;
mod dates;
mod entry;
mod escape;
pub mod faults;
mod inherit;
pub mod interop;
#[cfg(test)]
mod laws;
pub mod layout;
pub mod lint;
mod lists;
mod lower;
mod marks;
mod matter;
mod names;
mod names_out;
mod ordinary;
pub mod patch;
mod prose;
mod protect;
mod read;
mod types;
mod value_spans;
mod values;
mod verbatim;
mod write;

pub use context::BibContext;
pub use matter::matter;

use super::{Context, Format, RawRecords, Writer};
use crate::doc::Doc;
use crate::model::Record;
use crate::report::Findings;
use crate::source::Source;

/// Classic BibTeX.
pub static BIBTEX: Format = Format {
    doc: Doc {
        id: "bibtex",
        summary: "BibTeX: .bib files as classic styles read them",
        why: "Every reference manager and publisher exports it. Reading takes BibTeX and BibLaTeX alike, mended where they are damaged; writing keeps to what classic styles know: journal, year and month, address.",
        examples: &[(
            "@article{k, journal = {Nature}, year = 1953}",
            "a journal article of 1953",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc)",
            "Nicolas Markey, Tame the BeaST",
        ],
    },
    extensions: &["bib", "bibtex"],
    faults: faults::FAULTS,
    sniff: read::sniff,
    read: read::read,
    lower: lower_record,
    write: Some(Writer {
        head: matter::head,
        record: write::bibtex,
        between: "\n",
        tail: matter::tail,
        losses: super::losses::OF_BIB,
    }),
};

/// BibLaTeX.
pub static BIBLATEX: Format = Format {
    doc: Doc {
        id: "biblatex",
        summary: "BibLaTeX: .bib files as biblatex and biber read them",
        why: "Its data model says more than BibTeX: dates with days and ranges, languages, places of conferences, types for data and software. Reading is the same as for BibTeX.",
        examples: &[(
            "@article{k, journaltitle = {Nature}, date = {1953-04-25}}",
            "a journal article of 25 April 1953",
        )],
        sources: &["biblatex manual, section 2 (database guide)"],
    },
    // Texts are told to be BibTeX; this dialect is for output and for those who name it.
    extensions: &[],
    faults: faults::FAULTS,
    sniff: |_| super::Likelihood::No,
    read: read::read,
    lower: lower_record,
    write: Some(Writer {
        head: matter::head,
        record: write::biblatex,
        between: "\n",
        tail: matter::tail,
        losses: super::losses::OF_BIB,
    }),
};

fn lower_record(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    match &raw.context {
        Context::Bibtex(context) => lower::lower(source, raw, context, index, findings),
        Context::None | Context::References(_) | Context::Typed(_) => {
            lower::lower(source, raw, &BibContext::default(), index, findings)
        }
    }
}
