//! `escape-in-identifier`: LaTeX escapes where text is taken as it stands.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "escape-in-identifier",
        summary: "An address or identifier holds LaTeX escapes",
        why: "These fields are taken as they stand, so `\\_` stays two characters and the link is broken.",
        examples: &[
            (
                "@misc{k, url = {http://example.org/a\\_b}}",
                "@misc{k, url = {http://example.org/a_b}}",
            ),
            (
                "@misc{k, doi = {10.1000/a{\\_}b}}",
                "@misc{k, doi = {10.1000/a_b}}",
            ),
        ],
        sources: &["biblatex manual, section 2", "url package manual"],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry.fields() {
        if !matches!(field.field, Some(Field::Url | Field::Doi | Field::Eprint)) {
            continue;
        }
        let Some(value) = field.inside else { continue };
        let bytes = value.as_bytes();
        let mut edits = Vec::new();
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'\\', bytes.get(at..).unwrap_or_default()) {
            let backslash = at + found;
            at = backslash + 2;
            let Some(escaped) = bytes
                .get(backslash + 1)
                .filter(|byte| matches!(byte, b'_' | b'%' | b'&' | b'#'))
            else {
                continue;
            };
            let braced = backslash > 0
                && bytes.get(backslash - 1) == Some(&b'{')
                && bytes.get(backslash + 2) == Some(&b'}');
            let span = field.span(backslash - usize::from(braced), 2 + 2 * usize::from(braced));
            edits.push(Edit {
                span,
                text: char::from(*escaped).to_string(),
            });
        }
        if let Some(first) = edits.first() {
            let (span, escaped) = (first.span, first.text.clone());
            let message = format!(
                "'{}' stands for '{escaped}' in text only; the field is taken as it stands",
                span.of(entry.file().text())
            );
            entry.report_with_fix(span, message, edits);
        }
    }
}
