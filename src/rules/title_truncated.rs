//! `title-truncated`: a title cut off by a page.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-truncated",
        summary: "The title ends or begins in an ellipsis",
        why: "Search pages cut long titles. What is missing cannot be worked out, and a cut title \
              matches its whole form only in part.",
        examples: &[(
            "title = {A very long title that …}",
            "title = {A very long title that …}",
        )],
        sources: &["Google Scholar, search result layout"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::Title]),
    safety: None,
    run,
};

fn run(visit: &mut Visit<'_>) {
    let Some(title) = visit.record().text(Field::Title) else {
        return;
    };
    let cut = title.ends_with('…')
        || title.ends_with("...")
        || title.starts_with('…')
        || title.starts_with("...");
    if cut {
        visit.report(Severity::Note, Some(Field::Title), || {
            "the title seems cut off".to_owned()
        });
    }
}
