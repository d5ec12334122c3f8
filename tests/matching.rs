//! What a person decides about duplicates, and what the command tells of its own decisions.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

#[path = "support/folder.rs"]
mod folder;

use folder::Folder;
use serde_json::{Value, json};

/// A preprint and what was published of it.
const VERSIONS: &str = "@article{pre, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, journal={arXiv preprint arXiv:1901.00001}}\n\
    @article{pub, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2020, journal={Journal of Cells}, volume=3, pages={1--9}, doi={10.1000/jc.3.1}}\n";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

#[test]
fn a_merge_of_versions_names_its_policy_everywhere() {
    let folder = Folder::new();
    folder.write("in.bib", VERSIONS);
    let (_, err) = folder.expect(0, &["clean", "in.bib", "--report", "r.json"]);
    let id = "preprint-and-version-of-record";
    assert!(
        err.contains(&format!("merged versions of one work: 1 by {id}\n")),
        "{err}"
    );
    let report = parsed(&folder.read("r.json"));
    assert_eq!(report["policies"], json!({ id: 1 }));
    assert_eq!(report["merged"][0]["policies"], json!([id]));
    let (text, _) = folder.expect(0, &["dedup", "in.bib"]);
    assert!(text.contains(&format!("    {id}: ")), "{text}");
    let (text, _) = folder.expect(0, &["dedup", "in.bib", "--output-format", "json"]);
    assert_eq!(parsed(&text)["groups"][0]["policies"], json!([id]));
    let (text, _) = folder.expect(0, &["explain", id]);
    assert!(text.contains("PRISMA"), "{text}");
}

#[test]
fn a_library_may_hold_another_version() {
    let folder = Folder::new();
    let published = VERSIONS.find("@article{pub").unwrap_or_default();
    folder.write("lib.bib", &VERSIONS[published..]);
    folder.write("new.bib", &VERSIONS[..published]);
    let arguments = [
        "clean",
        "new.bib",
        "--against",
        "lib.bib",
        "--report",
        "r.json",
    ];
    folder.expect(0, &arguments);
    let known = &parsed(&folder.read("r.json"))["known"][0];
    assert_eq!(known["duplicate_of"], "pub");
    assert_eq!(known["policies"], json!(["preprint-and-version-of-record"]));
    let arguments = [&arguments[..], &["--keep-preprints"]].concat();
    let (out, _) = folder.expect(0, &arguments);
    assert!(out.contains("{pre,"), "{out}");
}

#[test]
fn versions_merge_or_stay_apart_as_asked() {
    let kept = |folder: &Folder, arguments: &[&str]| {
        let (out, _) = folder.expect(0, &[&["clean", "in.bib", "-q"], arguments].concat());
        out.lines().filter(|line| line.starts_with('@')).count()
    };
    let folder = Folder::new();
    folder.write("in.bib", VERSIONS);
    assert_eq!(kept(&folder, &[]), 1);
    assert_eq!(kept(&folder, &["--keep-preprints"]), 2);
    folder.write("bibsift.toml", "[dedup]\nkeep-preprints = true\n");
    assert_eq!(kept(&folder, &[]), 2, "bibsift.toml");

    let folder = Folder::new();
    folder.write(
        "in.bib",
        "@inproceedings{talk, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, booktitle={Proceedings of the Conference on Cells}, pages={11--14}}\n\
         @article{paper, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, journal={Journal of Cells}, volume=3, pages={1--9}}\n",
    );
    assert_eq!(kept(&folder, &[]), 2);
    assert_eq!(kept(&folder, &["--merge-versions"]), 1);
    let (_, err) = folder.expect(0, &["clean", "in.bib", "--merge-versions"]);
    assert!(err.contains("1 by versions-of-one-work"), "{err}");
    for (how, text) in [("safe", "3"), ("odd", "no value of strictness")] {
        folder.write("bibsift.toml", format!("[dedup]\nstrictness = '{how}'\n"));
        let output = folder.run(&["dedup", "in.bib"]);
        assert_eq!(output.status.success(), how == "safe", "{text}");
    }
}

/// Two pairs that may be one work each, and a record beside.
const DOUBTFUL: &str = "@inproceedings{talk, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, booktitle={Proceedings of the Conference on Cells}, pages={11--14}}\n\
    @article{paper, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, journal={Journal of Cells}, volume=3, pages={1--9}}\n\
    @inproceedings{talk2, title={Structure of the membranes of migrating neurons in larval zebrafish}, author={Poe, Jim and Ash, Eve}, year=2018, booktitle={Proceedings of the Conference on Cells}, pages={21--24}}\n\
    @article{paper2, title={Structure of the membranes of migrating neurons in larval zebrafish}, author={Poe, Jim and Ash, Eve}, year=2018, journal={Journal of Cells}, volume=4, pages={41--49}}\n\
    @book{other, title={On Growth and Form}, author={Thompson, D. W.}, year=1917}\n";

fn reviewed(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["dedup", "-q", "--output-format", "json"], arguments].concat();
    let (out, _) = folder.expect(0, &arguments);
    parsed(&out)["review"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_review_list_is_completed_in_an_editor_and_holds_from_then_on() {
    let folder = Folder::new();
    folder.write("in.bib", DOUBTFUL);
    let both = &["--decisions", "d.txt", "--review", "d.txt"][..];
    let arguments = [&["dedup", "in.bib"], both].concat();
    let (_, err) = folder.expect(0, &arguments);
    assert!(err.contains("wrote d.txt"), "{err}");
    let list = folder.read("d.txt");
    assert_eq!(list.matches("\n#? different\ttalk").count(), 2, "{list}");
    assert!(list.contains("#| veto other-pages: "), "{list}");
    assert!(list.contains("#| Roe 2019 Growth and form of lipid rafts in animal cells. Journal of Cells 3: 1-9 [in.bib]\n"));
    // Nothing is decided by writing it.
    let (again, _) = folder.expect(0, &arguments);
    assert_eq!(folder.read("d.txt"), list, "{again}");

    // A person decides both, each in one of the two ways.
    let mut edited = String::from("# by me\n");
    for line in list.lines() {
        let line = match line.strip_prefix("#? ") {
            Some(line) if line.contains("paper2") => line.to_owned(),
            Some(line) => line.replace("different", "same"),
            None => line.to_owned(),
        };
        edited.push_str(&line);
        edited.push('\n');
    }
    folder.write("d.txt", &edited);
    assert_eq!(reviewed(&folder, &["in.bib"]).len(), 2);
    assert!(reviewed(&folder, &["in.bib", "--decisions", "d.txt"]).is_empty());
    let (out, err) = folder.expect(0, &[&["clean", "in.bib"], both].concat());
    assert!(
        err.contains("1 merged, 4 kept") && err.contains("followed 2 decisions"),
        "{err}"
    );
    assert!(out.contains("{talk2,") && out.contains("{paper2,") && !out.contains("{paper,"));
    assert_eq!(folder.read("d.txt"), edited, "decisions and readings stay");

    // In a list made by them they need no record that is gone.
    for format in ["biblatex", "bibtex"] {
        let out = format!("{format}:out.bib");
        folder.expect(
            0,
            &["clean", "in.bib", "-q", "--decisions", "d.txt", "-o", &out],
        );
        let (_, err) = folder.expect(0, &["clean", "out.bib", "--decisions", "d.txt"]);
        assert!(
            err.contains("0 merged, 4 kept, 0 warnings"),
            "{format} {err}"
        );
    }

    // In another order, another format and under other keys, with more records around.
    folder.expect(0, &["convert", "in.bib", "-o", "in.ris"]);
    let renamed = folder
        .read("in.ris")
        .replace("ID  - ", "ID  - x")
        .replace("Citation Key: ", "Citation Key: x");
    let records: Vec<&str> = renamed.split_inclusive("ER  - \n").collect();
    let turned: String = records.iter().rev().copied().collect();
    folder.write("in.ris", turned);
    folder.write(
        "more.bib",
        "@book{more, title={A Dynamic Theory of Structures}, author={Coe, Max}, year=1990}",
    );
    let (_, err) = folder.expect(0, &["clean", "more.bib", "in.ris", "--decisions", "d.txt"]);
    assert!(
        err.contains("read 6 records") && err.contains("1 merged"),
        "{err}"
    );
    assert!(!err.contains("decision-"), "{err}");
}

#[test]
fn a_decision_that_cannot_be_followed_says_where_it_stands() {
    let folder = Folder::new();
    folder.write("in.bib", DOUBTFUL);
    folder.write(
        "d.txt",
        "different\ttalk\tpaper\nequal\ttalk\tpaper\nsame\ttalk\tgone\nsame\ttalk\tother\n  same\tother\tpaper\n\
         same\ttalk2~00000000\tpaper2\nsame\ttalk\ttalk\n",
    );
    let (_, err) = folder.expect(0, &["clean", "in.bib", "--decisions", "d.txt"]);
    for line in [
        "d.txt:2:1: decision-malformed: a line begins with 'same' or 'different', not with 'equal'",
        "d.txt:3:11: decision-matches-nothing: no record is called gone",
        "d.txt:5:3: decision-contradicts: other and paper stay apart, as d.txt:1 'different talk paper' asks",
        "d.txt:6:6: decision-matches-nothing: no record is called talk2~00000000; what is now talk2~",
    ] {
        assert!(err.contains(line), "{line}\n{err}");
    }
    assert!(err.contains("1 merged, 4 kept, 4 warnings"), "{err}");
    let (_, err) = folder.expect(0, &["explain", "decision-contradicts"]);
    assert!(err.is_empty());
    // Two records of the same digits under ids that were those of lines.
    let two = "TY  - JOUR\nTI  - Growth and form of lipid rafts\nAU  - Roe, J\nPY  - 2019\nT2  - Cells\nER  - \n\nTY  - CONF\nTI  - Growth and form of lipid rafts\nAU  - Roe, J\nPY  - 2019\nT2  - Conference of Neurology\nER  - \n";
    folder.write("two.ris", two);
    let arguments = [
        "dedup",
        "-q",
        "two.ris",
        "--explain",
        "two.ris:1",
        "two.ris:8",
    ];
    let (text, _) = folder.expect(0, &arguments);
    let ids: Vec<&str> = text
        .lines()
        .take(2)
        .filter_map(|line| line.split("  ").next())
        .collect();
    folder.write("d.txt", format!("same\t{}\t{}\n", ids[0], ids[1]));
    folder.write("two.ris", format!("\n\n{two}"));
    let (_, err) = folder.expect(0, &["clean", "two.ris", "--decisions", "d.txt"]);
    assert!(
        err.contains("1 merged, 1 kept") && err.contains("followed 1 decision\n"),
        "{err}"
    );
    folder.write(
        "twice.bib",
        "@book{a, title={One book}}\n@book{a, title={Other}}",
    );
    folder.write(
        "d.txt",
        "different\ta\ta#2\nsame\ta#2\ta#2\ndifferent\ta#2\ta#2\n",
    );
    let (_, err) = folder.expect(0, &["clean", "twice.bib", "--decisions", "d.txt"]);
    assert!(
        err.contains("d.txt:1:11: decision-ambiguous: several records are called a: a~"),
        "{err}"
    );
    assert!(
        err.contains("d.txt:3:1: decision-ambiguous: a#2 and a#2 mean one record"),
        "{err}"
    );
}

#[test]
fn decisions_are_never_lost_to_an_output() {
    let folder = Folder::new();
    folder.write("in.bib", DOUBTFUL);
    folder.write("d.txt", "different\ttalk\tpaper\n");
    for (arguments, word) in [
        (
            &["clean", "in.bib", "--review", "d.txt"][..],
            "name it with --decisions too",
        ),
        (
            &["dedup", "in.bib", "--review", "in.bib"],
            "would replace an input",
        ),
        (
            &[
                "clean",
                "in.bib",
                "--decisions",
                "d.txt",
                "--report",
                "d.txt",
            ],
            "would replace the decisions",
        ),
        (
            &["dedup", "in.bib", "--decisions", "none.txt"],
            "cannot read none.txt",
        ),
        (
            &["clean", "in.bib", "--no-dedup", "--decisions", "d.txt"],
            "cannot be used with",
        ),
    ] {
        let (_, err) = folder.expect(2, arguments);
        assert!(err.contains(word), "{arguments:?}: {err}");
        assert_eq!(folder.read("d.txt"), "different\ttalk\tpaper\n");
    }
    // Another file takes the decisions along.
    folder.expect(
        0,
        &[
            "clean",
            "in.bib",
            "--decisions",
            "d.txt",
            "--review",
            "r.txt",
        ],
    );
    let list = folder.read("r.txt");
    assert!(list.starts_with("different\ttalk\tpaper\n\n#| "), "{list}");
    assert_eq!(list.matches("#? ").count(), 1);
    // A folder remembers its decisions.
    folder.write("bibsift.toml", "[dedup]\ndecisions = 'r.txt'\n");
    assert_eq!(reviewed(&folder, &["in.bib"]).len(), 1);
}

#[test]
fn what_a_library_holds_is_left_out_and_the_library_left_alone() {
    let folder = Folder::new();
    let library = "@preamble{\"of the library\"}\n\
        @article{mine2019, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane and Low, Ann}, year=2019, journal={Journal of Cells}, volume=3, pages={1--9}}\n\
        @article{twice, title={Structure of the membranes of migrating neurons in larval zebrafish}, author={Poe, Jim}, year=2018, journal={Journal of Cells}, volume=4, pages={41--49}}\n\
        @article{again, title={Structure of the membranes of migrating neurons in larval zebrafish}, author={Poe, Jim}, year=2018, journal={Journal of Cells}, volume=4, pages={41--49}, note={copy}}\n\
        @book{roe2001same, title={A Key in Use}, author={Roe, A.}, year=2001}\n@article{bad, year={}}\n";
    folder.write("lib.bib", library);
    folder.write(
        "new.bib",
        "@article{theirs, title={Growth and form of lipid rafts in animal cells}, author={Roe, J. and Low, A.}, year=2019, journal={J. Cells}, volume=3, pages={1-9}}\n\
         @article{theirs2, title={Growth and Form of Lipid Rafts in Animal Cells}, author={Roe, J. and Low, A.}, year=2019, volume=3, pages={1-9}}\n\
         @article{roe2001same, title={The same key for another paper}, author={Roe, A.}, year=2001, journal={J. Keys}}\n\
         @article{fresh, title={Something the library has never heard of}, author={Coe, M.}, year=2021, journal={J. Cells}}\n",
    );
    let arguments = [
        "clean",
        "new.bib",
        "--against",
        "lib.bib",
        "--removed",
        "gone.bib",
        "--report",
        "r.json",
        "-o",
        "out.bib",
    ];
    let (_, err) = folder.expect(0, &arguments);
    assert!(
        err.contains("read 4 records from 1 input: 0 merged, 2 kept"),
        "{err}"
    );
    assert!(
        err.contains("left out 2 records that lib.bib holds already"),
        "{err}"
    );
    assert!(
        err.contains("lib.bib holds 1 work more than once, which was left alone"),
        "{err}"
    );
    assert_eq!(folder.read("lib.bib"), library);
    let out = folder.read("out.bib");
    assert!(
        out.contains("@article{roe2001samea,") && out.contains("@article{fresh,"),
        "{out}"
    );
    assert!(
        !out.contains("of the library") && !out.contains("A Key in Use"),
        "{out}"
    );
    let gone = folder.read("gone.bib");
    assert_eq!(
        gone.matches("duplicate-of = {mine2019}").count(),
        2,
        "{gone}"
    );
    assert_eq!(gone.matches("in-library = {lib.bib}").count(), 2, "{gone}");
    let report = parsed(&folder.read("r.json"));
    assert_eq!(report["counts"]["known"], 2);
    assert_eq!(report["merged"], json!([]));
    assert_eq!(report["library_duplicates"], json!([["twice", "again"]]));
    assert_eq!(report["known"][0]["duplicate_of"], "mine2019");
    assert!(
        report["known"][0]["text"]
            .as_str()
            .is_some_and(|text| text.starts_with("@article{theirs,"))
    );
    assert!(
        report["keys"]
            .as_array()
            .is_some_and(|keys| keys.contains(&json!(["theirs", "mine2019"])))
    );

    let (text, _) = folder.expect(0, &["dedup", "new.bib", "--against", "lib.bib"]);
    assert!(
        text.contains("theirs  Roe 2019 Growth") && text.contains("    mine2019 in lib.bib: "),
        "{text}"
    );
    assert!(!text.contains("again"), "{text}");
    let (tsv, _) = folder.expect(
        0,
        &[
            "dedup",
            "new.bib",
            "--against",
            "lib.bib",
            "--output-format",
            "tsv",
        ],
    );
    assert_eq!(tsv, "theirs\t3\ntheirs2\t3\nroe2001same\t1\nfresh\t2\n");
    let (_, err) = folder.expect(
        2,
        &["clean", "new.bib", "--against", "lib.bib", "-o", "lib.bib"],
    );
    assert!(err.contains("would replace what --against names"), "{err}");
    assert_eq!(folder.read("lib.bib"), library);
    // Nothing new is an answer: the list of the last time would be a wrong one.
    let arguments = ["clean", "lib.bib", "--against", "lib.bib", "-o", "out.bib"];
    folder.expect(0, &arguments);
    assert!(!folder.read("out.bib").contains("@article"));
}

#[test]
fn what_each_source_gave_is_counted() {
    let folder = Folder::new();
    let one = |key: &str, title: &str| {
        format!(
            "@article{{{key}, title={{{title} of lipid rafts in animal cells}}, author={{Roe, Jane}}, year=2019, journal={{Journal of Cells}}, volume=3, pages={{{0}7--{0}9}}}}\n",
            title.len()
        )
    };
    folder.write(
        "a.bib",
        one("a", "Growth") + &one("a2", "Growth") + &one("b", "Slow decay"),
    );
    folder.write(
        "b.bib",
        one("c", "Growth") + &one("d", "Long and perfect rest") + "@misc{e,}\n",
    );
    let table = "\
source  records  repeated within  repeated elsewhere  empty  kept  only here
PubMed        3                1                   0      0     2          1
b.bib         3                0                   1      1     1          1
all           6                1                   1      1     3          2
";
    let (text, _) = folder.expect(
        0,
        &["dedup", "a.bib", "b.bib", "--source", "PubMed=./a.bib"],
    );
    assert!(text.ends_with(&format!("\n\n{table}")), "{text}");
    // A source need not be named twice; here it comes after the input.
    let arguments = [
        "clean",
        "b.bib",
        "--source",
        "PubMed=a.bib",
        "--report",
        "r.json",
    ];
    let (_, err) = folder.expect(0, &arguments);
    assert!(err.contains("source  records"), "{err}");
    let report = parsed(&folder.read("r.json"));
    assert_eq!(report["sources"][1]["source"], "PubMed");
    assert_eq!(report["sources"][1]["across"], 1);
    assert_eq!(report["sources"][1]["unique"], 1);
    // One name for two files: one source.
    let (text, _) = folder.expect(0, &["dedup", "--source", "x=a.bib", "--source", "x=b.bib"]);
    assert!(!text.contains("repeated within"), "{text}");
    let (_, err) = folder.expect(2, &["dedup", "--source", "a.bib"]);
    assert!(err.contains("--source takes NAME=FILE"), "{err}");
}

#[test]
fn a_pair_is_explained_by_ids_with_their_digits() {
    let folder = Folder::new();
    folder.write("in.bib", DOUBTFUL);
    let (text, _) = folder.expect(0, &["dedup", "-q", "in.bib", "--explain", "talk", "paper"]);
    let ids: Vec<&str> = text
        .lines()
        .take(2)
        .filter_map(|line| line.split("  ").next())
        .collect();
    let digits = ids[1].rsplit_once('~').map_or("", |(_, digits)| digits);
    let renamed = format!("x~{digits}");
    let (again, _) = folder.expect(0, &["dedup", "-q", "in.bib", "--explain", ids[0], &renamed]);
    assert_eq!(again, text);
    let sum: f64 = text
        .lines()
        .skip_while(|line| !line.starts_with("prior"))
        .take_while(|line| !line.starts_with("total"))
        .filter_map(|line| line.split_whitespace().last()?.parse::<f64>().ok())
        .sum();
    let total = text.lines().find(|line| line.starts_with("total"));
    let total = total.and_then(|line| line.split_whitespace().last()?.parse::<f64>().ok());
    assert!(
        total.is_some_and(|total| (total - sum).abs() < 0.06),
        "{sum} {text}"
    );
    for part in [
        "match weights in nats",
        "merges from",
        "veto other-pages: ",
        "left for review",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let (_, err) = folder.expect(2, &["dedup", "in.bib", "--explain", "talk", "x~00000000"]);
    assert!(err.contains("no record has the id 'x~00000000'"), "{err}");
}

/// One article as a database exports it.
fn exported(database: &str, number: &str, more: &str) -> String {
    format!(
        "TY  - JOUR\nAU  - Roe, Jane\nTI  - Growth and form of lipid rafts in animal cells\nT2  - Journal of Cells\nPY  - 2019\nVL  - 3\nSP  - 1-9\nDB  - {database}\nAN  - {number}\n{more}ER  - \n\n"
    )
}

#[test]
fn the_record_kept_names_all_its_sources() {
    let folder = Folder::new();
    folder.write("pubmed.ris", exported("PubMed", "31000001", ""));
    folder.write(
        "embase.ris",
        exported("Embase", "L2004: 1", "DO  - 10.1000/jc.3.1\n"),
    );
    folder.write("own.bib", "@article{mine, title={Growth and form of lipid rafts in animal cells}, author={Roe, Jane}, year=2019, journal={Journal of Cells}, volume=3, pages={1--9}}\n");
    let arguments = [
        "clean",
        "pubmed.ris",
        "embase.ris",
        "own.bib",
        "--source",
        "Medline=pubmed.ris",
        "-o",
        "out.json",
        "-o",
        "out.ris",
        "-o",
        "out.bib",
        "--report",
        "r.json",
        "--removed",
        "gone.ris",
    ];
    folder.expect(0, &arguments);
    let sources = json!([
        { "source": "Medline", "id": "31000001", "database": "PubMed", "accession": "31000001" },
        { "source": "embase.ris", "id": "L2004: 1", "database": "Embase", "accession": "L2004: 1" },
        { "source": "own.bib", "id": "mine" },
    ]);
    let item = parsed(&folder.read("out.json"));
    let mut given = item[0]["custom"]["sources"].clone();
    for one in given.as_array_mut().into_iter().flatten() {
        // RIS has no key of its own.
        if one.get("id").is_none() {
            one["id"] = one["accession"].clone();
        }
    }
    assert_eq!(given, sources, "{item:#}");
    assert_eq!(
        parsed(&folder.read("r.json"))["merged"][0]["sources"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
    let ris = folder.read("out.ris");
    assert_eq!(ris.matches("Also In: ").count(), 1, "{ris}");
    let pair = [
        "DB  - Embase\nAN  - L2004: 1\n",
        "DB  - PubMed\nAN  - 31000001\n",
    ];
    assert!(
        pair.iter().any(|pair| ris.contains(pair)),
        "a number goes with its database\n{ris}"
    );
    assert!(!folder.read("out.bib").contains("Also"));
    let gone = folder.read("gone.ris");
    assert_eq!(
        gone.matches("M2  - duplicate-of: mine\n").count(),
        2,
        "{gone}"
    );

    // What is written is a fixed point, and merging it again with a source of its own adds none.
    for name in ["out.json", "out.ris"] {
        folder.expect(0, &["clean", name, "-o", &format!("again-{name}")]);
        assert_eq!(folder.read(&format!("again-{name}")), folder.read(name));
        folder.expect(
            0,
            &["clean", name, "embase.ris", "-o", &format!("more-{name}")],
        );
        let more = folder.read(&format!("more-{name}"));
        let count = |text: &str| text.matches("L2004: 1").count();
        assert_eq!(count(&more), count(&folder.read(name)), "{more}");
    }
}

#[test]
fn a_large_file_of_decisions_costs_no_more_than_its_lines() {
    let folder = Folder::new();
    folder.write("in.bib", DOUBTFUL);
    let mut lines = String::new();
    for n in 0..20_000 {
        lines.push_str(
            [
                "same\ttalk\tpaper\n",
                "different\ttalk\tpaper\n",
                "same\tother\tpaper\n",
            ][n % 3],
        );
        lines.push_str("same\tgone\tnone\n");
    }
    folder.write("d.txt", lines);
    let start = std::time::Instant::now();
    let (_, err) = folder.expect(0, &["clean", "in.bib", "--decisions", "d.txt"]);
    assert!(err.contains("5 kept") || err.contains("4 kept"), "{err}");
    assert!(start.elapsed().as_secs() < 60, "{err}");
}
