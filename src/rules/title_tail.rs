//! `title-tail`: what databases and sites hang onto titles.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{EntryType, Field, language};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-tail",
        summary: "A remark of the database or site stands before or behind the title",
        why: "`[45 refs]`, `(Structured abstract)`, `| Request PDF` and `[J]` are not the title's \
              words, and each makes one work look like two. The mark of a type sets the type, the \
              name of a language the language, where nothing better is known.",
        examples: &[
            (
                "title = {Pleural effusion. [Review] [45 refs]}",
                "title = {Pleural effusion.}",
            ),
            (
                "title = {Buckwheat and risk (Structured abstract)}",
                "title = {Buckwheat and risk}",
            ),
            (
                "title = {Peer support at work | Request PDF}",
                "title = {Peer support at work}",
            ),
            ("@misc\ntitle = {论农业[J]}", "@article\ntitle = {论农业}"),
            ("title = {[HTML] Deep learning}", "title = {Deep learning}"),
        ],
        sources: &[
            "GB/T 7714-2015, appendix B (type marks)",
            "Cochrane CENTRAL and DARE title remarks",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Title, Field::Language]),
    safety: Some(Safety::Safe),
    run,
};

const TAILS: &[&str] = &[
    "(structured abstract)",
    "(provisional abstract)",
    "(brief record)",
    "(abstract only)",
    "(project record)",
    "(provisional record)",
    "[review]",
    "[abstract]",
    "[structured abstract]",
    "[corrected]",
    "[see comment]",
    "[see comments]",
    "[published erratum appears in]",
    "| request pdf",
    "| semantic scholar",
    "- researchgate",
    "| scientific reports",
    "- pubmed",
    "- pubmed - ncbi",
    "- sciencedirect",
    "| sciencedirect",
    "- sage journals",
    "| taylor & francis online",
    "- wiley online library",
    "| springerlink",
    "- springerlink",
    "| plos one",
    "| jama network",
    "| nature",
    "- pmc",
    "| ieee xplore",
    "[pdf]",
    "(pdf)",
    "| oxford academic",
    "| cambridge core",
    "- europe pmc",
    "| the bmj",
    "| cochrane library",
    "[electronic resource]",
    "[elektronische ressource]",
    "[электронный ресурс]",
    "[текст]",
    "[recurso electrónico]",
    "[ressource électronique]",
    "(in press)",
    "[online]",
    "[en línea]",
    "[en ligne]",
    "[internet]",
];

const HEADS: &[&str] = &[
    "[pdf]",
    "[html]",
    "[citation]",
    "[book]",
    "[book][b]",
    "[b]",
    "[c]",
    "[doc]",
    "(pdf)",
    "{ai}",
];

/// Type marks of Chinese references, and the type each means.
const MARKS: &[(&str, EntryType)] = &[
    ("J", EntryType::Article),
    ("M", EntryType::Book),
    ("D", EntryType::Thesis),
    ("C", EntryType::Proceedings),
    ("N", EntryType::Newspaper),
    ("R", EntryType::Report),
    ("P", EntryType::Patent),
    ("S", EntryType::Standard),
    ("EB", EntryType::Online),
    ("DB", EntryType::Dataset),
    ("CP", EntryType::Software),
    ("G", EntryType::Collection),
    ("Z", EntryType::Misc),
    ("A", EntryType::InCollection),
];

fn run(visit: &mut Visit<'_>) {
    let Some(title) = visit.record().text(Field::Title) else {
        return;
    };
    let last = title.trim_end_matches(['.', ' ', '。']).chars().next_back();
    let suspicious = matches!(last, Some(']' | ')' | '］'))
        || title.starts_with(['[', '(', '{'])
        || memchr::memchr(b'|', title.as_bytes()).is_some()
        || memchr::memchr(b'-', title.as_bytes()).is_some() && title.contains(" - ")
        || !title.is_ascii() && title.contains('：')
        || memchr::memmem::find(title.as_bytes(), b"  ").is_some();
    if !suspicious {
        return;
    }
    let mut kept = title;
    let (mut mark, mut tag) = (None, None);
    while let Some(shorter) = without_tail(kept, &mut mark, &mut tag) {
        kept = shorter;
    }
    while let Some(shorter) = without_head(kept) {
        kept = shorter;
    }
    if kept.len() == title.len() || !kept.chars().any(char::is_alphanumeric) {
        return;
    }
    let kept = kept.to_owned();
    visit.rewrite(
        Field::Title,
        |_, _| Some(kept),
        || "a remark of a database or site stands in the title".to_owned(),
    );
    if let Some(entry_type) = mark
        && visit.record().entry_type == EntryType::Misc
        && entry_type != EntryType::Misc
    {
        visit.change_record(
            |record| record.entry_type = entry_type,
            || "the mark behind the title tells the type".to_owned(),
        );
    }
    if let Some(tag) = tag {
        visit.add_from(Field::Language, tag, Field::Title, || {
            "the remark behind the title tells the language".to_owned()
        });
    }
}

fn without_tail<'a>(
    title: &'a str,
    mark: &mut Option<EntryType>,
    tag: &mut Option<String>,
) -> Option<&'a str> {
    let trimmed = title.trim_end_matches(['.', ' ', '。']);
    for tail in TAILS {
        if let Some(rest) = strip_suffix(trimmed, tail) {
            return Some(rest.trim_end());
        }
    }
    let at = trimmed.rfind(['[', '［'])?;
    let open = trimmed.get(at..)?.chars().next()?;
    let inside = trimmed
        .get(at + open.len_utf8()..)?
        .strip_suffix([']', '］'])?;
    let rest = trimmed.get(..at)?.trim_end();
    if rest.is_empty() {
        return None;
    }
    if let Some(entry_type) = type_mark(inside) {
        *mark = mark.or(Some(entry_type));
        return Some(rest);
    }
    if let Some(name) = inside.strip_prefix("Article in ") {
        *tag = language::tag(name).map(|tag| tag.to_string());
        return tag.is_some().then_some(rest);
    }
    is_count_of_references(inside).then_some(rest)
}

fn type_mark(inside: &str) -> Option<EntryType> {
    let (kind, carrier) = inside.split_once('/').unwrap_or((inside, "OL"));
    if !["OL", "CD", "MT", "DK"].contains(&carrier) {
        return None;
    }
    MARKS
        .iter()
        .find(|(mark, _)| *mark == kind)
        .map(|(_, entry_type)| *entry_type)
}

/// `45 refs`, `12 references`.
fn is_count_of_references(inside: &str) -> bool {
    inside.split_once(' ').is_some_and(|(count, word)| {
        count.bytes().all(|b| b.is_ascii_digit())
            && matches!(
                word.to_ascii_lowercase().as_str(),
                "refs" | "ref" | "references" | "refs."
            )
    })
}

fn without_head(title: &str) -> Option<&str> {
    HEADS.iter().find_map(|head| {
        let start = title.get(..head.len())?;
        let rest = title.get(head.len()..)?;
        (start.eq_ignore_ascii_case(head) && rest.starts_with(' ')).then(|| rest.trim_start())
    })
}

/// Without an ending, any case, that begins a word.
fn strip_suffix<'a>(text: &'a str, tail: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(tail.len())?;
    let (head, end) = (text.get(..at)?, text.get(at..)?);
    let same = end.eq_ignore_ascii_case(tail) || !end.is_ascii() && end.to_lowercase() == tail;
    (same && head.ends_with([' ', '.', ']', ')'])).then_some(head)
}
