//! Brings a record to what reading it back gives, so that writing it twice gives the same text.

use serde_json::Value as Json;

use super::lower::typed;
use super::write::{get, plain, text};
use super::{names, variables};
use crate::model::{ENTRY_TYPES, EntryType, FIELDS, Field, Kind, Record, Tracked, Value};

/// Joins subtitles to their titles, takes out what holds nothing, and gives what stands in
/// `extra` under the name of a field that is free to that field, as reading it back would.
pub(super) fn settle(record: &Record) -> Record {
    let mut settled = record.clone();
    let word = settled.entry_type_written.as_deref();
    if let (EntryType::Misc, Some(word)) = (settled.entry_type, word)
        && let Some(spec) = ENTRY_TYPES.iter().find(|spec| spec.biblatex == word)
    {
        settled.entry_type = spec.entry_type;
    }
    let untyped = settled.fields().filter(|(field, tracked)| {
        field.kind() == Kind::Names && !matches!(tracked.value, Value::Names(_))
    });
    for field in untyped.map(|(field, _)| field).collect::<Vec<_>>() {
        let names = typed(field, &Json::from(get(&settled, field)));
        if let (Some(tracked), Some(names)) = (settled.tracked_mut(field), names) {
            tracked.value = names;
        }
    }
    let empty = settled
        .fields()
        .filter(|(_, tracked)| match &tracked.value {
            Value::Names(list) => names::write(list).is_empty() && !list.truncated,
            other => text(other).is_empty(),
        });
    for field in empty.map(|(field, _)| field).collect::<Vec<_>>() {
        settled.remove(field);
    }
    for extra in std::mem::take(&mut settled.extra) {
        if plain(&extra.value.value).is_empty() {
            continue;
        }
        let own = FIELDS.iter().find(|spec| spec.biblatex == extra.name);
        match own.map(|spec| spec.field) {
            // One subtitle after the other would find its title.
            Some(own) if settled.has(own) && is_subtitle(own) => {
                append(&mut settled, own, &plain(&extra.value.value));
            }
            Some(own) if !settled.has(own) => {
                let value = Value::Text(extra.value.value);
                settled.put_tracked(own, Tracked::read(value, extra.value.provenance.place));
            }
            _ => settled.extra.push(extra),
        }
    }
    for (title, subtitle) in [
        (Field::Title, Field::Subtitle),
        (Field::JournalTitle, Field::JournalSubtitle),
        (Field::BookTitle, Field::BookSubtitle),
    ] {
        if settled.has(title)
            && let Some(more) = settled.remove(subtitle)
        {
            append(&mut settled, title, &text(&more.value));
        }
    }
    // The subtitle of a container that goes by another field would find this one on reading.
    let ty = variables::stated(settled.entry_type.spec().csl).unwrap_or_default();
    if let [main, other] = variables::container(ty)
        && !settled.has(*main)
        && settled.has(*other)
    {
        let subtitle = match main {
            Field::BookTitle => Field::BookSubtitle,
            _ => Field::JournalSubtitle,
        };
        if let Some(more) = settled.remove(subtitle) {
            append(&mut settled, *other, &text(&more.value));
        }
    }
    settled
}

fn is_subtitle(field: Field) -> bool {
    matches!(
        field,
        Field::Subtitle | Field::JournalSubtitle | Field::BookSubtitle
    )
}

/// Appends a subtitle to a title.
fn append(record: &mut Record, title: Field, more: &str) {
    let main = get(record, title);
    let between = match main.chars().last() {
        Some(':' | '?' | '!') => " ",
        _ => ": ",
    };
    if let Some(tracked) = record.tracked_mut(title) {
        tracked.value = format!("{main}{between}{more}").into();
    }
}
