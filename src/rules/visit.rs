//! [`Visit`]: what a rule sees of a record, and the only way it changes one.

use std::borrow::Cow;
use std::mem;

use compact_str::CompactString;

use super::agenda::Agenda;
use super::marked::Marked;
use super::marks::Marks;
use super::{Changed, Reads, structure};
use crate::doc::Doc;
use crate::model::{Field, Markup, Name, Names, Provenance, Record, Text, Tracked, Value};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::Place;
use crate::text::latex;

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

/// The rules of one phase at one record.
///
/// Changes take effect at once. Reports wait: a phase runs until it changes nothing, and only
/// what is still wrong then is said.
#[derive(Debug)]
pub struct Visit<'a> {
    record: &'a mut Record,
    rule: &'static Doc,
    settings: &'a Settings,
    findings: &'a mut Findings,
    place: usize,
    reports: Vec<Report>,
    changed: Reads,
    /// The signs in the record, once somebody asks.
    marked: Option<Marked>,
}

#[derive(Debug)]
struct Report {
    rule: &'static Doc,
    /// The place of the rule in its phase.
    order: usize,
    severity: Severity,
    field: Option<Field>,
    place: Place,
    message: String,
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
            place: 0,
            reports: Vec::new(),
            changed: Reads::NONE,
            marked: None,
        }
    }

    /// The next rule, which stands at `place` in its phase, looks at the record. What it
    /// reported when it looked before is forgotten.
    pub(super) fn turn_to(&mut self, rule: &'static Doc, place: usize) {
        self.rule = rule;
        self.place = place;
        if !self.reports.is_empty() {
            self.reports.retain(|report| report.order != place);
        }
    }

    /// The fields that changed since the last call.
    pub(super) fn take_changed(&mut self) -> Reads {
        mem::replace(&mut self.changed, Reads::NONE)
    }

    /// The rules of `agenda` that have anything to look at in `fields` as they are now.
    pub(super) fn awaited(&mut self, agenda: &Agenda, fields: Reads) -> Changed {
        agenda.awaited(fields, self.marked())
    }

    fn marked(&mut self) -> &Marked {
        let record = &*self.record;
        self.marked.get_or_insert_with(|| Marked::of(record))
    }

    /// Ends a phase: says what was reported and is still so.
    pub(super) fn say(&mut self) {
        if self.reports.is_empty() {
            return;
        }
        self.reports.sort_by_key(|report| report.order);
        let record = &self.record.key;
        for report in self.reports.drain(..) {
            self.findings
                .push(report.rule, report.severity, || Diagnostic {
                    fault: report.rule,
                    severity: report.severity,
                    place: report.place,
                    record: record.clone(),
                    field: report.field.map(Field::name),
                    message: report.message,
                    labels: Vec::new(),
                });
        }
    }

    /// The record as it is now.
    pub fn record(&self) -> &Record {
        self.record
    }

    /// Whether the rules may work out what `level` allows.
    pub fn may_infer(&self, level: Infer) -> bool {
        self.settings.infer >= level && level > Infer::None
    }

    /// The value of a field that is still text, as plain characters: LaTeX groups and commands
    /// are resolved. Of a list with one item, that item. For fields in which markup means nothing:
    /// identifiers, volumes, pages.
    pub fn plain(&self, field: Field) -> Option<Cow<'_, str>> {
        let text = match self.record.get(field)? {
            Value::Text(text) => text,
            Value::List(list) => match list.as_slice() {
                [one] => one,
                _ => return None,
            },
            _ => return None,
        };
        Some(match text.markup {
            Markup::Plain => Cow::Borrowed(text.content.as_str()),
            Markup::Latex => Cow::Owned(latex::to_plain(&text.content)),
        })
    }

    /// Replaces the value of `field`, which must have one, and says so.
    pub fn change(
        &mut self,
        field: Field,
        value: impl Into<Value>,
        message: impl FnOnce() -> String,
    ) {
        self.change_from(field, value, |_| message());
    }

    /// As [`Visit::change`], with a message made of the value there was.
    pub(super) fn change_from(
        &mut self,
        field: Field,
        value: impl Into<Value>,
        message: impl FnOnce(Value) -> String,
    ) {
        let rule = self.rule;
        let Some(tracked) = self.record.tracked_mut(field) else {
            return;
        };
        let before = mem::replace(&mut tracked.value, value.into());
        tracked.provenance.steps.push(rule);
        let place = tracked.provenance.place;
        self.find(Some(field), place, || message(before));
    }

    /// Rewrites the text of `field` if it is one: `rewrite` gives the content it ought to have,
    /// or [`None`] for what is right already. In LaTeX, braces, dollars and backslashes must
    /// still be there and in the same order, else nothing is changed.
    pub fn rewrite(
        &mut self,
        field: Field,
        rewrite: impl FnOnce(&str, Markup) -> Option<String>,
        message: impl FnOnce() -> String,
    ) {
        let Some(Value::Text(text)) = self.record.get(field) else {
            return;
        };
        let Some(content) = rewritten(text, |content| rewrite(content, text.markup)) else {
            return;
        };
        let markup = text.markup;
        if content.is_empty() {
            self.remove(field, message);
        } else {
            let content = content.into();
            self.change(field, Text { content, markup }, message);
        }
    }

    /// Rewrites the text with `marks` in the fields `wanted` chooses, and with [`None`] in the
    /// fields no table knows: items of lists and parts of names included. A borrowed answer means
    /// that nothing is wrong. What stands beside a marked text in its field is rewritten too.
    pub(super) fn rewrite_all(
        &mut self,
        marks: Marks,
        wanted: impl Fn(Option<Field>) -> bool,
        rewrite: impl Fn(&str) -> Cow<'_, str>,
        message: impl Fn() -> String,
    ) {
        let marked = *self.marked();
        let rule = self.rule;
        let mut touched: Vec<(Option<Field>, Place)> = Vec::new();
        let mut emptied: Vec<Field> = Vec::new();
        for (field, tracked) in self.record.fields_mut() {
            if marked.at(Reads::place(field)).meets(marks)
                && wanted(Some(field))
                && rewrite_value(&mut tracked.value, &rewrite)
            {
                tracked.provenance.steps.push(rule);
                touched.push((Some(field), tracked.provenance.place));
                if is_empty(&tracked.value) {
                    emptied.push(field);
                }
            }
        }
        if marked.at(Reads::LAST).meets(marks) && wanted(None) {
            for extra in &mut self.record.extra {
                if rewrite_text(&mut extra.value.value, &rewrite) {
                    extra.value.provenance.steps.push(rule);
                    touched.push((None, extra.value.provenance.place));
                }
            }
        }
        for field in emptied {
            self.record.remove(field);
        }
        for (field, place) in touched {
            self.find(field, place, &message);
        }
    }

    /// Rewrites the name lists of the record: `rewrite` says whether it changed one.
    pub fn rewrite_names(
        &mut self,
        rewrite: impl Fn(&mut Names) -> bool,
        message: impl Fn() -> String,
    ) {
        let rule = self.rule;
        for field in NAME_FIELDS {
            let Some(tracked) = self.record.tracked_mut(*field) else {
                continue;
            };
            let Value::Names(names) = &mut tracked.value else {
                continue;
            };
            if !rewrite(names) {
                continue;
            }
            let empty = names.list.is_empty() && !names.truncated;
            tracked.provenance.steps.push(rule);
            let place = tracked.provenance.place;
            if empty {
                self.record.remove(*field);
            }
            self.find(Some(*field), place, &message);
        }
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
        self.find(Some(field), tracked.provenance.place, message);
    }

    /// Changes parts of the record that are no field: its type, its statements.
    pub fn change_record(
        &mut self,
        change: impl FnOnce(&mut Record),
        message: impl FnOnce() -> String,
    ) {
        change(self.record);
        let place = self.record.place;
        self.find(None, place, message);
    }

    /// Says that a value cannot be normalised, or that something is wrong with the record.
    pub fn report(
        &mut self,
        severity: Severity,
        field: Option<Field>,
        message: impl FnOnce() -> String,
    ) {
        let place = field.map_or(self.record.place, |field| self.place_of(field));
        self.reports.push(Report {
            rule: self.rule,
            order: self.place,
            severity,
            field,
            place,
            message: message(),
        });
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
            steps: [self.rule].into(),
            inferred,
        };
        self.record
            .put_tracked(field, Tracked { value, provenance });
        self.find(Some(field), place, message);
    }

    fn place_of(&self, field: Field) -> Place {
        self.record
            .tracked(field)
            .map_or(self.record.place, |tracked| tracked.provenance.place)
    }

    fn find(&mut self, field: Option<Field>, place: Place, message: impl FnOnce() -> String) {
        let changed = field.map_or(Reads::ALL, Reads::one);
        self.changed = self.changed.with(changed);
        match (field, &mut self.marked) {
            (Some(field), Some(marked)) => marked.look_again(field, self.record),
            _ => self.marked = None,
        }
        let (rule, record) = (self.rule, &*self.record);
        self.findings.push(rule, Severity::Change, || Diagnostic {
            fault: rule,
            severity: Severity::Change,
            place,
            record: record.key.clone(),
            field: field.map(Field::name),
            message: message(),
            labels: Vec::new(),
        });
    }
}

/// The fields that hold names.
const NAME_FIELDS: &[Field] = &[
    Field::Author,
    Field::Editor,
    Field::Translator,
    Field::BookAuthor,
    Field::SeriesEditor,
    Field::Holder,
    Field::Contributor,
];

fn rewritten(text: &Text, rewrite: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    let content = rewrite(&text.content)?;
    if content == text.content {
        return None;
    }
    (text.markup == Markup::Plain || structure::is_kept(&text.content, &content)).then_some(content)
}

fn rewrite_text(text: &mut Text, rewrite: impl Fn(&str) -> Cow<'_, str>) -> bool {
    let new = rewritten(text, |content| match rewrite(content) {
        Cow::Borrowed(same) if same.len() == content.len() => None,
        answer => Some(answer.into_owned()),
    });
    new.map(|content| text.content = content.into()).is_some()
}

fn rewrite_part(part: &mut CompactString, rewrite: impl Fn(&str) -> Cow<'_, str>) -> bool {
    let new = match rewrite(part) {
        Cow::Borrowed(same) if same.len() == part.len() => return false,
        answer => CompactString::from(answer),
    };
    let changed = new != *part;
    *part = new;
    changed
}

fn rewrite_name(name: &mut Name, rewrite: &impl Fn(&str) -> Cow<'_, str>) -> bool {
    let mut changed = false;
    for part in [
        &mut name.family,
        &mut name.given,
        &mut name.particle,
        &mut name.suffix,
    ] {
        changed |= !part.is_empty() && rewrite_part(part, rewrite);
    }
    changed
}

fn rewrite_value(value: &mut Value, rewrite: &impl Fn(&str) -> Cow<'_, str>) -> bool {
    let mut changed = false;
    match value {
        Value::Text(text) => changed = rewrite_text(text, rewrite),
        Value::List(list) => {
            for text in list.iter_mut() {
                changed |= rewrite_text(text, rewrite);
            }
            if changed {
                list.retain(|text| !text.is_empty());
            }
        }
        Value::Names(names) => {
            for name in &mut names.list {
                changed |= rewrite_name(name, rewrite);
                if let Some(parallel) = &mut name.parallel {
                    changed |= rewrite_name(parallel, rewrite);
                }
            }
        }
        Value::Date(_) | Value::Pages(_) => {}
    }
    changed
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::List(list) => list.is_empty(),
        _ => false,
    }
}
