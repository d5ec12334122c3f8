//! Gives a labelled value (`PMID: 5`) back to the field or the part of the record it is of.

use super::labels;
use super::name_lines::one_line_name;
use super::names::add_names;
use super::values::day;
use crate::formats::numbers;
use crate::model::{
    ENTRY_TYPES, EntryType, Extra, Field, Kind, Names, Origin, Record, Text, Tracked, Value,
};
use crate::source::Place;

/// Puts `value` where `label` says; where no field is meant, or it has a value already, it is
/// kept in `extra` under its label.
pub(super) fn apply(record: &mut Record, label: &str, value: &str, place: Place) {
    let is = |own: &str| own.eq_ignore_ascii_case(label);
    if is(labels::KEY) && record.key.is_empty() {
        value.clone_into(&mut record.key);
        return;
    }
    if is(labels::TYPE) || is(labels::ENTRY_TYPE) {
        if let Some(entry_type) = entry_type(value) {
            record.entry_type = entry_type;
            return;
        }
        // A word an input had for a type nobody knows.
        if is(labels::ENTRY_TYPE)
            && record.entry_type == EntryType::Misc
            && record.entry_type_written.is_none()
        {
            record.entry_type_written = Some(value.to_owned());
            return;
        }
    }
    if is(labels::MERGED) && record.merged_keys.is_empty() {
        let keys = value
            .split(',')
            .map(str::trim)
            .filter(|key| !key.is_empty());
        record.merged_keys = keys.map(str::to_owned).collect();
        return;
    }
    if let Some((field, number, what)) = labels::person(label)
        && person(record, field, number, what, value).is_some()
    {
        return;
    }
    if is(labels::ARXIV) && !record.has(Field::Eprint) && !record.has(Field::EprintType) {
        put(record, Field::Eprint, value.into(), place);
        put(record, Field::EprintType, "arxiv".into(), place);
        return;
    }
    if is(labels::ALSO_IN) {
        let origin = origin(value);
        if !record.sources.contains(&origin) {
            record.sources.push(origin);
        }
        return;
    }
    if value.eq_ignore_ascii_case(labels::INCOMPLETE)
        && let Some(field) = labels::plural(label)
        && field.kind() == Kind::Names
    {
        truncate(record, field, place);
        return;
    }
    match labels::field(label) {
        Some(Field::Note) if record.has(Field::Note) => append_note(record, value),
        Some(field) if !record.has(field) => put(record, field, typed(field, value), place),
        _ => record.extra.push(Extra {
            name: label.to_owned(),
            value: Tracked::read(Text::plain(value), place),
        }),
    }
}

/// The database and number of `Embase: L2004`; without a number, the database alone.
fn origin(value: &str) -> Origin {
    let (database, accession) = value
        .rsplit_once(": ")
        .map_or((value, None), |(database, number)| (database, Some(number)));
    Origin {
        database: Some(database.to_owned()),
        accession: accession.map(str::to_owned),
        ..Origin::default()
    }
}

/// Gives one person what a label says of them; [`None`] where there is no such person, or it is
/// said already.
fn person(record: &mut Record, field: Field, number: usize, what: &str, value: &str) -> Option<()> {
    let Value::Names(names) = &mut record.tracked_mut(field)?.value else {
        return None;
    };
    let name = names.list.get_mut(number.checked_sub(1)?)?;
    if what == labels::WHOLE {
        let same = name.literal && one_line_name(value) == name.family;
        return same.then(|| name.family = value.into());
    }
    if what == labels::PARALLEL {
        let mut other = Names::default();
        add_names(value, &mut other);
        let one = other.list.pop().filter(|_| other == Names::default())?;
        if name.parallel.is_some() {
            return None;
        }
        name.parallel = Some(Box::new(one));
        return Some(());
    }
    if name.about.iter().any(|(own, _)| own == what) {
        return None;
    }
    name.about.push((what.to_owned(), value.to_owned()));
    Some(())
}

/// The type a word means: the names of `BibLaTeX` before those of CSL, but for `preprint`, which
/// both Zotero and we write.
pub(super) fn entry_type(word: &str) -> Option<EntryType> {
    let own = ENTRY_TYPES.iter().find(|spec| spec.biblatex == word);
    own.map(|spec| spec.entry_type)
        .or_else(|| EntryType::from_csl(word))
        .or_else(|| EntryType::from_bib(word))
}

/// Sets a field that was read at `place`.
pub(super) fn put(record: &mut Record, field: Field, value: Value, place: Place) {
    record.put_tracked(field, Tracked::read(value, place));
}

/// Appends a paragraph to the note.
pub(super) fn append_note(record: &mut Record, paragraph: &str) {
    if let Some(Value::Text(note)) = record.tracked_mut(Field::Note).map(|t| &mut t.value) {
        note.content.push_str("\n\n");
        note.content.push_str(paragraph);
    }
}

/// Marks a list of names as cut off.
pub(super) fn truncate(record: &mut Record, field: Field, place: Place) {
    match record.tracked_mut(field).map(|t| &mut t.value) {
        Some(Value::Names(names)) => names.truncated = true,
        Some(_) => {}
        None => {
            let list = Vec::new();
            let truncated = true;
            put(record, field, Names { list, truncated }.into(), place);
        }
    }
}

/// The value of a field from its text, with RIS's own syntax for names, dates and lists.
pub(super) fn typed(field: Field, text: &str) -> Value {
    match field.kind() {
        Kind::Names => {
            let mut names = Names::default();
            add_names(text, &mut names);
            names.into()
        }
        Kind::Date => match day(text) {
            Some(date) => date.into(),
            None => text.into(),
        },
        Kind::Keywords => Value::List(pieces(text)),
        _ => match (field, numbers::split(text)) {
            (Field::Isbn | Field::Issn, Some(list)) => {
                Value::List(list.into_iter().map(|(_, n)| n.into()).collect())
            }
            _ => text.into(),
        },
    }
}

/// The pieces of a text between semicolons.
fn pieces(text: &str) -> Vec<Text> {
    text.split([';', '；'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(Text::from)
        .collect()
}
