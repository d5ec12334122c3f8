//! From the spans of a reference to a typed [`Record`].

use crate::formats::{Meaning, RawField, RawName};
use crate::model::{EntryType, Field, Kind, Names, Record, Text, Tracked, Value};
use crate::source::{Place, Span};

/// A reference and the places its text came from.
pub(super) struct Line<'a> {
    /// The text, lines joined.
    pub(super) text: &'a str,
    /// From a span of the text to its place in the source.
    pub(super) place: &'a dyn Fn(Span) -> Place,
}

/// The record of a reference with these fields.
pub(super) fn record(line: &Line<'_>, fields: &[RawField], place: Place) -> Record {
    let mut record = Record::new(EntryType::Misc, place);
    for raw in fields {
        let RawName::Meant(Meaning::Field(field)) = raw.name else { continue };
        add(line, &mut record, field, raw.value);
    }
    record
}

fn add(line: &Line<'_>, record: &mut Record, field: Field, span: Span) {
    let words = span.of(line.text);
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let place = (line.place)(span);
    if let Some(tracked) = record.tracked_mut(field) {
        match &mut tracked.value {
            Value::Names(names) => {
                let more = Names::parse(&joined);
                names.list.extend(more.list);
                names.truncated |= more.truncated;
            }
            Value::List(list) => list.push(Text::plain(joined)),
            _ => {}
        }
        return;
    }
    let joined = match field {
        Field::Doi | Field::Url | Field::Eprint => words.split_whitespace().collect(),
        _ => joined,
    };
    let value = match field.kind() {
        Kind::Names => Value::Names(Names::parse(&joined)),
        Kind::List | Kind::Keywords => Value::List(vec![Text::plain(joined)]),
        _ => Value::Text(Text::plain(joined)),
    };
    record.put_tracked(field, Tracked::read(value, place));
}
