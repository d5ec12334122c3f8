//! `bibsift-fit`: measures matching on labelled sets and fits its weights, and the model that cuts
//! pasted lists into references.
//!
//! ```text
//! bibsift-fit score SET…      one line a set: wrong and missed pairs, precision, recall, F1
//! bibsift-fit left-out SET…   the same, each set by weights fitted on all the others
//! bibsift-fit errors SET…     every wrong and missed pair with its evidence
//! bibsift-fit splits SET…     clusters kept apart though some of their records match
//! bibsift-fit clusters SET    id and cluster of every record, tab-separated
//! bibsift-fit margin SET…     pairs near the threshold, and pairs one veto alone keeps apart
//! bibsift-fit robust SET…     the same sets with fields taken out at random
//! bibsift-fit blocking SET…   true pairs that blocking finds, by rule, and those it loses
//! bibsift-fit weights SET…    fits the weights and prints the table
//! ```
//!
//! A SET is a folder with `records.jsonl` (one JSON object a record: `id`, `title`, `authors`,
//! `year`, `container`, `volume` …) and `gold.tsv` (`id`, cluster), `pairs.tsv` (`id`, `id`) or
//! `candidates.tsv` (`id`, `id`, 1 or 0).

mod blocking;
mod fit;
mod found;
mod lists;
mod margin;
mod measure;
mod ris;
mod set;
mod splits;

use set::Set;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, folders)) = arguments.split_first() else {
        eprintln!(
            "usage: bibsift-fit \
             score|left-out|errors|splits|clusters|margin|robust|blocking|weights|lists SET…"
        );
        return ExitCode::from(2);
    };
    if command == "lists" {
        return match lists::run(folders) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(2)
            }
        };
    }
    let mut sets = Vec::new();
    for folder in folders {
        match Set::read(Path::new(folder)) {
            Ok(set) => sets.push(set),
            Err(error) => {
                eprintln!("{folder}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    match command.as_str() {
        "score" => measure::score(&sets),
        "left-out" => measure::left_out(&sets),
        "errors" => measure::errors(&sets),
        "splits" => splits::splits(&sets),
        "clusters" => measure::clusters(&sets),
        "margin" => margin::margin(&sets),
        "robust" => margin::robust(&sets),
        "blocking" => blocking::blocking(&sets),
        "weights" => fit::weights(&sets),
        other => {
            eprintln!("no command is called '{other}'");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
