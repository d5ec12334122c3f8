//! `title-in-brackets`: `[Title].`, `“Title”`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-in-brackets",
        summary: "Brackets or quotation marks stand around the whole title",
        why: "Brackets are how PubMed marks a title it translated, quotation marks how styles print \
              an article's title. Neither is part of it, and both hide duplicates.",
        examples: &[
            (
                "title = {[Pleuritis carcinomatosa].}",
                "title = {Pleuritis carcinomatosa}",
            ),
            (
                "title = {“Madness” and “civilization”}",
                "title = {“Madness” and “civilization”}",
            ),
            (
                "title = {\"Matched ventilation\"}",
                "title = {Matched ventilation}",
            ),
            ("title = {《精神病学》}", "title = {精神病学}"),
        ],
        sources: &["NLM Citing Medicine, title: translated titles in square brackets"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Title, Field::BookTitle]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Title, Field::BookTitle] {
        visit.rewrite(
            field,
            |text, _| {
                let mut kept = text;
                let mut layers = 0;
                while let Some(inside) = inside(kept) {
                    kept = inside;
                    layers += 1;
                    if layers > LAYERS {
                        return None;
                    }
                }
                (kept.len() != text.len()).then(|| kept.to_owned())
            },
            || "brackets or quotation marks stand around the title".to_owned(),
        );
    }
}

/// A title in more brackets than this is no title.
const LAYERS: usize = 4;

const PAIRS: &[(char, char)] = &[
    ('[', ']'),
    ('［', '］'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
    ('【', '】'),
];

fn inside(text: &str) -> Option<&str> {
    let closed = text.trim_end_matches(['.', ' ', '。', ',']);
    let (first, last) = (closed.chars().next()?, closed.chars().next_back()?);
    let (open, close) = PAIRS.iter().find(|pair| **pair == (first, last))?;
    let inside = closed
        .get(open.len_utf8()..closed.len() - close.len_utf8())
        .map(str::trim)?;
    if open == close {
        return (!inside.contains(*open) && !inside.is_empty()).then_some(inside);
    }
    // The first bracket must be closed by the last character and not before.
    let mut depth = 0usize;
    for c in inside.chars() {
        if c == *open {
            depth += 1;
        } else if c == *close {
            depth = depth.checked_sub(1)?;
        }
    }
    (depth == 0 && inside.chars().any(char::is_alphanumeric)).then_some(inside)
}
