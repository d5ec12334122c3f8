//! Diagnostics as `file:line:column: rule-id key.field: message`.

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use bibsift::pipeline::Run;
use bibsift::report::Severity;
use bibsift::source::LineIndex;

use super::plain;

/// How many of one rule are shown.
pub(crate) const MOST: usize = 5;

/// Prints notes and warnings in order of place, at most [`MOST`] of each rule, then how many more
/// there are. With `all`, notes too; otherwise warnings only.
pub(crate) fn diagnostics(run: &Run) {
    let bold = Style::new().bold();
    let rule = AnsiColor::Yellow.on_default();
    let findings = run.findings();
    let mut indices: BTreeMap<u32, LineIndex> = BTreeMap::new();
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sorted: Vec<_> = findings
        .kept()
        .iter()
        .filter(|found| found.severity == Severity::Warning)
        .collect();
    sorted.sort_by_key(|found| found.place);
    for found in sorted {
        let count = shown.entry(found.fault.id).or_default();
        if *count == MOST {
            continue;
        }
        *count += 1;
        let Some(source) = run.source(found.place.source) else {
            continue;
        };
        let index = indices
            .entry(source.id.0)
            .or_insert_with(|| LineIndex::new(&source.text));
        let at = index.line_column(&source.text, found.place.span.start);
        let subject = match (found.record.as_str(), found.field) {
            ("", None) => String::new(),
            ("", Some(field)) => format!(" {field}"),
            (key, None) => format!(" {key}"),
            (key, Some(field)) => format!(" {key}.{field}"),
        };
        say!(
            "{bold}{}:{}:{}:{bold:#} {rule}{}{rule:#}{}: {}",
            plain(&source.name),
            at.line,
            at.column,
            found.fault.id,
            plain(&subject),
            plain(&found.message),
        );
    }
    for (id, count) in findings.counts(Severity::Warning) {
        let shown = shown.get(id).copied().unwrap_or_default();
        if count > shown {
            say!(
                "… and {} more of {rule}{id}{rule:#}; --report lists all",
                count - shown
            );
        }
    }
}
