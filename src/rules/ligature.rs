//! `ligature`: presentation forms instead of letters.

use std::borrow::Cow;

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit, mojibake};
use crate::doc::Doc;
use crate::model::Kind;
use crate::report::Safety;
use crate::text::unicode;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "ligature",
        summary: "Typographic ligatures or full-width letters instead of plain ones",
        why: "`ﬁeld` copied from a PDF and `２０２０` from a Chinese page are not found by a search \
              for `field` or `2020`.",
        examples: &[(
            "title = {The ﬁeld of ＳＰＥＣＴ}",
            "title = {The field of SPECT}",
        )],
        sources: &[
            "Unicode Standard, Alphabetic Presentation Forms; Halfwidth and Fullwidth Forms",
        ],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        Marks::ODD,
        |field| field.is_none_or(|field| field.kind() != Kind::Verbatim),
        |text| {
            if text.is_ascii() {
                return Cow::Borrowed(text);
            }
            match unicode::unligature(text) {
                Cow::Owned(_) if mojibake::is_awaited(text) => Cow::Borrowed(text),
                plain => plain,
            }
        },
        || "ligatures or full-width letters stand for plain ones".to_owned(),
    );
}
