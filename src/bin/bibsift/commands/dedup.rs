//! `bibsift dedup`: shows which records are the same work.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use bibsift::dedup::ScoredPair;
use bibsift::model::{Field, Record};
use bibsift::pipeline::{Options, Reader, Run};
use bibsift::report::{Findings, Keep};
use serde_json::json;

use super::list::threads;
use crate::args::{DedupArguments, GroupFormat};
use crate::failure::Failure;
use crate::{files, print};

pub(crate) fn run(arguments: &DedupArguments) -> Result<(), Failure> {
    threads(&arguments.work)?;
    let from = arguments.input.from.as_deref().map(Reader::named).transpose()?;
    let options = Options { from, keep: Keep::First(print::MOST), ..Options::clean() };
    let mut findings = Findings::new(options.keep);
    let inputs = files::read(&arguments.input.inputs, from, &mut findings)?;
    let run = print::with_progress(arguments.work.quiet, "comparing", |progress| {
        Run::new(inputs, options, findings, progress)
    });
    if !arguments.work.quiet {
        print::diagnostics(&run);
    }
    let text = match (&arguments.explain, arguments.output_format) {
        (Some(pair), _) => explain(&run, pair)?,
        (None, GroupFormat::Text) => groups(&run),
        (None, GroupFormat::Tsv) => tsv(&run),
        (None, GroupFormat::Json) => json(&run)?,
    };
    io::stdout().write_all(text.as_bytes())?;
    if !arguments.work.quiet {
        print::summary(&run, &[]);
    }
    Ok(())
}

/// Groups of two and more, a line a record.
fn groups(run: &Run) -> String {
    let ids = run.ids();
    let mut text = String::new();
    for group in run.groups().iter().filter(|group| group.entries.len() > 1) {
        if !text.is_empty() {
            text.push('\n');
        }
        for &entry in &group.entries {
            let id = ids.get(entry as usize).map_or("", String::as_str);
            let _ = writeln!(text, "{}  {}", print::plain(id), print::plain(&line(&run.record(entry))));
        }
        let first = group.entries.first().copied().unwrap_or_default();
        for &entry in group.entries.iter().skip(1) {
            if let Some(pair) = run.explain(first, entry) {
                let id = ids.get(entry as usize).map_or("", String::as_str);
                let _ = writeln!(text, "  = {}: {}", print::plain(id), reason(&pair));
            }
        }
    }
    text
}

/// A record on one line: first author, year, title.
fn line(record: &Record) -> String {
    let name = record.names(Field::Author).first().map_or("", |name| &name.family);
    let year = record.year().map(|year| year.to_string()).unwrap_or_default();
    let title = record.text(Field::Title).unwrap_or("(no title)");
    format!("{name} {year} {title}").trim().to_owned()
}

/// The three comparisons that speak most for it.
fn reason(pair: &ScoredPair) -> String {
    let mut evidence: Vec<_> = pair.evidence.iter().filter(|one| one.weight > 0.0).collect();
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let words: Vec<String> =
        evidence.iter().take(3).map(|one| format!("{} {}", one.comparison.doc.id, one.level)).collect();
    if words.is_empty() { "every field is the same".to_owned() } else { words.join(", ") }
}

fn tsv(run: &Run) -> String {
    let ids = run.ids();
    let mut clusters = vec![0_usize; ids.len()];
    for (number, group) in run.groups().iter().enumerate() {
        for &entry in &group.entries {
            if let Some(cluster) = clusters.get_mut(entry as usize) {
                *cluster = number + 1;
            }
        }
    }
    ids.iter().zip(clusters).map(|(id, cluster)| format!("{id}\t{cluster}\n")).collect()
}

fn json(run: &Run) -> Result<String, Failure> {
    let ids = run.ids();
    let id = |entry: u32| ids.get(entry as usize).map_or("", String::as_str);
    let evidence = |pair: &ScoredPair| {
        json!({
            "a": id(pair.a), "b": id(pair.b), "weight": pair.total,
            "evidence": pair.evidence.iter().map(|one| json!({
                "comparison": one.comparison.doc.id, "level": one.level, "weight": one.weight,
            })).collect::<Vec<_>>(),
            "vetoes": pair.vetoes.iter().map(|veto| veto.doc.id).collect::<Vec<_>>(),
        })
    };
    let groups: Vec<_> = run
        .groups()
        .iter()
        .filter(|group| group.entries.len() > 1)
        .map(|group| {
            let first = group.entries.first().copied().unwrap_or_default();
            let pairs = group.entries.iter().skip(1).filter_map(|&entry| run.explain(first, entry));
            json!({
                "key": group.key,
                "records": group.entries.iter().map(|&entry| id(entry)).collect::<Vec<_>>(),
                "pairs": pairs.map(|pair| evidence(&pair)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let review: Vec<_> = run.review().iter().map(evidence).collect();
    let text = serde_json::to_string_pretty(&json!({ "groups": groups, "review": review }));
    text.map(|text| text + "\n").map_err(|error| Failure::Request(error.to_string()))
}

/// Prior, one line a comparison, vetoes, total.
fn explain(run: &Run, pair: &[String]) -> Result<String, Failure> {
    let ids = run.ids();
    let find = |wanted: &String| {
        let at = ids.iter().position(|id| id == wanted);
        at.and_then(|at| u32::try_from(at).ok())
            .ok_or_else(|| Failure::Request(format!("no record has the id '{wanted}'")))
    };
    let [a, b] = pair else { return Err(Failure::Request("two ids are needed".to_owned())) };
    let Some(scored) = run.explain(find(a)?, find(b)?) else {
        return Err(Failure::Request("nothing was matched".to_owned()));
    };
    let mut text = format!("{:<24} {:<28} {:>7.2}\n", "prior", "", scored.prior);
    for one in &scored.evidence {
        let _ = writeln!(text, "{:<24} {:<28} {:>+7.2}", one.comparison.doc.id, one.level, one.weight);
    }
    let _ = writeln!(text, "{:<24} {:<28} {:>7.2}", "total", "", scored.total);
    for veto in &scored.vetoes {
        let _ = writeln!(text, "veto {}: {}", veto.doc.id, veto.doc.summary);
    }
    let _ = writeln!(text, "{}", scored.decision.word());
    Ok(text)
}
