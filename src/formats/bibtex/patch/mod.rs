//! From a record as it was read and as the rules left it, to edits of the entry it was read from.
//!
//! Both records are written; where a written field differs, the words of its source that stand for
//! words that differ are edited. So the rest of an entry keeps its bytes: `M{\"u}ller` stays when
//! another name of its field is mended. What the source does not say itself (a value joined by `#`,
//! one named by a `@string`, one inherited) cannot be edited in place.

mod align;
mod editable;
mod field;
mod names;
mod parts;
mod words;
mod written;

pub use editable::editable;
pub use parts::{Parts, differences};

use std::collections::BTreeMap;

use self::written::Both;
use super::types::{self, Dialect};
use crate::formats::{RawField, RawName, RawRecord, RawRecords};
use crate::model::{Field, Kind, Record};
use crate::report::Edit;
use crate::source::{Source, Span};

/// The edits that make of an entry one that reads as `after`, where it reads as `before` now. Whether
/// the edited text does so is for the caller to make sure of.
///
/// ```
/// use bibsift::formats::bibtex::{BIBTEX, patch::patch};
/// use bibsift::model::{Field, Record};
/// use bibsift::report::{Findings, apply};
/// use bibsift::source::{Source, SourceId};
///
/// let text = "@misc{k, author = {M{\\\"u}ller, K and  Doe., Jane}, year = 1917}";
/// let source = Source::new(SourceId(0), "refs.bib", text);
/// let raw = (BIBTEX.read)(&source, &mut Findings::default());
/// let before = (BIBTEX.lower)(&source, &raw, 0, &mut Findings::default());
/// let mut after = before.clone();
/// after.put(Field::Title, "On Growth");
/// let edits = patch(&source, &raw, 0, &before, &after).unwrap();
/// assert_eq!(
///     apply(text, &[edits]).text,
///     "@misc{k, author = {M{\\\"u}ller, K and  Doe., Jane}, year = 1917,\n  title = {On Growth}}"
/// );
/// ```
///
/// # Errors
///
/// What keeps the entry from reading as `after`: what it does not say itself, or not in a form that
/// can be changed.
pub fn patch(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    before: &Record,
    after: &Record,
) -> Result<Vec<Edit>, Parts> {
    let written = Both::of(before, after, dialect(source, raw, index));
    edits(source, raw, index, (before, after), &written, field::change)
}

/// How a value is changed: the text, where the value stands, what is written for it before and
/// after, and what kind of field it is of.
type Change = fn(&str, Span, &str, &str, Option<Kind>) -> Option<Vec<Edit>>;

fn edits(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    (before, after): (&Record, &Record),
    written: &Both,
    change: Change,
) -> Result<Vec<Edit>, Parts> {
    let mut failed = Parts::default();
    let Some(entry) = raw.records.get(index) else {
        return Err(failed);
    };
    let text = source.text.as_str();
    let fields: Vec<RawField> = raw.fields(entry).collect();
    let fields = fields.as_slice();
    let mut edits = Vec::new();
    let dialect = dialect(source, raw, index);
    failed.entry_type = entry_type(text, entry, dialect, before, after, &mut edits).is_none();
    let Both { old, new } = written;
    let (old_by_name, new_by_name) = (by_name(old), by_name(new));
    let places = places(text, fields);
    for (name, was) in old {
        let is = new_by_name.get(name.as_str()).copied();
        if is == Some(was.as_str()) {
            continue;
        }
        let of_field = position(text, fields, &places, name).and_then(|here| match is {
            Some(is) => {
                let kind = Field::from_bib(name).map(Field::kind);
                // The items of a list may come from several fields.
                let is_list = matches!(kind, Some(Kind::List | Kind::Keywords));
                if is_list && stand(text, fields, name) > 1 {
                    return None;
                }
                change(text, fields.get(here)?.value, was, is, kind)
            }
            None => field::remove(text, entry, fields, here).map(|edit| vec![edit]),
        });
        match of_field {
            Some(of_field) => edits.extend(of_field),
            None => failed.add(name),
        }
    }
    let fresh = new.iter();
    let fresh = fresh.filter(|(name, _)| !old_by_name.contains_key(name.as_str()));
    let fresh: Vec<_> = fresh.collect();
    if !fresh.is_empty() {
        // Not after a field that is to go.
        let mut stay = fields.iter().filter(|field| {
            let gone = |edit: &Edit| {
                edit.span.start <= field.value.start && field.value.end <= edit.span.end
            };
            !field.value.is_empty() && !edits.iter().any(gone)
        });
        let inserted = stay
            .next_back()
            .and_then(|last| field::insert(text, last, &fresh));
        match inserted {
            Some(edit) => edits.push(edit),
            None => fresh.iter().for_each(|(name, _)| failed.add(name)),
        }
    }
    if failed == Parts::default() {
        Ok(edits)
    } else {
        Err(failed)
    }
}

fn entry_type(
    text: &str,
    entry: &RawRecord,
    dialect: Dialect,
    before: &Record,
    after: &Record,
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let was = types::name(before, dialect, false);
    let is = types::name(after, dialect, false);
    if was.word != is.word {
        if was.subtype != is.subtype || entry.entry_type.of(text).is_empty() {
            return None;
        }
        edits.push(Edit {
            span: entry.entry_type,
            text: is.word.to_owned(),
        });
    }
    Some(())
}

/// The dialect an entry is written in, by its fields.
fn dialect(source: &Source, raw: &RawRecords, index: usize) -> Dialect {
    let modern = |field: RawField| {
        let name = name(&source.text, &field);
        [
            "date",
            "journaltitle",
            "eprinttype",
            "eventdate",
            "origdate",
            "urldate",
        ]
        .iter()
        .any(|modern| name.eq_ignore_ascii_case(modern))
    };
    let entry = raw.records.get(index);
    if entry.is_some_and(|entry| raw.fields(entry).any(modern)) {
        Dialect::Biblatex
    } else {
        Dialect::Bibtex
    }
}

fn name<'t>(text: &'t str, field: &RawField) -> &'t str {
    match field.name {
        RawName::Written(name) => name.of(text),
        RawName::Meant(_) => "",
    }
}

/// Written values by the names of their fields; the writer gives each name once.
fn by_name(fields: &[(String, String)]) -> BTreeMap<&str, &str> {
    let pairs = fields.iter().map(|(name, value)| (&**name, &**value));
    pairs.collect()
}

/// Where fields stand, by their names in lower case.
fn places(text: &str, fields: &[RawField]) -> BTreeMap<String, Vec<usize>> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, field) in fields.iter().enumerate() {
        let name = name(text, field).to_ascii_lowercase();
        places.entry(name).or_default().push(at);
    }
    places
}

/// Where the field stands that is written as `wanted`: under this name, or another name of its.
fn position(
    text: &str,
    fields: &[RawField],
    places: &BTreeMap<String, Vec<usize>>,
    wanted: &str,
) -> Option<usize> {
    let nth = |name: &str, n: usize| places.get(&name.to_ascii_lowercase())?.get(n).copied();
    if let Some(found) = nth(wanted, 0) {
        return Some(found);
    }
    // A name met again is written with a number.
    if let Some((first, number)) = wanted.rsplit_once('-')
        && let Ok(number) = number.parse::<usize>()
        && let Some(found) = nth(first, number.saturating_sub(1))
    {
        return Some(found);
    }
    // The parts of a date have names of their own.
    let known = Field::from_bib(wanted).filter(|field| *field != Field::Date)?;
    let same = |field: &RawField| Field::from_bib(name(text, field)) == Some(known);
    fields.iter().position(same)
}

/// How many fields are called so, or are the same field of ours under another name.
fn stand(text: &str, fields: &[RawField], wanted: &str) -> usize {
    let known = Field::from_bib(wanted);
    let same = |field: &&RawField| Field::from_bib(name(text, field)) == known;
    fields.iter().filter(same).count()
}

fn span(start: usize, inner: std::ops::Range<usize>) -> Span {
    Span::new(start + inner.start, start + inner.end)
}
