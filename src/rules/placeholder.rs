//! `placeholder`: words for nothing.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Value};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "placeholder",
        summary: "A field holds words that mean it is empty",
        why: "`ahead-of-print` is no volume, `(no pagination)` are no pages, `暂无` is no DOI. \
              Printed they mislead, compared they contradict the real value.",
        examples: &[
            ("volume = {ahead-of-print}", ""),
            ("pages = {(no pagination)}", ""),
            ("volume = {52 (no pagination)}", "volume = {52}"),
            ("doi = {暂无}", ""),
            ("abstract = {[No abstract available]}", ""),
        ],
        sources: &[
            "Ovid field guide (no pagination)",
            "Crossref, online-first records",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(FIELDS),
    safety: Some(Safety::Safe),
    run,
};

const FIELDS: &[Field] = &[
    Field::Volume,
    Field::Volumes,
    Field::Part,
    Field::Number,
    Field::Issue,
    Field::Chapter,
    Field::Pages,
    Field::Eid,
    Field::PageTotal,
    Field::Doi,
    Field::Pmid,
    Field::Pmcid,
    Field::Isbn,
    Field::Issn,
    Field::Publisher,
    Field::Location,
    Field::Url,
    Field::Series,
    Field::Edition,
    Field::Note,
    Field::Language,
    Field::JournalTitle,
    Field::BookTitle,
    Field::Abstract,
    Field::Keywords,
    Field::Institution,
];

const NOTHING: &[&str] = &[
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "nan",
    "undefined",
    "unknown",
    "-",
    "--",
    "---",
    "–",
    "—",
    "?",
    "??",
    ".",
    "暂无",
    "无",
    "未知",
    "нет",
    "なし",
    "없음",
    "not available",
    "not applicable",
    "no data",
    "n.a.",
    "s.n.",
    "s.l.",
];

/// Bytes of the longest of them.
const LONGEST_NOTHING: usize = 14;

/// Of volume, issue and pages only; others may be called so.
const NUMBERS: &[&str] = &[
    "ahead-of-print",
    "ahead of print",
    "aheadofprint",
    "online first",
    "online-first",
    "onlinefirst",
    "no pagination",
    "no page",
    "no pagination specified",
    "pp",
    "no pages",
    "np",
    "n. pag",
    "n.pag",
    "no volume",
    "no issue",
    "publish ahead of print",
    "epub ahead of print",
    "early view",
    "article in press",
    "in press",
    "unpaginated",
    "pagination unavailable",
    "papers",
    "print",
    "online",
];

const ABSTRACTS: &[&str] = &[
    "no abstract available",
    "no abstract",
    "abstract not available",
    "abstract not provided",
    "this article does not have an abstract",
    "no abstract is available for this article",
    "not available",
];

/// Whether a value of the field may be words for nothing: a quick test that most fail.
fn is_suspect(field: Field, text: &str) -> bool {
    let long = text.len() > 60 || text.len() > 36 && field != Field::Abstract;
    if long {
        return false;
    }
    let more = matches!(
        field,
        Field::Volume | Field::Number | Field::Issue | Field::Pages | Field::Eid | Field::Abstract
    );
    match text.as_bytes().first() {
        Some(b'0'..=b'9') if !text.ends_with(')') => false,
        // As the words for nothing begin that begin with a letter of ASCII.
        Some(b'A'..=b'Z' | b'a'..=b'z')
            if !more && !text.starts_with(['n', 'u', 's', 'N', 'U', 'S']) =>
        {
            false
        }
        _ => {
            // Without brackets and stops at its ends, as it is compared.
            let bare = || text.trim_matches([' ', '(', ')', '[', ']', '.', '（', '）']);
            more || bare().len() <= LONGEST_NOTHING
        }
    }
}

fn run(visit: &mut Visit<'_>) {
    let suspects = visit
        .record()
        .fields()
        .filter(|(field, tracked)| {
            text_of(&tracked.value).is_some_and(|text| is_suspect(*field, text))
                && RULE.reads.meets(Reads::one(*field))
        })
        .fold(Reads::NONE, |all, (field, _)| all.with(Reads::one(field)));
    if suspects == Reads::NONE {
        return;
    }
    for &field in FIELDS {
        if !suspects.meets(Reads::one(field)) {
            continue;
        }
        let Some(text) = text(visit, field) else {
            continue;
        };
        let numbers = matches!(
            field,
            Field::Volume | Field::Number | Field::Issue | Field::Pages | Field::Eid
        );
        // Most values begin with a digit or are long, and no word for nothing does or is.
        if text.len() > 60 || text.len() > 36 && field != Field::Abstract {
            continue;
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) && !text.ends_with(')') {
            continue;
        }
        if numbers && let Some(kept) = without_remark(text) {
            let kept = kept.to_owned();
            visit.change(field, kept, || {
                "a remark says that there are no pages".to_owned()
            });
            continue;
        }
        let bare = text.trim_matches([' ', '(', ')', '[', ']', '.', '（', '）']);
        let is = |table: &[&str]| {
            table
                .iter()
                .any(|word| bare.eq_ignore_ascii_case(word) || text == *word)
        };
        // `NA` may be a journal or a place, and a dash a range cut to nothing.
        let weak = matches!(
            field,
            Field::JournalTitle
                | Field::BookTitle
                | Field::Location
                | Field::Publisher
                | Field::Series
        ) && bare.eq_ignore_ascii_case("na");
        let empty = text.is_empty()
            || bare.len() <= LONGEST_NOTHING && !weak && is(NOTHING)
            || numbers && is(NUMBERS)
            || field == Field::Abstract && is(ABSTRACTS);
        if empty {
            visit.remove(field, || "the value says that there is none".to_owned());
        }
    }
}

fn text<'a>(visit: &'a Visit<'_>, field: Field) -> Option<&'a str> {
    text_of(visit.record().get(field)?)
}

fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(&text.content),
        Value::List(list) => match list.as_slice() {
            [one] => Some(&one.content),
            _ => None,
        },
        _ => None,
    }
}

/// Ovid hangs the remark onto the volume.
fn without_remark(text: &str) -> Option<&str> {
    let kept = text.strip_suffix("(no pagination)")?.trim_end();
    (!kept.is_empty()).then_some(kept)
}
