//! `field-not-for-type`: the type may not have a field.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::datamodel;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "field-not-for-type",
        summary: "The data model does not give this field to entries of this type",
        why: "biblatex passes the field over, or warns; a style prints it only if it knows better. Often the type is the wrong one.",
        examples: &[(
            "@article{k, title = {One}, publisher = {P}}",
            "@book{k, title = {One}, publisher = {P}}",
        )],
        sources: &["biblatex manual, section 2.1 and appendix A"],
    },
    severity: Severity::Note,
    default: false,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    let Some(entry_type) = entry.entry_type() else {
        return;
    };
    for written in entry.fields() {
        if let Some(field) = written.field
            && !datamodel::allows(entry_type, field)
        {
            let word = entry.word();
            entry.report(
                written.name_span,
                format!("an @{word} has no '{}'", written.name),
            );
        }
    }
}
