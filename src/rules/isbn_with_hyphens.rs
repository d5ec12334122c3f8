//! `isbn-with-hyphens`: ISBNs and ISSNs not in one form.

use super::standard_numbers::{self, Number};
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Text, Value};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "isbn-with-hyphens",
        summary: "ISBNs or ISSNs are not one an item in canonical form",
        why: "Hyphens in an ISBN fall where each publisher likes, exports put several numbers and \
              remarks such as `(Electronic)` into one value. An ISBN becomes digits only, an ISSN \
              `1234-567X`. A number whose check digit is wrong stays as it is.",
        examples: &[
            ("isbn = {978-3-16-148410-0}", "isbn = {9783161484100}"),
            (
                "issn = {0378-5955 (Print) 14765756 (Electronic)}",
                "issn = {0378-5955 and 1476-5756}",
            ),
        ],
        sources: &["ISO 2108 (ISBN)", "ISO 3297 (ISSN)"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Isbn, Field::Issn]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Isbn, Field::Issn] {
        if standard_numbers::is_sound(visit.record(), field) {
            continue;
        }
        let Some(numbers) = standard_numbers::of_field(visit.record(), field) else {
            continue;
        };
        if numbers.is_empty() || is_list_of(visit.record().get(field), &numbers) {
            continue;
        }
        let list = numbers.iter().map(|number| Text::plain(number.text()));
        visit.change(field, Value::List(list.collect()), || {
            "the numbers are not one an item in canonical form".to_owned()
        });
    }
}

fn is_list_of(value: Option<&Value>, numbers: &[Number]) -> bool {
    match (value, numbers) {
        (Some(Value::Text(text)), [one]) => text.content == one.text(),
        (Some(Value::List(list)), numbers) => list
            .iter()
            .map(|text| text.content.as_str())
            .eq(numbers.iter().map(Number::text)),
        _ => false,
    }
}
