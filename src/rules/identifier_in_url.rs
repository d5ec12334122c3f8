//! `identifier-in-url`: PMID, PMCID or arXiv identifier only in an address or note.

use super::{Phase, Reads, Rule, Visit, addresses};
use crate::doc::Doc;
use crate::model::{Field, identifier};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "identifier-in-url",
        summary: "An address, a note or the journal name holds the PMID, PMCID or arXiv identifier",
        why: "In a field of their own these identifiers find the work again and tell duplicates. \
              The text they stood in stays.",
        examples: &[
            (
                "url = {https://pubmed.ncbi.nlm.nih.gov/32109013/}",
                "pmid = {32109013}\nurl = {https://pubmed.ncbi.nlm.nih.gov/32109013/}",
            ),
            (
                "note = {PMID: 32109013}",
                "note = {PMID: 32109013}\npmid = {32109013}",
            ),
            (
                "journal = {arXiv preprint arXiv:1706.03762}",
                "journal = {arXiv preprint arXiv:1706.03762}\neprint = {1706.03762}\neprinttype = {arxiv}",
            ),
        ],
        sources: &[
            "biblatex manual 3.14.7, Electronic publishing information",
            "arXiv identifier scheme",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::Url,
        Field::Note,
        Field::HowPublished,
        Field::JournalTitle,
        Field::Volume,
        Field::Addendum,
        Field::Pmid,
        Field::Pmcid,
        Field::Eprint,
        Field::EprintType,
    ]),
    safety: Some(Safety::Safe),
    run,
};

/// Where to look, in order of trust.
pub(super) const FIELDS: &[Field] = &[
    Field::Url,
    Field::Note,
    Field::HowPublished,
    Field::JournalTitle,
    Field::Volume,
    Field::Addendum,
];

fn run(visit: &mut Visit<'_>) {
    for &field in FIELDS {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        if !holds_any(&text) {
            continue;
        }
        if !visit.record().has(Field::Pmid)
            && let Some(pmid) = addresses::pmid(&text)
                .or_else(|| labelled(&text, "PMID"))
                .and_then(identifier::pmid)
        {
            visit.add_from(Field::Pmid, pmid, field, || {
                "the text holds a PMID that has a field of its own".to_owned()
            });
        }
        let Some(text) = visit.plain(field) else {
            continue;
        };
        if !visit.record().has(Field::Pmcid)
            && let Some(pmcid) = addresses::pmcid(&text)
                .or_else(|| labelled(&text, "PMCID").and_then(identifier::pmcid))
        {
            visit.add_from(Field::Pmcid, pmcid, field, || {
                "the text holds a PMCID that has a field of its own".to_owned()
            });
        }
        let Some(text) = visit.plain(field) else {
            continue;
        };
        if !visit.record().has(Field::Eprint)
            && let Some(arxiv) = addresses::arxiv(&text)
                .or_else(|| labelled(&text, "arXiv").and_then(identifier::arxiv))
                .or_else(|| corr(field, &text))
        {
            visit.add_from(Field::Eprint, arxiv, field, || {
                "the text holds an arXiv identifier that has a field of its own".to_owned()
            });
            visit.add_from(Field::EprintType, "arxiv", field, || {
                "the archive of the identifier is not said".to_owned()
            });
        }
    }
}

/// A quick test that nearly all texts fail.
fn holds_any(text: &str) -> bool {
    // Two letters of each mark, without a branch a byte.
    let bytes = text.as_bytes();
    let mut met = 0_u8;
    for (&byte, &next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        let pair = |a: u8, b: u8| u8::from(byte == a) & u8::from(next == b);
        met |= pair(b'P', b'M')
            | pair(b'X', b'i')
            | pair(b'x', b'i')
            | pair(b'h', b'.')
            | pair(b's', b'/');
    }
    if met == 0 {
        return false;
    }
    ["nih.gov", "PM", "rXiv", "arxiv", "abs/"]
        .iter()
        .any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some())
}

/// The word behind `label:`.
fn labelled<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let at = memchr::memmem::find_iter(text.as_bytes(), label.as_bytes())
        .find(|at| text.as_bytes().get(at + label.len()) == Some(&b':'))?;
    let rest = text.get(at + label.len() + 1..)?.trim_start();
    let end = rest
        .find([' ', ',', ';', ')', ']', '['])
        .unwrap_or(rest.len());
    Some(rest.get(..end)?.trim_end_matches('.')).filter(|word| !word.is_empty())
}

/// DBLP writes the identifier into the volume: `abs/1706.03762`.
fn corr(field: Field, text: &str) -> Option<String> {
    (field == Field::Volume)
        .then(|| text.strip_prefix("abs/"))?
        .and_then(identifier::arxiv)
}
