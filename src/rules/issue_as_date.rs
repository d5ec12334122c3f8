//! `issue-as-date`: `01-Feb` for 1-2.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "issue-as-date",
        summary: "A spreadsheet has made a date of a double issue",
        why: "Spreadsheets read `1-2` as the first of February or the second of January and save \
              `01-Feb`. Neighbouring numbers are put back as a range; anything further apart may be \
              a real date and stays.",
        examples: &[
            ("number = {01-Feb}", "number = {1-2}"),
            ("number = {4-Mar}", "number = {3-4}"),
            ("volume = {9-Oct}", "volume = {9-10}"),
            ("number = {28-Feb}", "number = {28-Feb}"),
        ],
        sources: &["ECMA-376 part 1, 18.8.30 (built-in number format d-mmm)"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Volume, Field::Number]),
    safety: Some(Safety::Unsafe),
    run,
};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Volume, Field::Number] {
        let Some(range) = visit.plain(field).and_then(|text| range(&text)) else {
            continue;
        };
        let message = format!("a spreadsheet made a date of '{range}'");
        visit.change(field, range, || message);
    }
}

fn range(text: &str) -> Option<String> {
    if !(5..=6).contains(&text.len()) {
        return None;
    }
    let (a, b) = text.split_once('-')?;
    let number = |part: &str| part.parse::<u8>().ok().filter(|n| *n > 0);
    let month = |part: &str| {
        MONTHS
            .iter()
            .position(|month| month.eq_ignore_ascii_case(part))
            .and_then(|at| u8::try_from(at + 1).ok())
    };
    let (day, month) = match (number(a), month(b)) {
        (Some(day), Some(month)) => (day, month),
        _ => (number(b)?, month(a)?),
    };
    let (low, high) = (day.min(month), day.max(month));
    (high > low && high - low <= 2).then(|| format!("{low}-{high}"))
}
