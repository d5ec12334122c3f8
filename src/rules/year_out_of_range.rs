//! `year-out-of-range`: a year that cannot be right.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "year-out-of-range",
        summary: "The year lies before printing or in the far future",
        why: "A digit is wrong, or another number stands where the year should. Works older than \
              that exist, but a reference usually gives the edition's year. The year is kept.",
        examples: &[("year = {0202}", "year = {0202}")],
        sources: &["ISO 8601-1:2019"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::Date]),
    safety: None,
    run,
};

/// The clock is not read, so that the same input always gives the same answer.
const PLAUSIBLE: std::ops::Range<i32> = 1000..2101;

fn run(visit: &mut Visit<'_>) {
    let Some(year) = visit.record().year() else {
        return;
    };
    if !PLAUSIBLE.contains(&year) {
        visit.report(Severity::Warning, Some(Field::Date), || {
            format!(
                "year {year} cannot be right: expected {} to {}",
                PLAUSIBLE.start,
                PLAUSIBLE.end - 1
            )
        });
    }
}
