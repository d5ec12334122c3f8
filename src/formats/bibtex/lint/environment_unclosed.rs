//! `environment-unclosed`: `\\begin` without `\\end`.

use super::entry::is_printed;
use super::math_unclosed::is_escaped;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "environment-unclosed",
        summary: "An environment or displayed formula is not closed",
        why: "LaTeX stops at the end of the entry, or sets what follows as part of it.",
        examples: &[(
            "@book{k, note = {\\begin{it} On Growth}}",
            "@book{k, note = {\\begin{it} On Growth \\end{it}}}",
        )],
        sources: &["Nicolas Markey, Tame the BeaST, part 2"],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

const PAIRS: [(&str, &str); 3] = [("\\begin{", "\\end{"), ("\\(", "\\)"), ("\\[", "\\]")];

fn run(entry: &mut Entry<'_>) {
    for field in entry
        .fields()
        .iter()
        .filter(|field| is_printed(field.field))
    {
        let Some(value) = field.inside.filter(|value| has_any(value)) else {
            continue;
        };
        for (open, close) in PAIRS {
            let (opened, closed) = (places(value, open), places(value, close));
            if opened.len() != closed.len() {
                let more_open = opened.len() > closed.len();
                let (what, at) = if more_open {
                    (open, opened.last())
                } else {
                    (close, closed.first())
                };
                let missing = if more_open { close } else { open };
                let message = format!("'{what}' without '{missing}'");
                entry.report(field.span(at.copied().unwrap_or(0), what.len()), message);
            }
        }
    }
}

/// Where `what` stands, not counting those with another backslash before them.
/// Whether one of the commands may stand in a value.
fn has_any(value: &str) -> bool {
    let bytes = value.as_bytes();
    memchr::memchr_iter(b'\\', bytes).any(|at| match bytes.get(at + 1..) {
        Some([b'(' | b')' | b'[' | b']', ..]) => true,
        Some(rest) => rest.starts_with(b"begin{") || rest.starts_with(b"end{"),
        None => false,
    })
}

fn places(value: &str, what: &str) -> Vec<usize> {
    let found = memchr::memmem::find_iter(value.as_bytes(), what.as_bytes());
    found
        .filter(|at| !is_escaped(value.as_bytes(), *at))
        .collect()
}
