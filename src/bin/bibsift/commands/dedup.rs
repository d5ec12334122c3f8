//! `bibsift dedup`: shows which records are the same work.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use bibsift::dedup::weights::PRIOR;
use bibsift::dedup::{Decision, Score};
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
    let from = arguments
        .input
        .from
        .as_deref()
        .map(Reader::named)
        .transpose()?;
    let options = Options {
        from,
        keep: Keep::First(print::MOST),
        ..Options::clean()
    };
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
        print::summary(&run, &[], &[]);
    }
    Ok(())
}

/// Groups of two and more, a line a record, and why each belongs to the first.
fn groups(run: &Run) -> String {
    let ids = run.ids();
    let id = |entry: u32| print::plain(ids.get(entry as usize).map_or("", String::as_str));
    let evidence = run.evidence();
    let mut text = String::new();
    for group in run.groups().iter().filter(|group| group.entries.len() > 1) {
        if !text.is_empty() {
            text.push('\n');
        }
        let first = group.entries.first().copied().unwrap_or_default();
        for &entry in &group.entries {
            let _ = writeln!(
                text,
                "{}  {}",
                id(entry),
                print::plain(&line(&run.record(entry)))
            );
            let score = evidence.as_ref().and_then(|all| all.of(first, entry));
            if let Some(score) = score.filter(|_| entry != first) {
                let _ = writeln!(text, "    {}", reason(&score));
            }
        }
    }
    text
}

/// A record on one line: first author, year, title.
fn line(record: &Record) -> String {
    let name = record
        .names(Field::Author)
        .first()
        .map_or("", |name| &name.family);
    let year = record
        .year()
        .map(|year| year.to_string())
        .unwrap_or_default();
    let title = record.text(Field::Title).unwrap_or("(no title)");
    let words: Vec<&str> = [name, year.as_str(), title]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The comparisons that speak most for it, at most three.
fn reason(score: &Score) -> String {
    let mut evidence: Vec<_> = score.evidence().filter(|one| one.weight > 0.0).collect();
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let words: Vec<String> = evidence
        .iter()
        .take(3)
        .map(|one| format!("{} {}", one.comparison.doc.id, one.level))
        .collect();
    if words.is_empty() {
        "the same in every field".to_owned()
    } else {
        words.join(", ")
    }
}

/// A line a record: its id, a tab, the number of its cluster.
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
    ids.iter()
        .zip(clusters)
        .fold(String::new(), |mut text, (id, cluster)| {
            let _ = writeln!(text, "{id}\t{cluster}");
            text
        })
}

/// Groups and pairs for review, with their evidence.
fn json(run: &Run) -> Result<String, Failure> {
    let ids = run.ids();
    let id = |entry: u32| ids.get(entry as usize).map_or("", String::as_str);
    let all = run.evidence();
    let row = |a: u32, b: u32, score: &Score| {
        json!({
            "a": id(a), "b": id(b), "weight": score.total,
            "evidence": score.evidence().map(|one| json!({
                "comparison": one.comparison.doc.id, "level": one.level, "weight": one.weight,
            })).collect::<Vec<_>>(),
            "vetoes": score.vetoes().map(|veto| veto.doc.id).collect::<Vec<_>>(),
        })
    };
    let groups: Vec<_> = run
        .groups()
        .iter()
        .filter(|group| group.entries.len() > 1)
        .map(|group| {
            let first = group.entries.first().copied().unwrap_or_default();
            let rest = group.entries.iter().skip(1);
            let scored = rest.filter_map(|&entry| Some((entry, all.as_ref()?.of(first, entry)?)));
            json!({
                "key": group.key,
                "records": group.entries.iter().map(|&entry| id(entry)).collect::<Vec<_>>(),
                "pairs": scored.map(|(entry, score)| row(first, entry, &score)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let review: Vec<_> = run
        .review()
        .iter()
        .map(|pair| row(pair.a, pair.b, &pair.score))
        .collect();
    let text = serde_json::to_string_pretty(&json!({ "groups": groups, "review": review }));
    text.map(|text| text + "\n")
        .map_err(|error| Failure::Request(error.to_string()))
}

/// Prior, a line a comparison, vetoes, total, decision.
fn explain(run: &Run, pair: &[String]) -> Result<String, Failure> {
    let ids = run.ids();
    let find = |wanted: &String| {
        let at = ids.iter().position(|id| id == wanted);
        at.and_then(|at| u32::try_from(at).ok())
            .ok_or_else(|| Failure::Request(format!("no record has the id '{wanted}'")))
    };
    let [a, b] = pair else {
        return Err(Failure::Request("two ids are needed".to_owned()));
    };
    let (a, b) = (find(a)?, find(b)?);
    let Some((evidence, score)) = run.evidence().and_then(|all| {
        let score = all.of(a, b)?;
        Some((all, score))
    }) else {
        return Err(Failure::Request("nothing was matched".to_owned()));
    };
    let mut text = String::new();
    for entry in [a, b] {
        let _ = writeln!(text, "{}", print::plain(&line(&run.record(entry))));
    }
    let _ = writeln!(text, "\n{:<22} {:<30} {:>6.2}", "prior", "", PRIOR);
    for one in score.evidence() {
        let _ = writeln!(
            text,
            "{:<22} {:<30} {:>+6.2}",
            one.comparison.doc.id, one.level, one.weight
        );
    }
    let _ = writeln!(text, "{:<22} {:<30} {:>6.2}", "total", "", score.total);
    for veto in score.vetoes() {
        let _ = writeln!(text, "veto {}: {}", veto.doc.id, veto.doc.summary);
    }
    let decision = match evidence.decision(&score) {
        Decision::Merge => "the same work",
        Decision::Review => "perhaps the same work; left for review",
        Decision::Apart => "different works",
    };
    let _ = writeln!(text, "\n{decision}");
    Ok(text)
}
