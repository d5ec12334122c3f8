//! `field-unknown`: nothing known reads a field.

use super::{Blocks, Entry, Lint};
use super::{field_misspelt, known_fields};
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
        let made_up = field.name.contains(['-', ':', '_', '+', '.']);
        let known = made_up
            || known_fields::is_known(field.name)
            || field_misspelt::meant(field.name).is_some();
        if !known && !field.name.is_empty() {
            entry.report(
                field.name_span,
                format!("'{}' is a field that nothing known reads", field.name),
            );
        }
    }
}
