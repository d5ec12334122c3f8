//! `wrong-check-digit`: an ISBN or ISSN that cannot be right.

use super::standard_numbers::{self, Number};
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "wrong-check-digit",
        summary: "An ISBN or ISSN has the wrong length or check digit",
        why: "A digit is wrong or two have changed places, and no library will find the number. \
              It is kept: a person with the book in hand can mend it.",
        examples: &[("issn = {0378-5956}", "issn = {0378-5956}")],
        sources: &["ISO 2108 (ISBN)", "ISO 3297 (ISSN)"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::Isbn, Field::Issn]),
    safety: None,
    run,
};

fn run(visit: &mut Visit<'_>) {
    for (field, name) in [(Field::Isbn, "ISBN"), (Field::Issn, "ISSN")] {
        if standard_numbers::is_sound(visit.record(), field) {
            continue;
        }
        let Some(numbers) = standard_numbers::of_field(visit.record(), field) else {
            visit.report(Severity::Warning, Some(field), || {
                format!(
                    "the field holds more numbers than a work has of its {name}; none was looked at"
                )
            });
            continue;
        };
        for number in numbers {
            if let Number::Unknown(text) = number {
                visit.report(Severity::Warning, Some(field), || {
                    format!("'{text}' is no valid {name}: its length or check digit is wrong")
                });
            }
        }
    }
}
