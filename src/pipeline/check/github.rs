//! Findings as annotations of GitHub Actions.

use std::fmt::Write as _;

use super::{Check, Regions};

/// A line `::error file=…,line=…,col=…,title=…::message` for each finding.
///
/// Source: GitHub Actions, workflow commands.
pub fn github(check: &Check) -> String {
    let mut regions = Regions::new(check);
    let mut out = String::new();
    for finding in check.findings() {
        let region = regions.of(finding.place);
        let subject = match finding.subject() {
            subject if subject.is_empty() => subject,
            subject => format!("{subject}: "),
        };
        let _ = writeln!(
            out,
            "::error file={},line={},endLine={},col={},endColumn={},title={}::{}",
            property(check.name_of(finding)),
            region.line,
            region.end_line,
            region.column,
            region.end_column,
            property(finding.fault.id),
            data(&format!("{subject}{}", finding.message)),
        );
    }
    out
}

/// A message with what would end it escaped.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D");
    escaped.replace('\n', "%0A")
}

/// A property, in which `:` and `,` have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
