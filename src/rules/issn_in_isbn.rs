//! `issn-in-isbn`: an ISSN in the ISBN field, or the other way about.

use super::standard_numbers::{self, Number};
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Text, Value};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "issn-in-isbn",
        summary: "An ISSN stands in the ISBN field, or an ISBN in the ISSN field",
        why: "Reference managers and RIS (`SN`) keep both in one field. The check digit tells \
              which it is.",
        examples: &[
            ("isbn = {0378-5955}", "issn = {0378-5955}"),
            (
                "isbn = {9783161484100 and 0378-5955}",
                "isbn = {9783161484100}\nissn = {0378-5955}",
            ),
        ],
        sources: &[
            "ISO 2108 (ISBN)",
            "ISO 3297 (ISSN)",
            "RIS specification, tag SN",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Isbn, Field::Issn]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let sound = |field| standard_numbers::is_sound(visit.record(), field);
    if sound(Field::Isbn) && sound(Field::Issn) {
        return;
    }
    let is_issn = |number: &Number| matches!(number, Number::Issn(_));
    let is_isbn = |number: &Number| matches!(number, Number::Isbn(_));
    let isbn = standard_numbers::of_field(visit.record(), Field::Isbn);
    let issn = standard_numbers::of_field(visit.record(), Field::Issn);
    let (Some(mut isbn), Some(mut issn)) = (isbn, issn) else {
        return;
    };
    if !isbn.iter().any(is_issn) && !issn.iter().any(is_isbn) {
        return;
    }
    let to_issn: Vec<_> = isbn.extract_if(.., |number| is_issn(number)).collect();
    let to_isbn: Vec<_> = issn.extract_if(.., |number| is_isbn(number)).collect();
    for (numbers, more) in [(&mut isbn, to_isbn), (&mut issn, to_issn)] {
        for number in more {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    set(visit, Field::Isbn, Field::Issn, &isbn);
    set(visit, Field::Issn, Field::Isbn, &issn);
    for (field, numbers) in [(Field::Isbn, isbn), (Field::Issn, issn)] {
        if numbers.is_empty() {
            visit.remove(field, || "its numbers are of the other kind".to_owned());
        }
    }
}

fn set(visit: &mut Visit<'_>, field: Field, other: Field, numbers: &[Number]) {
    if numbers.is_empty() {
        return;
    }
    let list = numbers.iter().map(|number| Text::plain(number.text()));
    let value = Value::List(list.collect());
    let message = || "ISBN and ISSN stand in one field".to_owned();
    if visit.record().has(field) {
        visit.change(field, value, message);
    } else {
        visit.add_from(field, value, other, message);
    }
}
