//! [`Findings`]: collects diagnostics, counts all of them, keeps as many as asked for.

use std::ptr;

use super::{Diagnostic, Severity};
use crate::doc::Doc;
use crate::source::Place;

/// How many diagnostics are kept in full. All are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// Every one.
    #[default]
    All,
    /// Warnings and notes, at most this many of each rule; changes are only counted.
    First(usize),
}

/// A collection of diagnostics in the order they were made.
///
/// Messages are built only for what is kept, so a rule that fires on every record of a large
/// file costs a counter, not a million strings.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    keep: Keep,
    kept: Vec<Diagnostic>,
    /// By id.
    counts: Vec<(&'static str, Count)>,
    /// Whether nothing is taken in.
    deaf: bool,
    /// The id of a fault whose changes are not taken in.
    passed_over: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    changes: usize,
    notes: usize,
    warnings: usize,
}

impl Count {
    fn of(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Change => &mut self.changes,
            Severity::Note => &mut self.notes,
            Severity::Warning => &mut self.warnings,
        }
    }
}

impl Findings {
    /// An empty collection that keeps `keep`.
    pub fn new(keep: Keep) -> Self {
        Self {
            keep,
            ..Self::default()
        }
    }

    /// A collection for what has been found before: it neither keeps nor counts.
    pub(crate) fn nothing() -> Self {
        Self {
            deaf: true,
            ..Self::default()
        }
    }

    /// From now on neither keeps nor counts the changes told by the fault with this id.
    pub(crate) fn pass_over_changes(&mut self, id: &'static str) {
        self.passed_over = Some(id);
    }

    /// An empty collection that keeps as much as this one: for a parallel chunk.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self::new(self.keep)
    }

    /// Counts one finding of `fault`; `make` runs only if it is kept.
    pub fn push(
        &mut self,
        fault: &'static Doc,
        severity: Severity,
        make: impl FnOnce() -> Diagnostic,
    ) {
        let is_passed_over = severity == Severity::Change && self.passed_over == Some(fault.id);
        if self.deaf || is_passed_over {
            return;
        }
        let count = self.count_of(fault.id).of(severity);
        *count += 1;
        let count = *count;
        let wanted = match self.keep {
            Keep::All => true,
            Keep::First(most) => severity > Severity::Change && count <= most,
        };
        if wanted {
            self.kept.push(make());
        }
    }

    /// Counts one finding of `fault` about a place that is of no record; `message` is built only if it
    /// is kept.
    pub(crate) fn push_at(
        &mut self,
        fault: &'static Doc,
        severity: Severity,
        place: Place,
        message: impl FnOnce() -> String,
    ) {
        self.push(fault, severity, || Diagnostic {
            fault,
            severity,
            place,
            record: String::new(),
            field: None,
            message: message(),
            labels: Vec::new(),
        });
    }

    /// Appends what another collection found, as if it had been found here.
    pub fn append(&mut self, other: Self) {
        for diagnostic in other.kept {
            let room = match self.keep {
                Keep::All => true,
                Keep::First(most) => self.kept_of(diagnostic.fault.id, diagnostic.severity) < most,
            };
            if room {
                self.kept.push(diagnostic);
            }
        }
        for (id, more) in other.counts {
            let count = self.count_of(id);
            count.changes += more.changes;
            count.notes += more.notes;
            count.warnings += more.warnings;
        }
    }

    fn count_of(&mut self, id: &'static str) -> &mut Count {
        // Few ids are found, and nearly always by the same text.
        let known = self.counts.iter().position(|(own, _)| ptr::eq(*own, id));
        let at = known.unwrap_or_else(|| {
            let place = self.counts.binary_search_by_key(&id, |(own, _)| own);
            place.unwrap_or_else(|at| {
                self.counts.insert(at, (id, Count::default()));
                at
            })
        });
        &mut self.counts[at].1
    }

    fn kept_of(&self, id: &str, severity: Severity) -> usize {
        self.kept
            .iter()
            .filter(|d| d.fault.id == id && d.severity == severity)
            .count()
    }

    /// The diagnostics kept, in order.
    pub fn kept(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// The diagnostics kept, in order, and nothing else of the collection.
    pub fn into_kept(self) -> Vec<Diagnostic> {
        self.kept
    }

    /// How often `id` was found at `severity`, kept or not.
    pub fn count(&self, id: &str, severity: Severity) -> usize {
        let own = self.counts.iter().find(|(own, _)| *own == id);
        own.map_or(0, |(_, count)| *count.clone().of(severity))
    }

    /// How many findings of `severity` there are in all, kept or not.
    pub fn total(&self, severity: Severity) -> usize {
        self.counts
            .iter()
            .map(|(_, count)| *count.clone().of(severity))
            .sum()
    }

    /// Every id found at `severity` with its count, by id.
    pub fn counts(&self, severity: Severity) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        self.counts
            .iter()
            .map(move |&(id, count)| (id, *{ count }.of(severity)))
            .filter(|&(_, n)| n > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Place;

    static FAULT: Doc = Doc {
        id: "a-fault",
        summary: "",
        why: "",
        examples: &[],
        sources: &[],
    };

    fn warn(findings: &mut Findings) {
        findings.push(&FAULT, Severity::Warning, || Diagnostic {
            fault: &FAULT,
            severity: Severity::Warning,
            place: Place::default(),
            record: String::new(),
            field: None,
            message: String::new(),
            labels: Vec::new(),
        });
    }

    #[test]
    fn what_was_found_before_is_not_counted_again() {
        let mut findings = Findings::nothing();
        warn(&mut findings);
        assert_eq!(findings.total(Severity::Warning), 0);
        assert!(findings.kept().is_empty());
    }

    #[test]
    fn chunks_keep_no_more_together_than_one_run_would() {
        let mut all = Findings::new(Keep::First(3));
        let mut chunk = all.fork();
        for _ in 0..2 {
            warn(&mut all);
        }
        for _ in 0..7 {
            warn(&mut chunk);
        }
        all.append(chunk);
        assert_eq!(all.kept().len(), 3);
        assert_eq!(all.count("a-fault", Severity::Warning), 9);
    }
}
