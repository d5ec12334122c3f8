//! The rows of the report's lists.

use serde::Serialize;

use super::restore::AsRead;
use crate::model::Origin;

#[derive(Serialize)]
pub(super) struct InputRow<'a> {
    pub(super) name: &'a str,
    pub(super) format: Option<&'static str>,
    pub(super) records: usize,
    /// Whether it is a library the list was held against.
    pub(super) library: bool,
}

#[derive(Serialize)]
pub(super) struct PlaceRow<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
}

#[derive(Serialize)]
pub(super) struct DiagnosticRow<'a> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) place: PlaceRow<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) record: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) field: Option<&'static str>,
    pub(super) message: &'a str,
}

#[derive(Serialize)]
pub(super) struct WorkRow<'a> {
    pub(super) key: &'a str,
    /// What put versions of the work together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) policies: Vec<&'static str>,
    /// Where it was found, in the words of its records.
    pub(super) sources: Vec<SourceRow>,
    pub(super) records: Vec<RecordRow<'a>>,
    pub(super) choices: Vec<ChoiceRow>,
    pub(super) conflicts: Vec<ConflictRow>,
}

#[derive(Serialize)]
pub(super) struct RecordRow<'a> {
    pub(super) id: &'a str,
    #[serde(flatten)]
    pub(super) place: PlaceRow<'a>,
    /// What its source is called.
    pub(super) source: &'a str,
    pub(super) format: Option<&'static str>,
    /// The record as it stood in the input.
    pub(super) text: &'a str,
    /// The record complete in itself, where the text alone is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) as_read: Option<AsRead>,
}

#[derive(Serialize)]
pub(super) struct ChoiceRow {
    pub(super) field: &'static str,
    pub(super) rule: &'static str,
    /// Which of the records gave the value, from 0.
    pub(super) record: usize,
}

#[derive(Serialize)]
pub(super) struct ConflictRow {
    pub(super) field: String,
    /// The value given up.
    pub(super) dropped: String,
    /// Which of the records gave it, from 0.
    pub(super) record: usize,
}

#[derive(Serialize)]
pub(super) struct InferredRow<'a> {
    pub(super) key: &'a str,
    pub(super) field: &'static str,
    pub(super) value: String,
    pub(super) rule: Option<&'static str>,
    #[serde(flatten)]
    pub(super) place: PlaceRow<'a>,
}

#[derive(Serialize)]
pub(super) struct SetAsideRow<'a> {
    pub(super) reason: &'a str,
    #[serde(flatten)]
    pub(super) record: RecordRow<'a>,
}

/// A record a library holds already.
#[derive(Serialize)]
pub(super) struct KnownRow<'a> {
    /// Its citation key there.
    pub(super) duplicate_of: String,
    pub(super) library: &'a str,
    /// Where another version of the work is there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) policies: Vec<&'static str>,
    #[serde(flatten)]
    pub(super) record: RecordRow<'a>,
}

#[derive(Serialize)]
pub(super) struct DecisionRow<'a> {
    pub(super) decision: &'static str,
    pub(super) a: &'a str,
    pub(super) b: &'a str,
    #[serde(flatten)]
    pub(super) place: PlaceRow<'a>,
}

#[derive(Serialize)]
pub(super) struct ReviewRow<'a> {
    pub(super) a: &'a str,
    pub(super) b: &'a str,
    pub(super) weight: f32,
    pub(super) vetoes: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct SourceRow {
    source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accession: Option<String>,
}

impl SourceRow {
    pub(super) fn of(origin: &Origin) -> Self {
        let Origin {
            source,
            id,
            database,
            accession,
        } = origin.clone();
        Self {
            source,
            id,
            database,
            accession,
        }
    }
}
