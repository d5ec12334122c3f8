//! `crossref-parent-first`: BibTeX reads a parent only behind its children.

use super::Model;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "crossref-parent-first",
        summary: "An entry that another one names in `crossref` stands before it",
        why: "BibTeX resolves `crossref` only if the parent comes later in the file; otherwise nothing is inherited. biber does not mind, so files in the BibLaTeX model are left alone.",
        examples: &[(
            "@book{p, title = {P}}\n@incollection{k, title = {One}, crossref = {p}}",
            "@incollection{k, title = {One}, crossref = {p}}\n@book{p, title = {P}}",
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
    if entry.model() == Model::Biblatex {
        return;
    }
    let file = entry.file();
    for field in entry.fields().iter().filter(|field| field.is("crossref")) {
        let key = field.inside.unwrap_or_default().trim();
        let parent = file.entry(key).filter(|at| *at < entry.at());
        if let Some(parent) = parent.and_then(|at| file.blocks().get(at)) {
            let message = format!("'{key}' stands before this entry, so BibTeX inherits nothing");
            entry.report_with_label(field.value, message, parent.key, "the parent");
        }
    }
}
