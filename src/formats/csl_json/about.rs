//! What a name object says of a person beyond the parts of the name: [`Name::about`] as JSON.
//!
//! Members that the schema gives a name stay in it. Others (`ORCID`, `affiliation`, which Crossref
//! and Zotero add) go to `custom.names`, by field and number of the name, since the schema allows
//! no member of its own in a name.

use serde_json::{Map, Value as Json};

use super::names;
use crate::model::{FIELDS, Field, Kind, Name, Names, Record, Value};

/// Members of a name that say how it is to be set.
pub(super) const IN_NAME: [&str; 3] = ["comma-suffix", "static-ordering", "parse-names"];

/// Members whose value the name itself holds, or a part of it.
const IN_PARTS: [&str; 2] = ["dropping-particle", "multi"];

/// A member as text. A list of affiliations is their names.
pub(super) fn text(key: &str, value: &Json) -> String {
    let joined = match value {
        Json::Array(list) if key == "affiliation" => list.iter().map(place).collect(),
        _ => None,
    };
    let joined = joined.map(|names: Vec<&str>| names.join("; "));
    match (joined, value) {
        (Some(names), _) => names,
        (None, Json::String(text)) => text.trim().to_owned(),
        (None, Json::Null) => String::new(),
        (None, Json::Array(list)) if list.is_empty() => String::new(),
        (None, other) => other.to_string(),
    }
}

/// The name of an affiliation that says no more than its name.
fn place(json: &Json) -> Option<&str> {
    let members = json.as_object().filter(|members| members.len() == 1)?;
    let name = members.get("name")?.as_str()?;
    (!name.contains(';') && !name.is_empty() && name.trim() == name).then_some(name)
}

/// A member as JSON, as [`text`] read it.
pub(super) fn json(key: &str, text: &str) -> Json {
    let read = serde_json::from_str::<Json>(text).ok();
    match read.filter(|json| json.is_object() || json.is_array() || json.is_boolean()) {
        Some(json) => json,
        None if key == "affiliation" => {
            let name = |name: &str| {
                Json::Object(Map::from_iter([("name".to_owned(), name.trim().into())]))
            };
            Json::Array(text.split("; ").map(name).collect())
        }
        None => text.into(),
    }
}

/// `custom.names`: for each name field the numbers of names, counted from 1, and what is said of
/// them.
pub(super) fn write(record: &Record) -> Option<String> {
    let mut fields = Map::new();
    for (field, tracked) in record.fields() {
        let Value::Names(list) = &tracked.value else {
            continue;
        };
        if list.list.iter().all(|name| name.about.is_empty()) {
            continue;
        }
        let mut people = Map::new();
        for (at, name) in names::written(list).enumerate() {
            let said: Map<String, Json> = beside(name)
                .map(|(key, value)| (key.clone(), json(key, value)))
                .collect();
            if !said.is_empty() {
                people.insert((at + 1).to_string(), Json::Object(said));
            }
        }
        if !people.is_empty() {
            fields.insert(field.name().to_owned(), Json::Object(people));
        }
    }
    (!fields.is_empty()).then(|| Json::Object(fields).to_string())
}

/// What is said of a person and stands not in the name.
fn beside(name: &Name) -> impl Iterator<Item = &(String, String)> {
    name.about.iter().filter(|(key, value)| {
        let inside = [&IN_NAME[..], &IN_PARTS[..]].concat();
        !inside.contains(&&**key) && !value.is_empty()
    })
}

/// Gives the names of a record what `custom.names` says of them; [`None`] where it names somebody
/// else.
pub(super) fn read(record: &mut Record, json: &Json) -> Option<()> {
    let mut found: Vec<(Field, usize, &String, String)> = Vec::new();
    for (field, people) in json.as_object()? {
        let own =
            |spec: &&crate::model::FieldSpec| spec.biblatex == field && spec.kind == Kind::Names;
        let field = FIELDS.iter().find(own)?.field;
        let count = record.names(field).len();
        for (number, said) in people.as_object()? {
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            if at >= count {
                return None;
            }
            for (key, value) in said.as_object()? {
                found.push((field, at, key, text(key, value)));
            }
        }
    }
    for (field, at, key, value) in found {
        if let Some(Value::Names(Names { list, .. })) =
            record.tracked_mut(field).map(|tracked| &mut tracked.value)
            && let Some(name) = list.get_mut(at)
            && !name.about.iter().any(|(own, _)| own == key)
            && !value.is_empty()
        {
            name.about.push((key.clone(), value));
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_back_as_they_were() {
        for (key, value) in [
            ("ORCID", r#""https://orcid.org/0000-0002-1825-0097""#),
            ("affiliation", r#"[{"name":"MIT"},{"name":"ETH, Zürich"}]"#),
            ("affiliation", r#"[{"id":[1],"name":"MIT"}]"#),
            ("affiliation", r#"[{"name":"a; b"}]"#),
            ("comma-suffix", "true"),
        ] {
            let value: Json = serde_json::from_str(value).unwrap();
            assert_eq!(json(key, &text(key, &value)), value);
        }
        assert_eq!(text("affiliation", &Json::Array(Vec::new())), "");
    }
}
