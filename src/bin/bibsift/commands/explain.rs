//! `bibsift explain ID`.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use bibsift::pipeline::check::catalog;
use bibsift::pipeline::explain::{self, Topic};

use crate::failure::Failure;

pub(crate) fn run(id: Option<&str>) -> Result<(), Failure> {
    let text = match id {
        Some(id) => page(&explain::topic(id)?),
        None => index(),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

/// Everything known of one topic.
fn page(topic: &Topic) -> String {
    let doc = topic.doc;
    let mut text = format!(
        "{} ({})\n\n{}.\n\n{}\n",
        doc.id, topic.kind, doc.summary, doc.why
    );
    for (before, after) in doc.examples {
        let _ = write!(text, "\n  {}\n→ {}\n", indent(before), indent(after));
    }
    if let Some(known) = catalog::known(doc.id) {
        let fixable = match known.safety {
            Some(safety) => format!("{} fix", safety.word()),
            None => "no fix".to_owned(),
        };
        let default = if known.default { "on" } else { "off" };
        let _ = write!(
            text,
            "\nIn check: {} ({}), {default} by default, {fixable}.\n",
            known.severity.word(),
            known.kind.word(),
        );
    }
    if !doc.sources.is_empty() {
        let _ = write!(text, "\nSources: {}\n", doc.sources.join("; "));
    }
    text
}

fn indent(lines: &str) -> String {
    lines.replace('\n', "\n  ")
}

/// One line a topic, by kind.
fn index() -> String {
    let mut text = String::new();
    let mut kind = "";
    for topic in explain::topics() {
        if topic.kind != kind {
            kind = topic.kind;
            let _ = writeln!(text, "{}{kind}", if text.is_empty() { "" } else { "\n" });
        }
        let _ = writeln!(text, "  {:<28} {}", topic.doc.id, topic.doc.summary);
    }
    text
}
