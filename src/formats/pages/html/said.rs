//! [`Said`]: what one description says of a work.

use crate::model::identifier::{doi, orcid};
use crate::model::{Date, EntryType, Field, Kind, Name, Names, Record, Text, Tracked, Value};
use crate::source::{Source, Span};

/// A record while a description of it is read.
#[derive(Debug)]
pub(super) struct Said<'a> {
    source: &'a Source,
    /// What has been said.
    pub(super) record: Record,
}

impl<'a> Said<'a> {
    /// Nothing, said in this span.
    pub(super) fn new(source: &'a Source, span: Span) -> Self {
        Self {
            source,
            record: Record::new(EntryType::Misc, source.place(span)),
        }
    }

    /// Adds a value of a field that has none yet, or another item of a list.
    pub(super) fn add(&mut self, field: Field, words: &str, span: Span) {
        let words = tidy(words);
        if words.is_empty() {
            return;
        }
        match field.kind() {
            Kind::Names => self.add_name(field, Name::parse(&words), span),
            Kind::List | Kind::Keywords => self.add_item(field, &words, span),
            Kind::Date if self.record.has(field) => {}
            Kind::Date => self.put(field, date(&words), span),
            _ if self.record.has(field) => {}
            _ => self.put(field, Value::Text(Text::plain(words)), span),
        }
    }

    /// Adds a DOI where the words hold one, bare or as an address.
    pub(super) fn add_doi(&mut self, words: &str, span: Span) -> bool {
        let found = doi(words.trim());
        if let Some(found) = &found {
            self.add(Field::Doi, found, span);
        }
        found.is_some()
    }

    /// Adds a title; one more, in other words, is an addition to the title.
    pub(super) fn add_title(&mut self, words: &str, span: Span) {
        let words = tidy(words);
        match self.record.text(Field::Title) {
            Some(title) if same_words(title, &words) => {}
            Some(_) => self.add(Field::TitleAddon, &words, span),
            None => self.add(Field::Title, &words, span),
        }
    }

    /// Adds a name; the same name twice is one.
    pub(super) fn add_name(&mut self, field: Field, name: Name, span: Span) {
        if name == Name::default() {
            return;
        }
        let Some(tracked) = self.record.tracked_mut(field) else {
            let list = vec![name];
            let names = Names {
                list,
                truncated: false,
            };
            return self.put(field, Value::Names(names), span);
        };
        widen(&mut tracked.provenance.place.span, span);
        if let Value::Names(names) = &mut tracked.value {
            names.list.push(name);
        }
    }

    /// Adds to what is said of the person named last.
    pub(super) fn add_about(&mut self, field: Field, what: &str, words: &str) {
        let words = tidy(words);
        let words = match what {
            "ORCID" => orcid(&words).unwrap_or_default(),
            _ => words,
        };
        if words.is_empty() {
            return;
        }
        if let Some(Tracked {
            value: Value::Names(names),
            ..
        }) = self.record.tracked_mut(field)
            && let Some(name) = names.list.last_mut()
        {
            match name.about.iter_mut().find(|(known, _)| known == what) {
                Some((_, held)) if what == "affiliation" => {
                    held.push_str("; ");
                    held.push_str(&words);
                }
                Some(_) => {}
                None => name.about.push((what.to_owned(), words)),
            }
        }
    }

    /// Marks the authors as cut off.
    pub(super) fn truncate(&mut self) {
        if let Some(Tracked {
            value: Value::Names(names),
            ..
        }) = self.record.tracked_mut(Field::Author)
        {
            names.truncated = true;
        }
    }

    /// Adds pages from their ends.
    pub(super) fn add_pages(&mut self, first: Option<(&str, Span)>, last: Option<(&str, Span)>) {
        let clean = |end: Option<(&str, Span)>| {
            end.map(|(words, span)| (tidy(words), span))
                .filter(|(words, _)| !words.is_empty())
        };
        match (clean(first), clean(last)) {
            (Some((first, one)), Some((last, other))) if first != last => {
                let mut span = one;
                widen(&mut span, other);
                self.add(Field::Pages, &format!("{first}-{last}"), span);
            }
            (Some((only, span)), _) | (None, Some((only, span))) => {
                self.add(Field::Pages, &only, span);
            }
            (None, None) => {}
        }
    }

    fn add_item(&mut self, field: Field, words: &str, span: Span) {
        let item = Text::plain(words);
        let Some(tracked) = self.record.tracked_mut(field) else {
            return self.put(field, Value::List(vec![item]), span);
        };
        if let Value::List(list) = &mut tracked.value
            && list.len() < 1_000
            && !list.contains(&item)
        {
            list.push(item);
            widen(&mut tracked.provenance.place.span, span);
        }
    }

    fn put(&mut self, field: Field, value: Value, span: Span) {
        let place = self.source.place(span);
        self.record.put_tracked(field, Tracked::read(value, place));
    }
}

/// Whether the record can be told from others.
pub(super) fn identifies(record: &Record) -> bool {
    [Field::Title, Field::Doi, Field::Pmid]
        .iter()
        .any(|&field| record.has(field))
}

/// On one line, without white space at the ends.
pub(super) fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A date in digits, or the words as they stand.
fn date(words: &str) -> Value {
    // `2019-05-01T00:00:00Z`: the time of day is of the page.
    let day = words.split(['T', ' ']).next().unwrap_or_default();
    let plain = day.len() >= 8
        && day
            .bytes()
            .all(|b| b.is_ascii_digit() || b"-/.".contains(&b));
    let day = if plain { day } else { words };
    let parsed = Date::parse_edtf(day).or_else(|| Date::parse_written(day));
    parsed.map_or_else(|| Value::Text(Text::plain(words)), Value::Date)
}

/// Whether two titles are the same but for case and punctuation.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

/// The letters and digits of a title, lower case.
pub(super) fn letters(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(LETTERS)
        .collect()
}

/// So many letters tell a title from others.
const LETTERS: usize = 400;

/// Makes `span` reach over `other` too.
pub(super) fn widen(span: &mut Span, other: Span) {
    span.start = span.start.min(other.start);
    span.end = span.end.max(other.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_a_time_of_day_and_slashes_are_typed() {
        for (words, expected) in [
            ("2019-05-01T10:00:00+02:00", "2019-05-01"),
            ("2019/5/1", "2019-05-01"),
            ("2019", "2019"),
            ("May 2019", "2019-05"),
        ] {
            assert_eq!(date(words).to_string(), expected);
        }
    }
}
