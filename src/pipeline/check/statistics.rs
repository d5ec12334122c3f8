//! How often each fault was found.

use std::collections::BTreeMap;

use super::Check;
use crate::doc::Doc;

/// How often one fault was found.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// The fault.
    pub fault: &'static Doc,
    /// How often.
    pub count: usize,
    /// How many of those edits or a change of a rule would mend.
    pub fixable: usize,
}

/// A line for each fault found, the most frequent first.
pub fn of(check: &Check) -> Vec<Line> {
    let mut lines: BTreeMap<&str, Line> = BTreeMap::new();
    for finding in check.findings() {
        let line = lines.entry(finding.fault.id).or_insert(Line {
            fault: finding.fault,
            count: 0,
            fixable: 0,
        });
        line.count += 1;
        line.fixable += usize::from(finding.safety.is_some());
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.count));
    lines
}
