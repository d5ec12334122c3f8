//! How much CPU time reading 1 MB of scraped pages takes, on one thread: cut into pages, read, and
//! every record typed.

#![allow(
    clippy::panic,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/cpu.rs"]
mod cpu;

use std::time::Duration;

use bibsift::formats::FORMATS;
use bibsift::formats::pages::{LAYOUTS, read_layout};
use bibsift::report::{Findings, Keep};
use bibsift::source::{Source, SourceId};

const PAGES: [&str; 4] = [
    include_str!("../examples/pages/000_9714b79b0da28b18.txt"),
    include_str!("../examples/pages/001_07c0cb264d21a031.txt"),
    include_str!("../examples/pages/002_ae09181a376c1b72.txt"),
    include_str!("../examples/pages/003_45b3071a62a6d0ee.txt"),
];

const BYTES: usize = 1_000_000;
const RUNS: usize = 5;

fn main() {
    let text = dump(BYTES);
    let source = Source::new(SourceId(0), "dump.txt", text.as_str());
    let pages = FORMATS
        .iter()
        .find(|format| format.doc.id == "scraped-pages")
        .unwrap_or_else(|| panic!("pages are a format"));
    let general = LAYOUTS
        .iter()
        .find(|layout| layout.doc.id == "page")
        .unwrap_or_else(|| panic!("any page has a layout"));

    let mut records = 0;
    let each = cpu::best_of(RUNS, || {
        let mut findings = Findings::new(Keep::First(5));
        let raw = (pages.read)(&source, &mut findings);
        records = raw.records.len();
        (0..records)
            .map(|at| {
                (pages.lower)(&source, &raw, at, &mut findings)
                    .fields()
                    .count()
            })
            .sum::<usize>()
    });
    assert!(records > PAGES.len(), "the pages are read");
    let mut general_records = 0;
    let alone = cpu::best_of(RUNS, || {
        let mut findings = Findings::new(Keep::First(5));
        let raw = read_layout(general, &source, &mut findings);
        general_records = raw.records.len();
        (0..general_records)
            .map(|at| {
                (pages.lower)(&source, &raw, at, &mut findings)
                    .fields()
                    .count()
            })
            .sum::<usize>()
    });
    println!(
        "{} bytes of pages, CPU time, best of {RUNS}",
        source.text.len()
    );
    println!("{:<28}{:>9}{:>12}  aim", "", "records", "s");
    row("each page by its layout", records, each);
    row("the general reader alone", general_records, alone);
}

fn row(name: &str, records: usize, time: Duration) {
    println!(
        "{name:<28}{records:>9}{:>12.3}  0.100 or less",
        time.as_secs_f64()
    );
}

/// The sample pages again and again, their long numbers others each time.
fn dump(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    for (page, copy) in PAGES.iter().cycle().zip((0_u8..10).cycle()) {
        if text.len() + page.len() > bytes {
            break;
        }
        vary(page, copy, &mut text);
        text.push_str("\n\n");
    }
    text
}

/// Appends a page, `copy` added to every digit of its numbers of five digits or more.
fn vary(page: &str, copy: u8, out: &mut String) {
    let of_number = |c: char| c.is_ascii_digit();
    let mut rest = page;
    while let Some(start) = rest.find(of_number) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c| !of_number(c)).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        out.push_str(before);
        out.extend(number.bytes().map(|digit| {
            let other = (digit - b'0' + copy % 10) % 10 + b'0';
            char::from(if number.len() < 5 { digit } else { other })
        }));
        rest = after;
    }
    out.push_str(rest);
}
