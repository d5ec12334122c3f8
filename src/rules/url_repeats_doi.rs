//! `url-repeats-doi`: the address is the DOI with the resolver before it.

use super::{Phase, Reads, Rule, Visit, addresses};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "url-repeats-doi",
        summary: "The address says no more than the DOI",
        why: "Styles print both, and the same string twice looks like a mistake. The address can \
              be made from the DOI at any time. An address of another site stays.",
        examples: &[(
            "doi = {10.1000/182}\nurl = {http://dx.doi.org/10.1000/182}",
            "doi = {10.1000/182}",
        )],
        sources: &[
            "DOI Handbook, 3.8.1",
            "biblatex manual 2.2.2, fields doi and url",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Url, Field::Doi]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let (Some(url), Some(doi)) = (visit.plain(Field::Url), visit.plain(Field::Doi)) else {
        return;
    };
    if addresses::is_resolver(&url) && addresses::doi(&url).is_some_and(|held| held == *doi) {
        visit.remove(Field::Url, || "the address repeats the DOI".to_owned());
    }
}
