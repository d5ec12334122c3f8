//! `doi-as-url`: a DOI that is not bare.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, identifier};
use crate::report::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "doi-as-url",
        summary: "The DOI is not bare and in lower case",
        why: "The doi field takes the name alone: styles put the resolver before it, and \
              programs compare it. DOI names know no case. A value that is no DOI stays.",
        examples: &[
            ("doi = {https://doi.org/10.1000/182}", "doi = {10.1000/182}"),
            (
                "doi = {doi:10.1176/Appi.PS.2020000}",
                "doi = {10.1176/appi.ps.2020000}",
            ),
            ("doi = {10.1000/182.}", "doi = {10.1000/182}"),
        ],
        sources: &[
            "DOI Handbook, 2 and 3.8.1",
            "biblatex manual 2.2.2, field doi",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Doi]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let Some(text) = visit.plain(Field::Doi) else {
        return;
    };
    if identifier::is_bare_doi(&text) {
        return;
    }
    let found = identifier::doi(&text).or_else(|| identifier::find_doi(&text).map(|(doi, _)| doi));
    match found {
        Some(doi) if *doi == *text => {}
        Some(doi) => {
            let (text, bare) = (text.into_owned(), doi.clone());
            visit.change(Field::Doi, doi, || {
                format!("'{text}' is not the bare DOI '{bare}'")
            });
        }
        None => {
            let message = format!("'{text}' is no DOI: expected '10.', a registrant and '/'");
            visit.report(Severity::Warning, Some(Field::Doi), || message);
        }
    }
}
