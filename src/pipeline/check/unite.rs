//! Duplicate entries of a .bib file made one, in place.

use std::collections::BTreeSet;

use super::{File, duplicates};
use crate::dedup;
use crate::dedup::merge::{Conflict, Slot};
use crate::formats::bibtex::lint::{self, Model};
use crate::formats::{RawName, RawRecord};
use crate::model::Record;
use crate::pipeline::mend::{self, Change};
use crate::report::{Edit, Findings, apply};
use crate::source::{Source, Span};

/// A text with its duplicate entries made one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct United {
    /// The text.
    pub text: String,
    /// Keys that are gone, each with the one that stands for it now, in order of place.
    pub keys: Vec<(String, String)>,
    /// What entries that are gone said otherwise than the one kept, each in a few words.
    pub left_out: Vec<String>,
}

/// What is to be known of a file to unite entries of it.
pub(super) struct Uniting<'f> {
    file: &'f File,
    biblatex: bool,
    linked: BTreeSet<usize>,
}

impl<'f> Uniting<'f> {
    pub(super) fn of(file: &'f File, model: Model) -> Self {
        Self {
            file,
            biblatex: model == Model::Biblatex,
            linked: linked(file),
        }
    }

    /// Whether a group of duplicates can become one.
    pub(super) fn can_unite(&self, group: &[usize]) -> bool {
        let change = self.change(group);
        change.is_some_and(|(change, _)| mend::can_change(&self.file.input, change))
    }

    /// How the first of a group is to change, and what others say otherwise; [`None`] where an entry
    /// inherits or is inherited from.
    fn change(&self, group: &[usize]) -> Option<(Change, Vec<Conflict>)> {
        if group.iter().any(|at| self.linked.contains(at)) {
            return None;
        }
        let lower = |at: &usize| self.file.input.lower(*at, &mut Findings::nothing());
        let merged = dedup::merge(group.iter().map(lower).collect());
        let mut after = merged.record;
        if !self.biblatex {
            after.merged_keys.clear();
        }
        let index = *group.first()?;
        Some((Change { index, after }, merged.conflicts))
    }
}

/// Makes one entry of each group of duplicates: the first takes in what the others add, by the
/// rules `clean` merges by, and the others go. Under the data model of biblatex the first gets their
/// keys as `ids`.
///
/// A group stays where an entry inherits or is inherited from, or where the first cannot be edited
/// in place.
pub(super) fn unite(file: &File) -> United {
    let text = file.input.source.text.as_str();
    let raws = &file.input.raws;
    let model = lint::File::again(text, raws, file.options.model).model();
    let uniting = Uniting::of(file, model);
    let mut united = United::default();
    let (mut groups, mut changes) = (Vec::new(), Vec::new());
    for group in duplicates::groups(file) {
        if let Some((change, conflicts)) = uniting.change(&group) {
            changes.push(change);
            groups.push((group, conflicts));
        }
    }
    let (mended, done) = mend::change(&file.input, changes);
    let raws = Source::new(file.input.source.id, "", mended.as_str());
    let again =
        crate::pipeline::Input::from_source(raws, file.input.reader, &mut Findings::nothing());
    let mut gone = Vec::new();
    for (group, conflicts) in groups {
        let Some((first, others)) = group
            .split_first()
            .filter(|(first, _)| done.contains(first))
        else {
            continue;
        };
        let key = |at: usize| {
            let raw = file.input.raws.records.get(at);
            raw.map_or("", |raw| raw.key.of(text)).to_owned()
        };
        for &other in others {
            if let Some(raw) = again.raws.records.get(other) {
                gone.push(removal(&mended, raw));
            }
            if key(other) != key(*first) {
                united.keys.push((key(other), key(*first)));
            }
        }
        united.left_out.extend(conflicts.iter().map(|conflict| {
            let name = match &conflict.slot {
                Slot::Field(field) => field.name(),
                Slot::Extra(name) => name,
            };
            let from = group
                .get(conflict.from)
                .map_or(String::new(), |at| key(*at));
            let value = written(&conflict.other.value);
            format!("{from}.{name}: {value}")
        }));
    }
    gone.sort_by_key(|edit| edit.span);
    united.text = apply(&mended, &[gone]).text;
    united
}

/// A value in a few words.
fn written(value: &crate::model::Value) -> String {
    let mut record = Record::default();
    record.put(crate::model::Field::Note, value.clone());
    let said = mend::said(&record);
    let value = said.split_once("note = ").map_or("", |(_, value)| value);
    value.trim_end_matches([' ', '}', ',']).to_owned() + "}"
}

/// The entries that inherit, and those whose key another entry names.
fn linked(file: &File) -> BTreeSet<usize> {
    const LINKS: [&str; 5] = ["crossref", "xdata", "xref", "related", "entryset"];
    let text = &file.input.source.text;
    let raws = &file.input.raws;
    let (mut linked, mut named) = (BTreeSet::new(), BTreeSet::new());
    for (at, raw) in raws.records.iter().enumerate() {
        for field in raws.fields(raw) {
            let RawName::Written(name) = field.name else {
                continue;
            };
            let name = name.of(text);
            if LINKS.iter().any(|link| name.eq_ignore_ascii_case(link)) {
                linked.insert(at);
                let keys = field.value.of(text).trim_matches(['{', '}', '"']);
                named.extend(keys.split(',').map(|key| key.trim().to_lowercase()));
            }
        }
    }
    for (at, raw) in raws.records.iter().enumerate() {
        if named.contains(&raw.key.of(text).to_lowercase()) {
            linked.insert(at);
        }
    }
    linked
}

/// The edit that takes an entry out, with the white space after it, or before it at the end.
fn removal(text: &str, raw: &RawRecord) -> Edit {
    let (mut start, mut end) = (raw.span.start as usize, raw.span.end as usize);
    let after = text.get(end..).unwrap_or_default();
    let rest = after.trim_ascii_start();
    if rest.is_empty() {
        let before = text.get(..start).unwrap_or_default().trim_ascii_end();
        start = before.len();
        end = text.trim_ascii_end().len().max(start);
    } else if after.starts_with(['\n', '\r']) {
        end = text.len() - rest.len();
    }
    Edit {
        span: Span::new(start, end),
        text: String::new(),
    }
}
