//! From a record as it was read and as the rules left it, to edits of the entry it was read from.
//!
//! Both records are written; where a written field differs, the words of its source that stand for
//! words that differ are edited. So the rest of an entry keeps its bytes: `M{\"u}ller` stays when
//! another name of its field is mended. What the source does not say itself (a value joined by `#`,
//! one named by a `@string`, one inherited) cannot be edited in place.

mod align;
mod field;
mod names;
mod words;
mod written;

use super::types::{self, Dialect};
use crate::formats::{RawField, RawName, RawRecord, RawRecords};
use crate::model::{Field, Kind, Record};
use crate::report::Edit;
use crate::source::{Source, Span};

/// The edits that make of an entry one that reads as `after`, where it reads as `before` now;
/// [`None`] where editing it in place cannot do that. Whether the edited text does read as `after`
/// is for the caller to make sure of.
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
pub fn patch(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    before: &Record,
    after: &Record,
) -> Option<Vec<Edit>> {
    let entry = raw.records.get(index)?;
    let text = source.text.as_str();
    let fields: Vec<RawField> = raw.fields(entry).collect();
    let fields = fields.as_slice();
    let dialect = dialect(text, fields);
    let mut edits = Vec::new();
    entry_type(text, entry, dialect, before, after, &mut edits)?;
    let old = written::fields(before, dialect);
    let new = written::fields(after, dialect);
    for (name, was) in &old {
        let is = new.iter().find(|(other, _)| other == name);
        if is.is_some_and(|(_, is)| is == was) {
            continue;
        }
        let here = position(text, fields, name)?;
        match is {
            Some((_, is)) => {
                let field = fields.get(here)?;
                let names = Field::from_bib(name).is_some_and(|field| field.kind() == Kind::Names);
                edits.extend(field::change(text, field.value, was, is, names)?);
            }
            None => edits.push(field::remove(text, entry, fields, here)?),
        }
    }
    let fresh = new
        .iter()
        .filter(|(name, _)| old.iter().all(|(other, _)| other != name));
    let fresh: Vec<_> = fresh.collect();
    if !fresh.is_empty() {
        // Not after a field that is to go.
        let mut stay = fields.iter().filter(|field| {
            let gone = |edit: &Edit| {
                edit.span.start <= field.value.start && field.value.end <= edit.span.end
            };
            !field.value.is_empty() && !edits.iter().any(gone)
        });
        edits.push(field::insert(text, stay.next_back()?, &fresh)?);
    }
    Some(edits)
}

fn entry_type(
    text: &str,
    entry: &RawRecord,
    dialect: Dialect,
    before: &Record,
    after: &Record,
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let (was, is) = (
        types::name(before, dialect, false),
        types::name(after, dialect, false),
    );
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
fn dialect(text: &str, fields: &[RawField]) -> Dialect {
    let modern = |field: &RawField| {
        let name = name(text, field);
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
    if fields.iter().any(modern) {
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

/// Where the field stands that is written as `wanted`: under this name, or another name of its.
fn position(text: &str, fields: &[RawField], wanted: &str) -> Option<usize> {
    let by_name = |field: &RawField| name(text, field).eq_ignore_ascii_case(wanted);
    if let Some(found) = fields.iter().position(by_name) {
        return Some(found);
    }
    // The parts of a date have names of their own.
    let known = Field::from_bib(wanted).filter(|field| *field != Field::Date)?;
    fields
        .iter()
        .position(|field| Field::from_bib(name(text, field)) == Some(known))
}

fn span(start: usize, inner: std::ops::Range<usize>) -> Span {
    Span::new(start + inner.start, start + inner.end)
}
