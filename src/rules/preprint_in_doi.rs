//! `preprint-in-doi`: the DOI of an arXiv paper holds its identifier.

use super::{Infer, Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, identifier};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "preprint-in-doi",
        summary: "The DOI is arXiv's, the eprint field is empty",
        why: "arXiv makes its DOIs from its identifiers, and styles print the identifier.",
        examples: &[(
            "doi = {10.48550/arxiv.1706.03762}",
            "doi = {10.48550/arxiv.1706.03762}\neprint = {1706.03762}\neprinttype = {arxiv}",
        )],
        sources: &[
            "arXiv help, DOIs",
            "14 of 14 arXiv DOIs in public .bib files",
        ],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::Eprint, Field::EprintType, Field::Doi]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    if visit.record().has(Field::Eprint)
        || visit.record().has(Field::EprintType)
        || !visit.may_infer(Infer::Sound)
    {
        return;
    }
    let id = visit
        .record()
        .text(Field::Doi)
        .and_then(|doi| doi.strip_prefix("10.48550/arxiv."))
        .and_then(identifier::arxiv);
    if let Some(id) = id {
        visit.infer(Field::Eprint, id, Field::Doi, || {
            "the DOI holds an arXiv identifier that the record does not give".to_owned()
        });
        visit.infer(Field::EprintType, "arxiv", Field::Doi, || {
            "the DOI holds an arXiv identifier that the record does not give".to_owned()
        });
    }
}
