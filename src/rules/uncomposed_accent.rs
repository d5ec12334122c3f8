//! `uncomposed-accent`: base letter and combining mark instead of one letter.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Phase, Rule, Visit, mojibake};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "uncomposed-accent",
        summary: "a letter and its accent are two characters",
        why: "Both forms look alike but differ for sorting, searching and many fonts. Normalization \
              Form C is what the web and every exchange format expect.",
        examples: &[(
            "title = {Cafe\u{301} society}",
            "title = {Caf\u{e9} society}",
        )],
        sources: &["Unicode Standard Annex 15"],
    },
    phase: Phase::Repair,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        |field| !matches!(field, Some(Field::File | Field::Url)),
        |text| {
            if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
                return Cow::Borrowed(text);
            }
            let composed: String = text.nfc().collect();
            if composed == text || mojibake::is_awaited(text) {
                Cow::Borrowed(text)
            } else {
                Cow::Owned(composed)
            }
        },
        || "letters and combining marks composed".to_owned(),
    );
}
