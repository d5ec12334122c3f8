//! The hooks of `.pre-commit-hooks.yaml` run by the real `pre-commit`, from the last commit of this
//! repository to that of another.
//!
//! `pre-commit` builds the program, which takes minutes: this runs where `BIBSIFT_OUTSIDE_READERS`
//! names `pre-commit`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

#[allow(dead_code, reason = "bibsift is run by pre-commit here")]
#[path = "support/folder.rs"]
mod folder;

use std::path::Path;
use std::process::{Command, Output};

use folder::Folder;

const GOOD: &str = "@article{watson53,
  author = {Watson, J. D. and Crick, F. H. C.},
  title = {Molecular structure of nucleic acids},
  journal = {Nature},
  year = {1953},
  volume = {171},
  pages = {737--738},
}
";

const BAD: &str = "% keep me
@ARTICLE{bad,
    author={M{\\\"u}ller, K.}, title={On bees}, journal={Bee World}, year={1999},
    doi={https://doi.org/10.1000/xyz},
}
";

#[test]
fn hooks_pass_a_good_file_and_mend_a_bad_one() {
    let wanted = std::env::var("BIBSIFT_OUTSIDE_READERS").unwrap_or_default();
    if !wanted.split(',').any(|reader| reader == "pre-commit") {
        eprintln!("skipped: BIBSIFT_OUTSIDE_READERS does not name pre-commit");
        return;
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let revision = text(&run(package, "git", &["rev-parse", "HEAD"]));
    let folder = Folder::new();
    let here = folder.path(".");
    run(&here, "git", &["init", "--quiet"]);
    let hooks = ["bibsift-fix", "bibsift-fmt", "bibsift-check"];
    let hooks: String = hooks.map(|id| format!("      - id: {id}\n")).concat();
    let config = format!(
        "repos:\n  - repo: {}\n    rev: {}\n    hooks:\n{hooks}",
        package.display(),
        revision.trim()
    );
    folder.write(".pre-commit-config.yaml", config);
    folder.write("good.bib", GOOD);
    run(&here, "git", &["add", "."]);
    let first = pre_commit(&folder);
    assert!(first.status.success(), "a good file: {first:?}");
    assert_eq!(folder.read("good.bib"), GOOD);

    folder.write("bad.bib", BAD);
    run(&here, "git", &["add", "."]);
    let bad = pre_commit(&folder);
    assert_eq!(bad.status.code(), Some(1), "a bad file: {bad:?}");
    let said = text(&bad);
    assert!(said.contains("files were modified by this hook"), "{said}");
    let mended = folder.read("bad.bib");
    assert!(mended.starts_with("% keep me\n@article{bad,\n"), "{mended}");
    assert!(mended.contains("author = {M{\\\"u}ller, K.},"), "{mended}");
    assert!(mended.contains("doi = {10.1000/xyz},"), "{mended}");

    run(&here, "git", &["add", "."]);
    let again = pre_commit(&folder);
    assert!(again.status.success(), "the mended file: {again:?}");
    assert_eq!(folder.read("bad.bib"), mended);

    folder.write("bad.bib", mended.replace("{1999}", "{20xx}"));
    run(&here, "git", &["add", "."]);
    let left = text(&pre_commit(&folder));
    assert!(left.contains("date-as-text bad.year"), "{left}");
}

/// Runs the hooks over all files. What it builds is kept beside the tests.
fn pre_commit(folder: &Folder) -> Output {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
    Command::new("python3")
        .args(["-m", "pre_commit", "run", "--all-files", "--color=never"])
        .current_dir(folder.path("."))
        .env("PRE_COMMIT_HOME", kept.join("pre-commit"))
        // The hooks are tried, not their speed.
        .env("CARGO_TARGET_DIR", kept.join("pre-commit-target"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64")
        .output()
        .expect("pre-commit can be run")
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let ran = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program can be run");
    assert!(ran.status.success(), "{program} {arguments:?}: {ran:?}");
    ran
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
