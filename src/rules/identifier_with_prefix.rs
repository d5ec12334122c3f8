//! `identifier-with-prefix`: PMID, PMCID and arXiv identifiers not in their own form.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, identifier};
use crate::report::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "identifier-with-prefix",
        summary: "A PMID, PMCID or arXiv identifier is not in its canonical form",
        why: "A PMID is a number, a PMCID begins with PMC, an arXiv identifier stands without \
              `arXiv:`, its section in a field of its own; so programs take and compare them.",
        examples: &[
            ("pmid = {PMID: 32109013}", "pmid = {32109013}"),
            ("pmcid = {3531190}", "pmcid = {PMC3531190}"),
            (
                "eprint = {arXiv:1706.03762 [cs.CL]}\neprinttype = {arXiv}",
                "eprint = {1706.03762}\neprinttype = {arxiv}\neprintclass = {cs.CL}",
            ),
            (
                "eprint = {hep-th/9901001}",
                "eprint = {hep-th/9901001}\neprinttype = {arxiv}",
            ),
            (
                "eprint = {32109013}\neprinttype = {pubmed}",
                "pmid = {32109013}",
            ),
        ],
        sources: &[
            "NLM, PubMed and PMC identifiers",
            "arXiv identifier scheme",
            "biblatex manual 3.14.7",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::Pmid,
        Field::Pmcid,
        Field::Eprint,
        Field::EprintType,
        Field::EprintClass,
    ]),
    safety: Some(Safety::Safe),
    run,
};

type Canonical = fn(&str) -> Option<String>;

fn run(visit: &mut Visit<'_>) {
    let fields: [(Field, Canonical, &str); 2] = [
        (
            Field::Pmid,
            identifier::pmid,
            "a number of at most eight digits",
        ),
        (Field::Pmcid, identifier::pmcid, "PMC and a number"),
    ];
    for (field, canonical, expected) in fields {
        canonicalise(visit, field, canonical, expected);
    }
    eprint(visit);
}

fn canonicalise(visit: &mut Visit<'_>, field: Field, canonical: Canonical, expected: &str) {
    let Some(text) = visit.plain(field) else {
        return;
    };
    match canonical(&text) {
        Some(bare) if *bare == *text => {}
        Some(bare) => {
            let message = format!("'{text}' is not the bare identifier '{bare}'");
            visit.change(field, bare, || message);
        }
        None => {
            let message = format!("'{text}' is no identifier of this kind: expected {expected}");
            visit.report(Severity::Warning, Some(field), || message);
        }
    }
}

fn eprint(visit: &mut Visit<'_>) {
    let Some(text) = visit.plain(Field::Eprint) else {
        return;
    };
    let archive = visit.plain(Field::EprintType).unwrap_or_default();
    let lower = archive.to_ascii_lowercase();
    match lower.as_str() {
        "pubmed" | "pmid" => {
            if let Some(pmid) = identifier::pmid(&text)
                && !visit.record().has(Field::Pmid)
            {
                visit.add_from(Field::Pmid, pmid, Field::Eprint, || {
                    "the eprint is a PMID".to_owned()
                });
                visit.remove(Field::Eprint, || "it is a PMID".to_owned());
                visit.remove(Field::EprintType, || "it is a PMID".to_owned());
            }
        }
        "" | "arxiv" => {
            let (id, section) = match text.split_once('[') {
                Some((id, section)) => (id.trim_end(), section.strip_suffix(']')),
                None => (&*text, None),
            };
            let Some(bare) = identifier::arxiv(id) else {
                return;
            };
            let section = section.map(str::to_owned);
            let (same, renamed) = (*bare == *text, lower != *archive);
            if let Some(section) = section
                && !visit.record().has(Field::EprintClass)
            {
                visit.add_from(Field::EprintClass, section, Field::Eprint, || {
                    "the section of the archive stands with the identifier".to_owned()
                });
            }
            if !same {
                visit.change(Field::Eprint, bare, || {
                    "the arXiv identifier is not bare".to_owned()
                });
            }
            if renamed {
                visit.change(Field::EprintType, "arxiv", || {
                    "the archive's name is not in lower case".to_owned()
                });
            }
            visit.add_from(Field::EprintType, "arxiv", Field::Eprint, || {
                "the eprint is arXiv's, which is not said".to_owned()
            });
        }
        _ => {}
    }
}
