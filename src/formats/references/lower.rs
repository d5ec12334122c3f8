//! From the spans of a reference to a typed [`Record`].

use super::kind::kind;
use super::people::people;
use crate::formats::{Meaning, RawField, RawName};
use crate::model::{Date, EntryType, Field, Kind, Names, Record, Text, Tracked, Value, month};
use crate::source::{Place, Span};
use std::borrow::Cow;

/// A reference and the places its text came from.
pub(super) struct Line<'a> {
    /// The text, lines joined.
    pub(super) text: &'a str,
    /// From a span of the text to its place in the source.
    pub(super) place: &'a dyn Fn(Span) -> Place,
}

/// The record of a reference with these fields; `mark` is its word for the kind of work.
pub(super) fn record(line: &Line<'_>, fields: &[RawField], mark: Span, place: Place) -> Record {
    let mut record = Record::new(EntryType::Misc, place);
    for raw in fields {
        let RawName::Meant(Meaning::Field(field)) = raw.name else {
            continue;
        };
        add(line, &mut record, field, raw.value);
    }
    settle(mark.of(line.text), &mut record);
    record
}

/// Gives the record its type, and what hangs on it its field.
fn settle(mark: &str, record: &mut Record) {
    if let Some(Value::Text(date)) = record.get(Field::Date)
        && let Some(typed) = typed_date(&date.content)
        && let Some(tracked) = record.tracked_mut(Field::Date)
    {
        tracked.value = Value::Date(typed);
    }
    if let Some(Value::Text(date)) = record.get(Field::UrlDate)
        && let Some(typed) = typed_date(&date.content)
        && let Some(tracked) = record.tracked_mut(Field::UrlDate)
    {
        tracked.value = Value::Date(typed);
    }
    // `博士学位论文, 中国政法大学`: a word for the kind of work in the place of the journal.
    if record.text(Field::JournalTitle).is_some_and(is_thesis) {
        move_field(record, Field::JournalTitle, Field::Type);
    }
    record.entry_type = kind(mark, record);
    match record.entry_type {
        EntryType::InCollection | EntryType::InProceedings | EntryType::InBook => {
            move_field(record, Field::JournalTitle, Field::BookTitle);
        }
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis | EntryType::Report => {
            move_field(record, Field::Publisher, Field::Institution);
        }
        _ => {}
    }
    // The number of a document is the number of the work where it has no issue; of other works
    // it is a remark: the number of a review, of a laboratory.
    let document = matches!(
        record.entry_type,
        EntryType::Report
            | EntryType::Patent
            | EntryType::Standard
            | EntryType::Thesis
            | EntryType::PhdThesis
            | EntryType::MastersThesis
            | EntryType::Misc
            | EntryType::Manual
    );
    if document {
        move_field(record, Field::Eid, Field::Number);
    }
    if let Some(number) = record.remove(Field::Eid)
        && let Value::Text(text) = &number.value
    {
        let words = text.content.clone();
        match record.tracked_mut(Field::Note) {
            Some(Tracked {
                value: Value::Text(note),
                ..
            }) => {
                note.content = format!("{}; {words}", note.content).into();
            }
            _ => record.put_tracked(Field::Note, number),
        }
    }
    if record.has(Field::Eprint) && !record.has(Field::EprintType) {
        record.put(Field::EprintType, "arxiv");
    }
}

/// Whether a text is nothing but a word for a thesis.
fn is_thesis(words: &str) -> bool {
    let lower = words.to_lowercase();
    let word = ["学位论文", "thesis", "dissertation", "학위논문", "博士論文"];
    lower.chars().count() <= 24 && word.iter().any(|word| lower.ends_with(word))
}

/// Gives the value of one field to another that has none.
fn move_field(record: &mut Record, from: Field, to: Field) {
    if !record.has(to)
        && let Some(value) = record.remove(from)
    {
        record.put_tracked(to, value);
    }
}

/// A date as references print it: `1998a`, `(May 1993`, `2014-06-25`.
fn typed_date(words: &str) -> Option<Date> {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(date) = Date::parse_edtf(bare).or_else(|| Date::parse_written(bare)) {
        return Some(date);
    }
    // The letter that tells two works of one year apart.
    let stem = bare.strip_suffix(|c: char| c.is_ascii_lowercase())?;
    let year = stem.get(stem.len().checked_sub(4)?..)?;
    (year.bytes().all(|b| b.is_ascii_digit()))
        .then(|| Date::parse_written(stem))
        .flatten()
}

/// Adds one span to its field.
fn add(line: &Line<'_>, record: &mut Record, field: Field, span: Span) {
    let joined = tidy(field, span.of(line.text));
    if joined.is_empty() {
        return;
    }
    let place = (line.place)(span);
    let Some(tracked) = record.tracked_mut(field) else {
        let value = match field.kind() {
            Kind::Names => match people(&joined) {
                names if names.list.is_empty() => return,
                names => Value::Names(names),
            },
            Kind::List | Kind::Keywords => Value::List(vec![Text::plain(joined)]),
            _ => Value::Text(Text::plain(joined)),
        };
        record.put_tracked(field, Tracked::read(value, place));
        return;
    };
    match &mut tracked.value {
        Value::Names(names) => {
            let Names { list, truncated } = people(&joined);
            names.list.extend(list);
            names.truncated |= truncated;
        }
        Value::List(list) if field != Field::Publisher => list.push(Text::plain(joined)),
        Value::Text(held) => match field {
            // `2011 … 7 March`: the parts of one date.
            Field::Date => {
                let year = |text: &str| {
                    text.split(|c: char| !c.is_ascii_digit())
                        .any(|word| word.len() == 4)
                };
                let day = |text: &str| {
                    text.split(|c: char| !c.is_alphabetic())
                        .any(|word| month(word).is_some())
                };
                if year(&held.content) && day(&joined) && !day(&held.content) && !year(&joined) {
                    held.content = format!("{joined} {}", held.content).into();
                } else if year(&joined) && !year(&held.content) {
                    held.content = if day(&held.content) && !day(&joined) {
                        format!("{} {joined}", held.content).into()
                    } else {
                        joined.into()
                    };
                }
            }
            Field::Note => held.content = format!("{}; {joined}", held.content).into(),
            _ => {}
        },
        _ => {}
    }
}

/// The value on one line, without what the layout of print leaves in it.
fn tidy(field: Field, words: &str) -> Cow<'_, str> {
    if matches!(field, Field::Doi | Field::Url | Field::Eprint) {
        return words.split_whitespace().collect::<String>().into();
    }
    let loose = words.contains("  ") || words.contains(['\n', '\t', '\r']);
    let words: Cow<'_, str> = if loose {
        words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .into()
    } else {
        words.into()
    };
    match field {
        Field::Volume | Field::Number | Field::Pages => words
            .trim_matches(|c: char| " ,;:.".contains(c))
            .to_owned()
            .into(),
        _ => words,
    }
}
