//! [`Visit`]: what a rule sees of a record, and the only way it changes one.

use crate::doc::Doc;
use crate::model::{Field, Provenance, Record, Tracked, Value};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::Place;

/// What the rules may do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How much may be worked out.
    pub infer: Infer,
}

/// How much may be worked out that the text does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Infer {
    /// Nothing.
    None,
    /// What a source has been measured to encode soundly.
    #[default]
    Sound,
    /// Also what is only likely; always marked.
    All,
}

/// One rule at one record.
#[derive(Debug)]
pub struct Visit<'a> {
    record: &'a mut Record,
    rule: &'static Doc,
    settings: &'a Settings,
    findings: &'a mut Findings,
}

impl<'a> Visit<'a> {
    /// `rule` looks at `record`.
    pub fn new(
        record: &'a mut Record,
        rule: &'static Doc,
        settings: &'a Settings,
        findings: &'a mut Findings,
    ) -> Self {
        Self {
            record,
            rule,
            settings,
            findings,
        }
    }

    /// The record as it is now.
    pub fn record(&self) -> &Record {
        self.record
    }

    /// What the rules may do.
    pub fn settings(&self) -> &Settings {
        self.settings
    }

    /// Replaces the value of `field`, which must have one, and says so.
    pub fn change(
        &mut self,
        field: Field,
        value: impl Into<Value>,
        message: impl FnOnce() -> String,
    ) {
        let rule = self.rule;
        let Some(tracked) = self.record.tracked_mut(field) else {
            return;
        };
        tracked.value = value.into();
        tracked.provenance.steps.push(rule);
        let place = tracked.provenance.place;
        self.find(Severity::Change, Some(field), place, message);
    }

    /// Gives `field`, which must be empty, a value read from the text of another field.
    pub fn add_from(
        &mut self,
        field: Field,
        value: impl Into<Value>,
        from: Field,
        message: impl FnOnce() -> String,
    ) {
        let place = self.place_of(from);
        self.add(field, value.into(), place, false, message);
    }

    /// Gives `field`, which must be empty, a value worked out from the text of another field.
    pub fn infer(
        &mut self,
        field: Field,
        value: impl Into<Value>,
        from: Field,
        message: impl FnOnce() -> String,
    ) {
        let place = self.place_of(from);
        self.add(field, value.into(), place, true, message);
    }

    /// Takes `field` out. Only for a value that holds nothing, or that now stands elsewhere.
    pub fn remove(&mut self, field: Field, message: impl FnOnce() -> String) {
        let Some(tracked) = self.record.remove(field) else {
            return;
        };
        self.find(
            Severity::Change,
            Some(field),
            tracked.provenance.place,
            message,
        );
    }

    /// Changes parts of the record that are no field: its type, its statements.
    pub fn change_record(
        &mut self,
        change: impl FnOnce(&mut Record),
        message: impl FnOnce() -> String,
    ) {
        change(self.record);
        let place = self.record.place;
        self.find(Severity::Change, None, place, message);
    }

    /// Says that a value cannot be normalised, or that something is wrong with the record.
    pub fn report(
        &mut self,
        severity: Severity,
        field: Option<Field>,
        message: impl FnOnce() -> String,
    ) {
        let place = field.map_or(self.record.place, |field| self.place_of(field));
        self.find(severity, field, place, message);
    }

    fn add(
        &mut self,
        field: Field,
        value: Value,
        place: Place,
        inferred: bool,
        message: impl FnOnce() -> String,
    ) {
        if self.record.has(field) {
            return;
        }
        let provenance = Provenance {
            place,
            steps: vec![self.rule],
            inferred,
        };
        self.record
            .put_tracked(field, Tracked { value, provenance });
        self.find(Severity::Change, Some(field), place, message);
    }

    fn place_of(&self, field: Field) -> Place {
        self.record
            .tracked(field)
            .map_or(self.record.place, |tracked| tracked.provenance.place)
    }

    fn find(
        &mut self,
        severity: Severity,
        field: Option<Field>,
        place: Place,
        message: impl FnOnce() -> String,
    ) {
        let (rule, record) = (self.rule, &*self.record);
        self.findings.push(rule, severity, || Diagnostic {
            fault: rule,
            severity,
            place,
            record: record.key.clone(),
            field: field.map(Field::name),
            message: message(),
            labels: Vec::new(),
        });
    }
}
