//! `doi-in-note`: the DOI stands in a field of prose.

use super::{Phase, Reads, Rule, Visit, addresses};
use crate::doc::Doc;
use crate::model::{Field, identifier};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "doi-in-note",
        summary: "A note, accession number or page field holds the DOI",
        why: "A DOI in a note is printed as prose and found by nobody. A note that holds nothing \
              else goes; one that says more stays whole. Several DOIs in one note belong to other \
              works and are left alone.",
        examples: &[
            ("note = {doi: 10.1000/182}", "doi = {10.1000/182}"),
            ("pages = {10.1159/000441430}", "doi = {10.1159/000441430}"),
            (
                "note = {Erratum of 10.1000/181 and 10.1000/182}",
                "note = {Erratum of 10.1000/181 and 10.1000/182}",
            ),
        ],
        sources: &["biblatex manual 2.2.2, field doi"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::Note,
        Field::AccessionNumber,
        Field::Pages,
        Field::Eid,
        Field::Number,
        Field::HowPublished,
        Field::Addendum,
        Field::Eprint,
        Field::Doi,
        Field::Url,
    ]),
    safety: Some(Safety::Safe),
    run,
};

/// The first that holds one wins.
pub(super) const FIELDS: &[Field] = &[
    Field::Note,
    Field::AccessionNumber,
    Field::Pages,
    Field::Eid,
    Field::Number,
    Field::HowPublished,
    Field::Addendum,
    Field::Eprint,
];

fn run(visit: &mut Visit<'_>) {
    for &field in FIELDS {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        let Some((doi, alone)) = only_doi(&text) else {
            continue;
        };
        let known = visit.plain(Field::Doi).map(|known| {
            *known == *doi || identifier::doi(&known).is_some_and(|known| known == doi)
        });
        let in_url = visit.plain(Field::Url).and_then(|url| addresses::doi(&url));
        let message = format!("DOI '{doi}' stands in field {}", field.name());
        match known {
            Some(true) if alone => visit.remove(field, || "holds only the DOI".to_owned()),
            None if in_url.is_none() => {
                visit.add_from(Field::Doi, doi, field, || message);
                if alone {
                    visit.remove(field, || "holds only the DOI".to_owned());
                }
            }
            _ => {}
        }
    }
}

/// The one DOI of a text, and whether the text holds nothing else.
fn only_doi(text: &str) -> Option<(String, bool)> {
    memchr::memmem::find(text.as_bytes(), b"10.")?;
    let (doi, range) = identifier::find_doi(text)?;
    let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
    if identifier::find_doi(after).is_some() {
        return None;
    }
    let label = |c: char| !c.is_alphanumeric();
    let before = before.trim_matches(label).to_ascii_lowercase();
    let labels = [
        "",
        "doi",
        "https://doi.org",
        "http://dx.doi.org",
        "https://dx.doi.org",
        "http://doi.org",
        "https",
        "http",
    ];
    let labelled = labels.contains(&before.as_str());
    let alone = labelled && after.trim_matches(label).is_empty();
    // In the middle of prose a DOI may be another work's, unless it is announced as this one's.
    (alone || before.is_empty() || before.ends_with("doi") || before.ends_with("doi.org"))
        .then_some((doi, alone))
}
