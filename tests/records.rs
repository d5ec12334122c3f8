//! Holds the records read from real pages to the records a cataloguer takes from them.
//!
//! The scorer lies beside the material (`../tools/score_records.py` from the data folder) and needs
//! python3; where either is absent the test says so and passes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be read should stop the test"
)]

#[path = "support/quality.rs"]
mod quality;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn pages_give_the_records_of_the_gold_files() {
    score("scraped-pages", &[]);
}

#[test]
fn the_general_reader_alone_gives_most_of_them() {
    score("scraped-pages-general", &["--from", "page"]);
}

/// Cleans every page alone with `arguments`, scores what comes out, and holds it to `section`.
fn score(section: &str, arguments: &[&str]) {
    let Some(data) = quality::data("scraped") else {
        return;
    };
    let scorer = data.join("../../tools/score_records.py");
    if !scorer.is_file() || Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let found = tempfile::tempdir().expect("a temporary folder");
    let pages = pages(&data);
    for page in &pages {
        let output = Command::new(env!("CARGO_BIN_EXE_bibsift"))
            .args(["clean", "--quiet", "--to", "csl-json"])
            .args(arguments)
            .arg(page)
            .output()
            .expect("the built program");
        assert!(output.status.success(), "{}", page.display());
        let name = page.file_stem().expect("a name").to_string_lossy();
        let place = found.path().join(format!("{name}.json"));
        fs::write(place, output.stdout).expect("a writable folder");
    }
    let scored = Command::new("python3")
        .arg(&scorer)
        .arg(&data)
        .arg(found.path())
        .output();
    let scored = scored.expect("the scorer runs").stdout;
    let scored: serde_json::Value = serde_json::from_slice(&scored).expect("JSON");
    let figure = |at: &str| scored.pointer(at).and_then(serde_json::Value::as_f64);
    let figure = |at: &str| figure(at).unwrap_or_else(|| panic!("no figure {at}"));
    quality::compare(
        section,
        &["files", "gold"],
        &[
            ("files", figure("/overall/records/files")),
            ("gold", figure("/overall/records/gold")),
            ("micro_f1", figure("/overall/micro/f1")),
            ("seeds_f1", figure("/by_layout/seed/f1")),
            ("spurious", figure("/overall/records/spurious")),
        ],
    );
}

/// The pages that have a gold file beside them.
fn pages(data: &Path) -> Vec<PathBuf> {
    let folders = [data.to_owned(), data.join("seeds")];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|file| file.expect("a file").path());
    let mut pages: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ext| ext == "txt"))
        .filter(|path| path.with_extension("gold.json").is_file())
        .collect();
    pages.sort();
    pages
}
