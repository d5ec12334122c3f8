//! How much CPU time reading and cleaning 20 MB of .bib take, as multiples of what
//! `biblatex::Bibliography::parse` takes on the same text in the same run.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/synthetic.rs"]
mod synthetic;

use bibsift::formats::{FORMATS, Format, WriteOptions};
use bibsift::pipeline::{Input, Options, Output, Run};
use bibsift::report::{Findings, Keep};
use bibsift::source::{Source, SourceId};
use std::time::Duration;

const BYTES: usize = 20_000_000;
const RUNS: usize = 5;

fn main() {
    let library = synthetic::library(BYTES, 1);
    let text = library.text.as_str();
    let source = || Source::new(SourceId(0), "library.bib", text);

    let parse = cpu::best_of(RUNS, || {
        biblatex::Bibliography::parse(text).expect("the library is sound")
    });
    let read = cpu::best_of(RUNS, || {
        let raw = (format("bibtex").read)(&source(), &mut Findings::new(Keep::First(5)));
        assert_eq!(raw.records.len(), library.entries, "every entry is read");
        raw
    });
    let clean = cpu::best_of(RUNS, || clean(source()));

    println!(
        "{} entries, {:.1} MB, CPU time, best of {RUNS}",
        library.entries,
        megabytes(text.len())
    );
    println!("{:<28}{:>9}{:>9}{:>12}  aim", "", "s", "MB/s", "of parse");
    row("biblatex parse", parse, parse, text.len(), "");
    row("read", read, parse, text.len(), "0.20 or less");
    row(
        "clean to .bib and .ris",
        clean,
        parse,
        text.len(),
        "1.00 or less",
    );
}

/// Reads, normalises, merges, and writes BibTeX and RIS; gives the length of both.
fn clean(source: Source) -> usize {
    let mut findings = Findings::new(Keep::First(5));
    let input = Input::from_source(source, None, &mut findings);
    let run = Run::new(vec![input], Options::clean(), findings, &|_, _| ());
    let (mut bib, mut ris) = (String::new(), String::new());
    run.write(&mut [
        Output {
            format: format("bibtex"),
            options: WriteOptions::default(),
            sink: &mut |text| {
                bib.push_str(text);
                Ok(())
            },
        },
        Output {
            format: format("ris"),
            options: WriteOptions::default(),
            sink: &mut |text| {
                ris.push_str(text);
                Ok(())
            },
        },
    ])
    .expect("memory takes every text");
    bib.len() + ris.len()
}

fn format(id: &str) -> &'static Format {
    FORMATS
        .iter()
        .find(|format| format.doc.id == id)
        .unwrap_or_else(|| panic!("no format `{id}`"))
}

fn row(name: &str, time: Duration, parse: Duration, bytes: usize, aim: &str) {
    let seconds = time.as_secs_f64();
    println!(
        "{name:<28}{seconds:>9.3}{:>9.0}{:>12.2}  {aim}",
        megabytes(bytes) / seconds,
        seconds / parse.as_secs_f64(),
    );
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
