//! `others-not-last`: `others` stands before other names.

use super::names::lists;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::lists::split_and_all;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "others-not-last",
        summary: "`others` is not the last name of its list",
        why: "Only at the end does it mean that the list goes on; elsewhere styles print it as a name.",
        examples: &[(
            "@book{k, author = {Doe, Jane and others and Roe, Richard}}",
            "@book{k, author = {Doe, Jane and Roe, Richard and others}}",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "Nicolas Markey, Tame the BeaST, part 2",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for (field, value) in lists(entry) {
        if !value.contains("others") {
            continue;
        }
        let names = split_and_all(value);
        let last = names.len().saturating_sub(1);
        for name in names.iter().take(last).filter(|name| **name == "others") {
            entry.report(
                field.span_of(name),
                "'others' is followed by names; it means more only at the end",
            );
        }
    }
}
