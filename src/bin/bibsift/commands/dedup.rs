//! `bibsift dedup`: shows which records are the same work.

mod explain;
mod json;
mod text;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use bibsift::pipeline::{Keys, Options, Reader, Run};
use bibsift::report::{Findings, Keep};

use super::configure::matching;
use super::list::{leave, put, threads};
use crate::args::{DedupArguments, GroupFormat, MatchArguments};
use crate::failure::Failure;
use crate::files::{self, Files, Inputs, Pending, Review};
use crate::print;

pub(crate) fn run(mut arguments: DedupArguments) -> Result<(), Failure> {
    threads(&arguments.work)?;
    let config = files::config(&arguments.input.inputs)?;
    let dedup = matching(&mut arguments.matching, config.dedup)?;
    let from = arguments
        .input
        .from
        .as_deref()
        .map(Reader::named)
        .transpose()?;
    let MatchArguments {
        decisions,
        review,
        against,
        source,
        ..
    } = &arguments.matching;
    let inputs = Inputs::new(&arguments.input.inputs, source)?;
    Files {
        inputs: &inputs.paths,
        decisions,
        read: against.iter().map(|path| (&**path, "--against")).collect(),
        written: review.iter().map(|path| (&**path, "--review")).collect(),
        ..Files::default()
    }
    .refuse_clashes()?;
    let options = Options {
        decisions: files::decisions(decisions, review.as_deref())?,
        from,
        dedup: Some(dedup),
        only_matched: true,
        keys: match arguments.output_format {
            GroupFormat::Json => Keys::Keep,
            GroupFormat::Text | GroupFormat::Tsv => Keys::None,
        },
        lines: matches!(arguments.output_format, GroupFormat::Text) && arguments.explain.is_none(),
        keep: Keep::First(print::MOST),
        ..Options::clean()
    };
    let review = review.as_deref();
    let review = review
        .map(|path| Review::new(path, decisions, &options.decisions))
        .transpose()?;
    let mut findings = Findings::new(options.keep);
    let inputs = inputs.read(against, from, &mut findings)?;
    let run = print::with_progress(arguments.work.quiet, "comparing", |progress| {
        Run::new(inputs, options, findings, progress)
    });
    if !arguments.work.quiet {
        print::diagnostics(&run);
    }
    let text = match (&arguments.explain, arguments.output_format) {
        (Some(pair), _) => explain::explain(&run, pair)?,
        (None, GroupFormat::Text) => text::text(&run),
        (None, GroupFormat::Tsv) => tsv(&run),
        (None, GroupFormat::Json) => json::json(&run)?,
    };
    let review: Vec<Pending> = review
        .map(|review| review.write(&run))
        .into_iter()
        .collect::<Result<_, _>>()?;
    let written = put(review)?;
    io::stdout().write_all(text.as_bytes())?;
    if !arguments.work.quiet {
        print::summary(&run, &[], &written);
    }
    leave(run);
    Ok(())
}

/// A line a record of the list: its id, a tab, the number of its cluster. Records that a library
/// holds follow the works of the list in their numbers, those of one work under one.
fn tsv(run: &Run) -> String {
    let mut clusters = vec![0_usize; run.ids().len()];
    for (number, group) in (1..).zip(run.groups()) {
        for &entry in &group.entries {
            if let Some(cluster) = clusters.get_mut(entry as usize) {
                *cluster = number;
            }
        }
    }
    let mut numbers: HashMap<u32, usize> = HashMap::new();
    for known in run.known() {
        let next = run.groups().len() + numbers.len() + 1;
        let number = *numbers.entry(known.first).or_insert(next);
        if let Some(cluster) = clusters.get_mut(known.entry as usize) {
            *cluster = number;
        }
    }
    let list = run.ids().zip(clusters);
    list.take(run.counts().read)
        .fold(String::new(), |mut text, (id, cluster)| {
            let _ = writeln!(text, "{id}\t{cluster}");
            text
        })
}
