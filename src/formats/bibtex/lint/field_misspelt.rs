//! `field-misspelt`: a field name is nearly that of a known field.

use super::known_fields;
use super::nearest::nearest;
use super::{Blocks, Entry, Lint, Written};
use crate::doc::Doc;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "field-misspelt",
        summary: "A field name is misspelt",
        why: "Styles read fields by name, so the value is lost without a word.",
        examples: &[(
            "@book{k, tilte = {On Growth}}",
            "@book{k, title = {On Growth}}",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biblatex manual, section 2",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Unsafe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry.fields() {
        if let Some(name) = meant(field) {
            // An entry has few fields; in one that has not, nothing is changed.
            let crowded = entry.fields().len() > 256;
            let present = crowded || entry.fields().iter().any(|other| other.is(name));
            let message = format!("'{}' is no field; did you mean {name}?", field.name);
            let edits = vec![Edit {
                span: field.name_span,
                text: name.to_owned(),
            }];
            if present {
                entry.report(field.name_span, message);
            } else {
                entry.report_with_fix(field.name_span, message, edits);
            }
        }
    }
}

/// The field that an unknown name misspells.
pub(super) fn meant(field: &Written<'_>) -> Option<&'static str> {
    if field.known || !field.name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    nearest(field.name, known_fields::of_models())
}
