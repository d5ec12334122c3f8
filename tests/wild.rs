//! Reads real files and counts the entries that arrive, against a yardstick that knows nothing of
//! the readers: the lines that begin an entry.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be read should stop the test"
)]

#[path = "support/quality.rs"]
mod quality;

use bibsift::dedup::features;
use bibsift::formats::{FORMATS, Format};
use bibsift::model::Record;
use bibsift::pipeline::Input;
use bibsift::report::{Findings, Keep, Severity};
use bibsift::rules::{self, Infer, Settings};
use bibsift::source::{Source, SourceId, decode};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn bib_files_are_read_whole() {
    read_folder("wild/bib", "bib", "bibtex", bib_entries);
}

#[test]
fn ris_files_are_read_whole() {
    read_folder("wild/ris", "ris", "ris", ris_records);
}

/// What the rules do to a record the second time is what they did the first time, though only the
/// rules that changed it run: equal values, by equal steps.
#[test]
fn records_made_again_are_equal() {
    let settings = Settings { infer: Infer::All };
    each_record(|mut first, place| {
        let mut second = first.clone();
        let changed = rules::run(&mut first, &settings, &mut Findings::new(Keep::First(0)));
        rules::run_again(&mut second, &settings, changed);
        assert_eq!(first, second, "{place}");
    });
}

/// The rules that are left out for matching change nothing it looks at, and warn of nothing.
#[test]
fn matching_misses_nothing_of_the_rules_left_out() {
    let settings = Settings { infer: Infer::All };
    each_record(|mut first, place| {
        let mut second = first.clone();
        let (mut all, mut some) = (Findings::new(Keep::First(0)), Findings::new(Keep::First(0)));
        rules::run(&mut first, &settings, &mut all);
        rules::run_for_matching(&mut second, &settings, &mut some);
        assert_eq!(features(&first), features(&second), "{place}");
        let warned = [all, some].map(|findings| findings.total(Severity::Warning));
        assert_eq!(warned[0], warned[1], "{place}");
    });
}

/// Every record of the .bib and RIS files, and where it stands.
fn each_record(mut with: impl FnMut(Record, &str)) {
    for (folder, extension) in [("wild/bib", "bib"), ("wild/ris", "ris")] {
        let Some(data) = quality::data(folder) else {
            return;
        };
        for path in files(&data, extension) {
            let content = fs::read(&path).expect("the file can be read");
            let text = decode(&content).text.into_owned();
            let source = Source::new(SourceId(0), "wild", text);
            let mut findings = Findings::new(Keep::First(0));
            let input = Input::from_source(source, None, &mut findings);
            for index in 0..input.raws.records.len() {
                let place = format!("{}: record {index}", path.display());
                with(input.lower(index, &mut findings), &place);
            }
        }
    }
}

/// Reads every file of a folder and holds the totals to `tests/quality.toml`.
fn read_folder(folder: &str, extension: &str, format: &str, yardstick: fn(&str) -> Vec<usize>) {
    let Some(data) = quality::data(folder) else {
        return;
    };
    let format = FORMATS
        .iter()
        .find(|entry| entry.doc.id == format)
        .unwrap_or_else(|| panic!("no format `{format}`"));
    let files = files(&data, extension);
    let (mut bytes, mut expected, mut found, mut whole) = (0, 0, 0, 0);
    for path in &files {
        let content = fs::read(path).expect("the file can be read");
        bytes += content.len();
        let text = decode(&content).text.into_owned();
        let marks = yardstick(&text);
        let read = read(format, &text, &marks);
        expected += marks.len();
        found += read;
        whole += usize::from(read == marks.len());
        if read != marks.len() {
            eprintln!("{}: {read} of {} entries", path.display(), marks.len());
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
    let figures = [
        ("files", files.len()),
        ("bytes", bytes),
        ("entries", expected),
        ("entries_read", found),
        ("files_read_whole", whole),
    ]
    .map(|(name, n)| (name, n as f64));
    quality::compare(&folder.replace('/', "-"), &["files", "bytes"], &figures);
}

/// How many records hold one of the marks; a record that swallowed its neighbour counts once.
fn read(format: &Format, text: &str, marks: &[usize]) -> usize {
    let source = Source::new(SourceId(0), "wild", text);
    let mut findings = Findings::new(Keep::default());
    let raw = (format.read)(&source, &mut findings);
    let mut spans: Vec<_> = raw
        .records
        .iter()
        .map(|record| record.span.range())
        .collect();
    spans.sort_by_key(|span| span.start);
    let holders: BTreeSet<usize> = marks
        .iter()
        .filter_map(|&mark| {
            let at = spans
                .partition_point(|span| span.start <= mark)
                .checked_sub(1)?;
            spans.get(at)?.contains(&mark).then_some(at)
        })
        .collect();
    holders.len()
}

/// The files of a folder with this extension, by name.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder can be read")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().and_then(OsStr::to_str) == Some(extension))
        .collect();
    files.sort();
    files
}

/// Where the lines `@type{key,` begin an entry, at their `@`. What is no reference is left out.
fn bib_entries(text: &str) -> Vec<usize> {
    const NO_REFERENCE: &[&str] = &["comment", "control", "preamble", "set", "string", "xdata"];
    marks(text, |line| {
        let rest = line.strip_prefix('@')?.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphabetic())?;
        let (word, rest) = rest.split_at(end);
        let rest = rest.trim_start().strip_prefix('{')?.trim_start();
        let key = rest
            .split(',')
            .next()
            .filter(|key| key.len() < rest.len())?
            .trim_end();
        let sound = !word.is_empty()
            && !key.is_empty()
            && !key.contains(|c: char| c.is_whitespace() || "{}=\"#%".contains(c))
            && !NO_REFERENCE.contains(&word.to_ascii_lowercase().as_str());
        sound.then_some(())
    })
}

/// Where the lines `TY  - ` begin a record.
fn ris_records(text: &str) -> Vec<usize> {
    marks(text, |line| {
        line.strip_prefix("TY")?
            .trim_start()
            .strip_prefix('-')
            .map(|_| ())
    })
}

/// Where the lines begin that `is_mark` takes, white space before them left out.
fn marks(text: &str, is_mark: fn(&str) -> Option<()>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim_start();
        if is_mark(trimmed).is_some() {
            found.push(start + line.len() - trimmed.len());
        }
        start += line.len();
    }
    found
}

#[test]
fn the_yardsticks_know_an_entry() {
    let bib = "@article{a,\n} @book{no,\n  @BOOK { b ,\n@string{s = 1,}\n@comment{c,\n@xdata{x,\n@misc{k = v,\n";
    assert_eq!(bib_entries(bib), [0, 26]);
    assert_eq!(
        ris_records("TY  - JOUR\nER  - \n TY - BOOK\nTYPE - no\n"),
        [0, 19]
    );
}
