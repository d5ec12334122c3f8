//! `entry-type-unknown`: the word after the `@` is no entry type.

use super::nearest::nearest;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::ENTRY_TYPES;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "entry-type-unknown",
        summary: "The entry type is in no data model",
        why: "BibTeX styles print such an entry as misc with a warning, Zotero drops it without a word.",
        examples: &[
            (
                "@artcle{k, title = {On Growth}}",
                "@article{k, title = {On Growth}}",
            ),
            (
                "@webarchive{k, title = {On Growth}}",
                "@online{k, title = {On Growth}}",
            ),
        ],
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

/// Types that are no works, or that biblatex keeps free for styles.
const OTHERS: [&str; 10] = [
    "xdata",
    "set",
    "customa",
    "customb",
    "customc",
    "customd",
    "custome",
    "customf",
    "bibnote",
    "mvreference",
];

fn run(entry: &mut Entry<'_>) {
    let word = entry.word();
    let other = OTHERS.iter().any(|other| other.eq_ignore_ascii_case(word));
    if entry.entry_type().is_some() || other {
        return;
    }
    let span = entry.block().word;
    let known = ENTRY_TYPES.iter().flat_map(|spec| {
        [spec.biblatex, spec.bibtex]
            .into_iter()
            .chain(spec.aliases.iter().copied())
    });
    match nearest(word, known) {
        Some(name) => entry.report_with_fix(
            span,
            format!("'{word}' is no entry type; did you mean {name}?"),
            vec![Edit {
                span,
                text: name.to_owned(),
            }],
        ),
        None => entry.report(
            span,
            format!("'{word}' is no entry type of BibTeX or BibLaTeX"),
        ),
    }
}
