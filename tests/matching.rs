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
