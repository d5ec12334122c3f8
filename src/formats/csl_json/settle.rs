//! Brings a record to what reading it back gives, so that writing it twice gives the same text.

use serde_json::Value as Json;

use super::lower::typed;
use super::write::{get, plain, text};
use super::{names, variables};
use crate::model::{FIELDS, Field, Kind, Record, Tracked, Value};

/// Joins subtitles to their titles, takes out what holds nothing, and gives what stands in
/// `extra` under the name of a field that is free to that field, as reading it back would.
pub(super) fn settle(record: &Record) -> Record {
    let mut settled = record.clone();
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
        let own = own.map(|spec| spec.field).filter(|own| !settled.has(*own));
        match own {
            Some(own) => {
                let value = Value::Text(extra.value.value);
                settled.put_tracked(own, Tracked::read(value, extra.value.provenance.place));
            }
            None => settled.extra.push(extra),
        }
    }
    for (title, subtitle) in [
        (Field::Title, Field::Subtitle),
        (Field::JournalTitle, Field::JournalSubtitle),
        (Field::BookTitle, Field::BookSubtitle),
    ] {
        let (main, more) = (get(&settled, title), get(&settled, subtitle));
        if !main.is_empty() && !more.is_empty() {
            let between = if main.ends_with([':', '?', '!']) {
                " "
            } else {
                ": "
            };
            settled.put(title, format!("{main}{between}{more}"));
            settled.remove(subtitle);
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
            let main = get(&settled, *other);
            settled.put(*other, format!("{main}: {}", text(&more.value)));
        }
    }
    settled
}
