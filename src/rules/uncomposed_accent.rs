//! `uncomposed-accent`: base letter and combining mark instead of one letter.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit, mojibake};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;
use crate::text::ascii;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "uncomposed-accent",
        summary: "A letter and its accent are two characters",
        why: "Both forms look alike but differ for sorting, searching and many fonts. Normalization \
              Form C is what the web and every exchange format expect.",
        examples: &[(
            "title = {Cafe\u{301} society}",
            "title = {Caf\u{e9} society}",
        )],
        sources: &["Unicode Standard Annex 15"],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        Marks::ODD,
        |field| !matches!(field, Some(Field::File | Field::Url)),
        |text| {
            if is_composed(text) {
                return Cow::Borrowed(text);
            }
            let composed: String = text.nfc().collect();
            if composed == text || mojibake::is_awaited(text) {
                Cow::Borrowed(text)
            } else {
                Cow::Owned(composed)
            }
        },
        || "letters and their accents are two characters".to_owned(),
    );
}

/// Whether a text surely is in Normalization Form C. ASCII begins every check anew, so only what
/// is beyond it need be asked; of that, what stands before the first combining mark is composed.
fn is_composed(text: &str) -> bool {
    const FIRST_BYTE_OF_A_MARK: u8 = 0xcc;
    ascii::beyond(text).all(|span| {
        span.bytes().all(|byte| byte < FIRST_BYTE_OF_A_MARK)
            || is_nfc_quick(span.chars()) == IsNormalized::Yes
    })
}
