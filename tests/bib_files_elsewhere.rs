//! What other programs read in .bib files before and after `fmt` and `check --fix`: bibtexparser
//! every block, biber every entry.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a reader that cannot be run should stop the test"
)]

#[path = "support/available.rs"]
mod available;
#[allow(dead_code, reason = "files are written and read as bytes here")]
#[path = "support/folder.rs"]
mod folder;
#[allow(dead_code, reason = "there is no figure to compare here")]
#[path = "support/quality.rs"]
mod quality;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use available::available;
use folder::Folder;
use serde_json::Value;

const COMPARE: &str = include_str!("support/compare_with_bibtexparser.py");

/// Entries with what `fmt` could lose and `check --fix` mends.
const MESSY: &str = r#"Words between entries.
% a remark
@preamble{"\newcommand{\noop}[1]{}" # " "}
@comment{jabref-meta: databaseType:bibtex;}
@STRING{jx = "J. of X"}
@ARTICLE(messy, author={Smith, John and and M{\"u}ller, K and Jane A.B. Doe},
   Title = "A study of {H}$_2$O &amp; life", journal=jx # {, Series &amp; B},
   year=2001, pages={99-120}, doi={https://doi.org/10.1000/xyz.},
   keywords={{one; two; three}}, publisher={Smith & Sons}, note={})
@book{two, title={Two}, author={Roe, Richard et al.}, publisher={P}, year={1999}

@book{three, title = {Three}, author = {Doe, Jane}, publisher = {P}, year = 2001}
"#;

#[test]
fn bibtexparser_finds_every_block_after_fmt() {
    if !available(
        "bibtexparser",
        "python3",
        &["-c", "import bibtexparser.model"],
    ) {
        return;
    }
    let folder = Folder::new();
    let mut files = sample();
    files.extend(wild());
    copy(&files, &folder.path("before"));
    copy(&files, &folder.path("after"));
    // A text of no one encoding stays, and is told of.
    let output = folder.run(&["fmt", "--quiet", "after"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.lines().all(|line| line.contains("stays as it is")),
        "{said}"
    );
    let output = Command::new("python3")
        .args(["-c", COMPARE])
        .args([folder.path("before"), folder.path("after")])
        .output()
        .expect("python3 runs");
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let faults = told["faults"].as_array().expect("a list");
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(told["counts"]["file"], files.len());
    for kind in ["entry", "string", "preamble", "comment"] {
        assert!(told["counts"][kind].as_u64() > Some(0), "{told}");
    }
}

#[test]
fn biber_reads_what_it_read_before_check_fix() {
    if !available("biber", "biber", &["--version"]) {
        return;
    }
    let folder = Folder::new();
    let mut files = sample();
    // biber takes seconds for each; the shortest have most kinds of faults.
    let mut shortest = wild();
    shortest.sort_by_key(|(_, bytes)| bytes.len());
    files.extend(shortest.into_iter().take(40));
    copy(&files, &folder.path("before"));
    copy(&files, &folder.path("after"));
    let output = folder.run(&["check", "--fix", "--quiet", "after"]);
    assert!(output.status.code() < Some(2), "{output:?}");
    let mut changed = 0;
    for (name, bytes) in &files {
        let after = folder.path("after").join(name);
        if changed == 6 || fs::read(&after).expect("the file is there") == *bytes {
            continue;
        }
        changed += 1;
        let before = entries(&folder.path("before").join(name));
        assert_eq!(before, entries(&after), "{name}");
    }
    assert!(changed > 0, "no file was mended");
}

/// The first line of each entry that biber reads; none where it refuses the file.
fn entries(file: &Path) -> Option<Vec<String>> {
    let out = file.with_extension("out");
    let output: Output = Command::new("biber")
        .args(["--tool", "--nolog", "--quiet", "--output-file"])
        .args([&out, file])
        .output()
        .expect("biber runs");
    let text = fs::read_to_string(&out)
        .ok()
        .filter(|_| output.status.success())?;
    let entries = text.lines().filter(|line| line.starts_with('@'));
    Some(entries.map(str::to_owned).collect())
}

/// A file of this test's own and those of `tests/data/outside`.
fn sample() -> Vec<(String, Vec<u8>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/outside");
    let mut files = read(&own);
    files.push(("messy.bib".to_owned(), MESSY.into()));
    files
}

/// Real files, where they are.
fn wild() -> Vec<(String, Vec<u8>)> {
    quality::data("wild/bib").map_or_else(Vec::new, |data| read(&data))
}

/// The .bib files of a folder, with their names.
fn read(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension() == Some(OsStr::new("bib")));
    paths.sort();
    let file = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some((name, fs::read(&path).ok()?))
    };
    paths.into_iter().filter_map(file).collect()
}

fn copy(files: &[(String, Vec<u8>)], folder: &Path) {
    fs::create_dir_all(folder).expect("a writable folder");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a writable folder");
    }
}
