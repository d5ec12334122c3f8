//! A record that was merged away is put back from the report as it was read.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

use std::fs;
use std::path::Path;

use bibsift::model::{Extra, Record};
use bibsift::pipeline::{Input, Options, Reader, Run, report};
use bibsift::report::Findings;
use bibsift::source::{LineIndex, Source, SourceId};
use serde_json::Value;

/// Entries that lean on each other and on macros.
const LEANING: &str = "@string{jc = {Journal of Cells}}\n\
    @article{a, title={Growth of lipid rafts in {DNA} and $x^2$}, author={Roe, Jane and Low, Ann and others}, journal=jc, year=2019, month=mar, volume=3, pages={1--9}, odd={kept}, doi={https://doi.org/10.1000/1}}\n\
    @incollection{part, title={A part of the whole of it}, author={Roe, Jane}, pages={3--4}, crossref={whole}}\n\
    @book{whole, title={The whole of it}, editor={Poe, Jim}, year=2001, publisher={Big}, ids={older, oldest}}\n";

/// Reads every text twice, and holds what the report says of the second against it.
fn restored(texts: &[(String, String)]) -> usize {
    let mut findings = Findings::default();
    let mut inputs = Vec::new();
    for copy in ["once", "twice"] {
        for (name, text) in texts {
            let id = SourceId(u32::try_from(inputs.len()).expect("a few inputs"));
            let source = Source::new(id, format!("{copy}/{name}"), text.as_str());
            inputs.push(Input::from_source(source, None, &mut findings));
        }
    }
    let run = Run::new(inputs, Options::clean(), findings, &|_, _| ());
    let mut json = String::new();
    report::write(&run, &mut |text| {
        json.push_str(text);
        Ok(())
    })
    .expect("a string takes all");
    let report: Value = serde_json::from_str(&json).expect("the report is JSON");
    let mut count = 0;
    for row in report["merged"].as_array().into_iter().flatten() {
        for row in row["records"].as_array().into_iter().flatten() {
            let (read, back) = (as_read(&run, row), put_back(row));
            // CSL-JSON states a year as a year, where a page only says `2018`.
            let words = row["as_read"]["format"] == "jsonl";
            let strip = |record: &Record| {
                let extra = |extra: &Extra| (extra.name.clone(), extra.value.value.clone());
                let value = |value: &bibsift::model::Value| match value {
                    typed if words => typed.to_string().into(),
                    typed => typed.clone(),
                };
                let fields = record.fields();
                let statements = record.statements.iter();
                (
                    record.key.clone(),
                    record.entry_type,
                    record.role,
                    record.merged_keys.clone(),
                    fields
                        .map(|(field, one)| (field, value(&one.value)))
                        .collect::<Vec<_>>(),
                    record.extra.iter().map(extra).collect::<Vec<_>>(),
                    statements.map(|one| one.text.clone()).collect::<Vec<_>>(),
                )
            };
            assert_eq!(strip(&back), strip(&read), "{row:#}");
            count += 1;
        }
    }
    count
}

/// The record a row is about, made from its input.
fn as_read(run: &Run, row: &Value) -> Record {
    for entry in run.entries() {
        let input = &run.inputs()[entry.input as usize];
        if input.source.name != row["file"] {
            continue;
        }
        let record = input.lower(entry.record as usize, &mut Findings::default());
        let text = &input.source.text;
        let at = LineIndex::new(text).line_column(text, record.place.span.start);
        if row["line"] == at.line && row["column"] == at.column {
            return record;
        }
    }
    panic!("no record stands at {row}");
}

/// The record made from what the row says.
fn put_back(row: &Value) -> Record {
    let (format, text) = match &row["as_read"] {
        Value::Null => (&row["format"], &row["text"]),
        whole => (&whole["format"], &whole["text"]),
    };
    let reader = Reader::named(format.as_str().expect("a format")).expect("a known one");
    let source = Source::new(SourceId(0), "restored", text.as_str().expect("text"));
    let input = Input::from_source(source, Some(reader), &mut Findings::default());
    assert_eq!(input.raws.records.len(), 1, "{row:#}");
    input.lower(0, &mut Findings::default())
}

#[test]
fn every_record_merged_away_comes_back_as_it_was_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![("leaning.bib".to_owned(), LEANING.to_owned())];
    for folder in ["examples/pages", "tests/data/outside"] {
        let mut paths: Vec<_> = fs::read_dir(root.join(folder))
            .expect("a folder of the repository")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        paths.sort();
        for path in paths {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            texts.push((name, fs::read_to_string(&path).expect("UTF-8")));
        }
    }
    let count = restored(&texts);
    assert!(count >= 2 * (3 + 22), "{count}");
}
