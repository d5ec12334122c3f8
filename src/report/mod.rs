//! What the tool says: [`Diagnostic`], its [`Severity`] and [`Label`]s, [`Findings`], which
//! collects them, and the [`Edit`]s that mend what was found.

mod edit;
mod findings;

pub use edit::{Edit, Edited, Fix, apply};
pub use findings::{Findings, Keep};

use crate::doc::Doc;
use crate::source::Place;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A value was normalised or inferred; nothing to do.
    Change,
    /// Something a reader may want to know; nothing was lost.
    Note,
    /// Something a reader should look at: a value or block could not be understood.
    Warning,
}

impl Severity {
    /// The word printed for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Note => "note",
            Self::Warning => "warning",
        }
    }
}

/// How far a change can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// The meaning is the same before and after.
    Safe,
    /// Nearly always right, but a person could disagree.
    Unsafe,
}

impl Safety {
    /// The word printed for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// Another place that belongs to a diagnostic, with a word about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is there.
    pub text: String,
}

/// One finding: what was found, where, and what was expected.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule or fault; its `id` is printed and `explain` knows it.
    pub fault: &'static Doc,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The record, by its key or id; empty where there is none.
    pub record: String,
    /// The field by its BibLaTeX name, where one is concerned.
    pub field: Option<&'static str>,
    /// One sentence without a final stop.
    pub message: String,
    /// Other places concerned.
    pub labels: Vec<Label>,
}
