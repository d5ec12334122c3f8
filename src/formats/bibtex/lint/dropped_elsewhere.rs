//! `dropped-elsewhere`: other programs drop the entry.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;
use crate::source::Span;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "dropped-elsewhere",
        summary: "Another program drops this entry, or refuses the file for it",
        why: "Zotero drops types it does not know without a word; biber skips the second entry of one key; the biblatex crate, and typst with it, refuses a whole file for one entry with a repeated, missing or odd key, or in parentheses.",
        examples: &[("@dataset{k, title = {One}}", "@misc{k, title = {One}}")],
        sources: &[
            "Zotero, BibTeX translator",
            "biber manual",
            "biblatex crate 0.12, Bibliography::parse",
        ],
    },
    severity: Severity::Warning,
    default: false,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

/// Types of biblatex that Zotero's translator has no item for.
const UNKNOWN_TO_ZOTERO: [&str; 17] = [
    "dataset",
    "standard",
    "preprint",
    "periodical",
    "www",
    "mvcollection",
    "suppbook",
    "suppcollection",
    "suppperiodical",
    "reference",
    "mvreference",
    "bookinbook",
    "image",
    "music",
    "performance",
    "set",
    "review",
];

fn run(entry: &mut Entry<'_>) {
    let (word, key, file) = (entry.word(), entry.key(), entry.file());
    let text = file.text();
    let mut reasons: Vec<String> = Vec::new();
    let unknown = entry.entry_type().is_none() && !word.eq_ignore_ascii_case("xdata");
    if unknown
        || UNKNOWN_TO_ZOTERO
            .iter()
            .any(|name| name.eq_ignore_ascii_case(word))
    {
        reasons.push(format!("Zotero drops it, having no item for @{word}"));
    }
    let mut typst = None;
    if key.is_empty() {
        typst = Some("it has no key");
    } else if key.contains(char::is_whitespace) {
        typst = Some("its key holds white space");
    } else if file.entry(key).is_some_and(|first| first != entry.at()) {
        reasons.push("biber skips it, for its key is used before".to_owned());
        typst = Some("its key is used before");
    }
    let block = entry.block();
    let open = Span::new(
        (block.body.start as usize).saturating_sub(1),
        block.body.start as usize,
    );
    if open.of(text) == "(" {
        typst = Some("it is in parentheses");
    }
    if let Some(why) = typst {
        reasons.push(format!("typst refuses the file, for {why}"));
    }
    if !reasons.is_empty() {
        let span = entry.head();
        entry.report(span, reasons.join("; "));
    }
}
