//! `check` as its users meet it: every fault of a messy file in every format, and what is asked of it
//! by options, comments, configuration and baseline.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

#[path = "support/folder.rs"]
mod folder;

use std::io::Write as _;
use std::process::{Command, Stdio};

use folder::Folder;
use serde_json::Value;

const MESSY: &str = r#"% keep me
@book{dup, author={Doe, Jane}, title={One}, publisher={P}, year=2001}
@article{messy,
  author = {Smith, John and others and M{\"u}ller, K},
  title = {A study of H$_2$O &amp; life},
  journal = {Nature},
  year = {20xx},
  month = Febuary,
  pages = {99-12},
  doi = {https://doi.org/10.1000/xyz.},
  isbn = {978-0-306-40615-8},
  issn = {0378-5956},
  notafield = {x},
}
@book{dup, author={Roe, R}, title={Two}, publisher={P}, year=2002}
@inproceedings{nobooktitle, author={A. B.}, title={T}, year={2020}}
"#;

/// Line, column and rule of every fault in it.
const FAULTS: [(usize, usize, &str); 12] = [
    (4, 29, "others-not-last"),
    (5, 12, "html-entity"),
    (7, 11, "date-as-text"),
    (8, 11, "month-misspelt"),
    (9, 12, "pages-reversed"),
    (9, 14, "pages-single-hyphen"),
    (10, 10, "doi-as-url"),
    (11, 11, "wrong-check-digit"),
    (12, 11, "wrong-check-digit"),
    (13, 3, "field-unknown"),
    (15, 7, "duplicate-key"),
    (16, 16, "required-field-missing"),
];

fn faults() -> impl Iterator<Item = (usize, usize, &'static str)> {
    FAULTS.into_iter()
}

/// A sound file, in the names of classic styles.
const SOUND: &str = "\
% A remark.
@string{nat = {Nature}}

@article{watson1953,
  author  = {Watson, J. D. and Crick, F. H. C.},
  title   = {Molecular structure of nucleic acids: A structure for
             deoxyribose nucleic acid},
  journal = nat,
  year    = 1953,
  month   = apr,
  volume  = 171,
  number  = 4356,
  pages   = {737--738},
  doi     = {10.1038/171737a0},
  issn    = {0028-0836},
}

@book{knuth1984,
  author    = {Knuth, Donald E.},
  title     = {The {\\TeX}book},
  publisher = {Addison-Wesley},
  address   = {Reading, MA},
  year      = {1984},
  isbn      = {0-201-13447-0},
  url       = {https://example.org/a_b%20c},
  note      = {Volume~A of \\emph{Computers \\& Typesetting}},
}
";

#[test]
fn every_fault_of_a_messy_file_is_told_with_its_place() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    let (concise, talk) = folder.expect(1, &["check", "messy.bib"]);
    for (line, column, rule) in faults() {
        let begins = format!("messy.bib:{line}:{column}: {rule} ");
        assert!(
            concise.lines().any(|found| found.starts_with(&begins)),
            "{begins}\n{concise}"
        );
    }
    assert_eq!(concise.lines().count(), faults().count(), "{concise}");
    assert!(
        concise.contains("messy.bib:7:11: date-as-text messy.year: '20xx' is no date"),
        "{concise}"
    );
    assert!(talk.contains("found 12 faults in 1 file"), "{talk}");

    let (full, _) = folder.expect(1, &["check", "--output-format", "full", "messy.bib"]);
    assert!(
        full.contains("8 |   month = Febuary,\n    |           ^^^^^^^\n"),
        "{full}"
    );
    assert!(
        full.contains("-   month = Febuary,\n  +   month = feb,\n"),
        "{full}"
    );
    assert!(full.contains(":: messy.bib:2:7\n"), "{full}");

    let (github, _) = folder.expect(1, &["check", "--output-format", "github", "messy.bib"]);
    for (line, column, rule) in faults() {
        let has = |found: &str| {
            found.starts_with("::error file=messy.bib,")
                && found.contains(&format!(",title={rule}::"))
                && found.contains(&format!(",line={line},"))
                && found.contains(&format!(",col={column},"))
        };
        assert!(github.lines().any(has), "{line}:{column} {rule}\n{github}");
    }
}

#[test]
fn json_and_sarif_hold_the_same_findings() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    let (json, _) = folder.expect(1, &["check", "--output-format", "json", "messy.bib"]);
    let rows: Vec<Value> = serde_json::from_str(&json).expect("an array");
    assert!(rows.len() >= 10);
    for (line, column, rule) in faults() {
        let is =
            |row: &Value| row["line"] == line && row["column"] == column && row["rule"] == rule;
        let row = rows.iter().find(|row| is(row));
        let row = row.unwrap_or_else(|| panic!("{line}:{column} {rule}\n{json}"));
        assert_eq!(row["file"], "messy.bib");
    }
    let month = rows
        .iter()
        .find(|row| row["rule"] == "month-misspelt")
        .expect("the month");
    assert_eq!(month["edits"][0]["text"], "feb");
    assert_eq!(month["fixable"], "unsafe");
    assert_eq!(month["field"], "month");

    let (sarif, _) = folder.expect(1, &["check", "--output-format", "sarif", "messy.bib"]);
    let log: Value = serde_json::from_str(&sarif).expect("an object");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), rows.len());
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            rule["help"]["text"]
                .as_str()
                .is_some_and(|help| help.len() > 20)
        );
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1) && region["endColumn"].as_u64() >= Some(1));
        assert!(result["partialFingerprints"]["bibsift/v1"].is_string());
    }
    assert!(
        results.iter().any(
            |result| result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]
                ["text"]
                == "feb"
        )
    );
    assert!(results.iter().any(
        |result| result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2
    ));
}

/// The schema is that which `BIBSIFT_SARIF_SCHEMA` names; without it the test is skipped.
#[test]
fn sarif_is_valid_by_its_schema() {
    let Some(schema) = std::env::var_os("BIBSIFT_SARIF_SCHEMA") else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: BIBSIFT_SARIF_SCHEMA names no schema"
        );
        return;
    };
    let folder = Folder::new();
    folder.write("a messy é.bib", MESSY);
    folder.write("sound.bib", SOUND);
    for name in ["a messy é.bib", "sound.bib"] {
        let _ = folder.run(&[
            "check",
            "--select",
            "all",
            "--output-format",
            "sarif",
            "--output-file",
            "out.sarif",
            name,
        ]);
        let output = Command::new("python3")
            .arg("-c")
            .arg(include_str!("support/validate_json.py"))
            .arg(&schema)
            .arg(folder.path("out.sarif"))
            .output()
            .expect("python3 runs");
        assert!(output.status.success(), "{output:?}");
    }
}

#[test]
fn a_sound_file_is_quiet() {
    let folder = Folder::new();
    folder.write("sound.bib", SOUND);
    let (out, _) = folder.expect(0, &["check", "sound.bib"]);
    assert_eq!(out, "");
    for format in ["full", "github"] {
        assert_eq!(
            folder
                .expect(0, &["check", "--output-format", format, "sound.bib"])
                .0,
            ""
        );
    }
    assert_eq!(
        folder
            .expect(0, &["check", "--output-format", "json", "sound.bib"])
            .0,
        "[]\n"
    );
    let bom = format!("\u{feff}{}", SOUND.replace('\n', "\r\n"));
    folder.write("crlf.bib", bom);
    assert_eq!(folder.expect(0, &["check", "crlf.bib"]).0, "");
}

#[test]
fn rules_are_selected_by_id_prefix_and_group() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    let rules = |arguments: &[&str]| -> Vec<String> {
        let all = [&["check", "messy.bib"], arguments].concat();
        let out = String::from_utf8(folder.run(&all).stdout).expect("UTF-8");
        let rule = |line: &str| line.split(' ').nth(1).map(str::to_owned);
        out.lines().filter_map(rule).collect()
    };
    assert_eq!(rules(&["--select", "doi-as-url"]), ["doi-as-url"]);
    assert_eq!(
        rules(&["--select", "pages"]),
        ["pages-reversed", "pages-single-hyphen"]
    );
    assert!(rules(&["--select", "syntax"]).contains(&"duplicate-key".to_owned()));
    assert!(
        !rules(&["--ignore", "duplicate-key,field"])
            .iter()
            .any(|rule| rule.starts_with("field") || rule == "duplicate-key")
    );
    let (_, err) = folder.expect(2, &["check", "--select", "doi-as-ulr", "messy.bib"]);
    assert!(err.contains("did you mean doi-as-url?"), "{err}");
}

#[test]
fn comments_ask_to_ignore() {
    let folder = Folder::new();
    let text = "% bibsift: ignore-file field-empty\n\
        % bibsift: ignore required-field-missing, field-unknown\n\
        @book{a, title = {One}, notafield = {x}, note = {}}\n\
        @book{b, title = {Two}, notafield = {x}, note = {}}\n\
        % bibsift: ignore doi-as-ulr\n\
        @misc{c, title = {Three}}\n";
    folder.write("a.bib", text);
    let (out, _) = folder.expect(1, &["check", "a.bib"]);
    let found: Vec<&str> = out
        .lines()
        .map(|line| line.split(": ").next().unwrap_or_default())
        .collect();
    assert_eq!(found, ["a.bib:4:7", "a.bib:4:25", "a.bib:5:19"], "{out}");
    assert!(
        out.contains("ignore-unknown: no rule is called 'doi-as-ulr'; did you mean doi-as-url?"),
        "{out}"
    );
}

#[test]
fn the_configuration_selects_and_ignores_by_file() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    folder.write("other.bib", MESSY);
    folder.write(
        "bibsift.toml",
        "[check]\nselect = ['doi', 'pages', 'required']\nignore = ['pages-single-hyphen']\nmodel = 'biblatex'\n\
         [check.per-file-ignores]\n'oth*.bib' = ['doi']\n",
    );
    let (out, _) = folder.expect(1, &["check", "."]);
    let count = |part: &str| out.lines().filter(|line| line.contains(part)).count();
    assert_eq!(
        (
            count("doi-as-url"),
            count("pages-reversed"),
            count("hyphen")
        ),
        (1, 2, 0),
        "{out}"
    );
    assert!(out.contains("which BibLaTeX requires"), "{out}");
    folder.write("bibsift.toml", "[check]\nselect = ['dio']\n");
    folder.expect(2, &["check", "messy.bib"]);
}

#[test]
fn a_baseline_lets_known_faults_pass() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    folder.expect(2, &["check", "messy.bib", "--baseline", "known.json"]);
    folder.expect(
        0,
        &[
            "check",
            "messy.bib",
            "--baseline",
            "known.json",
            "--write-baseline",
        ],
    );
    let (out, talk) = folder.expect(0, &["check", "messy.bib", "--baseline", "known.json"]);
    assert_eq!(out, "");
    assert!(talk.contains("12 faults known before"), "{talk}");
    folder.write(
        "messy.bib",
        format!("\n\n{MESSY}@misc{{late, tilte = {{x}}}}\n"),
    );
    let (out, _) = folder.expect(1, &["check", "messy.bib", "--baseline", "known.json"]);
    assert!(out.lines().all(|line| line.contains(" late")), "{out}");
}

#[test]
fn duplicates_and_citations_are_found() {
    let folder = Folder::new();
    let text = "@article{a, author = {Doe, Jane}, title = {On the growth of trees in cities}, journal = {Nature}, year = 2001, doi = {10.1000/trees}}\n\
        @article{b, author = {Doe, J.}, title = {On the Growth of Trees in Cities.}, journal = {Nature}, year = 2001, doi = {10.1000/trees}}\n\
        @misc{c, title = {Quite another work}}\n";
    folder.write("a.bib", text);
    folder.write(
        "m.tex",
        "\\documentclass{article} % \\cite{x}\n\\citep[see][3]{a,missing}\n",
    );
    let (out, _) = folder.expect(1, &["check", "a.bib", "--select", "duplicate-entry"]);
    assert_eq!(out, "a.bib:2:10: duplicate-entry b: the same work as 'a'\n");
    let (out, _) = folder.expect(
        1,
        &[
            "check",
            "--cited-by",
            "m.tex",
            "a.bib",
            "--select",
            "citation,entry-uncited",
        ],
    );
    let places: Vec<&str> = out
        .lines()
        .map(|line| line.split(": ").next().unwrap_or_default())
        .collect();
    assert_eq!(places, ["a.bib:2:10", "a.bib:3:7", "m.tex:2:18"], "{out}");
}

#[test]
fn directories_standard_input_and_other_formats() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path("refs")).expect("a folder");
    folder.write(
        "refs/a.bib",
        "@misc{a, doi = {https://doi.org/10.1000/xyz}}\n",
    );
    folder.write(
        "refs/b.ris",
        "TY  - JOUR\nTI  - One\nDO  - https://doi.org/10.1000/xyz\nER  - \n",
    );
    folder.write(
        "refs/c.json",
        "[{\"id\": \"c\", \"type\": \"book\", \"title\": \"One\", \"DOI\": \"https://doi.org/10.1000/xyz\"}]",
    );
    folder.write("refs/package.json", "{\"name\": \"x\"}");
    let (out, talk) = folder.expect(1, &["check", "refs", "--select", "doi"]);
    let files: Vec<&str> = out
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(files, ["refs/a.bib", "refs/b.ris", "refs/c.json"], "{out}");
    assert!(talk.contains("in 3 files"), "{talk}");

    let mut child = Command::new(env!("CARGO_BIN_EXE_bibsift"))
        .args([
            "check",
            "--stdin-filename",
            "refs/new.bib",
            "--select",
            "html-entity",
            "-",
        ])
        .current_dir(folder.path("."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let input = child.stdin.take();
    input
        .expect("a pipe")
        .write_all(b"@misc{n, title = {a &lt; b}}")
        .expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        out.starts_with("refs/new.bib:1:19: html-entity n.title: "),
        "{out}"
    );
    folder.expect(2, &["check", "absent.bib"]);
}

#[test]
fn what_can_be_mended_is_mended_in_place_and_once() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    let (diff, _) = folder.expect(1, &["check", "--diff", "messy.bib"]);
    assert!(diff.contains("+  doi = {10.1000/xyz},"), "{diff}");
    assert_eq!(folder.read("messy.bib"), MESSY);
    let (_, talk) = folder.expect(1, &["check", "--fix", "messy.bib"]);
    assert!(talk.contains("mended 3 faults"), "{talk}");
    let mended = folder.read("messy.bib");
    let expected = MESSY
        .replace("&amp;", "\\&")
        .replace("99-12", "99--12")
        .replace("https://doi.org/10.1000/xyz.", "10.1000/xyz");
    assert_eq!(mended, expected);
    folder.expect(1, &["check", "--fix", "messy.bib"]);
    assert_eq!(folder.read("messy.bib"), mended);
}

#[test]
fn statistics_and_output_file() {
    let folder = Folder::new();
    folder.write("messy.bib", MESSY);
    let (out, _) = folder.expect(1, &["check", "--statistics", "messy.bib"]);
    assert!(
        out.lines()
            .next()
            .is_some_and(|line| line.trim_start().starts_with("2  wrong-check-digit")),
        "{out}"
    );
    let (out, _) = folder.expect(
        1,
        &["check", "-o", "found.txt", "--color", "always", "messy.bib"],
    );
    assert_eq!(out, "");
    assert_eq!(folder.read("found.txt").lines().count(), 12);
    assert!(!folder.read("found.txt").contains('\u{1b}'));
    folder.expect(2, &["check", "-o", "messy.bib", "messy.bib"]);
    assert_eq!(folder.read("messy.bib"), MESSY);
}

#[test]
fn hostile_files_are_answered_in_time() {
    let folder = Folder::new();
    let deep = format!(
        "@misc{{a, title = {}x{}}}",
        "{".repeat(100_000),
        "}".repeat(100_000)
    );
    let names = format!(
        "@misc{{a, author = {{{}}}}}",
        "a and and, b, c et al. and others ".repeat(20_000)
    );
    let marks = format!(
        "@misc{{a, title = {{{}}}}}",
        "\\url{$ & \\begin{x} % # _ ".repeat(5_000)
    );
    let loops: String = (0..5_000)
        .map(|n| format!("@misc{{k{n}, crossref = {{k{}}}}}\n", (n + 1) % 5_000))
        .collect();
    let comments = "% bibsift: ignore doi, pages, x\n".repeat(2_000) + "@misc{a, title={x}}";
    for (name, text) in [
        ("deep", deep),
        ("names", names),
        ("marks", marks),
        ("loops", loops),
        ("comments", comments),
        ("nul", "\0".repeat(100_000)),
    ] {
        let name = format!("{name}.bib");
        folder.write(&name, text);
        let output = folder.run(&["check", "--select", "all", &name]);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{name}: {output:?}"
        );
    }
}

#[test]
fn what_files_share_is_told_where_it_is_asked_for() {
    let folder = Folder::new();
    folder.write(
        "a.bib",
        "@book{growth,\n  author = {Thompson, D'Arcy Wentworth},\n  title = {On Growth and Form},\n  \
         publisher = {Cambridge University Press},\n  year = {1917},\n}\n\n\
         @book{shared, author = {Doe, Jane}, title = {One}, publisher = {P}, year = 2001}\n",
    );
    folder.write(
        "b.bib",
        "@book{shared, author = {Roe, Richard}, title = {Two}, publisher = {Q}, year = 2002}\n\n\
         @book{thompson1917, author = {Thompson, D'Arcy Wentworth}, title = {On Growth and Form}, \
         publisher = {Cambridge University Press}, year = {1917}}\n",
    );
    folder.expect(0, &["check", "a.bib", "b.bib"]);
    let (found, _) = folder.expect(1, &["check", "--across-files", "a.bib", "b.bib"]);
    assert_eq!(
        found,
        "b.bib:1:7: key-in-two-files shared: a.bib:8 has the key 'shared' too\n\
         b.bib:3:7: entry-in-two-files thompson1917: the same work as 'growth' in a.bib:1\n"
    );
    let full = ["check", "--across-files", "--output-format", "full", "."];
    let (found, _) = folder.expect(1, &full);
    assert!(found.contains(":: a.bib:8:7"), "{found}");
    assert!(found.starts_with("b.bib:1:7"), "{found}");

    // No fix touches them.
    let (before, fixing) = (folder.read("b.bib"), ["check", "--across-files", "--fix"]);
    let fix = [&fixing[..], &["--unsafe-fixes", "a.bib", "b.bib"]].concat();
    folder.expect(1, &fix);
    assert_eq!(folder.read("b.bib"), before);

    // A copied entry is told of once, and a comment ignores it.
    folder.write("c.bib", folder.read("a.bib"));
    let (found, _) = folder.expect(1, &["check", "--across-files", "a.bib", "c.bib"]);
    assert_eq!(found.matches("key-in-two-files").count(), 2, "{found}");
    assert!(!found.contains("entry-in-two-files"), "{found}");
    let ignored = format!(
        "% bibsift: ignore-file key-in-two-files\n{}",
        folder.read("a.bib")
    );
    folder.write("c.bib", ignored);
    folder.expect(0, &["check", "--across-files", "a.bib", "c.bib"]);

    folder.write("bibsift.toml", "[check]\nacross-files = true\n");
    folder.expect(1, &["check", "a.bib", "b.bib"]);
    folder.expect(
        0,
        &[
            "check",
            "--ignore",
            "key-in-two-files,entry-in-two-files",
            "a.bib",
            "b.bib",
        ],
    );
}
