//! `abstract-tail`: `… Show more`, `© 2019 Elsevier`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "abstract-tail",
        summary: "A button's label or a copyright line ends the abstract",
        why: "`Show more` and 展开更多 are parts of a page, `© 2019 Elsevier Ltd` is a statement about \
              the text and differs from database to database. The ellipsis of a cut text stays.",
        examples: &[
            (
                "abstract = {Peers helped each other … Show more}",
                "abstract = {Peers helped each other …}",
            ),
            (
                "abstract = {本文探讨康复。 展开更多}",
                "abstract = {本文探讨康复。}",
            ),
            (
                "abstract = {Peers help. © 2019 Elsevier Ltd. All rights reserved.}",
                "abstract = {Peers help.}",
            ),
            (
                "abstract = {Peers help. (PsycINFO Database Record (c) 2016 APA, all rights reserved)}",
                "abstract = {Peers help.}",
            ),
        ],
        sources: &["NISO RP-22 (access and licence indicators): rights are metadata of their own"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Abstract]),
    safety: Some(Safety::Safe),
    run,
};

const BUTTONS: &[&str] = &[
    "show more",
    "show less",
    "read more",
    "see more",
    "展开更多",
    "展开",
    "收起",
    "更多",
    "more...",
    "view full abstract",
    "[abstract from author]",
    "abstract from author",
    "read less",
];

fn run(visit: &mut Visit<'_>) {
    visit.rewrite(
        Field::Abstract,
        |text, _| {
            let mut kept = text;
            while let Some(rest) = without_tail(kept) {
                kept = rest;
            }
            (kept.len() != text.len()).then(|| kept.to_owned())
        },
        || "a button's label or a copyright line ends the abstract".to_owned(),
    );
}

fn without_tail(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let last = text.bytes().next_back()?;
    let ends_so = |button: &&&str| {
        button
            .bytes()
            .next_back()
            .is_some_and(|end| end.eq_ignore_ascii_case(&last))
    };
    for button in BUTTONS.iter().filter(ends_so) {
        let at = text.len().checked_sub(button.len());
        if let Some(at) = at
            && let (Some(head), Some(tail)) = (text.get(..at), text.get(at..))
            && (tail == *button
                || tail.eq_ignore_ascii_case(button)
                    && tail.starts_with(|c: char| c.is_ascii_uppercase() || c == '['))
            && (button.is_ascii() && head.ends_with([' ', '…', '.'])
                || !button.is_ascii() && head.ends_with([' ', '。', '…', '.']))
            && !head.trim().is_empty()
        {
            return Some(head.trim_end());
        }
    }
    copyright(text)
}

/// The longest copyright line that is taken for one.
const LONGEST: usize = 220;

const STARTS: &[&str] = &[
    "Copyright ©",
    "Copyright (c)",
    "Copyright (C)",
    "Copyright 19",
    "Copyright 20",
    "© 19",
    "© 20",
    "©19",
    "©20",
    "(c) 19",
    "(c) 20",
    "(C) 19",
    "(C) 20",
    "© The Author",
    "© Author",
    "(PsycINFO Database Record",
    "(PsycInfo Database Record",
    "[ABSTRACT FROM",
    "(C) Copyright",
    "(c) Copyright",
];

/// The bytes they begin with; the last is that of `©`.
const FIRST_BYTES: [u8; 4] = *b"C([\xc2";

fn copyright(text: &str) -> Option<&str> {
    let mut from = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = text.get(from..)?;
    // Most abstracts have few such signs, and this test is one scan.
    let signs = memchr::memchr3(b'C', b'(', b'[', window.as_bytes());
    if signs.is_none() && memchr::memchr(0xc2, window.as_bytes()).is_none() {
        return None;
    }
    let at = window.bytes().enumerate().position(|(at, byte)| {
        FIRST_BYTES.contains(&byte)
            && window
                .get(at..)
                .is_some_and(|rest| STARTS.iter().any(|start| rest.starts_with(start)))
    })? + from;
    let (head, line) = (text.get(..at)?.trim_end(), text.get(at..)?);
    let ended = head.ends_with(['.', '!', '?', ')', ']', '。', '…', ';', '"', '”', ':', '%']);
    // A year in brackets may belong to a sentence; then more than a name and a formula follows.
    let line_like = line.starts_with(['©', 'C', '(', '[']) && line.matches(". ").count() <= 4;
    (ended && line_like && !head.is_empty()).then_some(head)
}
