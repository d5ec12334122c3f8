//! `html-markup`: tags left in a value.

use std::borrow::Cow;

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit, mojibake};
use crate::doc::Doc;
use crate::model::Kind;
use crate::report::Safety;
use crate::text::{html, unicode};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "html-markup",
        summary: "HTML or JATS tags stand in the text",
        why: "No bibliography format reads `<i>` or `<jats:p>`; they are printed as they are. \
              Digits in `<sub>` and `<sup>` become Unicode, other tags go. What only looks like a \
              tag (`p < 0.05`) stays, and so do identifiers, some of which hold `<`.",
        examples: &[(
            "title = {Growth of <i>E. coli</i>}",
            "title = {Growth of E. coli}",
        )],
        sources: &[
            "WHATWG HTML, 13.1.2 Elements",
            "JATS 1.3, Formatting elements",
        ],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        Marks::ANGLE,
        |field| field.is_none_or(|field| field.kind() != Kind::Verbatim),
        |text| match memchr::memchr(b'<', text.as_bytes()) {
            Some(_) if awaits_repair(text) => Cow::Borrowed(text),
            Some(_) => html::strip_tags(text),
            None => Cow::Borrowed(text),
        },
        || "HTML or JATS tags stand in the text".to_owned(),
    );
}

/// Whether the characters of the text are not yet what they seem: a reference may stand for the
/// bracket of a tag, and an invisible character may split one.
fn awaits_repair(text: &str) -> bool {
    matches!(html::decode_entities(text), Cow::Owned(_))
        || matches!(unicode::tidy(text), Cow::Owned(_))
        || mojibake::is_awaited(text)
}

#[cfg(test)]
mod tests {
    use super::super::testing::assert_after;
    use super::*;

    #[test]
    fn identifiers_keep_their_angle_brackets() {
        let doi = "doi = {10.1002/(sici)1097-4679(199811)54:7<851::aid>3.0}";
        assert_after(&RULE, doi, doi);
    }
}
