//! The rules: what `clean` normalises and `check` complains of, one file each.
//!
//! A rule names a fault, not a remedy. It sees one record through a [`Visit`], and through it
//! changes a value (which leaves a step in the value's provenance and a finding) or reports one it
//! cannot mend. To add one: a file, and two adjacent lines here (`mod`, and its entry in
//! [`RULES`]).

mod visit;

pub use visit::{Infer, Settings, Visit};

use crate::doc::Doc;
use crate::model::Record;
use crate::report::{Findings, Safety};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its documentation. Both sides of an example are .bib fields, one a line
    /// (`doi = {https://doi.org/10.1000/1}`); the test runs this rule alone over the left side and
    /// expects the right one.
    pub doc: Doc,
    /// When it runs.
    pub phase: Phase,
    /// How far its changes can be trusted; [`None`] for a rule that only reports.
    pub safety: Option<Safety>,
    /// Looks at one record.
    pub run: fn(&mut Visit<'_>),
}

/// The order of the rules: phase, then place in [`RULES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Undoes damage to the characters: mojibake, entities, control characters.
    Repair,
    /// Brings values to one form.
    Normalise,
    /// Looks at what came out; may infer, may only report.
    Judge,
}

/// Every rule, in the order they run within their phase.
pub static RULES: &[&Rule] = &[];

/// Runs all rules over `record` in order.
pub fn run(record: &mut Record, settings: &Settings, findings: &mut Findings) {
    for phase in [Phase::Repair, Phase::Normalise, Phase::Judge] {
        for rule in RULES.iter().filter(|rule| rule.phase == phase) {
            apply(rule, record, settings, findings);
        }
    }
}

/// Runs one rule over `record`.
pub fn apply(
    rule: &'static Rule,
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) {
    (rule.run)(&mut Visit::new(record, &rule.doc, settings, findings));
}
