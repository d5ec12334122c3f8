//! Several descriptions of one work become one record.

use super::said::{letters, same_words, widen};
use crate::model::{EntryType, Field, Record, Tracked, Value};

/// Whether two descriptions are of one work: by the DOI, else by the title.
pub(super) fn agree(one: &Record, other: &Record) -> bool {
    let text = |record: &Record, field| record.text(field).map(str::to_lowercase);
    if let (Some(a), Some(b)) = (text(one, Field::Doi), text(other, Field::Doi)) {
        return a == b;
    }
    let titles = |record: &Record| -> Vec<String> {
        [Field::Title, Field::TitleAddon]
            .into_iter()
            .filter_map(|field| record.text(field))
            .map(letters)
            .filter(|title| !title.is_empty())
            .collect()
    };
    let (mine, theirs) = (titles(one), titles(other));
    let begins = |a: &str, b: &str| a == b || a.len() > 20 && b.starts_with(a);
    mine.iter()
        .any(|a| theirs.iter().any(|b| begins(a, b) || begins(b, a)))
}

/// Adds what `less` says and `record` does not. The type of the first that has one counts.
pub(super) fn unite(record: &mut Record, less: &Record) {
    if record.entry_type == EntryType::Misc {
        record.entry_type = less.entry_type;
    }
    if record.key.is_empty() {
        record.key.clone_from(&less.key);
    }
    let numbered = record.has(Field::Pages) || record.has(Field::Eid);
    let contained = record.has(Field::JournalTitle) || record.has(Field::BookTitle);
    for (field, value) in less.fields() {
        let beside = match field {
            Field::Pages | Field::Eid => numbered,
            Field::JournalTitle | Field::BookTitle => contained,
            _ => false,
        };
        if !record.has(field) && !beside {
            record.put_tracked(field, value.clone());
        }
    }
    for extra in &less.extra {
        if record.extra.iter().all(|known| known.name != extra.name) {
            record.extra.push(extra.clone());
        }
    }
    // A title in other words is the same title in another language.
    if let (Some(title), Some(other)) = (record.text(Field::Title), less.text(Field::Title))
        && !record.has(Field::TitleAddon)
        && record.text(Field::Doi).is_some()
        && record.text(Field::Doi) == less.text(Field::Doi)
        && !same_words(title, other)
        && !letters(other).starts_with(&letters(title))
        && !letters(title).starts_with(&letters(other))
        && let Some(tracked) = less.tracked(Field::Title)
    {
        record.put_tracked(Field::TitleAddon, tracked.clone());
    }
    more_of_names(record, less);
    let place = &mut record.place.span;
    widen(place, less.place.span);
}

/// Takes over what the other description says of the same people.
fn more_of_names(record: &mut Record, less: &Record) {
    let others = less.names(Field::Author);
    if let Some(Tracked {
        value: Value::Names(names),
        ..
    }) = record.tracked_mut(Field::Author)
        && names.list.len() == others.len()
    {
        for (name, other) in names.list.iter_mut().zip(others) {
            if name.family.to_lowercase() != other.family.to_lowercase() {
                continue;
            }
            for about in &other.about {
                if name.about.iter().all(|(what, _)| *what != about.0) {
                    name.about.push(about.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::said::Said;
    use super::*;
    use crate::source::{Source, SourceId, Span};

    #[test]
    fn the_first_description_wins_and_the_next_fills_gaps() {
        let source = Source::new(SourceId(0), "p.html", "x");
        let mut one = Said::new(&source, Span::default());
        one.add_title("On growth", Span::default());
        one.add(Field::Volume, "1", Span::default());
        let mut other = Said::new(&source, Span::default());
        other.add_title("On Growth", Span::default());
        other.add(Field::Volume, "2", Span::default());
        other.add(Field::Number, "3", Span::default());
        assert!(agree(&one.record, &other.record));
        unite(&mut one.record, &other.record);
        assert_eq!(one.record.text(Field::Volume), Some("1"));
        assert_eq!(one.record.text(Field::Number), Some("3"));
        assert!(!one.record.has(Field::TitleAddon));
    }
}
