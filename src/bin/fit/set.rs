//! [`Set`]: labelled records read from a folder.

use bibsift::dedup::{Features, features};
use bibsift::model::{EntryType, Field, Name, Names, Record, Text, Value};
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::Path;

/// Labelled records.
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) ids: Vec<String>,
    pub(crate) features: Vec<Features>,
    pub(crate) gold: Gold,
}

/// What is known to be the same.
pub(crate) enum Gold {
    /// Cluster of each record.
    Clusters(Vec<u32>),
    /// True pairs across two sources; pairs inside a source are not judged.
    Pairs {
        /// Pairs that are the same, smaller index first.
        same: Vec<(u32, u32)>,
        /// Source of each record.
        source: Vec<u32>,
    },
    /// Labelled pairs; others are not judged. `apart`: each pair is a file of its own.
    Labelled {
        /// The pairs with their label.
        pairs: Vec<(u32, u32, bool)>,
        /// Whether each pair is a file of its own.
        apart: bool,
    },
}

impl Set {
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let lines = fs::read_to_string(folder.join("records.jsonl"))?;
        let mut ids = Vec::new();
        let mut records = Vec::new();
        let mut sources = Vec::new();
        let mut source_names: BTreeMap<String, u32> = BTreeMap::new();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let json: Json = serde_json::from_str(line)?;
            let text = |key: &str| {
                json.get(key)
                    .and_then(Json::as_str)
                    .unwrap_or("")
                    .to_owned()
            };
            ids.push(text("id"));
            let next = u32::try_from(source_names.len()).unwrap_or(u32::MAX);
            sources.push(*source_names.entry(text("source")).or_insert(next));
            records.push(record(&json));
        }
        let index: HashMap<&str, u32> = ids.iter().map(String::as_str).zip(0..).collect();
        let rows = |name: &str| -> io::Result<Vec<Vec<String>>> {
            let text = fs::read_to_string(folder.join(name))?;
            Ok(text
                .lines()
                .map(|line| line.split('\t').map(str::to_owned).collect())
                .collect())
        };
        let of =
            |row: &[String], at: usize| row.get(at).and_then(|id| index.get(id.as_str())).copied();
        let gold = if let Ok(rows) = rows("candidates.tsv") {
            let pairs = rows
                .iter()
                .filter_map(|row| Some((of(row, 0)?, of(row, 1)?, row.get(2)? == "1")))
                .collect();
            Gold::Labelled {
                pairs,
                apart: records.len() < 100,
            }
        } else if let Ok(rows) = rows("pairs.tsv") {
            let mut same: Vec<(u32, u32)> = rows
                .iter()
                .filter_map(|row| Some((of(row, 0)?, of(row, 1)?)))
                .map(|(a, b)| (a.min(b), a.max(b)))
                .collect();
            same.sort_unstable();
            Gold::Pairs {
                same,
                source: sources,
            }
        } else {
            let mut cluster: Vec<u32> = (0..u32::try_from(ids.len()).unwrap_or(u32::MAX))
                .map(|id| id + 1_000_000)
                .collect();
            let mut names: HashMap<String, u32> = HashMap::new();
            for row in rows("gold.tsv")? {
                let (Some(id), Some(name)) = (of(&row, 0), row.get(1)) else {
                    continue;
                };
                let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
                if let Some(slot) = cluster.get_mut(id as usize) {
                    *slot = *names.entry(name.clone()).or_insert(next);
                }
            }
            Gold::Clusters(cluster)
        };
        let started = std::time::Instant::now();
        let features: Vec<Features> = records.iter().map(features).collect();
        let bytes: usize = features.iter().map(Features::bytes).sum();
        eprintln!(
            "{}: {} records, features {:?}, {} bytes a record",
            folder.display(),
            records.len(),
            started.elapsed(),
            bytes / records.len().max(1)
        );
        let name = folder
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(Self {
            name,
            ids,
            features,
            gold,
        })
    }
}

/// A record as a reader of tagged files would give it: names parsed one by one, the rest as text.
fn record(json: &Json) -> Record {
    let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or("");
    let kind = text("type").to_lowercase();
    let entry_type = match kind.as_str() {
        "journal article" | "article" | "journal" => EntryType::Article,
        other => EntryType::from_bib(other).unwrap_or_default(),
    };
    let mut record = Record::new(entry_type, Record::default().place);
    let container = if matches!(
        entry_type,
        EntryType::InProceedings | EntryType::InCollection
    ) {
        Field::BookTitle
    } else {
        Field::JournalTitle
    };
    for (key, field) in [
        ("title", Field::Title),
        ("year", Field::Date),
        ("container", container),
        ("volume", Field::Volume),
        ("issue", Field::Number),
        ("pages", Field::Pages),
        ("doi", Field::Doi),
        ("pmid", Field::Pmid),
        ("abstract", Field::Abstract),
        ("url", Field::Url),
        ("language", Field::Language),
    ] {
        if !text(key).is_empty() {
            record.put(field, text(key));
        }
    }
    if !text("isbn").is_empty() {
        record.put(Field::Issn, Value::List(vec![Text::plain(text("isbn"))]));
    }
    let people = |key: &str| -> Vec<Name> {
        let list = json.get(key).and_then(Json::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .map(Name::parse)
            .collect()
    };
    let authors = people("authors");
    if !authors.is_empty() {
        record.put(
            Field::Author,
            Names {
                list: authors,
                truncated: false,
            },
        );
    }
    record
}
