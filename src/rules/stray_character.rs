//! `stray-character`: control, zero-width and odd white-space characters.

use std::borrow::Cow;

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit, mojibake};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;
use crate::text::unicode;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "stray-character",
        summary: "control, zero-width or bidi characters, odd or doubled white space",
        why: "They are invisible, break searches and comparisons, and some make terminals and \
              editors show another text than there is. Line ends inside a value mean a space.",
        examples: &[
            (
                "title = {Peer  \u{a0}support\u{200b}}",
                "title = {Peer support}",
            ),
            ("doi = {\u{feff}10.1000/182}", "doi = {10.1000/182}"),
        ],
        sources: &[
            "Unicode Standard, 23.2 Layout Controls",
            "Unicode Technical Report 36",
        ],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let marks = Marks::ODD.with(Marks::BLANK);
    let message = || "invisible characters or odd white space".to_owned();
    let is_note = |field| matches!(field, Some(Field::Note | Field::Annotation));
    visit.rewrite_all(
        marks,
        |field| field != Some(Field::File) && !is_note(field),
        tidy,
        message,
    );
    visit.rewrite_all(marks, is_note, paragraphs, message);
}

fn tidy(text: &str) -> Cow<'_, str> {
    match unicode::tidy(text) {
        Cow::Owned(_) if mojibake::is_awaited(text) => Cow::Borrowed(text),
        tidied => tidied,
    }
}

/// Several notes of one record are kept apart by blank lines.
fn paragraphs(text: &str) -> Cow<'_, str> {
    if !text.contains("\n\n") {
        return tidy(text);
    }
    let paragraphs: Vec<Cow<'_, str>> = text
        .split("\n\n")
        .map(tidy)
        .filter(|paragraph| !paragraph.trim().is_empty())
        .collect();
    let tidied = paragraphs.join("\n\n");
    if tidied == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(tidied)
    }
}
