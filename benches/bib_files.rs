//! What `fmt` and `check` take on .bib files as their users run them: CPU time on 20 MB beside
//! bibclean and bibtex-tidy, where these are installed, and the time of one run on 500 entries.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/synthetic.rs"]
mod synthetic;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BYTES: usize = 20_000_000;
const RUNS: u32 = 5;
const STARTS: u32 = 20;
const WITHOUT_DUPLICATES: [&str; 3] = ["check", "--ignore", "duplicate-entry"];

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    fs::create_dir_all(&folder).expect("the target folder is writable");
    let large = folder.join("large.bib");
    let library = synthetic::library(BYTES, 1);
    fs::write(&large, &library.text).expect("the target folder is writable");

    println!(
        "{} entries, {:.1} MB, CPU time, mean of {RUNS} runs",
        library.entries,
        megabytes(library.text.len())
    );
    println!("{:<28}{:>9}{:>9}{:>9}", "", "s", "s/MB", "of fmt");
    let ours = |arguments: &[&str]| time(RUNS, &large, &mut || bibsift(arguments));
    let fmt = ours(&["fmt", "-"]);
    let row = |name: &str, time: Duration, aim: &str| {
        let seconds = time.as_secs_f64();
        println!(
            "{name:<28}{seconds:>9.3}{:>9.4}{:>9.2}  {aim}",
            seconds / megabytes(library.text.len()),
            seconds / fmt.as_secs_f64(),
        );
    };
    row("fmt", fmt, "less than bibclean");
    row(
        "check without duplicates",
        ours(&[&WITHOUT_DUPLICATES[..], &["-"]].concat()),
        "3.00 or less",
    );
    row("check", ours(&["check", "-"]), "");
    peer("bibclean", "-version", || {
        let time = time(RUNS, &large, &mut || Command::new("bibclean"));
        row("bibclean", time, "");
    });
    peer("bibtex-tidy", "--version", || {
        let time = time(1, &large, &mut || {
            let mut command = Command::new("bibtex-tidy");
            command.arg("--quiet");
            command
        });
        row("bibtex-tidy", time, "");
    });
    let _ = fs::remove_file(&large);

    let small = folder.join("small.bib");
    let library = synthetic::library(490_000, 2);
    fs::write(&small, &library.text).expect("the target folder is writable");
    println!(
        "\none file of {} entries, of {STARTS} runs",
        library.entries
    );
    println!("{:<28}{:>9}{:>9}", "", "CPU ms", "wall ms");
    let commands: [&[&str]; 3] = [&["fmt", "-"], &["check", "-"], &["check", "--fix", "-"]];
    for arguments in commands {
        let mut walls = Vec::new();
        let cpu = time(STARTS, &small, &mut || {
            walls.push(Instant::now());
            bibsift(arguments)
        });
        walls.push(Instant::now());
        let mut lasted: Vec<Duration> = walls.windows(2).map(|pair| pair[1] - pair[0]).collect();
        lasted.sort();
        println!(
            "{:<28}{:>9.1}{:>9.1}  20 or less",
            arguments.join(" "),
            cpu.as_secs_f64() * 1e3,
            lasted[lasted.len() / 2].as_secs_f64() * 1e3,
        );
    }
}

fn bibsift(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bibsift"));
    command.args(arguments);
    command
}

/// Measures another program where it is installed, and says so where it is not.
fn peer(name: &str, version: &str, measure: impl FnOnce()) {
    let mut asked = Command::new(name);
    let asked = asked.arg(version).stdin(Stdio::null()).output();
    if asked.is_ok() {
        measure();
    } else {
        println!("{name} is not installed and was not measured");
    }
}

/// The CPU time of one of `runs` runs of a program that is given `input` as standard input.
fn time(runs: u32, input: &Path, command: &mut dyn FnMut() -> Command) -> Duration {
    let before = of_children();
    for _ in 0..runs {
        command()
            .stdin(File::open(input).expect("the input is there"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program runs");
    }
    of_children().saturating_sub(before) / runs
}

/// What the processes that were waited for have spent. Linux counts it in hundredths of a second.
fn of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may hold spaces.
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let ticks = behind.split_whitespace().skip(13).take(2);
    let ticks: u64 = ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
