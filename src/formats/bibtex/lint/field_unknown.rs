//! `field-unknown`: nothing known reads a field.

use super::field_misspelt;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "field-unknown",
        summary: "No data model and no program known has a field of this name",
        why: "Every style passes it over. It does no harm, but what it says is seen by nobody. Names that reference managers and databases write for themselves are known, and so are those with a hyphen, colon or underscore, which programs make up.",
        examples: &[("@book{k, notafield = {x}}", "@book{k, note = {x}}")],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biblatex manual, section 2",
        ],
    },
    severity: Severity::Note,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry.fields() {
        let known = field.known
            || field.name.contains(['-', ':', '_', '+', '.'])
            || field_misspelt::meant(field).is_some();
        if !known && !field.name.is_empty() {
            entry.report(
                field.name_span,
                format!("'{}' is a field that nothing known reads", field.name),
            );
        }
    }
}
