//! The formats: each reads text into [`RawRecords`] that lose nothing, lowers them to typed
//! [`Record`]s, and may write records out again.
//!
//! To add one: a file, and two adjacent lines here (`mod`, and its entry in [`FORMATS`]).

pub mod bibtex;
pub mod csl_json;
mod losses;
mod numbers;
pub mod pages;
mod raw;
pub mod references;
pub mod ris;

pub use losses::Loss;
pub use raw::{Context, Fields, Meaning, RawField, RawName, RawRecord, RawRecords};

use crate::doc::Doc;
use crate::model::Record;
use crate::report::Findings;
use crate::source::Source;

/// Every format, in the order ties are decided.
pub static FORMATS: &[&Format] = &[
    &bibtex::BIBTEX,
    &bibtex::BIBLATEX,
    &ris::RIS,
    &csl_json::CSL_JSON,
    &csl_json::JSONL,
    #[cfg(feature = "html")]
    &pages::html::HTML,
    &pages::PAGES,
    &references::REFERENCES,
    &references::REFERENCE_LINES,
];

/// A format of bibliographic text.
#[derive(Debug)]
pub struct Format {
    /// Its documentation; `doc.id` is what `--from` and `--to` take.
    pub doc: Doc,
    /// File name extensions without stop, lower case; a hint only.
    pub extensions: &'static [&'static str],
    /// Everything its reader can complain of.
    pub faults: &'static [&'static Doc],
    /// How much a text looks like this format.
    pub sniff: fn(&str) -> Likelihood,
    /// Cuts a text into raw records. Never fails: what cannot be read becomes a finding.
    pub read: fn(&Source, &mut Findings) -> RawRecords,
    /// Types the raw record of this index. A pure function of the source and its raw records, so
    /// that a record can be dropped and made again. Findings carry places in the source.
    pub lower: fn(&Source, &RawRecords, usize, &mut Findings) -> Record,
    /// How it is written, where it is.
    pub write: Option<Writer>,
}

/// How much a text looks like a format. The greatest wins, then the order of [`FORMATS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// Not this format.
    No,
    /// Could be, if nothing else is.
    Possible,
    /// Has its marks, among other text.
    Likely,
    /// Begins as only this format does.
    Certain,
}

/// How records are written. The text of a file is `head`, the records with `between` between
/// them, and `tail`.
#[derive(Debug, Clone, Copy)]
pub struct Writer {
    /// What comes before the first record.
    pub head: fn(&Matter, &WriteOptions) -> String,
    /// Appends one record to the text. A function of the record alone.
    pub record: fn(&Record, &WriteOptions, &mut String),
    /// What stands between two records.
    pub between: &'static str,
    /// What comes after the last record.
    pub tail: fn(&Matter, &WriteOptions) -> String,
    /// What it has no place for.
    pub losses: &'static [&'static Loss],
}

/// What a file holds beside its records, kept from .bib to .bib.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matter {
    /// `@preamble` blocks as they stood.
    pub preambles: Vec<String>,
    /// JabRef's `@comment{jabref-meta: …}` blocks as they stood.
    pub metadata: Vec<String>,
    /// How many other comments were left behind.
    pub comments_left: usize,
}

/// Choices a writer follows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WriteOptions {
    /// Write citation statements: `annote` in .bib, `N1` in RIS.
    pub statements: bool,
    /// Follow the Zotero profile to the letter: no `others`, no field Zotero mangles.
    pub zotero: bool,
}
