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
    if !visit.holds(Marks::ODD.with(Marks::BLANK)) {
        return;
    }
    visit.rewrite_all(
        |field| field != Some(Field::File),
        |text| match unicode::tidy(text) {
            Cow::Owned(_) if mojibake::is_awaited(text) => Cow::Borrowed(text),
            tidied => tidied,
        },
        || "invisible characters or odd white space removed".to_owned(),
    );
}
