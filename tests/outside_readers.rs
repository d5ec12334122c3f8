//! Has other projects' readers read what the command line writes: `biber` (BibLaTeX), `pybtex`
//! (BibTeX), `rispy` (RIS) and citation-js (BibTeX, CSL-JSON).
//!
//! A reader that is not installed is skipped with a line that says so; those that
//! `BIBSIFT_OUTSIDE_READERS` names, with commas between, have to be there.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a reader that cannot be run should stop the test"
)]

#[path = "support/available.rs"]
mod available;

use available::available;
use bibsift::formats::WriteOptions;
use bibsift::formats::bibtex::BIBLATEX;
use bibsift::model::{
    Date, ENTRY_TYPES, EntryType, FIELDS, Field, Kind, Name, Names, Record, Text,
};
use bibsift::report::Findings;
use bibsift::source::{Place, Source, SourceId};
use serde_json::Value;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PYBTEX: &str = include_str!("support/read_with_pybtex.py");
const RISPY: &str = include_str!("support/read_with_rispy.py");
const CITATION_JS: &str = include_str!("support/read_with_citation_js.js");

/// Records of `tests/data/outside` as a reader must see them in BibTeX and in RIS: a part of the
/// title as found there, the title, the authors.
const EXPECTED: &[(&str, &str, &[&str])] = &[
    (
        "aïve",
        "Naïve François & l'Œuvre: 100% of #1 _ things for 5$",
        &[
            "Gödel, Kurt",
            "Márquez, Gabriel García",
            "Łukasiewicz, Jan",
            "Østergård, Søren",
        ],
    ),
    (
        "測試「",
        "中文標題：測試「引號」與—破折號",
        &["王小明", "山田, 太郎", "김철수"],
    ),
    (
        "задаче",
        "Об одной задаче — и её решении",
        &["Иванов, Иван Иванович", "Παπαδόπουλος, Γιώργος"],
    ),
    (
        "50%",
        "Report @ the end: 50% more",
        &["World Health Organization"],
    ),
    (
        "Comma",
        "Comma, semicolon; colon: question? exclamation! ¿y qué?",
        &["Müller, Jörg"],
    ),
];

/// What the command line wrote of one input.
struct Written {
    name: String,
    folder: PathBuf,
    /// How many records it wrote, as its own CSL-JSON counts them.
    records: usize,
}

#[test]
fn biber_reads_our_biblatex() {
    if !available("biber", "biber", &["--version"]) {
        return;
    }
    let folder = folder("biber");
    let output = Command::new(env!("CARGO_BIN_EXE_bibsift"))
        .args(["clean", "--quiet", "--no-dedup"])
        .args(inputs())
        .args(["-o", "biblatex:biblatex.bib", "-o", "records.json"])
        .current_dir(&folder)
        .output()
        .expect("the program was built");
    assert!(output.status.success(), "clean fails: {output:?}");
    let csl = fs::read(folder.join("records.json")).expect("the file was written");
    let csl: Vec<Value> = serde_json::from_slice(&csl).expect("CSL-JSON is a list");
    let text = fs::read_to_string(folder.join("biblatex.bib")).expect("the file was written");
    validate(&folder, &text, csl.len());
}

#[test]
fn biber_finds_every_field_of_every_type_valid() {
    let mut text = String::new();
    let mut records = 0;
    let writer = BIBLATEX.write.expect("BibLaTeX is written");
    for spec in ENTRY_TYPES {
        // A record can have an eprint or a PubMed identifier in its place, and one DOI.
        for (n, without) in [
            &[][..],
            &[Field::Eprint, Field::EprintType, Field::EprintClass],
        ]
        .into_iter()
        .enumerate()
        {
            let mut record = Record::new(spec.entry_type, Place::default());
            record.key = format!("{:?}{n}", spec.entry_type);
            for spec in FIELDS {
                if !without.contains(&spec.field) {
                    record.put(spec.field, sample(spec.field));
                }
            }
            // `@set` holds other entries, and biber will have them.
            if record.entry_type != EntryType::Set {
                (writer.record)(&record, &WriteOptions::default(), &mut text);
                let back = read_back(&text, records);
                for (field, value) in record.fields() {
                    assert_eq!(back.get(field), Some(&value.value), "{field:?} in\n{text}");
                }
                assert!(back.extra.is_empty(), "{:?}", back.extra);
                records += 1;
            }
        }
    }
    if available("biber", "biber", &["--version"]) {
        validate(&folder("biber-fields"), &text, records);
    }
}

/// The record of this index in a .bib text.
fn read_back(text: &str, index: usize) -> Record {
    let source = Source::new(SourceId(0), "test.bib", text);
    let mut findings = Findings::default();
    let raw = (BIBLATEX.read)(&source, &mut findings);
    (BIBLATEX.lower)(&source, &raw, index, &mut findings)
}

/// A value of the kind the field holds.
fn sample(field: Field) -> bibsift::model::Value {
    let list = |items: &[&str]| {
        bibsift::model::Value::List(items.iter().map(|item| Text::plain(*item)).collect())
    };
    let person = Name {
        family: "Doe".into(),
        given: "Jane".into(),
        ..Name::default()
    };
    match (field, field.kind()) {
        (Field::Isbn, _) => list(&["9783161484100", "9780306406157"]),
        (Field::Issn, _) => list(&["0378-5955", "2049-3630"]),
        (Field::Language | Field::OrigLanguage, _) => "de".into(),
        (Field::Volume | Field::Volumes | Field::PageTotal, _) => "3".into(),
        (Field::EprintType, _) => "arxiv".into(),
        (_, Kind::Names) => Names {
            list: vec![person],
            truncated: false,
        }
        .into(),
        (_, Kind::Date) => Date::from_year(1999).into(),
        (_, Kind::List | Kind::Keywords) => list(&["one"]),
        (_, Kind::Pages) => "12–20".into(),
        (_, Kind::Verbatim) => "a_b%20c".into(),
        (_, Kind::Literal) => "R&D, 50% more".into(),
    }
}

/// The types for which the default data model lists no fields: it takes even a title for invalid.
const WITHOUT_FIELDS: [&str; 9] = [
    "artwork",
    "audio",
    "jurisdiction",
    "legislation",
    "letter",
    "music",
    "review",
    "standard",
    "video",
];

/// Has biber read `text` against its data model.
fn validate(folder: &Path, text: &str, records: usize) {
    let file = folder.join("validated.bib");
    fs::write(&file, text).expect("the folder is writable");
    let output = Command::new("biber")
        .args(["--tool", "--validate-datamodel", "--nolog", "--output-file"])
        .arg(folder.join("biber.bib"))
        .arg(&file)
        .output()
        .expect("biber runs");
    let mut faults = String::new();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let allowed = |line: &str| {
        let of = |kind: &str| line.contains(&format!("for entrytype '{kind}'"));
        is_lack(line, text)
            || line.contains("Invalid field") && WITHOUT_FIELDS.iter().any(|kind| of(kind))
    };
    for line in said
        .lines()
        .chain((!output.status.success()).then_some("ERROR - exit status"))
    {
        if line.starts_with("ERROR") || (line.starts_with("WARN") && !allowed(line)) {
            let _ = writeln!(faults, "{line}");
        }
    }
    let read_back = fs::read_to_string(folder.join("biber.bib")).unwrap_or_default();
    let read = read_back.lines().filter(|line| line.starts_with('@'));
    let read = read.count();
    if read != records {
        let _ = writeln!(faults, "biber reads {read} of {records} records");
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn pybtex_reads_our_bibtex() {
    if available("pybtex", "python3", &["-c", "import pybtex"]) {
        compare(
            &Reader {
                name: "pybtex",
                run: &["python3", "-c", PYBTEX],
            },
            "bibtex.bib",
        );
    }
}

#[test]
fn rispy_reads_our_ris() {
    if available("rispy", "python3", &["-c", "import rispy"]) {
        compare(
            &Reader {
                name: "rispy",
                run: &["python3", "-c", RISPY],
            },
            "records.ris",
        );
    }
}

#[test]
fn citation_js_reads_our_bibtex_and_csl_json() {
    let load = "require('@citation-js/plugin-bibtex'); require('@citation-js/plugin-ris')";
    if available("citation-js", "node", &["-e", load]) {
        // `node -e` has no script among its arguments; this puts the file where a script finds it.
        let script = format!("process.argv.splice(1, 0, 'script')\n{CITATION_JS}");
        let reader = Reader {
            name: "citation-js",
            run: &["node", "-e", &script],
        };
        compare(&reader, "bibtex.bib");
        compare(&reader, "records.json");
    }
}

/// A program that prints the records of a file.
struct Reader<'a> {
    name: &'a str,
    /// The program and its arguments before the file.
    run: &'a [&'a str],
}

/// Has `reader` read every `file` the command line wrote, and compares the number of records and
/// what [`EXPECTED`] tells of them.
fn compare(reader: &Reader, file: &str) {
    let Reader { name: reader, run } = reader;
    let mut faults = String::new();
    let mut met = vec![false; EXPECTED.len()];
    for written in written(&format!("{reader}-{file}")) {
        let output = Command::new(run[0])
            .args(&run[1..])
            .arg(written.folder.join(file))
            .output()
            .expect("the reader runs");
        let records: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_default();
        if !output.status.success() || records.len() != written.records {
            let _ = writeln!(
                faults,
                "{}: {reader} reads {} of {} records\n{}",
                written.name,
                records.len(),
                written.records,
                String::from_utf8_lossy(&output.stderr),
            );
        }
        if written.name != "sources.bib" {
            continue;
        }
        for ((mark, title, authors), met) in EXPECTED.iter().zip(&mut met) {
            let titled =
                |record: &&Value| record["title"].as_str().is_some_and(|t| t.contains(mark));
            let Some(record) = records.iter().find(titled) else {
                continue;
            };
            *met = true;
            let names: Vec<&str> = record["authors"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                // A name without parts may carry a comma in RIS.
                .map(|name| name.trim_end_matches([',', ' ']))
                .collect();
            if record["title"] != **title || names != *authors {
                let _ = writeln!(
                    faults,
                    "{reader} reads {record}, expected {title:?}, {authors:?}"
                );
            }
        }
    }
    for ((_, title, _), met) in EXPECTED.iter().zip(met) {
        if !met {
            let _ = writeln!(faults, "{reader} finds no title like {title:?}");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Every page of `examples/pages` and every file of `tests/data/outside`.
fn inputs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut inputs = Vec::new();
    for (folder, extensions) in [
        ("examples/pages", &["txt"][..]),
        ("tests/data/outside", &["bib", "ris"]),
    ] {
        for entry in fs::read_dir(root.join(folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let path = entry.path();
            let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
            if extensions.contains(&extension) {
                inputs.push(path);
            }
        }
    }
    inputs.sort();
    assert!(!inputs.is_empty(), "no inputs below {}", root.display());
    inputs
}

/// Cleans each of [`inputs`] into all formats, in a folder of the test's own.
fn written(test: &str) -> Vec<Written> {
    inputs().iter().map(|input| write(input, test)).collect()
}

/// An empty folder of the test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("outside-readers")
        .join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}

/// Cleans one input into all formats.
fn write(input: &Path, test: &str) -> Written {
    let name = input
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = folder(&format!("{test}/{name}"));
    let output = Command::new(env!("CARGO_BIN_EXE_bibsift"))
        .args(["clean", "--quiet"])
        .arg(input)
        .args([
            "-o",
            "bibtex.bib",
            "-o",
            "biblatex:biblatex.bib",
            "-o",
            "records.ris",
            "-o",
            "records.json",
        ])
        .current_dir(&folder)
        .output()
        .expect("the program was built");
    assert!(
        output.status.success(),
        "clean {name} fails:\n{}",
        String::from_utf8_lossy(&output.stderr),
    );
    let csl = fs::read(folder.join("records.json")).expect("the file was written");
    let csl: Vec<Value> = serde_json::from_slice(&csl).expect("CSL-JSON is a list");
    assert!(!csl.is_empty(), "{name} gives no record");
    Written {
        name,
        folder,
        records: csl.len(),
    }
}

/// Whether a warning of biber tells of a mandatory field the record really lacks.
fn is_lack(warning: &str, bib: &str) -> bool {
    let Some((place, missing)) = warning.split_once("Missing mandatory field") else {
        return false;
    };
    let Some(key) = place
        .split_once("Entry '")
        .and_then(|(_, rest)| rest.split('\'').next())
    else {
        return false;
    };
    let Some((_, entry)) = bib.split_once(&format!("{{{key},")) else {
        return false;
    };
    let entry = entry.split("\n@").next().unwrap_or_default();
    let has = |field: &str| {
        entry.lines().any(|line| {
            line.trim_start()
                .strip_prefix(field)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    };
    // ` 'journaltitle'`, or ` - one of 'date, year' must be defined`.
    let fields = missing.split('\'').nth(1).unwrap_or_default();
    !fields.is_empty() && !fields.split(", ").any(has)
}

#[test]
fn only_a_field_that_is_absent_counts_as_lacking() {
    let bib =
        "@article{a,\n  title = {T},\n  journaltitle = {J},\n}\n\n@book{b,\n  date = {2000},\n}\n";
    let warning = |key, rest| format!("WARN - Datamodel: Entry '{key}' (x.bib): {rest}");
    assert!(is_lack(
        &warning("a", "Missing mandatory field 'author'"),
        bib
    ));
    assert!(!is_lack(
        &warning("a", "Missing mandatory field 'journaltitle'"),
        bib
    ));
    assert!(is_lack(
        &warning(
            "a",
            "Missing mandatory field - one of 'date, year' must be defined"
        ),
        bib
    ));
    assert!(!is_lack(
        &warning(
            "b",
            "Missing mandatory field - one of 'date, year' must be defined"
        ),
        bib
    ));
    assert!(!is_lack(
        &warning("a", "Field 'foo' invalid in data model - ignoring"),
        bib
    ));
}
