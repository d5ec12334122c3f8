//! `et-al-as-name`: `et al.` where BibTeX has `others`.

use super::names::lists;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::lists::split_and_all;
use crate::report::{Edit, Safety, Severity};
use crate::source::Span;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "et-al-as-name",
        summary: "`et al.` stands in a list of names",
        why: "BibTeX and biber print it as a person of the family name `al.`; the word for it is `and others`.",
        examples: &[
            (
                "@book{k, author = {Doe, Jane and et al.}}",
                "@book{k, author = {Doe, Jane and others}}",
            ),
            (
                "@book{k, author = {Doe, Jane et al.}}",
                "@book{k, author = {Doe, Jane and others}}",
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

const ENDS: [&str; 5] = ["et al.", "et al", "et. al.", "et. al", "et~al."];

/// Whether one of [`ENDS`] may stand there: an `al` behind a space, and a `t` or stop before that.
fn may_hold(value: &str) -> bool {
    let bytes = value.as_bytes();
    let word = |at: usize| at.checked_sub(3).and_then(|start| bytes.get(start..at));
    let is_al = |at| {
        matches!(
            word(at),
            Some([b't' | b'T' | b'.', b' ' | b'~', b'a' | b'A'])
        )
    };
    memchr::memchr2_iter(b'l', b'L', bytes).any(is_al) && value.contains("al")
}

fn run(entry: &mut Entry<'_>) {
    for (field, value) in lists(entry) {
        if !may_hold(value) {
            continue;
        }
        let names = split_and_all(value);
        for (at, name) in names.iter().enumerate() {
            let length = ENDS.iter().map(|end| end.len()).find(|length| {
                let start = name.len().checked_sub(*length);
                start.is_some_and(|start| {
                    let whole = start == 0
                        || name
                            .as_bytes()
                            .get(start - 1)
                            .is_some_and(|b| matches!(b, b' ' | b',' | b'~'));
                    whole
                        && name
                            .get(start..)
                            .is_some_and(|end| ENDS.iter().any(|et| et.eq_ignore_ascii_case(end)))
                })
            });
            let Some(length) = length else { continue };
            let kept = name.get(..name.len() - length).unwrap_or_default();
            let kept = kept.trim_end_matches([' ', ',', '~']);
            let end = field.span_of(name).end as usize;
            let span = Span::new(end - length, end);
            let message = "'et al.' is taken for a person; the word is 'and others'";
            if at + 1 == names.len() {
                let (from, text) = if kept.is_empty() {
                    (end - length, "others")
                } else {
                    (end - (name.len() - kept.len()), " and others")
                };
                let edit = Edit {
                    span: Span::new(from, end),
                    text: text.to_owned(),
                };
                entry.report_with_fix(span, message, vec![edit]);
            } else {
                entry.report(span, message);
            }
        }
    }
}
