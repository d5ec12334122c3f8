//! Findings as SARIF 2.1.0, the format code hosts show annotations from.
//!
//! Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Check, Finding, Regions, catalog};
use crate::report::{Fix, Severity};
use crate::source::Place;

/// One run with the rules that reported, each with its help text, and a result for each finding.
pub fn sarif(check: &Check) -> String {
    let mut regions = Regions::new(check);
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in check.findings() {
        rules.entry(finding.fault.id).or_default();
    }
    for (at, (_, index)) in rules.iter_mut().enumerate() {
        *index = at;
    }
    let descriptors: Vec<Value> = rules.keys().filter_map(|id| descriptor(id)).collect();
    let results: Vec<Value> = check
        .findings()
        .iter()
        .map(|finding| result(check, &mut regions, finding, &rules))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "bibsift",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": descriptors,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn descriptor(id: &str) -> Option<Value> {
    let known = catalog::known(id)?;
    let doc = known.doc;
    let mut help = format!("{}.\n\n{}", doc.summary, doc.why);
    for (before, after) in doc.examples {
        let indented = |text: &str| text.replace('\n', "\n    ");
        let _ = write!(
            help,
            "\n\n    {}\n\ninstead:\n\n    {}",
            indented(before),
            indented(after)
        );
    }
    let _ = write!(help, "\n\nSources: {}", doc.sources.join("; "));
    Some(json!({
        "id": id,
        "shortDescription": {"text": format!("{}.", doc.summary)},
        "fullDescription": {"text": doc.why},
        "help": {"text": help, "markdown": help},
        "defaultConfiguration": {"level": level(known.severity), "enabled": known.default},
        "properties": {
            "tags": ["bibliography", known.kind.word()],
            "fixable": known.safety.map(crate::report::Safety::word),
        },
    }))
}

fn level(severity: Severity) -> &'static str {
    if severity == Severity::Warning {
        "warning"
    } else {
        "note"
    }
}

fn result(
    check: &Check,
    regions: &mut Regions<'_>,
    finding: &Finding,
    rules: &BTreeMap<&str, usize>,
) -> Value {
    let subject = finding.subject();
    let message = if subject.is_empty() {
        finding.message.clone()
    } else {
        format!("{subject}: {}", finding.message)
    };
    let mut location = physical(check, regions, finding.place);
    if !subject.is_empty() {
        location["logicalLocations"] = json!([{"fullyQualifiedName": subject}]);
    }
    let mut result = json!({
        "ruleId": finding.fault.id,
        "ruleIndex": rules.get(finding.fault.id),
        "level": level(finding.severity),
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"bibsift/v1": finding.fingerprint()},
    });
    let related: Vec<Value> = (1..)
        .zip(&finding.labels)
        .map(|(id, label)| {
            let mut location = physical(check, regions, label.place);
            location["id"] = json!(id);
            location["message"] = json!({"text": label.text});
            location
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    if let Some(fix) = &finding.fix {
        result["fixes"] = json!([fixed(check, regions, finding, fix)]);
    }
    result
}

fn physical(check: &Check, regions: &mut Regions<'_>, place: Place) -> Value {
    let name = check.source(place.source).map_or("", |source| &source.name);
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(name)},
        "region": region(regions, place),
    }})
}

fn region(regions: &mut Regions<'_>, place: Place) -> Value {
    let at = regions.of(place);
    json!({
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    })
}

fn fixed(check: &Check, regions: &mut Regions<'_>, finding: &Finding, fix: &Fix) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            let place = Place {
                span: edit.span,
                ..finding.place
            };
            json!({
                "deletedRegion": region(regions, place),
                "insertedContent": {"text": edit.text},
            })
        })
        .collect();
    json!({
        "description": {"text": format!("{} fix", fix.safety.word())},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(check.name_of(finding))},
            "replacements": replacements,
        }],
    })
}

/// A path as a URI reference, relative where the path is.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        let plain =
            byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
        if plain {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_path_is_a_uri_reference() {
        assert_eq!(super::uri("a b/é.bib"), "a%20b/%C3%A9.bib");
        assert_eq!(super::uri("/x/y.bib"), "file:///x/y.bib");
    }
}
