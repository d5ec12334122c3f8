//! [`Set`]: labelled records read from a folder, taken the way every record takes through the
//! program: written as RIS, read, put through the rules.

use crate::ris;
use bibsift::dedup::{Features, features};
use bibsift::pipeline::{Input, Options, Run};
use bibsift::report::Findings;
use bibsift::rules::Settings;
use bibsift::source::{Source, SourceId};
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::Path;

/// Labelled records.
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) ids: Vec<String>,
    /// The records as they stand in the file.
    pub(crate) rows: Vec<Json>,
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
        let rows: Vec<Json> = lines
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        let text = |json: &Json, key: &str| match json.get(key) {
            Some(Json::String(text)) => text.clone(),
            Some(Json::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let ids: Vec<String> = rows.iter().map(|json| text(json, "id")).collect();
        let mut source_names: BTreeMap<String, u32> = BTreeMap::new();
        let sources = rows
            .iter()
            .map(|json| {
                let next = u32::try_from(source_names.len()).unwrap_or(u32::MAX);
                *source_names.entry(text(json, "source")).or_insert(next)
            })
            .collect();
        let name = folder
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(Self {
            name,
            features: features_of(&rows),
            gold: gold(folder, &ids, sources)?,
            rows,
            ids,
        })
    }
}

/// The features of records as `dedup` gets them.
pub(crate) fn features_of(rows: &[Json]) -> Vec<Features> {
    let mut text = String::new();
    for row in rows {
        ris::write(row, &mut text);
    }
    let mut findings = Findings::default();
    let source = Source::new(SourceId(0), "records.ris", text);
    let input = Input::from_source(source, None, &mut findings);
    let options = Options {
        rules: Some(Settings::default()),
        ..Options::default()
    };
    let run = Run::new(vec![input], options, findings, &|_, _| ());
    let count = u32::try_from(run.entries().len()).unwrap_or(u32::MAX);
    (0..count)
        .map(|entry| features(&run.record(entry)))
        .collect()
}

/// Reads whichever file of labels a folder has.
fn gold(folder: &Path, ids: &[String], source: Vec<u32>) -> io::Result<Gold> {
    let index: HashMap<&str, u32> = ids.iter().map(String::as_str).zip(0..).collect();
    let rows = |name: &str| -> io::Result<Vec<Vec<String>>> {
        let text = fs::read_to_string(folder.join(name))?;
        Ok(text
            .lines()
            .map(|line| line.split('\t').map(str::to_owned).collect())
            .collect())
    };
    let of = |row: &[String], at: usize| row.get(at).and_then(|id| index.get(id.as_str())).copied();
    if let Ok(rows) = rows("candidates.tsv") {
        let pairs = rows
            .iter()
            .filter_map(|row| Some((of(row, 0)?, of(row, 1)?, row.get(2)? == "1")))
            .collect();
        return Ok(Gold::Labelled {
            pairs,
            apart: ids.len() < 100,
        });
    }
    if let Ok(rows) = rows("pairs.tsv") {
        let mut same: Vec<(u32, u32)> = rows
            .iter()
            .filter_map(|row| Some((of(row, 0)?, of(row, 1)?)))
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect();
        same.sort_unstable();
        return Ok(Gold::Pairs { same, source });
    }
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
    Ok(Gold::Clusters(cluster))
}
