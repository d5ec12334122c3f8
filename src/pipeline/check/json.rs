//! Findings as one JSON array.

use serde::Serialize;

use super::{Check, Finding, Region, Regions};
use crate::source::Place;

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    rule: &'a str,
    severity: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
    /// `safe`, `unsafe` or null.
    fixable: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Replacement<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct Replacement<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

/// One array with an object for each finding: `file`, `line`, `column`, `end_line`, `end_column`
/// (from 1, in characters), `rule`, `severity`, `key` and `field` where there is one, `message`,
/// `related` places, `fixable` (`safe`, `unsafe` or null), `edits` where they are known, and a
/// `fingerprint` that stays while lines move.
pub fn json(check: &Check) -> String {
    let mut regions = Regions::new(check);
    let mut rows: Vec<Row<'_>> = Vec::new();
    for finding in check.findings() {
        rows.push(row(check, &mut regions, finding));
    }
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}

fn row<'a>(check: &'a Check, regions: &mut Regions<'_>, finding: &'a Finding) -> Row<'a> {
    let Region {
        line,
        column,
        end_line,
        end_column,
    } = regions.of(finding.place);
    let mut related = Vec::new();
    for label in &finding.labels {
        let at = regions.of(label.place);
        related.push(Related {
            file: check
                .source(label.place.source)
                .map_or("", |source| &source.name),
            line: at.line,
            column: at.column,
            message: &label.text,
        });
    }
    let mut edits = Vec::new();
    for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
        let at = regions.of(Place {
            span: edit.span,
            ..finding.place
        });
        edits.push(Replacement {
            line: at.line,
            column: at.column,
            end_line: at.end_line,
            end_column: at.end_column,
            text: &edit.text,
        });
    }
    Row {
        file: check.name_of(finding),
        line,
        column,
        end_line,
        end_column,
        rule: finding.fault.id,
        severity: finding.severity.word(),
        key: &finding.record,
        field: finding.field.as_deref(),
        message: &finding.message,
        related,
        fixable: finding.safety.map(crate::report::Safety::word),
        edits,
        fingerprint: finding.fingerprint(),
    }
}
