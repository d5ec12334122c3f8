//! Edits in place: only what is wrong changes, and the edited text says what the rules said.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be read should stop the test"
)]

#[path = "support/quality.rs"]
mod quality;

use std::fs;
use std::path::{Path, PathBuf};

use bibsift::formats::bibtex::{BIBTEX, patch::patch};
use bibsift::formats::{RawRecords, WriteOptions};
use bibsift::model::Record;
use bibsift::pipeline::mend;
use bibsift::report::{Findings, apply};
use bibsift::rules::{self, Infer, Settings};
use bibsift::source::{Source, SourceId, decode};

fn read(text: &str) -> (Source, RawRecords) {
    let source = Source::new(SourceId(0), "refs.bib", text);
    let raw = (BIBTEX.read)(&source, &mut Findings::default());
    (source, raw)
}

fn lower(source: &Source, raw: &RawRecords, index: usize) -> Record {
    (BIBTEX.lower)(source, raw, index, &mut Findings::default())
}

fn judged(before: &Record) -> Record {
    let mut after = before.clone();
    let settings = Settings { infer: Infer::None };
    rules::run(&mut after, &settings, &mut Findings::default());
    after
}

/// The text after the rules changed its first record and the edits were applied.
fn mended(text: &str) -> String {
    let (source, raw) = read(text);
    let before = lower(&source, &raw, 0);
    match patch(&source, &raw, 0, &before, &judged(&before)) {
        Ok(edits) => apply(text, &[edits]).text,
        Err(failed) => format!("not editable: {:?}", failed.fields),
    }
}

#[test]
fn only_what_is_wrong_is_changed() {
    for (before, after) in [
        (
            "@misc{a, doi = {https://doi.org/10.1000/xyz}}",
            "@misc{a, doi = {10.1000/xyz}}",
        ),
        (
            "@misc{a, author = {M{\\\"u}ller, K and Jane A.B. Doe and {\\'E}mile Zola}}",
            "@misc{a, author = {M{\\\"u}ller, K and Jane A. B. Doe and {\\'E}mile Zola}}",
        ),
        (
            "@misc{a,\n  title = {A study of {H}$_2${O} &amp;  life  in\n     {\\'E}vian.},\n}",
            "@misc{a,\n  title = {A study of {H}$_2${O} \\&  life  in\n     {\\'E}vian},\n}",
        ),
        (
            "@misc{a, doi = {10.1000/xyz}, url = \"https://doi.org/10.1000/xyz\", year = 2001}",
            "@misc{a, doi = {10.1000/xyz}, year = 2001}",
        ),
        (
            "@misc{a,\r\n\turl = \"https://doi.org/10.1000/xyz\",\r\n\tyear = 2001\r\n}",
            "@misc{a,\r\n\tyear = 2001,\r\n\tdoi = {10.1000/xyz}\r\n}",
        ),
        (
            "@misc{a, journal = jan # { &amp; x}}",
            "not editable: [JournalTitle]",
        ),
    ] {
        assert_eq!(mended(before), after);
    }
}

/// The record as it is written, with single spaces. What is only typed otherwise, or parted by other
/// white space, is no change of an entry.
fn written(record: &Record) -> String {
    let mut out = String::new();
    let writer = BIBTEX.write.expect("BibTeX is written");
    (writer.record)(record, &WriteOptions::default(), &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn real_entries_read_as_the_rules_left_them_after_the_edits() {
    let Some(folder) = quality::data("wild/bib") else {
        return;
    };
    let files = bib_files(&folder);
    let (mut changed, mut edited, mut right) = (0_u32, 0_u32, 0_u32);
    for path in &files {
        let text = decode(&fs::read(path).expect("a file")).text.into_owned();
        let (source, raw) = read(&text);
        for index in 0..raw.records.len() {
            let before = lower(&source, &raw, index);
            let after = judged(&before);
            let wanted = written(&after);
            if written(&before) == wanted {
                continue;
            }
            changed += 1;
            let Ok(edits) = patch(&source, &raw, index, &before, &after) else {
                show(|| format!("{}: {} cannot be edited", path.display(), before.key));
                continue;
            };
            edited += 1;
            let text = apply(&text, &[edits]).text;
            let (source, raw) = read(&text);
            let back = written(&lower(&source, &raw, index));
            right += u32::from(back == wanted);
            if back != wanted {
                show(|| format!("{}:\nread {back}wanted {wanted}", path.display()));
            }
        }
    }
    let figures = [
        ("files", f64::from(u32::try_from(files.len()).unwrap_or(0))),
        ("changed", changed.into()),
        ("edited", edited.into()),
        ("read_back", right.into()),
    ];
    quality::compare("wild-bib-patch", &["files"], &figures);
}

#[test]
fn mending_again_changes_nothing() {
    let Some(folder) = quality::data("wild/bib") else {
        return;
    };
    for path in bib_files(&folder) {
        let text = decode(&fs::read(&path).expect("a file")).text.into_owned();
        let once = mend(&text, |rule| rule.safety.is_some(), |_| Vec::new()).text;
        let twice = mend(&once, |rule| rule.safety.is_some(), |_| Vec::new()).text;
        assert_eq!(once, twice, "{}", path.display());
    }
}

/// The .bib files of a folder, by name.
fn bib_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "bib"))
        .collect();
    files.sort();
    files
}

/// Prints what the figures do not tell, where `BIBSIFT_SHOW` is set.
fn show(what: impl Fn() -> String) {
    if std::env::var_os("BIBSIFT_SHOW").is_some() {
        eprintln!("{}", what());
    }
}
