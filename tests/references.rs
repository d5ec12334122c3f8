//! Holds the reading of reference strings to strings that no model was ever fitted on: styles of
//! zotero-chinese and the strings of `ParsCit`, whose licences allow tests only.
//!
//! The scorers lie beside the material (`../tools` from the data folder) and need python3; where
//! either is absent the tests say so and pass.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be read should stop the test"
)]

#[path = "support/quality.rs"]
mod quality;

use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The scorer of this name, where it and python3 are.
fn scorer(data: &Path, name: &str) -> Option<PathBuf> {
    let scorer = data.ancestors().find_map(|folder| {
        let path = folder.join("tools").join(name);
        path.is_file().then_some(path)
    });
    scorer.filter(|_| Command::new("python3").arg("--version").output().is_ok())
}

/// What a command prints.
fn printed(command: &mut Command) -> String {
    let output = command.output().expect("the command runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn bibsift() -> Command {
    Command::new(env!("CARGO_BIN_EXE_bibsift"))
}

fn figure(scored: &Json, at: &str) -> f64 {
    let figure = scored.pointer(at).and_then(Json::as_f64);
    figure.unwrap_or_else(|| panic!("no figure {at}"))
}

#[test]
fn strings_no_model_was_fitted_on_are_read_as_well() {
    let Some(data) = quality::data("references") else {
        return;
    };
    let Some(scorer) = scorer(&data, "score_refs.py") else {
        return;
    };
    let all = fs::read_to_string(data.join("refs.jsonl")).expect("the strings");
    let held: Vec<(&str, Json)> = all
        .lines()
        .map(|line| (line, serde_json::from_str::<Json>(line).expect("JSON")))
        .filter(|(_, json)| json["train_ok"] == false)
        .collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    let lines = |part: &dyn Fn(&(&str, Json)) -> String| -> String {
        held.iter().map(|one| part(one) + "\n").collect()
    };
    let text = |one: &(&str, Json)| one.1["text"].as_str().unwrap_or_default().to_owned();
    fs::write(path("gold.jsonl"), lines(&|one| one.0.to_owned())).expect("a writable folder");
    fs::write(path("references.txt"), lines(&text)).expect("a writable folder");
    let found = printed(
        bibsift()
            .args([
                "convert",
                "--quiet",
                "--from",
                "reference-lines",
                "--to",
                "jsonl",
            ])
            .arg(path("references.txt")),
    );
    assert_eq!(found.lines().count(), held.len());
    let found: String = found
        .lines()
        .zip(&held)
        .map(|(line, (_, gold))| {
            let csl: Json = serde_json::from_str(line).expect("JSON");
            json!({ "id": gold["id"], "csl": csl }).to_string() + "\n"
        })
        .collect();
    fs::write(path("found.jsonl"), found).expect("a writable folder");
    let mut python = Command::new("python3");
    python
        .arg(scorer)
        .args([path("gold.jsonl"), path("found.jsonl")]);
    let scored = printed(python.args(["--by", "source"]));
    let scored: Json = serde_json::from_str(&scored).expect("JSON");
    quality::compare(
        "references-unseen",
        &["strings"],
        &[
            ("strings", figure(&scored, "/refs")),
            ("micro_f1", figure(&scored, "/micro/f1") / 100.0),
            (
                "all_fields_right",
                figure(&scored, "/all_fields_right_pct") / 100.0,
            ),
            (
                "zotero_chinese_f1",
                figure(&scored, "/by_source/zotero-chinese~1styles/micro/f1") / 100.0,
            ),
        ],
    );
}

#[test]
fn a_work_cited_in_several_styles_is_one_record() {
    let Some(data) = quality::data("dedup/zh-citations") else {
        return;
    };
    let Some(scorer) = scorer(&data, "score_pairs.py") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = folder.path().join("found.tsv");
    let found = printed(
        bibsift()
            .args([
                "dedup",
                "--quiet",
                "--from",
                "reference-lines",
                "references.txt",
            ])
            .args(["--output-format", "tsv"])
            .current_dir(&data),
    );
    fs::write(&place, found).expect("a writable folder");
    let mut python = Command::new("python3");
    python.arg(scorer).args(["records.jsonl", "gold.tsv"]);
    let scored = printed(python.arg(&place).arg("--detail").current_dir(&data));
    let scored: Json = serde_json::from_str(&scored).expect("JSON");
    quality::compare(
        "dedup-zh-citations",
        &["records", "same"],
        &[
            ("records", figure(&scored, "/records")),
            ("same", figure(&scored, "/gold_pairs")),
            ("wrong", figure(&scored, "/false_merges")),
            ("missed", figure(&scored, "/missed")),
        ],
    );
}
