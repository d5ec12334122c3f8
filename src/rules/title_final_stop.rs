//! `title-final-stop`: `Title.`

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-final-stop",
        summary: "The title ends in a stop, comma, colon or slash",
        why: "It belongs to the citation style, which puts its own. A question or exclamation mark, \
              an ellipsis and the stop of an abbreviation stay.",
        examples: &[
            (
                "title = {On growth and form.}",
                "title = {On growth and form}",
            ),
            (
                "title = {Psychiatry in the U.S.}",
                "title = {Psychiatry in the U.S.}",
            ),
            ("title = {Thinking about …}", "title = {Thinking about …}"),
            (
                "title = {精神分裂症患者的康复。}",
                "title = {精神分裂症患者的康复}",
            ),
        ],
        sources: &[
            "NLM Citing Medicine, title: end punctuation is the style's",
            "ISBD, punctuation",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Title, Field::Subtitle, Field::BookTitle]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Title, Field::Subtitle, Field::BookTitle] {
        visit.rewrite(
            field,
            |text, _| {
                let kept = without_stop(text);
                (kept.len() != text.len()).then(|| kept.to_owned())
            },
            || "punctuation ends the title".to_owned(),
        );
    }
}

fn without_stop(text: &str) -> &str {
    let mut kept = text;
    loop {
        let Some(last) = kept.chars().next_back() else {
            return text;
        };
        let cut = match last {
            '.' => !ends_in_abbreviation(kept),
            '。' | '．' | ',' | '，' | ';' | '；' | ':' | '：' | '/' => true,
            _ => false,
        };
        if !cut {
            return kept;
        }
        let shorter = kept
            .get(..kept.len() - last.len_utf8())
            .unwrap_or_default()
            .trim_end();
        if shorter.is_empty() || shorter.ends_with('\\') {
            return kept;
        }
        kept = shorter;
    }
}

const ABBREVIATIONS: &[&str] = &[
    "etc", "al", "inc", "ltd", "corp", "co", "jr", "sr", "vs", "ca", "cf", "dr", "st", "no", "vol",
    "spp", "sp", "nov", "ed", "eds", "var", "subsp",
];

fn ends_in_abbreviation(text: &str) -> bool {
    let word = text
        .trim_end_matches('.')
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let stops = text.len() - text.trim_end_matches('.').len();
    stops > 1 || word.contains('.') || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}
