//! `title-absent`: a record without a title.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-absent",
        summary: "The record has no title",
        why: "Related items of some pages are listed without titles. They are kept, since authors, \
              year and pages identify them, but most programs show them as blank.",
        examples: &[("author = {Smith, John}", "author = {Smith, John}")],
        sources: &["biblatex manual 2.1.1: title is required for nearly every type"],
    },
    phase: Phase::Judge,
    reads: Reads::ALL,
    safety: None,
    run,
};

fn run(visit: &mut Visit<'_>) {
    if !visit.record().has(Field::Title) {
        visit.report(Severity::Note, None, || {
            "the record has no title".to_owned()
        });
    }
}
