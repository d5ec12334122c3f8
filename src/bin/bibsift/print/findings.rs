//! Findings for people: a line each, or with the line of the source; and how many there are.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use bibsift::pipeline::check::{Check, Finding, Regions, statistics as count};
use bibsift::report::Severity;

use super::plain;
use super::snippet::Snippets;

/// `file:line:column: rule-id[ key.field]: message`, a line each.
pub(crate) fn concise(check: &Check) -> String {
    let mut regions = Regions::new(check);
    let mut out = String::new();
    for finding in check.findings() {
        head(check, &mut regions, finding, &mut out);
    }
    out
}

/// As [`concise`], each with the lines it is about.
pub(crate) fn full(check: &Check) -> String {
    let mut regions = Regions::new(check);
    let mut snippets = Snippets::new(check);
    let mut out = String::new();
    for finding in check.findings() {
        head(check, &mut regions, finding, &mut out);
        let style = colour(finding).on_default().bold();
        snippets.show(finding.place, style, "", &mut out);
        for label in &finding.labels {
            let style = AnsiColor::Blue.on_default().bold();
            let region = regions.of(label.place);
            let name = check
                .source(label.place.source)
                .map_or("", |source| &source.name);
            let _ = writeln!(
                out,
                "  {style}::{style:#} {}:{}:{}",
                plain(name),
                region.line,
                region.column
            );
            snippets.show(label.place, style, &label.text, &mut out);
        }
        if let Some(fix) = &finding.fix {
            snippets.change(finding.place, fix, &mut out);
        }
        out.push('\n');
    }
    out
}

fn colour(finding: &Finding) -> AnsiColor {
    if finding.severity == Severity::Warning {
        AnsiColor::Yellow
    } else {
        AnsiColor::Cyan
    }
}

fn head(check: &Check, regions: &mut Regions<'_>, finding: &Finding, out: &mut String) {
    let bold = Style::new().bold();
    let rule = colour(finding).on_default();
    let region = regions.of(finding.place);
    let subject = match finding.subject() {
        subject if subject.is_empty() => subject,
        subject => format!(" {}", plain(&subject)),
    };
    let _ = writeln!(
        out,
        "{bold}{}:{}:{}:{bold:#} {rule}{}{rule:#}{subject}: {}",
        plain(check.name_of(finding)),
        region.line,
        region.column,
        finding.fault.id,
        plain(&finding.message),
    );
}

/// How often each fault was found, the most frequent first, with how many can be mended.
pub(crate) fn statistics(check: &Check) -> String {
    let mut out = String::new();
    for line in count::of(check) {
        let fixable = match line.fixable {
            0 => String::new(),
            n if n == line.count => " [fixable]".to_owned(),
            n => format!(" [{n} fixable]"),
        };
        let _ = writeln!(
            out,
            "{:>7}  {:<28} {}{fixable}",
            line.count, line.fault.id, line.fault.summary
        );
    }
    out
}
