//! `journal-final-punctuation`: `Stroke.`, `《心理学报》`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "journal-final-punctuation",
        summary: "Punctuation of a citation clings to the journal's name",
        why: "The comma behind a name, the angle brackets around a Chinese one and `In:` before a \
              book belong to the citation it was cut from. The stop of an abbreviated name stays \
              where its other words have one too.",
        examples: &[
            (
                "journal = {sigmod conference ,}",
                "journal = {sigmod conference}",
            ),
            ("journal = {Nat. Neurosci.}", "journal = {Nat. Neurosci.}"),
            (
                "journal = {Psychological Review.}",
                "journal = {Psychological Review}",
            ),
            ("journal = {《心理学报》}", "journal = {心理学报}"),
            (
                "booktitle = {In: Proceedings of X}",
                "booktitle = {Proceedings of X}",
            ),
        ],
        sources: &["NLM Citing Medicine, journal title", "GB/T 7714-2015"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::JournalTitle, Field::BookTitle, Field::ShortJournal]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::JournalTitle, Field::BookTitle, Field::ShortJournal] {
        visit.rewrite(
            field,
            |text, _| {
                let kept = bare(text);
                (kept.len() != text.len() && !kept.is_empty()).then(|| kept.to_owned())
            },
            || "punctuation of a citation clings to the name".to_owned(),
        );
    }
}

fn bare(text: &str) -> &str {
    let mut kept = text;
    loop {
        let before = kept.len();
        kept = kept.trim_end_matches([',', ';', ':', '，', '；', '：', '。', ' ']);
        if let Some(rest) = kept.strip_suffix('.')
            && !rest.contains('.')
            && rest
                .rsplit(' ')
                .next()
                .is_some_and(|word| word.chars().count() > 3)
            && (rest
                .rsplit(' ')
                .next()
                .is_some_and(|word| word.chars().count() > 5)
                || !rest.contains(' '))
        {
            kept = rest;
        }
        let stripped = kept
            .strip_prefix('《')
            .and_then(|rest| rest.strip_suffix('》'))
            .filter(|rest| !rest.contains('《'));
        kept = stripped.unwrap_or(kept).trim();
        for prefix in ["In: ", "IN: ", "In ", "in: ", "in "] {
            let rest = kept.strip_prefix(prefix).unwrap_or(kept);
            // `In Vitro` and `In Practice` are names.
            let sure = prefix.contains(':') || rest.starts_with("Proc") || rest.starts_with("proc");
            if sure {
                kept = rest;
            }
        }
        if kept.len() == before {
            return kept;
        }
    }
}
