//! From lines to records: what each name means, and what follows for matching.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::read::{Line, Named, Verdict};
use crate::dedup::{Decision, Links};
use crate::doc::Doc;
use crate::pipeline::faults::{DECISION_AMBIGUOUS, DECISION_CONTRADICTS, DECISION_MATCHES_NOTHING};
use crate::pipeline::{PairEvidence, Run};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{LineIndex, Place};

/// A decision that is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Index of the entry named first.
    pub a: u32,
    /// Index of the entry named second.
    pub b: u32,
    /// What was decided.
    pub verdict: Verdict,
    /// Where.
    pub place: Place,
}

/// Records of the same digits looked at beside the one named: a person decides about a few.
const ALIKE: usize = 50;
/// Contradictions whose other side is looked for.
const TRACED: usize = 100;

/// Finds the records `lines` name. Reports names that mean no record or several, and lines that
/// contradict others.
pub(in crate::pipeline) fn resolve(
    run: &Run,
    lines: &[Line],
    findings: &mut Findings,
) -> (Links, Vec<Decided>) {
    if lines.is_empty() {
        return (Links::default(), Vec::new());
    }
    let index = Index::of(run);
    let mut links = Links::new(run.entries().len());
    let mut different = Vec::new();
    let mut same = Vec::new();
    // A line said twice is said once.
    let mut met = HashSet::new();
    for line in lines {
        let Some([a, b]) = index.both(line, findings) else {
            continue;
        };
        if let (Some(one), Some(other)) = (a.first(), b.first())
            && !met.insert((line.verdict, *one.min(other), *one.max(other)))
        {
            continue;
        }
        match line.verdict {
            Verdict::Different => {
                for one in &a {
                    for other in &b {
                        links.keep_apart(*one, *other);
                    }
                }
                different.extend(decided(line, &a, &b));
            }
            Verdict::Same => same.push((line, a, b)),
        }
    }
    let mut followed = different.clone();
    let mut contradictions = 0;
    for (line, a, b) in same {
        let Some(one) = decided(line, &a, &b) else {
            continue;
        };
        if links.join(one.a, one.b) {
            for other in a.into_iter().chain(b) {
                links.join(one.a, other);
            }
            followed.push(one);
        } else {
            contradictions += 1;
            let against = different.iter().take(if contradictions <= TRACED {
                usize::MAX
            } else {
                0
            });
            let ends = [links.find(one.a), links.find(one.b)];
            let against = against.copied().find(|two| {
                let (x, y) = (links.find(two.a), links.find(two.b));
                ends == [x, y] || ends == [y, x]
            });
            contradiction(run, line, against, findings);
        }
    }
    (links, followed)
}

fn decided(line: &Line, a: &[u32], b: &[u32]) -> Option<Decided> {
    Some(Decided {
        a: *a.first()?,
        b: *b.first()?,
        verdict: line.verdict,
        place: line.place,
    })
}

/// Reports a line that says `same` and cannot have its way.
fn contradiction(run: &Run, line: &Line, against: Option<Decided>, findings: &mut Findings) {
    push(findings, &DECISION_CONTRADICTS, line.place, || {
        let [a, b] = &line.names;
        let against = against.map(|other| other.place);
        let other = against
            .and_then(|place| Some((run.source(place.source)?, place)))
            .map_or_else(
                || "a line that says 'different'".to_owned(),
                |(source, place)| {
                    let index = LineIndex::new(&source.text);
                    let at = index.line_column(&source.text, place.span.start);
                    let said = place.span.of(&source.text);
                    let said = said.replace('\t', " ");
                    format!("{}:{} '{said}'", source.name, at.line)
                },
            );
        format!("{} and {} stay apart, as {other} asks", a.text, b.text)
    });
}

/// Entries by what they may be called.
struct Index<'a> {
    run: &'a Run,
    by_id: HashMap<&'a str, u32>,
    by_digits: Vec<(u32, u32)>,
    /// Counted over all records only if some digits are those of several.
    evidence: OnceCell<Option<PairEvidence<'a>>>,
}

impl<'a> Index<'a> {
    fn of(run: &'a Run) -> Self {
        let mut by_digits: Vec<(u32, u32)> = run.digits().iter().copied().zip(0..).collect();
        by_digits.sort_unstable();
        Self {
            run,
            by_id: run.ids().zip(0..).collect(),
            by_digits,
            evidence: OnceCell::new(),
        }
    }

    /// The records of both names of a line, that which is named first.
    fn both(&self, line: &Line, findings: &mut Findings) -> Option<[Vec<u32>; 2]> {
        let [one, other] = &line.names;
        let holder = |named: &Named| self.run.holder(&named.id);
        let merged = holder(one).is_some_and(|entry| holder(other) == Some(entry));
        if merged && line.verdict == Verdict::Same {
            // The list was made by this decision.
            return None;
        }
        if let Some(pair) = self.twins(one, other) {
            return Some(pair.map(|entry| vec![entry]));
        }
        let (a, b) = (self.records(one, findings), self.records(other, findings));
        let (mut a, mut b) = (a?, b?);
        if a.iter().any(|entry| b.contains(entry)) {
            // Names of the same digits: what is meant is told by the ids alone.
            a.truncate(1);
            b.truncate(1);
        }
        if a == b && line.verdict == Verdict::Same {
            return None;
        }
        if a == b {
            push(findings, &DECISION_AMBIGUOUS, line.place, || {
                format!("{} and {} mean one record", one.text, other.text)
            });
            return None;
        }
        Some([a, b])
    }

    /// The two records of two names with the same digits, where no other record has them: then it
    /// does not matter which is which.
    fn twins(&self, one: &Named, other: &Named) -> Option<[u32; 2]> {
        let digits = one.digits.filter(|_| one.digits == other.digits)?;
        match self.with_digits(digits) {
            [(_, a), (_, b)] if one.id != other.id => Some([*a, *b]),
            _ => None,
        }
    }

    /// All records with these digits, in order.
    fn with_digits(&self, digits: u32) -> &[(u32, u32)] {
        let start = self.by_digits.partition_point(|(own, _)| *own < digits);
        let rest = self.by_digits.get(start..).unwrap_or_default();
        let end = rest.partition_point(|(own, _)| *own == digits);
        rest.get(..end).unwrap_or_default()
    }

    /// The records a name means: the one it names, and those of the same digits that are the same
    /// work by all that is known. At least one.
    fn records(&self, named: &Named, findings: &mut Findings) -> Option<Vec<u32>> {
        let Some(digits) = named.digits else {
            return self.plain(named, findings).map(|entry| vec![entry]);
        };
        let unknown = !self.by_id.contains_key(named.id.as_str());
        if let Some(holder) = self.run.holder(&named.id)
            && unknown
            && self.with_digits(digits).is_empty()
        {
            return Some(vec![holder]);
        }
        let all = self.with_digits(digits);
        let mut found: Vec<u32> = all.iter().take(ALIKE).map(|(_, at)| *at).collect();
        let by_id = self.by_id.get(named.id.as_str()).copied();
        let by_id = by_id.filter(|at| self.run.digits().get(*at as usize) == Some(&digits));
        let Some(first) = by_id.or(found.first().copied()) else {
            self.nothing(named, findings);
            return None;
        };
        let count = found.len();
        found.retain(|other| *other != first && self.is_one(first, *other));
        found.insert(0, first);
        if by_id.is_none() && found.len() < count {
            push(findings, &DECISION_AMBIGUOUS, named.place, || {
                let called = |entry: u32| self.run.id(entry);
                let ids = all.iter().take(3).map(|(_, at)| called(*at));
                let ids: Vec<&str> = ids.collect();
                let digits = format!("{digits:08x}");
                let ids = ids.join(", ");
                format!("several records have the digits {digits} and none the id: {ids}")
            });
            return None;
        }
        Some(found)
    }

    fn plain(&self, named: &Named, findings: &mut Findings) -> Option<u32> {
        let by_id = self.by_id.get(named.text.as_str()).copied();
        let Some(entry) = by_id.or_else(|| self.run.holder(&named.text)) else {
            self.nothing(named, findings);
            return None;
        };
        let second = format!("{}#2", named.text);
        if let Some(other) = self.by_id.get(second.as_str()) {
            push(findings, &DECISION_AMBIGUOUS, named.place, || {
                let (one, two) = (self.run.durable_id(entry), self.run.durable_id(*other));
                format!("several records are called {}: {one}, {two}", named.text)
            });
            return None;
        }
        Some(entry)
    }

    fn nothing(&self, named: &Named, findings: &mut Findings) {
        push(findings, &DECISION_MATCHES_NOTHING, named.place, || {
            let mut message = format!("no record is called {}", named.text);
            if let Some(entry) = self.by_id.get(named.id.as_str())
                && named.digits.is_some()
            {
                let now = self.run.durable_id(*entry);
                let _ = write!(message, "; what is now {now} says something else");
            }
            message
        });
    }

    /// Whether two records are one without a person's help.
    fn is_one(&self, a: u32, b: u32) -> bool {
        let evidence = self.evidence.get_or_init(|| self.run.evidence());
        evidence.as_ref().is_some_and(|evidence| {
            evidence.are_copies(a, b)
                || evidence
                    .of(a, b)
                    .is_some_and(|score| evidence.decision(&score) == Decision::Merge)
        })
    }
}

fn push(
    findings: &mut Findings,
    fault: &'static Doc,
    place: Place,
    message: impl FnOnce() -> String,
) {
    findings.push(fault, Severity::Warning, || Diagnostic {
        fault,
        severity: Severity::Warning,
        place,
        record: String::new(),
        field: None,
        message: message(),
        labels: Vec::new(),
    });
}
