//! `html-markup`: tags left in a value.

use std::borrow::Cow;

use super::{Phase, Rule, Visit};
use crate::doc::Doc;
use crate::model::Kind;
use crate::report::Safety;
use crate::text::html;

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
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        |field| field.is_none_or(|field| field.kind() != Kind::Verbatim),
        |text| match memchr::memchr(b'<', text.as_bytes()) {
            Some(_) => html::strip_tags(text),
            None => Cow::Borrowed(text),
        },
        || "markup tags removed".to_owned(),
    );
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
