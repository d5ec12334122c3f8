//! `misc-with-journal`: an article that is called something else.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{EntryType, Field};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "misc-with-journal",
        summary: "A record of no certain type stands in a journal",
        why: "Styles print the journal of articles only. A journal and a volume, issue, page or \
              article number make an article; the name of a preprint server does not.",
        examples: &[
            (
                "@misc\njournal = {Stroke}\nvolume = {12}",
                "@article\njournal = {Stroke}\nvolume = {12}",
            ),
            ("@misc\njournal = {Stroke}", "@misc\njournal = {Stroke}"),
        ],
        sources: &["biblatex manual 2.1.1, article and misc"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[
        Field::Volume,
        Field::Number,
        Field::Issue,
        Field::Pages,
        Field::Eid,
        Field::BookTitle,
        Field::JournalTitle,
    ]),
    safety: Some(Safety::Safe),
    run,
};

const LOCATORS: &[Field] = &[
    Field::Volume,
    Field::Number,
    Field::Issue,
    Field::Pages,
    Field::Eid,
];

fn run(visit: &mut Visit<'_>) {
    let record = visit.record();
    if record.entry_type != EntryType::Misc || record.has(Field::BookTitle) {
        return;
    }
    let Some(journal) = record.text(Field::JournalTitle) else {
        return;
    };
    let lower = journal.to_lowercase();
    let preprint = ["arxiv", "preprint", "biorxiv", "medrxiv", "ssrn", "corr"]
        .iter()
        .any(|name| lower.contains(name));
    if !preprint && LOCATORS.iter().any(|field| record.has(*field)) {
        visit.change_record(
            |record| record.entry_type = EntryType::Article,
            || "a work in a journal is an article".to_owned(),
        );
    }
}
