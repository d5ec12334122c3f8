//! `month-misspelt`: a month nobody knows.

use super::nearest::nearest;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::values;
use crate::model;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "month-misspelt",
        summary: "The month is misspelt or out of range",
        why: "A misspelt macro is empty to BibTeX, a misspelt word is printed as it is, and neither can be sorted.",
        examples: &[
            ("@book{k, month = Febuary}", "@book{k, month = feb}"),
            ("@book{k, month = {13}}", "@book{k, month = {12}}"),
        ],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biblatex manual, section 2.3.9",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Unsafe),
    blocks: Blocks::Entries,
    run,
};

const NAMES: [&str; 24] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
];

fn run(entry: &mut Entry<'_>) {
    let text = entry.file().text();
    for field in entry.fields().iter().filter(|field| field.is("month")) {
        let whole = field.value.of(text);
        let value = field.inside.unwrap_or(whole).trim();
        if values::MONTHS.contains(&value) {
            continue;
        }
        let number = value.parse::<u32>().ok();
        if let Some(number) = number {
            if !(1..=12).contains(&number) {
                entry.report(
                    field.value,
                    format!("{number} is no month: expected 1 to 12"),
                );
            }
            continue;
        }
        // Ranges, seasons and other languages are left alone, and what is joined of parts.
        let word = value.trim_end_matches('.');
        let macro_name = field.inside.is_none();
        if !word.bytes().all(|byte| byte.is_ascii_alphabetic())
            || model::month(word).is_some()
            || macro_name && entry.file().string(word).is_some()
        {
            continue;
        }
        if let Some(place) = nearest(word, NAMES.into_iter())
            .and_then(|name| NAMES.iter().position(|other| *other == name))
        {
            let name = values::MONTHS[place % 12];
            entry.report_with_fix(
                field.value,
                format!("'{value}' is no month; did you mean {name}?"),
                vec![Edit {
                    span: field.value,
                    text: name.to_owned(),
                }],
            );
        }
    }
}
