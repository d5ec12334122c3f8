//! `check --fix` as its users meet it: what is mended, what stays, and what manuscripts cite then.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up should stop"
)]

#[path = "support/folder.rs"]
mod folder;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use folder::Folder;

const MESSY: &str = r#"% keep me
@article{messy,
  author = {Smith, John and others and M{\"u}ller, K and Jane A.B. Doe},
  title = {A study of H$_2$O &amp; life},
  journal = jx # {, Series &amp; B},
  year = {20xx},
  pages = {99-120},
  doi = {https://doi.org/10.1000/xyz.},
}
@string{jx = "J. of X"}
"#;

/// UTF-8 with one line in another encoding.
fn mixed() -> Vec<u8> {
    let utf8 = "% \u{e9}\u{e8}\u{fc} \u{f6} \u{e4} \u{f1}\n".repeat(100);
    let entry = b"% M\xfcller\n@misc{k, title = {T}, doi = {https://doi.org/10.1000/1}}\n";
    [utf8.as_bytes(), entry].concat()
}

const LIBRARY: &str = r#"% library
@string{nat = "Nature"}

@article{watson53, % first
  author = {Watson, J. D. and Crick, F. H. C.},
  title = {Molecular structure of nucleic acids},
  journal = nat,
  year = 1953
}

@article{bees, author = {M{\"u}ller, K.}, title = {Something else entirely about bees}, journal = {Bee World}, year = 1999}

% a duplicate
@article{WC1953,
  author = {Watson, James D. and Crick, Francis H. C.},
  title = {Molecular structure of nucleic acids},
  journal = {Nature},
  volume = {171},
  pages = {737--738},
  doi = {10.1038/171737a0},
  year = {1953},
}
"#;

const MANUSCRIPT: &str = r"\documentclass{article}
\begin{document}
As \cite{WC1953,bees} and \citep[see][3]{watson53} say. WC1953 \nocite{WC1953}
\bibliography{refs}
\end{document}
";

#[test]
fn only_what_is_wrong_changes() {
    let folder = Folder::new();
    folder.write("refs.bib", MESSY);
    let (diff, _) = folder.expect(1, &["check", "--diff", "refs.bib"]);
    assert!(diff.contains("+  doi = {10.1000/xyz},"), "{diff}");
    assert_eq!(folder.read("refs.bib"), MESSY, "a diff writes nothing");
    folder.expect(1, &["check", "--fix", "refs.bib"]);
    let wanted = MESSY
        .replace("https://doi.org/10.1000/xyz.", "10.1000/xyz")
        .replace("99-120", "99--120")
        .replace("A.B. Doe", "A. B. Doe")
        .replace("O &amp; life", "O \\& life");
    assert_eq!(folder.read("refs.bib"), wanted);
    let (_, err) = folder.expect(1, &["check", "--fix", "refs.bib"]);
    assert!(!err.contains("mended"), "{err}");
    assert!(!err.contains("--fix,"), "nothing is left to mend: {err}");
    assert_eq!(folder.read("refs.bib"), wanted);
}

/// Runs bibsift in the folder with something to read from standard input.
fn piped(folder: &Folder, arguments: &[&str], input: &[u8]) -> std::process::Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bibsift"))
        .args(arguments)
        .current_dir(folder.0.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the built program");
    let stdin = child.stdin.take();
    let written = stdin.expect("it is piped").write_all(input);
    written.expect("the program reads");
    child.wait_with_output().expect("the program ends")
}

#[test]
fn standard_input_goes_to_standard_output_mended() {
    let folder = Folder::new();
    // What is called so stays, whatever standard input holds.
    folder.write("refs.bib", MESSY);
    let fix = ["check", "--fix", "-", "--stdin-filename", "refs.bib"];
    let output = piped(&folder, &fix, MESSY.as_bytes());
    let (out, err) = (
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8(output.stderr).expect("UTF-8"),
    );
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(out.contains("  doi = {10.1000/xyz},"), "{out}");
    assert!(
        err.contains("refs.bib:6:11: date-as-text messy.year"),
        "{err}"
    );
    assert_eq!(folder.read("refs.bib"), MESSY);
    folder.expect(1, &["check", "--fix", "refs.bib"]);
    assert_eq!(out, folder.read("refs.bib"));
    // What has nothing to mend, or cannot be mended, comes out as it is.
    let latin1 = b"@misc{k, title = {M\xfcller}, doi = {https://doi.org/10.1000/1}}\n";
    for input in [out.as_bytes(), b"", &mixed()] {
        assert_eq!(piped(&folder, &fix, input).stdout, input);
    }
    let mended = piped(&folder, &fix, latin1).stdout;
    assert_eq!(
        mended,
        b"@misc{k, title = {M\xfcller}, doi = {10.1000/1}}\n"
    );
}

#[test]
fn a_fix_is_promised_only_where_it_is_made() {
    let folder = Folder::new();
    let promised = |name: &str| -> usize {
        let (out, _) = folder.expect(1, &["check", "--output-format", "json", name]);
        out.matches("\"fixable\": \"safe\"").count()
    };
    // Keywords in braces are one keyword; keywords of several fields make one list.
    let text = "@misc{k, title = {T}, keywords = {{one; two; three}}}\n";
    folder.write("braces.bib", text);
    assert_eq!(promised("braces.bib"), 1);
    folder.expect(0, &["check", "--fix", "braces.bib"]);
    let mended = text.replace("{{one; two; three}}", "{one, two, three}");
    assert_eq!(folder.read("braces.bib"), mended);
    folder.write(
        "fields.bib",
        "@misc{k, title = {T}, keywords = {one}, keywords = {One}}\n",
    );
    assert_eq!(promised("fields.bib"), 0);
    // What the abstract ends in is told of only where it is asked for, and not taken away.
    folder.write(
        "tail.bib",
        "@misc{k, title = {T}, abstract = {Bees\u{a0}fly. \u{a9} 2020 Elsevier Ltd. All rights reserved.}}\n",
    );
    assert_eq!(promised("tail.bib"), 1);
    folder.expect(0, &["check", "--fix", "tail.bib"]);
    assert!(
        folder
            .read("tail.bib")
            .contains("Bees fly. \u{a9} 2020 Elsevier Ltd. All")
    );
    folder.write("mixed.bib", mixed());
    assert_eq!(promised("mixed.bib"), 0);
}

#[test]
fn duplicates_become_one_entry_and_manuscripts_follow() {
    let folder = Folder::new();
    folder.write("refs.bib", LIBRARY);
    folder.write("paper.tex", MANUSCRIPT);
    let before = bibliography(&folder);
    let arguments = [
        "check",
        "--fix",
        "--unsafe-fixes",
        "--rewrite-tex",
        "paper.tex",
        "--",
        "refs.bib",
    ];
    let (_, err) = folder.expect(0, &arguments);
    assert!(err.contains("WC1953\twatson53\n"), "{err}");
    let kept = "author = {Watson, James D. and Crick, Francis H. C.},\n  title = {Molecular structure of nucleic acids},\n  journal = nat,\n  year = 1953,\n  volume = {171},\n  pages = {737--738},\n  doi = {10.1038/171737a0}\n}\n";
    let text = folder.read("refs.bib");
    assert!(text.contains(kept), "{text}");
    assert!(
        text.contains("% a duplicate") && !text.contains("WC1953"),
        "{text}"
    );
    assert!(
        text.contains(r#"@article{bees, author = {M{\"u}ller, K.}, title"#),
        "{text}"
    );
    let cited = MANUSCRIPT.replace("cite{WC1953", "cite{watson53");
    assert_eq!(folder.read("paper.tex"), cited);
    // The works in the bibliography are the same; the one that stood there twice stands there once.
    if let (Some(before), Some(after)) = (before, bibliography(&folder)) {
        assert_eq!((before.len(), after.len()), (3, 2));
        assert!(
            after.iter().all(|work| before.contains(work)),
            "{before:#?}\n{after:#?}"
        );
    }
}

#[test]
fn biblatex_entries_keep_the_keys_of_their_duplicates() {
    let folder = Folder::new();
    let entry = |key: &str, more: &str| {
        format!(
            "@article{{{key},\n  author = {{Watson, J. D. and Crick, F. H. C.}},\n  title = {{Molecular structure of nucleic acids}},\n  journaltitle = {{Nature}},\n  date = {{1953-04-25}},\n{more}}}\n"
        )
    };
    let text = entry("a", "") + "\n" + &entry("b", "  volume = {171},\n");
    folder.write("refs.bib", &text);
    folder.expect(0, &["check", "--fix", "--unsafe-fixes", "refs.bib"]);
    let wanted = entry("a", "  volume = {171},\n  ids = {b},\n");
    assert_eq!(folder.read("refs.bib"), wanted);
}

#[test]
fn what_is_not_reported_is_not_mended() {
    let folder = Folder::new();
    let text = "@misc{wrong, title = {One}, doi = {https://doi.org/10.1000/abc}, note = {a\u{a0}b}}\n\n\
                % bibsift: ignore doi-as-url\n\
                @misc{ignored, title = {Two}, doi = {https://doi.org/10.1000/def}}\n\n\
                @misc{right, title = {Three}, doi = {10.1000/GHI}}\n";
    folder.write("refs.bib", text);
    let (found, _) = folder.expect(1, &["check", "refs.bib"]);
    assert_eq!(found.lines().count(), 2, "{found}");
    folder.expect(0, &["check", "--fix", "refs.bib"]);
    let wanted = text
        .replacen("https://doi.org/", "", 1)
        .replace('\u{a0}', " ");
    assert_eq!(folder.read("refs.bib"), wanted);
}

#[test]
fn what_inherits_is_left_alone() {
    let folder = Folder::new();
    let text = "@inproceedings{a, author={Doe, J}, title={On a thing of note}, crossref={p}}\n@inproceedings{b, author={Doe, J}, title={On a thing of note}, crossref={p}}\n@proceedings{p, title={Things}, booktitle={Things}, year={2001}}\n";
    folder.write("refs.bib", text);
    folder.run(&[
        "check",
        "--fix",
        "--unsafe-fixes",
        "--select",
        "duplicate-entry",
        "refs.bib",
    ]);
    assert_eq!(folder.read("refs.bib"), text);
}

#[cfg(unix)]
#[test]
fn links_modes_and_read_only_files_are_respected() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    folder.write(
        "real.bib",
        "@misc{a, title={A thing}, doi={https://doi.org/10.1000/xyz}}\n",
    );
    fs::set_permissions(folder.path("real.bib"), fs::Permissions::from_mode(0o640))
        .expect("a mode");
    symlink("real.bib", folder.path("link.bib")).expect("a link");
    folder.run(&["check", "--fix", "link.bib"]);
    let kind = fs::symlink_metadata(folder.path("link.bib")).expect("a link");
    assert!(kind.file_type().is_symlink());
    assert!(folder.read("real.bib").contains("doi={10.1000/xyz}"));
    let mode = fs::metadata(folder.path("real.bib"))
        .expect("a file")
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o640);
    let text = "@misc{b, doi={https://doi.org/10.1000/xyz}}\n";
    folder.write("sealed.bib", text);
    fs::set_permissions(folder.path("sealed.bib"), fs::Permissions::from_mode(0o440))
        .expect("a mode");
    let (_, err) = folder.expect(2, &["check", "--fix", "sealed.bib"]);
    assert!(err.contains("read-only"), "{err}");
    assert_eq!(folder.read("sealed.bib"), text);
}

/// The works in the bibliography that pybtex makes for the manuscript, without their labels; [`None`]
/// where there is no pybtex.
fn bibliography(folder: &Folder) -> Option<Vec<String>> {
    let cited = folder.read("paper.tex");
    let keys: Vec<&str> = ["WC1953", "bees", "watson53"]
        .into_iter()
        .filter(|key| {
            cited
                .split("cite")
                .any(|part| part.contains(key) && part.contains('{'))
        })
        .filter(|key| folder.read("refs.bib").contains(&format!("{{{key},")))
        .collect();
    let aux: String = keys
        .iter()
        .map(|key| format!("\\citation{{{key}}}\n"))
        .collect();
    folder.write("paper.aux", aux + "\\bibdata{refs}\n\\bibstyle{plain}\n");
    let ran = Command::new("python3")
        .args(["-m", "pybtex", "paper.aux"])
        .current_dir(folder.path("."))
        .output()
        .ok()?;
    if !ran.status.success() {
        return None;
    }
    let text = folder.read("paper.bbl");
    let works = text.split("\\bibitem").skip(1).map(|item| {
        let (_, item) = item.split_once('}').unwrap_or_default();
        item.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    Some(
        works
            .map(|work| work.replace("\\end{thebibliography}", "").trim().to_owned())
            .collect(),
    )
}
