//! `string-unused`: a macro nobody uses.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "string-unused",
        summary: "A `@string` is used by no entry of the file",
        why: "It may be a leftover, or its name is misspelt where it should be used. Files that hold nothing but macros are left alone.",
        examples: &[(
            "@string{j = {Nature}}\n@article{k, journal = {Nature}}",
            "@string{j = {Nature}}\n@article{k, journal = j}",
        )],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Note,
    default: false,
    safety: None,
    blocks: Blocks::Strings,
    run,
};

fn run(entry: &mut Entry<'_>) {
    let file = entry.file();
    if !file.has_entries() {
        return;
    }
    for field in entry.fields().iter().filter(|field| !file.uses(field.name)) {
        entry.report(
            field.name_span,
            format!("the macro '{}' is used nowhere in this file", field.name),
        );
    }
}
