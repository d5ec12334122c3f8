//! The ratchet of `tests/quality.toml`: a figure may neither fall nor rise unlisted.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// The folder of real material, where it is: `BIBSIFT_DATA`, else `../shared/data` beside the
/// package. Says so where it is absent.
pub(crate) fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BIBSIFT_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if path.is_dir() {
        return Some(path);
    }
    say(&format!(
        "skipped: no {} (BIBSIFT_DATA names the folder)",
        path.display()
    ));
    None
}

/// Compares `measured` with the figures of `section`. The figures `identity` names tell which
/// material they were measured on: where one of these differs, what was measured is printed and
/// nothing is compared.
pub(crate) fn compare(section: &str, identity: &[&str], measured: &[(&str, f64)]) {
    let listed: toml::Table = include_str!("../quality.toml")
        .parse()
        .expect("tests/quality.toml is TOML");
    let listed = listed.get(section).and_then(toml::Value::as_table);
    let figure = |name: &str| {
        let value = listed?.get(name)?;
        #[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
        let whole = value.as_integer().map(|n| n as f64);
        whole.or(value.as_float())
    };
    let same = |name: &str, now: f64| figure(name).is_some_and(|then| (then - now).abs() < 5e-5);
    let mut lines = format!("[{section}]\n");
    for (name, now) in measured {
        let _ = writeln!(lines, "{name} = {}", (now * 1e4).round() / 1e4);
    }
    let other = |(name, now): &&(&str, f64)| identity.contains(name) && !same(name, *now);
    if listed.is_some()
        && let Some((name, _)) = measured.iter().find(other)
    {
        let unlike = "tells of other material than tests/quality.toml";
        say(&format!("skipped: `{name}` {unlike}\n{lines}"));
        return;
    }
    let mut faults = String::new();
    for (name, now) in measured {
        if !same(name, *now) {
            let then = figure(name).map_or("nothing".to_owned(), |then| then.to_string());
            let _ = writeln!(faults, "`{name}` is {now}, tests/quality.toml lists {then}");
        }
    }
    assert!(
        faults.is_empty(),
        "\n{faults}If this is wanted, tests/quality.toml should hold\n\n{lines}"
    );
}

/// A line that is seen also where the test passes; the test harness keeps what `eprintln!` says.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
