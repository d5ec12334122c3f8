//! `name-missing`: an `and` has no name on one side.

use super::names::lists;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::lists::split_and_all;
use crate::report::{Edit, Safety, Severity};
use crate::source::Span;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "name-missing",
        summary: "An `and` has no name before or behind it",
        why: "BibTeX makes an empty name of it and complains; printed, the list has a stray comma.",
        examples: &[
            (
                "@book{k, author = {Doe, Jane and and Roe, Richard}}",
                "@book{k, author = {Doe, Jane and Roe, Richard}}",
            ),
            (
                "@book{k, author = {Doe, Jane and}}",
                "@book{k, author = {Doe, Jane}}",
            ),
        ],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "Nicolas Markey, Tame the BeaST, part 2",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for (field, value) in lists(entry) {
        if !may_miss(value) {
            continue;
        }
        let names = split_and_all(value);
        let missing = names.iter().filter(|name| name.is_empty()).count();
        if missing == 0 || names.len() == 1 {
            continue;
        }
        let empty = names.iter().position(|name| name.is_empty()).unwrap_or(0);
        let before = names.iter().take(empty).next_back();
        let at = before.map_or(field.span(0, value.len()), |name| {
            let end = field.span_of(name).end as usize;
            Span::new(end, field.start + value.len())
        });
        let and = word_and(at.of(entry.file().text()), at);
        let kept: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| !name.is_empty())
            .collect();
        let edit = Edit {
            span: field.span(0, value.len()),
            text: kept.join(" and "),
        };
        entry.report_with_fix(and, "no name on one side of 'and'", vec![edit]);
    }
}

/// Whether a word that may be `and` stands at an end or beside another.
fn may_miss(value: &str) -> bool {
    let bytes = value.as_bytes();
    let is = |word: Option<&[u8]>| word.is_some_and(|word| word.eq_ignore_ascii_case(b"and"));
    memchr::memchr2_iter(b'd', b'D', bytes).any(|at| {
        let Some(start) = (at + 1).checked_sub(3) else {
            return false;
        };
        if !is(bytes.get(start..=at)) {
            return false;
        }
        let before = value.get(..start).unwrap_or_default();
        let after = value.get(at + 1..).unwrap_or_default().trim_start();
        before.trim_end().is_empty() || after.is_empty() || is(after.as_bytes().get(..3))
    })
}

/// The first word `and` in what stands at `at`.
fn word_and(text: &str, at: Span) -> Span {
    let found = text.to_ascii_lowercase().find("and");
    found.map_or(at, |n| {
        Span::new(at.start as usize + n, at.start as usize + n + 3)
    })
}
