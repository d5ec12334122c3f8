//! Text inside HTML, read as its own format reads it: boxes of BibTeX and RIS, and what a reader sees.

use super::decoded::Decoded;
use super::said::identifies;
use crate::formats::pages::moved::lead_back;
use crate::formats::{Format, Likelihood, bibtex, pages, ris};
use crate::model::Record;
use crate::report::Findings;
use crate::source::Source;

/// The records of a box, where it is BibTeX or RIS.
pub(super) fn boxed(source: &Source, text: &Decoded, findings: &mut Findings) -> Vec<Record> {
    let formats = [&bibtex::BIBTEX, &ris::RIS];
    let best = formats
        .into_iter()
        .find(|format| (format.sniff)(&text.text) >= Likelihood::Likely);
    let mut out = best.map_or_else(Vec::new, |format| records(format, source, text, findings));
    out.retain(identifies);
    out
}

/// The records of the text a reader sees.
pub(super) fn visible(source: &Source, text: &Decoded, findings: &mut Findings) -> Vec<Record> {
    records(&pages::PAGES, source, text, findings)
}

/// Reads a text with a format; all places are those of `source`.
fn records(
    format: &Format,
    source: &Source,
    text: &Decoded,
    findings: &mut Findings,
) -> Vec<Record> {
    let inner = Source::new(source.id, source.name.as_str(), text.text.as_str());
    let mut found = Findings::default();
    let raw = (format.read)(&inner, &mut found);
    let mut out: Vec<Record> = (0..raw.records.len())
        .map(|at| (format.lower)(&inner, &raw, at, &mut found))
        .collect();
    let place = |span| text.place(span, &source.text);
    lead_back(&mut out, found, findings, place);
    out
}
