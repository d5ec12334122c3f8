//! Records read from a text made of another, led back to where they stand in that.

use crate::model::Record;
use crate::report::Findings;
use crate::source::{Place, Span};

/// Moves all places of `records` from the text they were read in, by where `place` says that a span
/// of it stood; what was `found` while they were read goes to `findings`, moved likewise.
pub(super) fn lead_back(
    records: &mut [Record],
    found: Findings,
    findings: &mut Findings,
    place: impl Fn(Span) -> Span,
) {
    let move_place = |at: &mut Place| at.span = place(at.span);
    for record in records {
        move_place(&mut record.place);
        for (_, tracked) in record.fields_mut() {
            move_place(&mut tracked.provenance.place);
        }
        for extra in &mut record.extra {
            move_place(&mut extra.value.provenance.place);
        }
        for statement in &mut record.statements {
            move_place(&mut statement.place);
        }
    }
    for mut diagnostic in found.into_kept() {
        move_place(&mut diagnostic.place);
        for label in &mut diagnostic.labels {
            move_place(&mut label.place);
        }
        findings.push(diagnostic.fault, diagnostic.severity, || diagnostic);
    }
}
