//! [`Finding`]: one fault at its place.

use crate::doc::Doc;
use crate::report::{Diagnostic, Fix, Label, Safety, Severity};
use crate::source::Place;

/// One fault at its place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What it is; its `id` is printed, and `explain` knows it.
    pub fault: &'static Doc,
    /// How much it matters: a warning or a note.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The entry, by its key; empty where there is none.
    pub record: String,
    /// The field as the file calls it, where one is concerned.
    pub field: Option<String>,
    /// One sentence without a final stop.
    pub message: String,
    /// Other places concerned.
    pub labels: Vec<Label>,
    /// How far a change that mends it can be trusted; [`None`] where only a person can mend it.
    pub safety: Option<Safety>,
    /// The edits that mend it, where they are known.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A diagnostic as a fault of a file: that a value was normalised means that it was not normal.
    pub(super) fn of(diagnostic: Diagnostic, severity: Severity, safety: Option<Safety>) -> Self {
        let changed = diagnostic.severity == Severity::Change;
        Self {
            fault: diagnostic.fault,
            severity: if changed {
                severity
            } else {
                diagnostic.severity
            },
            place: diagnostic.place,
            record: diagnostic.record,
            field: diagnostic.field.map(str::to_owned),
            message: diagnostic.message,
            labels: diagnostic.labels,
            safety: safety.filter(|_| changed),
            fix: None,
        }
    }

    /// Entry and field, as `key.field`; empty where there is neither.
    ///
    /// The parts are as they stand in the file.
    pub fn subject(&self) -> String {
        match (self.record.as_str(), self.field.as_deref()) {
            ("", None) => String::new(),
            ("", Some(field)) => field.to_owned(),
            (key, None) => key.to_owned(),
            (key, Some(field)) => format!("{key}.{field}"),
        }
    }

    /// Sixteen hex digits that stay the same while lines move: over rule, entry, field and message,
    /// not the place.
    pub fn fingerprint(&self) -> String {
        // FNV-1a: the digits are written to files and must never depend on a library's choice.
        let parts = [
            self.fault.id,
            &self.record,
            self.field.as_deref().unwrap_or_default(),
            &self.message,
        ];
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for part in parts {
            for byte in part.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }
}
