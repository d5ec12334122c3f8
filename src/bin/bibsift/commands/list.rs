//! What `clean` and `convert` share: inputs in, one list out.

use std::io::{self, Write};
use std::path::Path;

use bibsift::formats::{Format, WriteOptions};
use bibsift::pipeline::{Keys, Lost, Options, Output, Pattern, Reader, Run, Sort, report};
use bibsift::report::{Findings, Keep};

use crate::args::{InputArguments, MatchArguments, Order, OutputArguments, WorkArguments};
use crate::failure::Failure;
use crate::files::{self, Destination, Files, Inputs, Pending, Review};
use crate::print;

/// One run from inputs to a list.
pub(crate) struct Request<'a> {
    pub(crate) input: &'a InputArguments,
    pub(crate) output: &'a OutputArguments,
    pub(crate) work: &'a WorkArguments,
    pub(crate) removed: Option<&'a str>,
    pub(crate) report: Option<&'a Path>,
    /// What counts as the same work, where anything is matched.
    pub(crate) matching: Option<&'a MatchArguments>,
    pub(crate) options: Options,
}

pub(crate) fn run(request: Request<'_>) -> Result<(), Failure> {
    threads(request.work)?;
    let Request {
        input,
        output,
        work,
        removed,
        report,
        matching,
        mut options,
    } = request;
    let destinations: Vec<Destination> = output
        .output
        .iter()
        .map(|name| Destination::parse(name))
        .collect::<Result<_, _>>()?;
    let to = files::writable(&output.to)?;
    let removed = removed.map(Destination::parse).transpose()?;
    let sources = matching.map_or(&[][..], |matching| &matching.source);
    let libraries = matching.map_or(&[][..], |matching| &matching.against);
    let inputs = Inputs::new(&input.inputs, sources)?;
    let review = matching.and_then(|matching| matching.review.as_deref());
    let decisions = matching.map_or(&[][..], |matching| &matching.decisions);
    let written = [
        (removed.as_ref().map(|one| &*one.path), "--removed"),
        (report, "--report"),
        (review, "--review"),
    ];
    let written = written
        .into_iter()
        .filter_map(|(path, option)| Some((path?, option)));
    Files {
        inputs: &inputs.paths,
        decisions,
        read: libraries
            .iter()
            .map(|path| (&**path, "--against"))
            .collect(),
        lists: &destinations,
        written: written.collect(),
    }
    .refuse_clashes()?;
    options.decisions = files::decisions(decisions, review)?;
    let review = review
        .map(|path| Review::new(path, decisions, &options.decisions))
        .transpose()?;
    options.from = input.from.as_deref().map(Reader::named).transpose()?;
    options.keys = match output.keys.as_deref().unwrap_or("keep") {
        "keep" => Keys::Keep,
        pattern => Keys::Pattern(Pattern::parse(pattern)?),
    };
    options.sort = output.sort.map(|order| match order {
        Order::Key => Sort::Key,
        Order::Year => Sort::Year,
        Order::Author => Sort::Author,
        Order::Title => Sort::Title,
    });
    options.keep = if report.is_some() {
        Keep::All
    } else {
        Keep::First(print::MOST)
    };
    let mut findings = Findings::new(options.keep);
    let inputs = inputs.read(libraries, options.from, &mut findings)?;
    let run = print::with_progress(work.quiet, "reading", |progress| {
        Run::new(inputs, options, findings, progress)
    });
    if !work.quiet {
        print::diagnostics(&run);
    }
    let write = WriteOptions {
        statements: output.statements,
        zotero: output.target.is_some(),
    };
    refuse_emptying(&run, &destinations)?;
    let beside = Beside {
        removed: removed.as_ref(),
        report,
        review: review.as_ref(),
    };
    let (written, mut lost) = to_files(&run, &destinations, &beside, &write)?;
    if destinations.is_empty() {
        lost = to_stdout(&run, to, &write)?;
    }
    if !work.quiet {
        print::summary(&run, &lost, &written);
        if !sources.is_empty() {
            say!("{}", print::sources(&run).trim_end());
        }
    }
    leave(run);
    Ok(())
}

/// Ends with a run. Its millions of pieces of memory need not be given back one by one: the process
/// ends here, and the system takes all at once.
pub(super) fn leave(run: Run) {
    std::mem::forget(run);
}

/// Makes every parallel step use as many threads as asked for.
pub(crate) fn threads(work: &WorkArguments) -> Result<(), Failure> {
    let Some(jobs) = work.jobs else { return Ok(()) };
    let mut threads = rayon::ThreadPoolBuilder::new().num_threads(jobs);
    if jobs == 1 {
        // Memory is had for less in a process of one thread.
        threads = threads.use_current_thread();
    }
    let built = threads.build_global();
    built.map_err(|error| Failure::Request(format!("cannot start {jobs} threads: {error}")))
}

/// An existing list is never replaced by an empty one, unless it is empty because a library holds
/// all there is.
fn refuse_emptying(run: &Run, destinations: &[Destination]) -> Result<(), Failure> {
    let existing = destinations
        .iter()
        .find(|destination| destination.path.exists());
    match existing {
        Some(destination) if run.groups().is_empty() && run.known().is_empty() => {
            Err(Failure::Request(format!(
                "no record was found; {} stays as it was",
                destination.path.display()
            )))
        }
        _ => Ok(()),
    }
}

fn to_stdout(
    run: &Run,
    format: &'static Format,
    options: &WriteOptions,
) -> Result<Vec<Lost>, Failure> {
    let mut stdout = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut sink = |text: &str| stdout.write_all(text.as_bytes());
    let lost = run.write(&mut [Output {
        format,
        options: options.clone(),
        sink: &mut sink,
    }])?;
    stdout.flush()?;
    Ok(lost)
}

/// What is written beside the list.
struct Beside<'a> {
    removed: Option<&'a Destination>,
    report: Option<&'a Path>,
    review: Option<&'a Review<'a>>,
}

/// Writes the list and what goes beside it. All files are complete before the first is put in its
/// place. Returns their names, and what the list's have no place for.
fn to_files(
    run: &Run,
    destinations: &[Destination],
    beside: &Beside<'_>,
    options: &WriteOptions,
) -> Result<(Vec<String>, Vec<Lost>), Failure> {
    let &Beside {
        removed,
        report,
        review,
    } = beside;
    let begin = |paths: &mut dyn Iterator<Item = &Path>| -> Result<Vec<Pending>, Failure> {
        paths.map(Pending::new).collect()
    };
    let mut lists = begin(&mut destinations.iter().map(|one| &*one.path))?;
    let mut removals = begin(&mut removed.iter().map(|one| &*one.path))?;
    let mut reports = begin(&mut report.into_iter())?;
    let mut lost = Vec::new();
    if !lists.is_empty() {
        lost = write_lists(destinations, options, &mut lists, |outputs| {
            run.write(outputs)
        })?;
    }
    if let Some(destination) = removed {
        let one = std::slice::from_ref(destination);
        write_lists(one, options, &mut removals, |outputs| {
            run.write_removed(outputs)
        })?;
    }
    if let (Some(file), Some(path)) = (reports.first_mut(), report) {
        report::write(run, &mut |text| file.write(text))
            .map_err(|e| Failure::file("write", path, e))?;
    }
    let reviews: Vec<Pending> = review
        .map(|review| review.write(run))
        .into_iter()
        .collect::<Result<_, _>>()?;
    let all = [lists, removals, reports, reviews];
    Ok((put(all.into_iter().flatten().collect())?, lost))
}

/// Puts complete files in their places. Returns their names.
pub(crate) fn put(mut all: Vec<Pending>) -> Result<Vec<String>, Failure> {
    for file in &mut all {
        file.sync()?;
    }
    let names = all.iter().map(|file| file.name.display().to_string());
    let names = names.collect();
    for file in all {
        file.persist()?;
    }
    Ok(names)
}

fn write_lists(
    destinations: &[Destination],
    options: &WriteOptions,
    files: &mut [Pending],
    write: impl FnOnce(&mut [Output<'_>]) -> io::Result<Vec<Lost>>,
) -> Result<Vec<Lost>, Failure> {
    let first = destinations.first().map_or(Path::new(""), |one| &one.path);
    let mut sinks: Vec<_> = files
        .iter_mut()
        .map(|file| move |text: &str| file.write(text))
        .collect();
    let mut outputs: Vec<Output<'_>> = destinations
        .iter()
        .zip(&mut sinks)
        .map(|(destination, sink)| Output {
            format: destination.format,
            options: options.clone(),
            sink,
        })
        .collect();
    write(&mut outputs).map_err(|e| Failure::file("write", first, e))
}
