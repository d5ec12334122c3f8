//! `custom.sources`: where the records were found that were merged into an item.

use serde_json::{Map, Value as Json};

use crate::model::Origin;

/// The JSON of a list of sources; members without a value are left out.
pub(super) fn write(sources: &[Origin]) -> String {
    let one = |origin: &Origin| {
        let members = [
            ("source", Some(&origin.source)),
            ("id", Some(&origin.id)),
            ("database", origin.database.as_ref()),
            ("accession", origin.accession.as_ref()),
        ];
        let members = members
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
            .map(|(name, value)| format!("{}: {}", Json::from(name), Json::from(&**value)));
        format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
    };
    let all: Vec<String> = sources.iter().map(one).collect();
    format!("[{}]", all.join(", "))
}

/// Reads such a list; [`None`] where it is none.
pub(super) fn read(json: &Json) -> Option<Vec<Origin>> {
    let one = |json: &Json| {
        let object = json.as_object()?;
        let known = ["source", "id", "database", "accession"];
        let strange =
            |(name, value): (&String, &Json)| !known.contains(&&**name) || !value.is_string();
        if object.is_empty() || object.iter().any(strange) {
            return None;
        }
        let text = |name: &str| text(object, name);
        Some(Origin {
            source: text("source").unwrap_or_default(),
            id: text("id").unwrap_or_default(),
            database: text("database"),
            accession: text("accession"),
        })
    };
    json.as_array()?.iter().map(one).collect()
}

fn text(object: &Map<String, Json>, name: &str) -> Option<String> {
    let text = object.get(name)?.as_str()?;
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_come_back_as_they_were() {
        let sources = vec![
            Origin {
                source: "PubMed \"2019\"".into(),
                id: "a".into(),
                database: Some("Embase".into()),
                accession: Some("L1".into()),
            },
            Origin {
                source: "b.bib".into(),
                ..Origin::default()
            },
        ];
        let json: Json = serde_json::from_str(&write(&sources)).unwrap();
        assert_eq!(read(&json), Some(sources));
        for other in [
            "[{}]",
            "{}",
            "[{\"source\": 1}]",
            "[{\"url\": \"x\"}]",
            "[1]",
        ] {
            assert_eq!(read(&serde_json::from_str(other).unwrap()), None, "{other}");
        }
    }
}
