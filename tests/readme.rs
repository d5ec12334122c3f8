//! Runs the console blocks of the README the way a reader would: in order, in one folder that
//! holds the repository's examples, and with nothing on standard input.
//!
//! A block is a fence marked `console`. A line that begins with `$ ` is a command for the shell
//! (going on where a line ends in `\`); the lines up to the next one are what it says on stdout
//! and stderr together. `…` on a line of its own stands for any lines left out.
//! `cargo run --release -- …` runs the program this test was built with. Commands that build,
//! install or fetch (other `cargo` commands, `git`, `apt`) are shown, not run.

#![allow(
    clippy::expect_used,
    reason = "a test folder that cannot be made should stop the test"
)]

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Programs that prepare the reader's machine, not the test's.
const NOT_RUN: &[&str] = &["apt", "cargo", "cd", "git", "npm", "pip", "rustup", "sudo"];

/// The left-out lines' mark.
const LEFT_OUT: &str = "…";

/// A command of a block with the output it shows.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    line: usize,
    command: String,
    output: Vec<String>,
}

#[test]
fn the_readme_shows_what_the_program_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(readme) = fs::read_to_string(root.join("README.md")) else {
        // Not `eprintln!`, which the test harness keeps to itself where a test passes.
        let _ = writeln!(io::stderr(), "skipped: there is no README.md");
        return;
    };
    let folder = workspace(root);
    let mut faults = String::new();
    for shown in commands(&readme) {
        let Some(said) = run(&shown.command, &folder) else {
            continue;
        };
        let said: Vec<&str> = said.trim_end().lines().map(str::trim_end).collect();
        let expected: Vec<&str> = shown.output.iter().map(String::as_str).collect();
        if !matches(&expected, &said) {
            let _ = writeln!(
                faults,
                "README.md:{}: $ {}\n--- shown\n{}\n--- said\n{}\n",
                shown.line,
                shown.command,
                expected.join("\n"),
                said.join("\n"),
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// A folder with the repository's examples and the program where a release build puts it.
fn workspace(root: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = fs::remove_dir_all(&folder);
    let release = folder.join("target/release");
    fs::create_dir_all(&release).expect("the target folder is writable");
    copy(&root.join("examples"), &folder.join("examples"));
    let program = Path::new(env!("CARGO_BIN_EXE_bibsift"));
    let name = program.file_name().expect("a program has a name");
    fs::copy(program, release.join(name)).expect("the program was built");
    folder
}

/// Copies a folder with all it holds; one that is absent is none.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the target folder is writable");
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("an example can be copied");
        }
    }
}

/// The commands of all console blocks.
fn commands(readme: &str) -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    let (mut inside, mut continued, mut begun) = (false, false, false);
    for (at, line) in readme.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            inside = !inside && line.trim() == "```console";
            (continued, begun) = (false, false);
            continue;
        }
        if !inside {
            continue;
        }
        let command = line.strip_prefix("$ ");
        if let Some(command) = command {
            begun = true;
            shown.push(Shown {
                line: at + 1,
                command: command.to_owned(),
                output: Vec::new(),
            });
        } else if let Some(last) = shown.last_mut().filter(|_| begun) {
            if continued {
                last.command.push('\n');
                last.command.push_str(line);
            } else {
                last.output.push(line.trim_end().to_owned());
            }
        }
        continued = line.ends_with('\\') && (command.is_some() || continued);
    }
    for command in &mut shown {
        while command.output.last().is_some_and(String::is_empty) {
            command.output.pop();
        }
    }
    shown
}

/// What a command says on stdout and stderr together; [`None`] for one that is not to be run.
fn run(command: &str, folder: &Path) -> Option<String> {
    let command = ["cargo run --release -- ", "cargo run --release --quiet -- "]
        .iter()
        .find_map(|prefix| command.strip_prefix(prefix))
        .map_or_else(
            || command.to_owned(),
            |arguments| format!("bibsift {arguments}"),
        );
    if NOT_RUN.contains(&command.split_whitespace().next()?) {
        return None;
    }
    let mut path = OsString::from(folder.join("target/release"));
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", "exec 2>&1; eval \"$0\"", &command])
        .current_dir(folder)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether `said` is what `expected` shows.
fn matches(expected: &[&str], said: &[&str]) -> bool {
    let mut parts = expected.split(|line| line.trim() == LEFT_OUT).peekable();
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = said.strip_prefix(first) else {
        return false;
    };
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    // Each part but the last may stand anywhere after the one before; the last ends the output.
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let place =
            (0..=rest.len().saturating_sub(part.len())).find(|&at| rest[at..].starts_with(part));
        match place {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[test]
fn blocks_are_cut_into_commands_and_output() {
    let readme = "\
Text $ not a command\n\n```console\n$ bibsift clean \\\n    a.bib\none\n\n$ true\n```\n\n```sh\n$ no\n```\n";
    assert_eq!(
        commands(readme),
        [
            Shown {
                line: 4,
                command: "bibsift clean \\\n    a.bib".to_owned(),
                output: vec!["one".to_owned()],
            },
            Shown {
                line: 8,
                command: "true".to_owned(),
                output: Vec::new()
            },
        ],
    );
}

#[test]
fn an_ellipsis_stands_for_lines_left_out() {
    for (expected, said, equal) in [
        (&["a", "b"][..], &["a", "b"][..], true),
        (&["a"], &["a", "b"], false),
        (&["a", "…"], &["a", "b", "c"], true),
        (&["…", "c"], &["a", "b", "c"], true),
        (&["a", "…", "c"], &["a", "c"], true),
        (&["a", "…", "x", "…", "c"], &["a", "b", "c"], false),
        (&["a", "…", "b", "…", "c"], &["a", "z", "b", "y", "c"], true),
        (&["a", "…", "a"], &["a"], false),
        (&[], &["a"], false),
    ] {
        assert_eq!(matches(expected, said), equal, "{expected:?} {said:?}");
    }
}
