//! `key-differs-in-case`: two keys differ only in case.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "key-differs-in-case",
        summary: "Two citation keys differ only in case",
        why: "BibTeX takes them for one and stops if both are cited; file systems and readers confuse them.",
        examples: &[(
            "@book{Doe2001, title = {One}}\n@book{doe2001, title = {Two}}",
            "@book{Doe2001, title = {One}}\n@book{doe2001b, title = {Two}}",
        )],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    let (key, file) = (entry.key(), entry.file());
    let first = file.twin(entry.at());
    let first = first.and_then(|at| file.blocks().get(at));
    let Some(first) = first.filter(|first| first.key.of(file.text()) != key) else {
        return;
    };
    let (span, other) = (entry.head(), first.key);
    let message = format!(
        "the key '{key}' differs from '{}' only in case",
        other.of(file.text())
    );
    entry.report_with_label(span, message, other, "first used here");
}
