//! `abstract-label`: `Abstract: The current …`.

use super::abstract_headings::{after_heading, follows_label};
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "abstract-label",
        summary: "The abstract begins with the word `Abstract`",
        why: "The field says what it is; the label comes along when a page is copied, often glued to \
              the first word. An abstract about abstract things keeps its first word.",
        examples: &[
            (
                "abstract = {AbstractThe current study}",
                "abstract = {The current study}",
            ),
            (
                "abstract = {Abstract: Peer support helps}",
                "abstract = {Peer support helps}",
            ),
            (
                "abstract = {Abstract Background Peer support helps}",
                "abstract = {Background Peer support helps}",
            ),
            ("abstract = {摘要：目的 探讨}", "abstract = {目的 探讨}"),
            ("abstract = {〈正〉本文}", "abstract = {本文}"),
            (
                "abstract = {Abstract art is old}",
                "abstract = {Abstract art is old}",
            ),
        ],
        sources: &["JATS 1.3, element abstract (title)"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Abstract]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite(
        Field::Abstract,
        |text, _| {
            let mut kept = text;
            while let Some(rest) = without_label(kept) {
                kept = rest;
            }
            (kept.len() != text.len()).then(|| kept.to_owned())
        },
        || "the abstract begins with its label".to_owned(),
    );
}

/// Labels in Latin and Cyrillic script: a colon, stop or capital must follow.
const WORDS: &[&str] = &[
    "abstract",
    "summary",
    "аннотация",
    "анотація",
    "реферат",
    "resumen",
    "resumo",
    "résumé",
    "zusammenfassung",
    "riassunto",
    "streszczenie",
    "özet",
    "öz",
    "abstrak",
];

/// Labels that are no words of a sentence.
const SIGNS: &[&str] = &[
    "〈正〉",
    "<正>",
    "【摘要】",
    "［摘要］",
    "[摘要]",
    "〔摘要〕",
    "摘要：",
    "摘要:",
    "摘 要：",
    "摘 要:",
    "内容提要：",
    "提要：",
    "抄録：",
    "要旨：",
    "초록:",
    "초록 :",
    "国文초록",
];

fn without_label(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if first.is_ascii_alphanumeric() && !first.is_ascii_uppercase() {
        return None;
    }
    if !first.is_ascii_alphanumeric() {
        for sign in SIGNS {
            if let Some(rest) = text.strip_prefix(sign) {
                return Some(rest.trim_start_matches([':', '：', ' ']));
            }
        }
    }
    if let Some(rest) = text
        .strip_prefix("摘要")
        .or_else(|| text.strip_prefix("抄録"))
    {
        let rest = rest.strip_prefix(' ')?;
        return Some(rest.trim_start());
    }
    if !first.is_uppercase() {
        return None;
    }
    let small = first.to_lowercase().next();
    let end = text
        .char_indices()
        .take(16)
        .find(|(_, c)| !c.is_alphabetic())
        .map(|(at, _)| at);
    for word in WORDS.iter().filter(|word| word.chars().next() == small) {
        let (Some(head), Some(rest)) = (text.get(..word.len()), text.get(word.len()..)) else {
            continue;
        };
        let same = head.eq_ignore_ascii_case(word) || head.to_lowercase() == *word;
        if !same || !head.starts_with(char::is_uppercase) {
            continue;
        }
        let capitals = !head.contains(char::is_lowercase);
        let next = rest.chars().next()?;
        let glued = next.is_uppercase()
            && end != Some(word.len())
            && !capitals
            && rest
                .chars()
                .nth(1)
                .is_some_and(|c| c.is_lowercase() || c == ' ');
        let marked = matches!(next, ':' | '：' | '.' | '—' | '–' | '|');
        let spaced = next == ' '
            && (capitals && *word == "abstract"
                || follows_label(rest.trim_start())
                || after_heading(rest.trim_start()).is_some() && *word == "abstract");
        if glued || marked || spaced {
            return Some(rest.trim_start_matches([':', '：', '.', '—', '–', '|', ' ', '-']));
        }
    }
    None
}
