//! The command as its users meet it: what goes in, what comes out, and how it ends.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

#[path = "support/folder.rs"]
mod folder;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use folder::Folder;

const PAGES: [&str; 4] = [
    "000_9714b79b0da28b18.txt",
    "001_07c0cb264d21a031.txt",
    "002_ae09181a376c1b72.txt",
    "003_45b3071a62a6d0ee.txt",
];

fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pages");
    PAGES
        .iter()
        .map(|name| folder.join(name).display().to_string())
        .collect()
}

fn entries(bib: &str) -> usize {
    bib.lines().filter(|line| line.starts_with('@')).count()
}

#[test]
fn the_four_pages_give_22_records_however_often_they_are_given() {
    let folder = Folder::new();
    let pages = pages();
    let once: Vec<&str> = pages.iter().map(String::as_str).collect();
    folder.expect(
        0,
        &[&["clean"], &once[..], &["-o", "refs.bib", "-o", "refs.ris"]].concat(),
    );
    assert_eq!(entries(&folder.read("refs.bib")), 22);
    assert_eq!(folder.read("refs.ris").matches("TY  - ").count(), 22);

    let (twice, _) = folder.expect(0, &[&["clean"], &once[..], &once[..]].concat());
    assert_eq!(entries(&twice), 22, "given twice");
    let with_own = [&["clean"], &once[..], &["refs.bib", "refs.ris"]].concat();
    assert_eq!(
        entries(&folder.expect(0, &with_own).0),
        22,
        "given with their own output"
    );
}

#[test]
fn cleaning_the_output_changes_no_byte() {
    let folder = Folder::new();
    let pages = pages();
    let once: Vec<&str> = pages.iter().map(String::as_str).collect();
    for (name, format) in [
        ("a.bib", "bibtex:again"),
        ("biblatex:b.bib", "biblatex:again"),
        ("c.ris", "ris:again"),
        ("d.json", "csl-json:again"),
        ("e.jsonl", "jsonl:again"),
    ] {
        for extra in [&[][..], &["--statements"]] {
            folder.expect(0, &[&["clean"], &once[..], &["-o", name], extra].concat());
            let file = name.rsplit(':').next().unwrap();
            folder.expect(0, &[&["clean", file, "-o", format], extra].concat());
            assert_eq!(folder.read("again"), folder.read(file), "{name} {extra:?}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = Folder::new();
    let many: String = (0..3000)
        .map(|n| format!("@article{{k{n}, title={{Paper number {} on things}}, author={{A{n}, B}}, year={}}}\n", n / 2, 1990 + n % 30))
        .collect();
    folder.write("many.bib", many);
    let (one, _) = folder.expect(0, &["clean", "many.bib", "--jobs", "1"]);
    let (four, _) = folder.expect(0, &["clean", "many.bib", "--jobs", "4"]);
    assert!(one == four);
}

#[test]
fn a_missing_file_is_one_sentence_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("good.bib", "@book{a, title={A}}");
    let (out, err) = folder.expect(2, &["clean", "good.bib", "absent.bib", "-o", "out.bib"]);
    assert!(
        out.is_empty() && err.lines().count() == 1 && err.contains("absent.bib"),
        "{err}"
    );
    assert!(!folder.path("out.bib").exists());
}

#[test]
fn a_folder_that_cannot_be_written_is_one_sentence() {
    let folder = Folder::new();
    folder.write("good.bib", "@book{a, title={A}}");
    let (_, err) = folder.expect(2, &["clean", "good.bib", "-o", "no/such/folder.bib", "-q"]);
    assert!(
        err.lines().count() == 1 && err.contains("no/such/folder.bib"),
        "{err}"
    );
}

#[test]
fn an_existing_list_is_never_replaced_by_an_empty_one() {
    let folder = Folder::new();
    folder.write("prose.txt", "Nothing here is a reference.\n");
    folder.write("refs.bib", "@book{keep, title={Me}}\n");
    let (_, err) = folder.expect(2, &["clean", "prose.txt", "-o", "refs.bib"]);
    assert!(err.contains("refs.bib stays as it was"), "{err}");
    assert_eq!(folder.read("refs.bib"), "@book{keep, title={Me}}\n");
    let (out, err) = folder.expect(0, &["clean", "prose.txt"]);
    assert!(
        out.trim().is_empty() && err.contains("format-unknown"),
        "{err}"
    );
}

#[test]
fn an_output_may_be_an_input_and_keeps_its_mode() {
    let folder = Folder::new();
    let path = folder.write(
        "refs.bib",
        "@book{a, title={A tale}}\n@book{b, title={Another}}\n",
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("refs.bib", folder.path("link.bib")).unwrap();
        folder.expect(0, &["clean", "refs.bib", "-o", "link.bib"]);
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
        assert!(
            fs::symlink_metadata(folder.path("link.bib"))
                .unwrap()
                .is_symlink()
        );
    }
    folder.expect(0, &["clean", "refs.bib", "-o", "refs.bib"]);
    assert_eq!(entries(&folder.read("refs.bib")), 2);
    let left: Vec<_> = fs::read_dir(folder.0.path())
        .unwrap()
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| !name.to_string_lossy().starts_with(".bibsift")),
        "{left:?}"
    );
}

#[test]
#[cfg(unix)]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::new();
    folder.write("in.bib", "@book{a, title={A tale}}\n");
    folder.expect(0, &["clean", "in.bib", "-o", "bibtex:/dev/null"]);
    let kind = fs::metadata("/dev/null").unwrap().file_type();
    assert!(kind.is_char_device());
}

/// What the command prints when it is given `text` to read.
fn pipe(arguments: &[&str], text: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bibsift"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the built program");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("it reads");
    drop(stdin);
    let out = child.wait_with_output().expect("it ends");
    String::from_utf8(out.stdout).expect("UTF-8")
}

#[test]
fn standard_input_gzip_and_directories_are_read() {
    let folder = Folder::new();
    let bib = "@article{a, title={On a thing}, year=2001}\n";
    let out = pipe(&["clean", "-q"], bib);
    assert_eq!(entries(&out), 1);

    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    zip.write_all(bib.as_bytes()).unwrap();
    fs::create_dir(folder.path("in")).unwrap();
    folder.write("in/b.bib.gz", zip.finish().unwrap());
    folder.write(
        "in/a.bib",
        "@article{z, title={First by path}, year=2002}\n",
    );
    folder.write("in/picture.png", [0x89, b'P', b'N', b'G']);
    let (out, err) = folder.expect(0, &["clean", "in"]);
    assert_eq!(entries(&out), 2);
    assert!(out.find("First by path").unwrap() < out.find("On a thing").unwrap());
    assert!(err.contains("2 inputs"), "{err}");
}

#[test]
fn hostile_input_gets_a_diagnostic_and_the_rest_comes_out() {
    let good = "\n@article{good, title={A good title here}, author={Good, Ann}, year=2010}\n";
    let nested = format!(
        "@misc{{deep, title={}x{}}}",
        "{".repeat(100_000),
        "}".repeat(100_000)
    );
    let huge = format!("@misc{{huge, abstract={{{}}}}}", "word ".repeat(2_000_000));
    let loops = "@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n@misc{c, title={C}, crossref={c}}";
    let cases: Vec<(&str, Vec<u8>, usize)> = vec![
        (
            "unclosed",
            b"@article{bad, title={No end, author={X}\n".to_vec(),
            2,
        ),
        ("deep", nested.into_bytes(), 2),
        ("huge", huge.into_bytes(), 2),
        ("loops", loops.into(), 4),
        (
            "date",
            b"@article{d, title={Dated badly}, year={32 Nevember 20x5}}".to_vec(),
            2,
        ),
        (
            "latin1",
            b"@article{l, title={M\xFCller und S\xF6hne}, author={M\xFCller, J}}".to_vec(),
            2,
        ),
        (
            "half",
            b"@article{h, title={Half a record}, author={Hal".to_vec(),
            2,
        ),
    ];
    for (name, mut bytes, expected) in cases {
        let folder = Folder::new();
        bytes.extend_from_slice(good.as_bytes());
        folder.write("in.bib", &bytes);
        let (out, err) = folder.expect(0, &["clean", "in.bib"]);
        assert!(out.contains("A good title here"), "{name}: {err}");
        assert_eq!(
            entries(&out),
            expected,
            "{name}\n{}",
            out.chars().take(500).collect::<String>()
        );
        if matches!(name, "unclosed" | "loops" | "date") {
            assert!(err.contains("in.bib:"), "{name} needs a place: {err}");
        }
    }
}

#[test]
fn junk_gives_no_record_and_says_so() {
    let binary: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("binary", binary),
        ("blank", b"\n \n".to_vec()),
    ] {
        let folder = Folder::new();
        folder.write("in.bib", &bytes);
        let (out, err) = folder.expect(0, &["clean", "in.bib"]);
        assert_eq!(entries(&out), 0, "{name}");
        assert!(err.contains("in.bib:1:1:"), "{name}: {err}");
    }
}

#[test]
fn at_most_five_diagnostics_of_a_rule_are_shown() {
    let folder = Folder::new();
    let bad: String = (0..40)
        .map(|n| format!("@article{{k{n}, title={{T{n}}}, year={{no idea {n}}}}}\n"))
        .collect();
    folder.write("in.bib", bad);
    let (_, err) = folder.expect(0, &["clean", "in.bib", "--report", "report.json"]);
    let lines = err
        .lines()
        .filter(|line| line.starts_with("in.bib:"))
        .count();
    assert_eq!(lines, 5, "{err}");
    assert!(err.contains("and 35 more of"), "{err}");
    let report: serde_json::Value = serde_json::from_str(&folder.read("report.json")).unwrap();
    let warnings = report["diagnostics"].as_array().unwrap();
    assert_eq!(
        warnings
            .iter()
            .filter(|one| one["severity"] == "warning")
            .count(),
        40
    );
}

#[test]
fn merged_away_records_are_written_and_can_be_restored() {
    let folder = Folder::new();
    let two = "@article{old1, title={The same long title of a paper}, author={Roe, Jane}, year=2001, volume=3, pages={1--9}, journal={J Things}}\n\
               @article{old2, title={The same long title of a paper}, author={Roe, Jane}, year=2001, volume=3, pages={1--9}, journal={J Things}, note={kept?}}\n\
               @misc{untitled, author={Doe, J}, year=1999}\n";
    folder.write("in.bib", two);
    let arguments = [
        "clean",
        "in.bib",
        "-o",
        "out.bib",
        "--removed",
        "gone.bib",
        "--require",
        "title",
        "--report",
        "r.json",
    ];
    folder.expect(0, &arguments);
    assert_eq!(entries(&folder.read("out.bib")), 1);
    let gone = folder.read("gone.bib");
    assert!(
        gone.contains("duplicate-of = {old1}") && gone.contains("set-aside = {no title}"),
        "{gone}"
    );
    let report: serde_json::Value = serde_json::from_str(&folder.read("r.json")).unwrap();
    assert_eq!(report["keys"][0], serde_json::json!(["old2", "old1"]));
    let text = report["merged"][0]["records"][1]["text"].as_str().unwrap();
    assert!(
        text.starts_with("@article{old2") && text.ends_with('}'),
        "{text}"
    );
}

#[test]
fn names_that_no_table_holds_are_refused_with_the_nearest() {
    let folder = Folder::new();
    folder.write("in.bib", "@book{a, title={A}}");
    for (arguments, word) in [
        (
            &["clean", "in.bib", "--from", "docx"][..],
            "no format is called 'docx'",
        ),
        (&["clean", "in.bib", "-o", "out.docx"], ".bib"),
        (&["explain", "doi-as-ulr"], "did you mean"),
    ] {
        let (_, err) = folder.expect(2, arguments);
        assert!(err.contains(word), "{err}");
    }
}

#[test]
fn every_output_needs_a_file_of_its_own() {
    let folder = Folder::new();
    let text = "@book{a, title={A tale of a tub}}\n";
    folder.write("in.bib", text);
    fs::create_dir(folder.path("d.bib")).unwrap();
    for (arguments, word) in [
        (&["-o", "o.ris", "-o", "./o.ris"][..], "written twice"),
        (&["-o", "o.bib", "--removed", "o.bib"], "written twice"),
        (&["-o", "o.json", "--report", "o.json"], "written twice"),
        (&["--removed", "in.bib"], "would replace an input"),
        (&["--report", "./in.bib"], "would replace an input"),
        (&["-o", "d.bib"], "is a directory"),
    ] {
        let (out, err) = folder.expect(2, &[&["clean", "in.bib"], arguments].concat());
        assert!(
            out.is_empty() && err.lines().count() == 1 && err.contains(word),
            "{arguments:?}: {err}"
        );
        assert_eq!(folder.read("in.bib"), text, "{arguments:?}");
        assert!(!folder.path("o.ris").exists() && !folder.path("o.bib").exists());
    }
}

#[test]
fn a_record_without_fields_is_counted_said_and_not_written() {
    let folder = Folder::new();
    folder.write(
        "in.ris",
        "TY  - JOUR\nER  - \nTY  - BOOK\nTI  - On Growth and Form\nER  - \n",
    );
    for command in ["clean", "convert"] {
        let (out, err) = folder.expect(0, &[command, "in.ris", "--to", "ris"]);
        assert_eq!(out.matches("TY  - ").count(), 1, "{out}");
        assert!(err.contains("in.ris:1:1: record-empty"), "{err}");
        assert!(err.contains("left out 1 record without any field"), "{err}");
    }
    folder.write("none.ris", "TY  - JOUR\nER  - \n");
    folder.write("kept.bib", "@book{keep, title={Me}}\n");
    folder.expect(2, &["clean", "none.ris", "-o", "kept.bib"]);
    assert_eq!(folder.read("kept.bib"), "@book{keep, title={Me}}\n");
}

#[test]
fn notes_and_numbered_keys_go_through_ris_and_back() {
    let folder = Folder::new();
    folder.write(
        "in.bib",
        "@article{1102917, title={On things and others}, year=2001}\n",
    );
    folder.expect(0, &["clean", "in.bib", "-o", "a.ris"]);
    folder.expect(0, &["clean", "a.ris", "-o", "b.ris", "-o", "b.bib"]);
    assert_eq!(folder.read("a.ris"), folder.read("b.ris"));
    assert!(folder.read("b.bib").contains("@article{1102917,"));
    folder.write(
        "id.ris",
        "TY  - JOUR\nID  - 77\nTI  - A study\nN1  - One note.\nN1  - Another\nER  - \n",
    );
    let (out, _) = folder.expect(0, &["clean", "id.ris", "--to", "ris"]);
    assert!(out.contains("ID  - study"), "{out}");
    assert!(out.contains("N1  - One note.\nN1  - Another\n"), "{out}");
}

#[test]
#[cfg(unix)]
fn a_reader_who_leaves_early_is_no_failure() {
    let folder = Folder::new();
    let many: String = (0..5000)
        .map(|n| {
            format!("@article{{k{n}, title={{Paper number {n} on things}}, year={{no {n}}}}}\n")
        })
        .collect();
    folder.write("many.bib", many);
    for arguments in [
        &["clean", "many.bib", "--no-dedup"][..],
        &["dedup", "many.bib", "--output-format", "tsv"],
        &["explain"],
        &["man"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bibsift"))
            .args(arguments)
            .current_dir(folder.0.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        drop(child.stderr.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn any_bytes_read_as_any_format_give_an_answer() {
    let folder = Folder::new();
    let mut state = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(100_000)
    .collect();
    folder.write("noise", &noise);
    folder.write("braces", "@a{x, t={".repeat(10_000));
    folder.write("objects", "[{\"title\":".repeat(10_000));
    folder.write("tags", "TY  - JOUR\nAU  - A\n".repeat(3_000));
    folder.write(
        "half",
        &include_bytes!("../examples/pages/000_9714b79b0da28b18.txt")[..3001],
    );
    for format in ["bibtex", "biblatex", "ris", "csl-json", "jsonl", "page"] {
        for file in ["noise", "braces", "objects", "tags", "half"] {
            let arguments = [
                "convert", file, "--from", format, "--to", "jsonl", "--jobs", "0",
            ];
            let (_, err) = folder.expect(0, &arguments);
            assert!(!err.contains("panicked"), "{format} {file}: {err}");
        }
    }
}

#[test]
fn fmt_lays_out_in_place_and_tells_whether_it_would() {
    let folder = Folder::new();
    let before = "% keep me\r\n@Misc{a,Title={x}}\r\n@misc{broken, title={y}\r\n";
    let after = "% keep me\r\n@misc{a,\r\n  title = {x},\r\n}\r\n\r\n@misc{broken, title={y}\r\n";
    folder.write("refs.bib", before);
    let (_, err) = folder.expect(1, &["fmt", "--check", "refs.bib"]);
    assert!(err.contains("would lay out refs.bib"), "{err}");
    let (diff, _) = folder.expect(1, &["fmt", "--diff", "refs.bib"]);
    assert!(
        diff.contains("-@Misc{a,Title={x}}\n+@misc{a,\n+  title = {x},\n"),
        "{diff}"
    );
    assert_eq!(folder.read("refs.bib"), before, "nothing was written");
    let (_, err) = folder.expect(0, &["fmt", "refs.bib"]);
    assert!(err.contains("refs.bib:3:1: left as it is"), "{err}");
    assert_eq!(folder.read("refs.bib"), after);
    folder.expect(0, &["fmt", "--check", "."]);
    let (_, err) = folder.expect(2, &["fmt", "none.bib"]);
    assert!(err.contains("cannot read none.bib"), "{err}");
}

#[test]
fn fmt_takes_its_style_from_the_configuration_of_each_file() {
    let folder = Folder::new();
    fs::create_dir(folder.path("sub")).expect("a folder");
    folder.write("bibsift.toml", "[fmt]\nindent = 4\nsort = 'key'\n");
    folder.write("sub/bibsift.toml", "[fmt]\nindent = 'tab'\n");
    let text = "@misc{b, year=1}\n@misc{a, year=2}\n";
    folder.write("one.bib", text);
    folder.write("sub/two.bib", text);
    folder.expect(0, &["fmt", "--width", "80", "."]);
    assert_eq!(
        folder.read("one.bib"),
        "@misc{a,\n    year = 2,\n}\n\n@misc{b,\n    year = 1,\n}\n"
    );
    assert!(
        folder
            .read("sub/two.bib")
            .starts_with("@misc{b,\n\tyear = 1,\n}")
    );
    folder.write("bibsift.toml", "[fmt]\nident = 4\n");
    let (_, err) = folder.expect(2, &["fmt", "one.bib"]);
    assert!(err.contains("did you mean indent"), "{err}");
}

#[test]
fn fmt_keeps_the_encoding_of_a_file() {
    let folder = Folder::new();
    let latin1 = b"@misc{a,author={G\xf6del, K and Schr\xf6dinger, E and M\xfcller, P}}\n";
    folder.write("latin1.bib", latin1);
    folder.expect(0, &["fmt", "latin1.bib"]);
    let bytes = fs::read(folder.path("latin1.bib")).expect("the file");
    assert!(
        bytes.starts_with(b"@misc{a,\n  author = {G\xf6del, K and"),
        "{bytes:?}"
    );
    let out = pipe(&["fmt", "-"], "@MISC{b}");
    assert_eq!(out, "@misc{b,\n}\n");
}

#[test]
fn the_report_links_the_mentions_of_the_four_pages() {
    let folder = Folder::new();
    let pages = pages();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let arguments = [&["clean"], &pages[..], &["--report", "r.json"]].concat();
    let (_, err) = folder.expect(0, &arguments);
    let report: serde_json::Value = serde_json::from_str(&folder.read("r.json")).unwrap();
    let mentions = &report["mentions"];
    let figure = |name: &str| mentions[name].as_u64().unwrap();
    assert_eq!(figure("statements"), 8);
    assert_eq!(figure("folded"), 3);
    assert_eq!(
        figure("read"),
        figure("linked") + figure("ambiguous") + figure("unlinked")
    );
    let works = mentions["works"].as_array().unwrap();
    let texts: Vec<&str> = works
        .iter()
        .flat_map(|work| work["mentions"].as_array().unwrap())
        .map(|mention| mention["text"].as_str().unwrap())
        .collect();
    assert!(texts.contains(&"Fan et al, 2019"), "{texts:?}");
    let unlinked = mentions["not_linked"].as_array().unwrap();
    assert!(unlinked.iter().any(|mention| mention["text"] == "[17]"));
    assert!(err.contains("mentions in 8 citation statements"), "{err}");
}
