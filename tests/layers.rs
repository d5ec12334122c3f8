//! Holds the modules of the library to their layers: a module names only what lies below it, a
//! few crates are named in one place only, and nothing below the command line touches files, the
//! clock, the environment or the terminal.
//!
//! Comments, doc examples and `#[cfg(test)]` items may name what they like.

#![allow(
    clippy::expect_used,
    reason = "a source tree that cannot be read should stop the test"
)]

#[path = "support/rust_source.rs"]
mod rust_source;

use rust_source::{Kind, Token};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Each module of the library with the modules it may name, lowest first.
const LAYERS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("doc", &[]),
    ("source", &["error"]),
    ("report", &["doc", "source"]),
    ("text", &[]),
    ("model", &["doc", "source", "text"]),
    (
        "interop",
        &["error", "doc", "source", "report", "text", "model"],
    ),
    (
        "formats",
        &["error", "doc", "source", "report", "text", "model"],
    ),
    ("rules", &["doc", "source", "report", "text", "model"]),
    ("dedup", &["doc", "source", "report", "text", "model"]),
    (
        "config",
        &[
            "error", "doc", "source", "report", "text", "model", "formats", "rules", "dedup",
        ],
    ),
    (
        "pipeline",
        &[
            "error", "doc", "source", "report", "text", "model", "formats", "rules", "dedup",
            "config",
        ],
    ),
];

/// Crates that stand behind a seam: where alone each may be named, and in how many files.
const SEAMS: &[(&str, &[&str], usize)] = &[
    (
        "biblatex",
        &[
            "formats/bibtex/values.rs",
            "interop.rs",
            "formats/bibtex/interop.rs",
        ],
        2,
    ),
    ("strsim", &["text/", "dedup/"], 1),
    ("rapidfuzz", &["text/", "dedup/"], 1),
];

/// What the outside world is made of. Only the command line reaches for it.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::time",
    "anstream",
    "anstyle",
    "clap",
    "clap_complete",
    "clap_mangen",
    "flate2",
    "ignore",
    "indicatif",
    "tempfile",
];

/// Macros that print.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// A file of the library without its tests.
struct File {
    /// Its path below `src`, with `/`.
    name: String,
    /// The modules it stands in: `["formats", "bibtex", "values"]`.
    module: Vec<String>,
    tokens: Vec<Token>,
}

/// A path a file names, from the crate's root or a crate's name.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    line: usize,
    path: Vec<String>,
}

#[test]
fn every_module_names_only_what_lies_below_it() {
    let mut faults = String::new();
    for file in library() {
        let Some(module) = file.module.first() else {
            continue;
        };
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| name == module) else {
            let _ = writeln!(
                faults,
                "src/{}: module `{module}` has no line in LAYERS",
                file.name
            );
            continue;
        };
        for named in paths(&file.tokens, &file.module) {
            let [root, target, ..] = named.path.as_slice() else {
                continue;
            };
            if root == "crate" && target != module && !allowed.contains(&target.as_str()) {
                let _ = writeln!(
                    faults,
                    "src/{}:{}: names `{}`; `{module}` may name {}",
                    file.name,
                    named.line,
                    named.path.join("::"),
                    if allowed.is_empty() {
                        "nothing".into()
                    } else {
                        allowed.join(", ")
                    },
                );
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn crates_behind_a_seam_are_named_there_only() {
    let mut faults = String::new();
    for (name, places, most) in SEAMS {
        let mut files = BTreeSet::new();
        for file in library() {
            let lines = paths(&file.tokens, &file.module);
            for named in lines
                .iter()
                .filter(|named| named.path.first().is_some_and(|root| root == name))
            {
                files.insert(file.name.clone());
                if !places.iter().any(|place| file.name.starts_with(place)) {
                    let _ = writeln!(
                        faults,
                        "src/{}:{}: names `{name}`, allowed in {}",
                        file.name,
                        named.line,
                        places.join(", "),
                    );
                }
            }
        }
        if files.len() > *most {
            let _ = writeln!(
                faults,
                "`{name}` is named in {files:?}, allowed in {most} file(s)"
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn nothing_below_the_command_line_touches_the_outside() {
    let mut faults = String::new();
    for file in library() {
        for named in paths(&file.tokens, &file.module) {
            let path = named.path.join("::");
            let touches = |outside: &&&str| {
                path.strip_prefix(**outside)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            };
            if let Some(outside) = OUTSIDE.iter().find(touches)
                && path != "std::time::Duration"
            {
                let _ = writeln!(
                    faults,
                    "src/{}:{}: names `{path}`; `{outside}` belongs to src/bin",
                    file.name, named.line,
                );
            }
        }
        for pair in file.tokens.windows(2) {
            if let Some(word) = pair[0].word()
                && PRINTING.contains(&word)
                && pair[1].is_mark('!')
            {
                let _ = writeln!(
                    faults,
                    "src/{}:{}: prints with `{word}!`; only src/bin talks",
                    file.name, pair[0].line,
                );
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The files of the library, tests left out.
fn library() -> Vec<File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    let mut tests = BTreeSet::new();
    for path in rust_source::files_below(&src) {
        let below = path.strip_prefix(&src).expect("found below src");
        let mut module: Vec<String> = below
            .with_extension("")
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let name = below
            .iter()
            .map(|part| part.to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        if name.starts_with("bin/") {
            continue;
        }
        if module.last().is_some_and(|last| last == "mod") || name == "lib.rs" {
            module.pop();
        }
        let source = fs::read_to_string(&path).expect("source files are UTF-8");
        let (tokens, elsewhere) = rust_source::without_tests(&rust_source::tokens(&source));
        for child in elsewhere {
            tests.insert([module.clone(), vec![child]].concat());
        }
        files.insert(
            module.clone(),
            File {
                name,
                module,
                tokens,
            },
        );
    }
    let is_test = |module: &[String]| (0..=module.len()).any(|n| tests.contains(&module[..n]));
    files
        .into_values()
        .filter(|file| !is_test(&file.module))
        .collect()
}

/// The paths in `tokens` of a file that stands in `module`: `crate::…`, `super::…` made absolute,
/// and all that begin with another name. Groups are taken apart.
fn paths(tokens: &[Token], module: &[String]) -> Vec<Named> {
    let mut found = Vec::new();
    // Modules written inside the file, with the brace depth they end at.
    let mut inline: Vec<(usize, String)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1);
        match &token.kind {
            Kind::Mark('{') => {
                let back = |n: usize| at.checked_sub(n).and_then(|at| tokens.get(at));
                if back(2).is_some_and(|token| token.is_word("mod"))
                    && let Some(name) = back(1).and_then(Token::word)
                {
                    inline.push((depth, name.to_owned()));
                }
                depth += 1;
            }
            Kind::Mark('}') => {
                depth = depth.saturating_sub(1);
                inline.retain(|(outside, _)| *outside < depth);
            }
            Kind::Word(_) if next.is_some_and(|next| next.kind == Kind::PathSep) => {
                let names = inline.iter().map(|(_, name)| name);
                let here: Vec<String> = module.iter().chain(names).cloned().collect();
                let mut leaves = Vec::new();
                at = leaves_of(tokens, at, &[], &mut leaves);
                found.extend(leaves.into_iter().map(|(line, path)| Named {
                    line,
                    path: absolute(path, &here),
                }));
                continue;
            }
            Kind::Word(word) if word == "use" => {
                // `use biblatex;` names a crate with no `::`.
                let ends = |token: &Token| token.is_mark(';') || token.is_word("as");
                if let Some(name) = next.and_then(Token::word)
                    && tokens.get(at + 2).is_some_and(ends)
                {
                    found.push(Named {
                        line: token.line,
                        path: vec![name.to_owned()],
                    });
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The full paths of the path tree that begins at `at`, each behind `prefix`. Gives the place
/// after the tree.
fn leaves_of(
    tokens: &[Token],
    mut at: usize,
    prefix: &[String],
    leaves: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let mut path = prefix.to_vec();
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Word(word) => path.push(word.clone()),
            Kind::Mark('*') => path.push("*".to_owned()),
            Kind::Mark('{') => {
                at += 1;
                while let Some(token) = tokens.get(at) {
                    match token.kind {
                        Kind::Mark('}') => return at + 1,
                        Kind::Word(_) | Kind::Mark('{' | '*') => {
                            at = leaves_of(tokens, at, &path, leaves);
                            // `as name` after a leaf.
                            if tokens.get(at).is_some_and(|token| token.is_word("as")) {
                                at += 2;
                            }
                        }
                        _ => at += 1,
                    }
                }
                return at;
            }
            _ => break,
        }
        at += 1;
        if tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::PathSep)
        {
            at += 1;
        } else {
            break;
        }
    }
    leaves.push((line, path));
    at
}

/// `path` from the crate's root where it begins with `self` or `super`, seen from `here`.
fn absolute(path: Vec<String>, here: &[String]) -> Vec<String> {
    let Some(first) = path.first() else {
        return path;
    };
    if first != "self" && first != "super" {
        return path;
    }
    let mut base = here.to_vec();
    let mut rest = path.as_slice();
    while let Some((word, after)) = rest.split_first() {
        match word.as_str() {
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = after;
    }
    [vec!["crate".to_owned()], base, rest.to_vec()].concat()
}

#[test]
fn paths_are_seen_through_groups_comments_and_strings() {
    let source = r##"
        //! use crate::comment;
        /* use crate::block; /* nested */ */
        use crate::{model::{Record, Field as F}, text};
        use super::super::dedup;
        const S: &str = "crate::string"; const R: &str = r#"crate::raw "quoted" "#;
        fn f<'a>(c: char) -> bool { c == '"' || c == '\'' || crate::rules::run() }
        mod inner { use super::other; }
        #[cfg(test)]
        mod tests { use crate::pipeline; }
        #[cfg(test)]
        mod far;
        pub(crate) fn g() {}
    "##;
    let (tokens, elsewhere) = rust_source::without_tests(&rust_source::tokens(source));
    let module = ["formats".to_owned(), "bibtex".to_owned()];
    let found: Vec<_> = paths(&tokens, &module)
        .into_iter()
        .map(|named| format!("{}:{}", named.line, named.path.join("::")))
        .collect();
    assert_eq!(
        found,
        [
            "4:crate::model::Record",
            "4:crate::model::Field",
            "4:crate::text",
            "5:crate::dedup",
            "7:crate::rules::run",
            "8:crate::formats::bibtex::other",
        ],
    );
    assert_eq!(elsewhere, ["far"]);
}
