//! `math-unclosed`: an odd number of dollars.

use super::entry::is_printed;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "math-unclosed",
        summary: "A formula is not closed: the field has an odd number of `$`",
        why: "LaTeX stops, or sets the rest of the bibliography as a formula. A price needs `\\$`.",
        examples: &[(
            "@book{k, title = {On $x growth}}",
            "@book{k, title = {On $x$ growth}}",
        )],
        sources: &["Nicolas Markey, Tame the BeaST, part 2"],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry
        .fields()
        .iter()
        .filter(|field| is_printed(field.field))
    {
        let Some(value) = field.inside else { continue };
        let bytes = value.as_bytes();
        let (mut count, mut last) = (0_usize, 0);
        for at in memchr::memchr_iter(b'$', bytes) {
            if !is_escaped(bytes, at) {
                (count, last) = (count + 1, at);
            }
        }
        if count % 2 == 1 {
            entry.report(
                field.span(last, 1),
                "a '$' opens a formula that is not closed",
            );
        }
    }
}

/// Whether an odd number of backslashes stands before `at`.
pub(super) fn is_escaped(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .take(64)
        .take_while(|byte| **byte == b'\\')
        .count()
        % 2
        == 1
}
