//! `field-empty`: a field has an empty value.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "field-empty",
        summary: "A field has an empty value",
        why: "BibTeX warns of it or prints a stray comma; some programs show an empty line.",
        examples: &[(
            "@book{k, title = {On Growth}, publisher = {}}",
            "@book{k, title = {On Growth}}",
        )],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Note,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry.fields() {
        if field.inside.is_some_and(|inside| {
            !inside.starts_with(|c: char| c.is_ascii_alphanumeric())
                && inside
                    .trim_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '~'))
                    .is_empty()
        }) && !field.value.is_empty()
        {
            entry.report(field.name_span, format!("'{}' is empty", field.name));
        }
    }
}
