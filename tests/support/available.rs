//! Programs of others that a test runs where they are installed.

use std::io::{self, Write as _};
use std::process::Command;

/// Whether `program` runs with `arguments`; says so where it does not. What
/// `BIBSIFT_OUTSIDE_READERS` names, with commas between, has to be there.
pub(crate) fn available(reader: &str, program: &str, arguments: &[&str]) -> bool {
    let runs = Command::new(program)
        .args(arguments)
        .output()
        .is_ok_and(|output| output.status.success());
    let required = std::env::var("BIBSIFT_OUTSIDE_READERS").unwrap_or_default();
    assert!(
        runs || !required.split(',').any(|name| name == reader),
        "{reader} is required and does not run",
    );
    if !runs {
        // Not `eprintln!`, which the test harness keeps to itself where a test passes.
        let _ = writeln!(io::stderr(), "skipped: {reader} is not installed");
    }
    runs
}
