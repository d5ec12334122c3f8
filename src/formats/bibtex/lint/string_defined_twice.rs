//! `string-defined-twice`: a macro with two definitions.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::RawName;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "string-defined-twice",
        summary: "A `@string` is defined a second time",
        why: "What it means depends on where it is used, and biber warns.",
        examples: &[(
            "@string{j = {Nature}}\n@string{j = {Science}}\n@article{k, journal = j}",
            "@string{j = {Nature}}\n@article{k, journal = j}",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biber manual",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Strings,
    run,
};

fn run(entry: &mut Entry<'_>) {
    let file = entry.file();
    for field in entry.fields() {
        let Some(first) = file.string(field.name).filter(|first| *first < entry.at()) else {
            continue;
        };
        let place = file
            .fields_of(first)
            .iter()
            .find_map(|other| match other.name {
                RawName::Written(name) if name.of(file.text()).eq_ignore_ascii_case(field.name) => {
                    Some(name)
                }
                _ => None,
            });
        let message = format!("the macro '{}' is defined before", field.name);
        entry.report_with_label(
            field.name_span,
            message,
            place.unwrap_or_default(),
            "first defined here",
        );
    }
}
