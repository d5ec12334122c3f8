//! `doi-in-url`: the DOI stands only in the address.

use super::{Phase, Reads, Rule, Visit, addresses};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "doi-in-url",
        summary: "The address holds the DOI, the doi field is empty",
        why: "A DOI outlives addresses, and programs look for it in its own field. It is taken \
              from a resolver's address or a publisher's `/doi/` path only; the address stays.",
        examples: &[(
            "url = {https://onlinelibrary.wiley.com/doi/full/10.1002/cne.22241?af=R}",
            "doi = {10.1002/cne.22241}\nurl = {https://onlinelibrary.wiley.com/doi/full/10.1002/cne.22241?af=R}",
        )],
        sources: &["DOI Handbook, 3.8"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Doi, Field::Url]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    if visit.record().has(Field::Doi) {
        return;
    }
    let Some(doi) = visit.plain(Field::Url).and_then(|url| addresses::doi(&url)) else {
        return;
    };
    let message = format!("the address holds the DOI '{doi}', and the doi field is empty");
    visit.add_from(Field::Doi, doi, Field::Url, || message);
}
