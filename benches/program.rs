//! What the program needs as its users run it: peak memory on a large file, and time to start.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/synthetic.rs"]
mod synthetic;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const SIZES: [usize; 2] = [20_000_000, 80_000_000];
const STARTS: usize = 20;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    fs::create_dir_all(&folder).expect("the target folder is writable");

    println!("peak memory of clean to .bib and .ris");
    println!(
        "{:>9}{:>10}{:>10}{:>22}  aim",
        "MB", "entries", "peak MB", "B a record over input"
    );
    for bytes in SIZES {
        let library = synthetic::library(bytes, 1);
        let input = folder.join("library.bib");
        fs::write(&input, &library.text).expect("the target folder is writable");
        let peak = peak_memory(
            &mut clean(&input, &folder)
                .spawn()
                .expect("the program was built"),
        );
        let beyond = peak.saturating_sub(library.text.len()) / library.entries;
        println!(
            "{:>9}{:>10}{:>10}{beyond:>22}  600 or less",
            library.text.len() / 1_000_000,
            library.entries,
            peak / 1_000_000,
        );
        let _ = fs::remove_file(&input);
    }

    let input = folder.join("ten.bib");
    fs::write(&input, synthetic::library(9_000, 2).text).expect("the target folder is writable");
    let mut times: Vec<Duration> = (0..STARTS)
        .map(|_| {
            let begin = Instant::now();
            let status = clean(&input, &folder)
                .status()
                .expect("the program was built");
            assert!(status.success(), "clean fails: {status}");
            begin.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "clean of ten entries, wall time, median of {STARTS}: {:.1} ms",
        times[STARTS / 2].as_secs_f64() * 1e3
    );
}

/// The command that cleans `input` to .bib and .ris in `folder`.
fn clean(input: &Path, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bibsift"));
    command
        .args(["clean", "--quiet"])
        .arg(input)
        .args(["-o", "out.bib", "-o", "out.ris"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// The most memory a process held, in bytes. The kernel keeps the mark; it is read until the
/// process ends, so that only what the last millisecond added is missed.
fn peak_memory(child: &mut Child) -> usize {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let mark = fs::read_to_string(&status).ok().and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.split_whitespace().next()?.parse::<usize>().ok()
        });
        peak = peak.max(mark.unwrap_or_default() * 1024);
        if let Some(status) = child.try_wait().expect("the child can be asked") {
            assert!(status.success(), "clean fails: {status}");
            return peak;
        }
        sleep(Duration::from_millis(1));
    }
}
