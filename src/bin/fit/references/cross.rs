//! Cross-validation: each reference is read by a model that has seen no reference to its work.

use super::crf;
use super::examples::Labelled;
use super::rerank::{self, Case};
use bibsift::formats::references::{Model, Reranker, record_with};
use bibsift::formats::{FORMATS, WriteOptions};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use std::thread;

const FOLDS: usize = 5;

/// One line of CSL-JSON a reference, with its `id`. The models of the folds are kept in the folder
/// `kept` and taken from there again, so that what follows labelling is measured in a moment.
pub(crate) fn cross(records: &[Labelled], kept: Option<&Path>) -> String {
    let models = models(records, kept);
    let cases = cases(records, &models);
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (fold, model) in models.into_iter().enumerate() {
        let others: Vec<&Case> = cases
            .iter()
            .filter(|(of, _)| *of != fold)
            .map(|(_, case)| case)
            .collect();
        let Some(reranker) = Reranker::from_bytes(&rerank::train(&others)) else {
            continue;
        };
        let model = model.with_reranker(reranker);
        lines.extend(
            records
                .iter()
                .enumerate()
                .filter(|(_, record)| fold_of(record) == fold)
                .map(|(at, record)| (at, csl(&model, record))),
        );
    }
    lines.sort_unstable();
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

/// The reranker fitted on all references, as they are read by models that have not seen them.
pub(crate) fn reranker(records: &[Labelled], kept: Option<&Path>) -> Vec<u8> {
    let cases = cases(records, &models(records, kept));
    let all: Vec<&Case> = cases.iter().map(|(_, case)| case).collect();
    rerank::train(&all)
}

/// The ways of each reference and its variants by the model that has not seen it, with its fold.
fn cases(records: &[Labelled], models: &[Model]) -> Vec<(usize, Case)> {
    let may = records.iter().filter(|record| record.may_train);
    may.flat_map(|record| {
        let fold = fold_of(record);
        record
            .sequences
            .iter()
            .map(move |sequence| (fold, sequence))
    })
    .filter_map(|(fold, sequence)| Some((fold, rerank::case(sequence, models.get(fold)?)?)))
    .collect()
}

/// The model of each fold, fitted on the others.
fn models(records: &[Labelled], kept: Option<&Path>) -> Vec<Model> {
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(FOLDS);
    let folds: Vec<usize> = (0..FOLDS).collect();
    let mut out = Vec::new();
    for some in folds.chunks(threads) {
        let found: Vec<Option<Model>> = thread::scope(|scope| {
            let running: Vec<_> = some
                .iter()
                .map(|fold| scope.spawn(move || model(records, *fold, kept)))
                .collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap_or_default())
                .collect()
        });
        out.extend(found.into_iter().flatten());
    }
    out
}

fn model(records: &[Labelled], fold: usize, kept: Option<&Path>) -> Option<Model> {
    let file = kept.map(|folder| folder.join(format!("{fold}.bin")));
    let training: Vec<&Labelled> = records
        .iter()
        .filter(|record| record.may_train && fold_of(record) != fold)
        .collect();
    let held = file.as_ref().and_then(|file| fs::read(file).ok());
    let bytes = held.unwrap_or_else(|| {
        let bytes = crf::train(&training, fold == 0);
        if let Some(file) = &file
            && let Err(error) = fs::write(file, &bytes)
        {
            eprintln!("{}: {error}", file.display());
        }
        bytes
    });
    Model::from_bytes(&bytes)
}

/// The fold a work belongs to, by a hash of its title.
fn fold_of(record: &Labelled) -> usize {
    let hash = record
        .work
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    usize::try_from((hash >> 20) % FOLDS as u64).unwrap_or(0)
}

/// The reference as CSL-JSON.
fn csl(model: &Model, record: &Labelled) -> String {
    let found = record_with(model, &record.text);
    let mut out = String::new();
    let writer = FORMATS
        .iter()
        .find(|format| format.doc.id == "jsonl")
        .and_then(|format| format.write);
    if let Some(writer) = writer {
        (writer.record)(&found, &WriteOptions::default(), &mut out);
    }
    let mut json: Json = serde_json::from_str(&out).unwrap_or_default();
    if let Some(item) = json.as_object_mut() {
        item.insert("id".to_owned(), Json::String(record.id.clone()));
    }
    json.to_string()
}
