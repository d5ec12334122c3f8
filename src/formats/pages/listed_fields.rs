//! What the words around the fields of a listed reference tell of them, where the model of references
//! took them for something else.

use super::houses::is_house;
use super::lower::take_for_book;
use super::lower_names::before_initials;
use super::name_shape::is_name;
use super::names;
use super::token_words::month;
use crate::formats::{Meaning, RawName, RawRecords};
use crate::model::{EntryType, Field, Name, Record, Value};
use crate::source::Span;

/// Takes the day of a date out of the place of the volume: `Nordwest-Zeitung. 12. März 2011`.
pub(super) fn without_day(text: &str, raw: &RawRecords, index: usize, record: &mut Record) {
    let volume = RawName::Meant(Meaning::Field(Field::Volume));
    let Some(held) = raw.records.get(index) else {
        return;
    };
    let day = raw.fields(held).any(|field| {
        let behind = text.get(field.value.end as usize..).unwrap_or_default();
        let word = behind
            .trim_start_matches(['.', ' '])
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        field.name == volume && field.value.len() <= 2 && word.len() > 2 && month(word)
    });
    if day {
        record.remove(Field::Volume);
    }
}

/// Gives a listed work the names of its authors as citations separate them, where each piece has
/// the shape of a name.
pub(super) fn settle_names(text: &str, raw: &RawRecords, index: usize, record: &mut Record) {
    let author = RawName::Meant(Meaning::Field(Field::Author));
    let Some(held) = raw.records.get(index) else {
        return;
    };
    let mut spans = raw.fields(held).filter(|field| field.name == author);
    let (Some(only), None) = (spans.next(), spans.next()) else {
        return;
    };
    if only.value.of(text).contains(['\n', '(', '[', '{']) {
        return;
    }
    let found = names::split(text, only.value);
    let whole = |name: &Span| {
        let words = name.of(text);
        words.contains([' ', ',']) && !words.ends_with(',') && is_name(words)
    };
    if found.names.is_empty() || !found.names.iter().all(whole) {
        return;
    }
    if let Some(tracked) = record.tracked_mut(Field::Author)
        && let Value::Names(names) = &mut tracked.value
    {
        names.list = found
            .names
            .iter()
            .map(|name| Name::parse(&before_initials(name.of(text).to_owned())))
            .collect();
        names.truncated |= !found.cut.is_empty();
    }
}

/// Gives a listed book its type. What has an ISBN stands in no journal: that is its publisher.
pub(super) fn settle_book(record: &mut Record) {
    let numbered = record.has(Field::Volume) || record.has(Field::Number);
    if record.has(Field::Isbn)
        && record.entry_type == EntryType::Article
        && !numbered
        && !record.has(Field::Publisher)
        && record.has(Field::JournalTitle)
    {
        take_for_book(record);
    }
    // A house in the place of the journal, with no number of one.
    if record.entry_type == EntryType::Article
        && !numbered
        && !record.has(Field::Publisher)
        && !record.has(Field::Pages)
        && record.text(Field::JournalTitle).is_some_and(is_house)
    {
        take_for_book(record);
    }
    // Houses write the ISBN into the DOI of a book, and more behind it for a chapter.
    if record.entry_type == EntryType::Misc
        && !record.has(Field::JournalTitle)
        && record
            .text(Field::Doi)
            .and_then(|doi| doi.split_once("/978"))
            .is_some_and(|(_, rest)| !rest.contains('_'))
    {
        record.entry_type = EntryType::Book;
    }
    if record.entry_type == EntryType::Misc && record.has(Field::Publisher) {
        record.entry_type = EntryType::Book;
    }
}
