//! `bibsift clean`: the main job.

use bibsift::config;
use bibsift::pipeline::Options;
use bibsift::rules::{Infer, Settings};

use super::configure::{fill, matching};
use super::list::{self, Request};
use crate::args::{self, CleanArguments};
use crate::failure::Failure;
use crate::files;

pub(crate) fn run(mut arguments: CleanArguments) -> Result<(), Failure> {
    let config = files::config(&arguments.input.inputs)?;
    configure(&mut arguments, config.clean)?;
    let dedup = matching(&mut arguments.matching, config.dedup)?;
    let infer = match arguments.infer {
        Some(args::Infer::None) => Infer::None,
        Some(args::Infer::All) => Infer::All,
        Some(args::Infer::Sound) | None => Infer::Sound,
    };
    let options = Options {
        rules: Some(Settings { infer }),
        dedup: (!arguments.no_dedup).then_some(dedup),
        require_title: arguments.require.is_some(),
        ..Options::default()
    };
    list::run(Request {
        input: &arguments.input,
        output: &arguments.output,
        work: &arguments.work,
        removed: arguments.removed.as_deref(),
        report: arguments.report.as_deref(),
        matching: Some(&arguments.matching),
        options,
    })
}

/// Fills what the command line leaves open from `bibsift.toml`.
fn configure(arguments: &mut CleanArguments, config: config::Clean) -> Result<(), Failure> {
    fill(&mut arguments.infer, "infer", config.infer)?;
    fill(&mut arguments.require, "require", config.require)?;
    fill(&mut arguments.output.sort, "sort", config.sort)?;
    fill(&mut arguments.output.target, "for", config.target)?;
    arguments.output.keys = arguments.output.keys.take().or(config.keys);
    arguments.output.statements |= config.statements.unwrap_or(false);
    Ok(())
}
