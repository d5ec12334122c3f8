//! `abstract-heading-glued`: `China.MethodsThirteen`.

use super::abstract_headings::after_heading;
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "abstract-heading-glued",
        summary: "Headings of a structured abstract are glued to the text",
        why: "Pages print them in bold on lines of their own; copied, the words run together. Each \
              heading gets a colon and spaces, the form in which databases store structured \
              abstracts.",
        examples: &[
            (
                "abstract = {BackgroundPeer-delivered care spreads in China.MethodsThirteen workers spoke.}",
                "abstract = {Background: Peer-delivered care spreads in China. Methods: Thirteen workers spoke.}",
            ),
            (
                "abstract = {Background Methods vary.}",
                "abstract = {Background Methods vary.}",
            ),
        ],
        sources: &["NLM, Structured Abstracts"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Abstract]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite(
        Field::Abstract,
        |text, _| separated(text),
        || "headings of the abstract are glued to its text".to_owned(),
    );
}

fn separated(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for at in starts(bytes) {
        if at < from {
            continue;
        }
        let Some(rest) = text.get(at..).and_then(after_heading) else {
            continue;
        };
        let mut next = rest.chars();
        // `MethodsX` is a journal; a word has a second letter, and `A` stands before a space.
        let word = next.next().is_some_and(char::is_uppercase)
            && next
                .next()
                .is_some_and(|c| c.is_lowercase() || c == ' ' || c == '-' || c.is_uppercase());
        // A heading in capitals before a capital is a word in capitals.
        let small = text
            .as_bytes()
            .get(at + 1)
            .is_some_and(u8::is_ascii_lowercase);
        if !word || !small {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or_default());
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        let end = text.len() - rest.len();
        out.push_str(text.get(at..end).unwrap_or_default());
        out.push_str(": ");
        from = end;
    }
    if from == 0 {
        return None;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Some(out)
}

/// Where a heading can begin: at the beginning, and behind the end of a sentence.
fn starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let ends = memchr::memchr3_iter(b'.', b'!', b'?', bytes)
        .chain(memchr::memchr_iter(b')', bytes))
        .map(|at| {
            let space = bytes.get(at + 1) == Some(&b' ');
            at + 1 + usize::from(space)
        });
    let mut all: Vec<usize> = std::iter::once(0)
        .chain(ends)
        .filter(|at| bytes.get(*at).is_some_and(u8::is_ascii_uppercase))
        .collect();
    all.sort_unstable();
    all.into_iter()
}
