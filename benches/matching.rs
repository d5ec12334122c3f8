//! How much CPU time matching takes: as a share of what the deduplicator of `biblib` takes on the same
//! records in the same run, and how it grows from ten thousand records to a hundred thousand.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/works.rs"]
mod works;

use biblib::dedupe::Deduplicator;
use bibsift::dedup::{self, Features, Options};
use std::time::Duration;
use works::Work;

const RUNS: usize = 3;
/// Records both match.
const SHARED: usize = 16_000;

fn main() {
    let works = works::made(SHARED, 1);
    let citations: Vec<biblib::Citation> = works.iter().map(citation).collect();
    let peer = cpu::best_of(1, || {
        Deduplicator::builder()
            .build()
            .find_duplicates(&citations)
            .len()
    });
    let ours = matching(&works);
    println!("matching, CPU time, best of {RUNS}");
    println!("{:<28}{:>9}{:>12}  aim", "", "s", "of biblib");
    row("biblib, 16,000 records", peer, 1.0, "");
    row(
        "bibsift, 16,000 records",
        ours,
        ours.as_secs_f64() / peer.as_secs_f64(),
        "0.10 or less",
    );

    let (few, many) = (
        matching(&works::made(10_000, 1)),
        matching(&works::made(100_000, 1)),
    );
    let growth = (many.as_secs_f64() / few.as_secs_f64()).log10();
    println!("growth from 10,000 to 100,000 records: exponent {growth:.2}, aim 1.10 or less");
}

/// Features and matching.
fn matching(works: &[Work]) -> Duration {
    let records: Vec<bibsift::model::Record> = works.iter().map(Work::record).collect();
    cpu::best_of(RUNS, || {
        let features: Vec<Features> = records.iter().map(dedup::features).collect();
        dedup::run(&features, &Options::default()).clusters().len()
    })
}

fn citation(work: &Work) -> biblib::Citation {
    biblib::Citation {
        title: work.title.clone(),
        authors: work
            .authors
            .iter()
            .map(|(family, given)| biblib::Author {
                name: family.clone(),
                given_name: Some(given.clone()),
                middle_name: None,
                affiliations: Vec::new(),
            })
            .collect(),
        journal: Some(work.journal.clone()),
        date: Some(biblib::Date {
            year: work.year,
            month: None,
            day: None,
        }),
        volume: Some(work.volume.to_string()),
        pages: Some(work.pages.clone()),
        doi: work.doi.clone(),
        ..biblib::Citation::default()
    }
}

fn row(name: &str, time: Duration, share: f64, aim: &str) {
    println!("{name:<28}{:>9.3}{share:>12.2}  {aim}", time.as_secs_f64());
}
