//! A labelled record as RIS, every value as it stands.

use serde_json::Value as Json;
use std::fmt::Write as _;

/// Words of a record's type and the RIS type they make; anything else is a journal article.
const TYPES: &[(&str, &str)] = &[
    ("book", "BOOK"),
    ("chapter", "CHAP"),
    ("inproceedings", "CONF"),
    ("conference", "CONF"),
    ("thesis", "THES"),
    ("report", "RPRT"),
];

/// Keys of a record and their RIS tags.
const TAGS: &[(&str, &str)] = &[
    ("title", "TI"),
    ("year", "PY"),
    ("container", "T2"),
    ("journal", "T2"),
    ("booktitle", "T2"),
    ("volume", "VL"),
    ("issue", "IS"),
    ("pages", "SP"),
    ("doi", "DO"),
    ("isbn", "SN"),
    ("publisher", "PB"),
    ("address", "CY"),
    ("editor", "ED"),
    ("language", "LA"),
    ("url", "UR"),
    ("abstract", "AB"),
];

/// Appends one record.
pub(crate) fn write(record: &Json, ris: &mut String) {
    let kind = values(record, "type").concat().to_lowercase();
    let tag = TYPES
        .iter()
        .find(|(word, _)| kind.contains(word))
        .map_or("JOUR", |(_, tag)| tag);
    line("TY", tag, ris);
    for author in values(record, "authors") {
        line("AU", &author, ris);
    }
    for (key, tag) in TAGS {
        for value in values(record, key) {
            line(tag, &value, ris);
        }
    }
    for number in values(record, "pmid") {
        line("AN", &number, ris);
        line("DB", "PubMed", ris);
    }
    ris.push_str("ER  - \n\n");
}

fn line(tag: &str, value: &str, ris: &mut String) {
    let _ = writeln!(ris, "{tag}  - {value}");
}

/// The values of a key, each on one line, empty ones left out.
fn values(record: &Json, key: &str) -> Vec<String> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = |value: &Json| match value {
        Json::String(text) => Some(one_line(text)),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let found: Vec<String> = match record.get(key) {
        Some(Json::Array(list)) => list.iter().filter_map(text).collect(),
        Some(value) => text(value).into_iter().collect(),
        None => Vec::new(),
    };
    found.into_iter().filter(|text| !text.is_empty()).collect()
}
