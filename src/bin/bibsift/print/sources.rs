//! What each source gave, as a table.

use std::fmt::Write as _;

use bibsift::pipeline::{Run, SourceCounts};

use super::plain;

/// A column: its head and its figure.
type Column = (&'static str, fn(&SourceCounts) -> usize);

/// Columns that always stand, and those that stand where a figure is not zero.
const COLUMNS: &[(Column, bool)] = &[
    (("records", |one| one.records), true),
    (("repeated within", |one| one.within), true),
    (("repeated elsewhere", |one| one.across), true),
    (("in a library", |one| one.known), false),
    (("set aside", |one| one.set_aside), false),
    (("empty", |one| one.empty), false),
    (("kept", |one| one.kept), true),
    (("only here", |one| one.unique), true),
];

/// A line a source with what became of its records, and their sum.
pub(crate) fn sources(run: &Run) -> String {
    let mut rows = run.sources();
    let mut all = SourceCounts {
        source: "all".to_owned(),
        ..SourceCounts::default()
    };
    for one in &rows {
        all.records += one.records;
        all.within += one.within;
        all.across += one.across;
        all.known += one.known;
        all.set_aside += one.set_aside;
        all.empty += one.empty;
        all.kept += one.kept;
        all.unique += one.unique;
    }
    let columns: Vec<&Column> = COLUMNS
        .iter()
        .filter(|((_, figure), always)| *always || figure(&all) > 0)
        .map(|(column, _)| column)
        .collect();
    rows.push(all);
    let names: Vec<_> = rows.iter().map(|one| plain(&one.source)).collect();
    let width = |name: &str| name.chars().count();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let widest = widest.max("source".len());
    let mut text = format!("{:<widest$}", "source");
    for (head, _) in &columns {
        let _ = write!(text, "  {head}");
    }
    text.push('\n');
    for (row, name) in rows.iter().zip(&names) {
        let _ = write!(text, "{name:<widest$}");
        for (head, figure) in &columns {
            let _ = write!(text, "  {:>1$}", figure(row), head.len());
        }
        text.push('\n');
    }
    text
}
