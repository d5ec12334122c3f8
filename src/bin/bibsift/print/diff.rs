//! What would change in a file, as a unified diff on standard output.

use std::io::Write;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use super::plain;
use crate::failure::Failure;

/// Prints the difference between two states of a file.
pub(crate) fn diff(name: &str, before: &str, after: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let bold = Style::new().bold();
    let name = plain(name);
    writeln!(out, "{bold}--- {name}{bold:#}")?;
    writeln!(out, "{bold}+++ {name}{bold:#}")?;
    let diff = TextDiff::configure()
        // What is left after that is shown as replaced; a diff need not be the shortest.
        .timeout(Duration::from_secs(2))
        .diff_lines(before, after);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let header = AnsiColor::Cyan.on_default();
        writeln!(out, "{header}{}{header:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', AnsiColor::Red.on_default()),
                ChangeTag::Insert => ('+', AnsiColor::Green.on_default()),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            writeln!(out, "{style}{sign}{}{style:#}", shown(line))?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

/// A line for a terminal; tabs are harmless and belong to a layout.
fn shown(line: &str) -> String {
    let parts: Vec<_> = line.split('\t').map(plain).collect();
    parts.join("\t")
}
