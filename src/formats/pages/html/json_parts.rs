//! Parts of a description in JSON-LD: the containers of a work, and its people.

use super::json_ld::{Graph, PARTS, types};
use super::json_value::Json;
use super::people::people;
use super::said::Said;
use crate::model::{Field, Name};

impl<'a> Graph<'a> {
    /// What a container says: issue, volume, periodical, book, series.
    pub(super) fn part_of(&self, said: &mut Said<'_>, node: &'a Json, depth: usize) {
        let node = self.resolve(node);
        let Json::Object(..) = node else { return };
        let is = |wanted: &[&str]| types(node).any(|kind| wanted.contains(&kind));
        let text = |key: &str| node.get(key).and_then(Json::words);
        for (field, key) in [
            (Field::Number, "issueNumber"),
            (Field::Volume, "volumeNumber"),
            (Field::Date, "datePublished"),
        ] {
            if let Some((words, at)) = text(key) {
                said.add(field, words, at);
            }
        }
        let name = text("name").or_else(|| text("headline"));
        let field = if is(&["Periodical", "Newspaper", "Magazine", "Journal"]) {
            Some(Field::JournalTitle)
        } else if is(&["Book"]) {
            Some(Field::BookTitle)
        } else if is(&["BookSeries", "CreativeWorkSeries"]) {
            Some(Field::Series)
        } else {
            None
        };
        if let (Some(field), Some((words, at))) = (field, name) {
            said.add(field, words, at);
        }
        if field == Some(Field::BookTitle) {
            self.people(said, Field::Editor, node.all("editor"));
        }
        for (field, key) in [
            (Field::Issn, "issn"),
            (Field::Isbn, "isbn"),
            (Field::Publisher, "publisher"),
        ] {
            if field == Field::Publisher && said.record.has(field) {
                continue;
            }
            for item in node.all(key) {
                if let Some((words, at)) = self.resolve(item).words() {
                    said.add(field, words, at);
                }
            }
        }
        if depth > 0 {
            for part in node.all("isPartOf").iter().take(PARTS) {
                self.part_of(said, part, depth - 1);
            }
        }
    }

    /// Adds people and bodies: texts or objects.
    pub(super) fn people(&self, said: &mut Said<'_>, field: Field, list: &'a [Json]) {
        for item in list {
            let person = self.resolve(item);
            match person {
                Json::Text(words, at) => people(said, field, words, *at),
                Json::Object(_, span) => {
                    let text = |key: &str| {
                        let words = person.get(key).and_then(Json::words);
                        words.filter(|(words, _)| !words.trim().is_empty())
                    };
                    let body = types(person).any(|kind| kind != "Person");
                    match (text("familyName"), text("givenName"), text("name")) {
                        (Some((family, _)), Some((given, _)), _) => {
                            let whole = format!("{}, {}", family.trim(), given.trim());
                            said.add_name(field, Name::parse(&whole), *span);
                        }
                        (_, _, Some((name, at))) if body => {
                            said.add_name(field, Name::literal(name.trim()), at);
                        }
                        (_, _, Some((name, at))) => said.add(field, name, at),
                        (Some((family, at)), None, None) => said.add(field, family, at),
                        _ => continue,
                    }
                    for key in ["@id", "sameAs", "identifier", "url"] {
                        for item in person.all(key) {
                            let words = item.get("value").unwrap_or(item).words();
                            if let Some((words, _)) = words {
                                said.add_about(field, "ORCID", words);
                            }
                        }
                    }
                    for place in person.all("affiliation") {
                        if let Some((words, _)) = self.resolve(place).words() {
                            said.add_about(field, "affiliation", words);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
