//! `html-entity`: character references left in a value.

use std::borrow::Cow;

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::report::Safety;
use crate::text::html;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "html-entity",
        summary: "An HTML character reference stands for the character itself",
        why: "Exports of web databases escape `&` as `&amp;`, often twice. Printed, it reads as a \
              mistake; compared, it hides duplicates.",
        examples: &[
            (
                "journal = {Health &amp; Place}",
                "journal = {Health & Place}",
            ),
            ("title = {A &amp;amp; B}", "title = {A & B}"),
        ],
        sources: &["WHATWG HTML, 13.5 Named character references"],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

/// A reference may itself have been escaped; nobody does it more often than this.
const DEPTH: usize = 4;

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        Marks::AMPERSAND,
        |_| true,
        |text| {
            if memchr::memchr(b'&', text.as_bytes()).is_none() {
                return Cow::Borrowed(text);
            }
            let mut decoded = html::decode_entities(text);
            for _ in 1..DEPTH {
                let again = match html::decode_entities(&decoded) {
                    Cow::Owned(again) => again,
                    Cow::Borrowed(_) => break,
                };
                decoded = Cow::Owned(again);
            }
            decoded
        },
        || "an HTML character reference stands for the character itself".to_owned(),
    );
}
