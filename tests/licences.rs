//! Holds every dependency of the library and the command line to the licences `deny.toml` allows.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a dependency graph that cannot be read should stop the test"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

#[test]
fn every_dependency_has_an_allowed_licence() {
    let allowed = allowed();
    assert!(allowed.contains("MIT"), "deny.toml allows nothing");
    let metadata = metadata();
    let packages: BTreeMap<&str, &Value> = items(&metadata["packages"])
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let mut faults = String::new();
    for id in shipped(&metadata) {
        let package = packages
            .get(id)
            .unwrap_or_else(|| panic!("{id} has no package"));
        let satisfied = package["license"]
            .as_str()
            .is_some_and(|expression| is_satisfied(expression, &allowed));
        if !satisfied {
            let _ = writeln!(
                faults,
                "{} {}: licence {}, allowed are {allowed:?}",
                package["name"], package["version"], package["license"],
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The licences of the `allow` list in `deny.toml`.
fn allowed() -> BTreeSet<String> {
    let deny = include_str!("../deny.toml");
    let list = deny
        .split_once("\nallow = [")
        .map_or("", |(_, after)| after);
    let list = list.split_once(']').map_or(list, |(list, _)| list);
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// What cargo says of the dependency graph: on every platform where all its crates are at hand, on
/// this one otherwise. The network is never asked.
fn metadata() -> Value {
    let host = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let host = String::from_utf8_lossy(&host.stdout).into_owned();
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap_or_default();
    for narrower in [&[][..], &["--filter-platform", host]] {
        let output = Command::new(env!("CARGO"))
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--offline",
                "--all-features",
            ])
            .args(narrower)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .output()
            .expect("cargo runs");
        if output.status.success() {
            return serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
        }
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    }
    panic!("cargo metadata fails, see above");
}

/// The ids of all packages the root package needs to run, itself left out.
fn shipped(metadata: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> = items(&metadata["resolve"]["nodes"])
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let root = metadata["resolve"]["root"]
        .as_str()
        .expect("a package is the root");
    let mut found = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        for dependency in items(&nodes[id]["deps"]) {
            let normal = items(&dependency["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null());
            if let Some(id) = dependency["pkg"].as_str()
                && normal
                && found.insert(id)
            {
                open.push(id);
            }
        }
    }
    found
}

/// The items of a JSON array.
fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Whether an SPDX expression can be satisfied with `allowed` licences. `/` is the old way to
/// write `OR`; a licence with an exception grants no less than the licence.
fn is_satisfied(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let satisfied = either(&words, &mut at, allowed);
    satisfied && at == words.len()
}

/// Terms joined by `OR`.
fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut satisfied = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        satisfied |= both(words, at, allowed);
    }
    satisfied
}

/// Terms joined by `AND`, which binds closer than `OR`.
fn both(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut satisfied = term(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        satisfied &= term(words, at, allowed);
    }
    satisfied
}

/// A licence, perhaps with an exception, or an expression in parentheses.
fn term(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let Some(&word) = words.get(*at) else {
        return false;
    };
    *at += 1;
    if word == "(" {
        let satisfied = either(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += usize::from(closed);
        return satisfied && closed;
    }
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
    }
    allowed.contains(word)
}

#[test]
fn expressions_are_satisfied_as_spdx_reads_them() {
    let allowed: BTreeSet<String> = ["MIT", "Zlib"].map(str::to_owned).into();
    for (expression, expected) in [
        ("MIT", true),
        ("Unlicense", false),
        ("Unlicense OR MIT", true),
        ("Unlicense/MIT", true),
        ("MIT AND GPL-3.0-only", false),
        ("(GPL-2.0-only OR MIT) AND Zlib", true),
        ("GPL-2.0-only OR MIT AND Zlib", true),
        ("MIT OR Zlib AND GPL-2.0-only", true),
        ("(MIT OR Zlib) AND GPL-2.0-only", false),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("(MIT", false),
        ("", false),
    ] {
        assert_eq!(is_satisfied(expression, &allowed), expected, "{expression}");
    }
}
