//! From the raw record of a page to a typed [`Record`]: the same for every layout.

use super::draft::LISTED;
use super::houses::{is_house, is_school};
use super::lower_names::{before_initials, behind_initials, name_of, with_patronymic};
use super::lower_types::entry_type;
use super::statements::Statements;
use super::{listed, settled_imprints, split_letters, thesis_imprints};
use crate::formats::{Context, Meaning, RawName, RawRecords};
use crate::model::{EntryType, Field, Kind, Name, Names, Record, Text, Tracked, Value};
use crate::report::Findings;
use crate::source::{Source, Span};
use crate::text::latex;

/// Types the raw record of this index. Spans of one field become one value: names and keywords
/// a list, the rest one text.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    if let Context::Typed(records) = &raw.context {
        return records.get(index).cloned().unwrap_or_default();
    }
    let Some(raw_record) = raw.records.get(index) else {
        return Record::default();
    };
    if raw_record.reader == LISTED {
        return listed::lower(source, raw, index, findings);
    }
    let text = source.text.as_str();
    let mut record = Record::new(EntryType::Misc, source.place(raw_record.span));
    record.role = raw_record.role;
    let mut statements = Statements::default();
    let mut truncated = false;
    for raw_field in raw.fields(raw_record) {
        let (meaning, value) = match raw_field.name {
            RawName::Meant(meaning) => (meaning, raw_field.value),
            RawName::Written(_) => continue,
        };
        match meaning {
            Meaning::Field(field) => add(source, &mut record, field, value),
            Meaning::AuthorsTruncated => truncated = true,
            Meaning::Statement => statements.add(text, source.place(value)),
            Meaning::StatementSection => statements.set_section(value.of(text)),
            Meaning::FamilyName => end_in_family(&mut record, value.of(text)),
        }
    }
    if truncated
        && let Some(tracked) = record.tracked_mut(Field::Author)
        && let Value::Names(names) = &mut tracked.value
    {
        names.truncated = true;
    }
    house_as_journal(&mut record);
    record.statements = statements.into_list();
    record.entry_type = match record.entry_type {
        EntryType::Book => EntryType::Book,
        _ => entry_type(text, raw_record, &record),
    };
    thesis_imprints::settle(&mut record);
    settled_imprints::settle("", &mut record);
    // What looked like a journal is the book a conference paper stands in.
    if record.entry_type == EntryType::InProceedings
        && !record.has(Field::BookTitle)
        && let Some(container) = record.remove(Field::JournalTitle)
    {
        record.put_tracked(Field::BookTitle, container);
    }
    record
}

/// Splits the last author before the family name that ends it.
fn end_in_family(record: &mut Record, family: &str) {
    if let Some(tracked) = record.tracked_mut(Field::Author)
        && let Value::Names(names) = &mut tracked.value
        && let Some(name) = names.list.last_mut()
        && let Some(given) = name.natural().strip_suffix(family)
    {
        *name = Name::parse(&format!("{family}, {}", given.trim()));
    }
}

/// A publishing house in the place of the journal, with no number of one: `Routledge, 2015`.
fn house_as_journal(record: &mut Record) {
    let numbered = [
        Field::Volume,
        Field::Number,
        Field::Pages,
        Field::Eid,
        Field::Issn,
    ]
    .iter()
    .any(|&field| record.has(field));
    if !numbered
        && !record.has(Field::Publisher)
        && record
            .text(Field::JournalTitle)
            .is_some_and(|name| is_house(name) || is_school(name))
    {
        take_for_book(record);
    }
}

/// Makes a book of what was taken for an article: what stands in the place of the journal is its house.
pub(super) fn take_for_book(record: &mut Record) {
    if let Some(Tracked { value, provenance }) = record.remove(Field::JournalTitle) {
        let value = match value {
            Value::Text(text) => Value::List(vec![text]),
            other => other,
        };
        record.put_tracked(Field::Publisher, Tracked { value, provenance });
        record.entry_type = EntryType::Book;
    }
}

/// Adds one span: the value of the field, or the next item of it.
fn add(source: &Source, record: &mut Record, field: Field, span: Span) {
    let words = span.of(&source.text);
    // A value that runs over lines is one text; an abstract keeps its paragraphs.
    let wrapped = field != Field::Abstract && words.contains(['\n', '\r']);
    let torn = match field {
        Field::Title | Field::JournalTitle => split_letters::mended(words, false),
        Field::Author => split_letters::mended_name(words),
        Field::Doi | Field::Date | Field::Volume | Field::Number | Field::Pages | Field::Issn => {
            split_letters::mended(words, true)
        }
        _ => None,
    };
    let joined = if let Some(torn) = torn {
        torn
    } else if wrapped {
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        words.to_owned()
    };
    // Lists of references and boxes for BibTeX have accents as TeX writes them.
    let joined = if joined.contains('\\') && field != Field::Abstract {
        latex::decode(&joined).0.into_owned()
    } else {
        joined
    };
    // `pages 151 à 168`, `pages 45 to 67`
    let joined = if field == Field::Pages {
        joined.replace(" à ", "-").replace(" to ", "-")
    } else {
        joined
    };
    let joined = if field.kind() == Kind::Names {
        with_patronymic(before_initials(behind_initials(joined)))
    } else {
        joined
    };
    let item = || Text::plain(joined.as_str());
    let tracked = record.tracked_mut(field);
    if let Some(tracked) = tracked {
        let place = &mut tracked.provenance.place.span;
        place.start = place.start.min(span.start);
        place.end = place.end.max(span.end);
        match &mut tracked.value {
            Value::Names(names) => names.list.push(name_of(&joined)),
            Value::List(list) => list.push(item()),
            Value::Text(held) => {
                held.content.push_str("; ");
                held.content.push_str(&joined);
            }
            Value::Date(_) | Value::Pages(_) => {}
        }
        return;
    }
    let value = match field.kind() {
        Kind::Names => Value::Names(Names {
            list: vec![name_of(&joined)],
            truncated: false,
        }),
        Kind::List | Kind::Keywords => Value::List(vec![item()]),
        _ => Value::Text(item()),
    };
    record.put_tracked(field, Tracked::read(value, source.place(span)));
}
