//! The `bibsift` command: arguments in, files and words out. It knows no bibliography; everything
//! it does is in the library's public interface.

#[macro_use]
mod print;

mod args;
mod commands;
mod failure;
mod files;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use failure::Failure;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    match run(arguments) {
        Ok(code) => code,
        // Whoever reads our output has seen enough; that is no failure of ours.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            say!("bibsift: {}", print::plain(&failure.to_string()));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Command::Fmt(arguments) => return commands::fmt::run(&arguments),
        Command::Check(arguments) => return commands::check::run(&arguments),
        Command::Clean(arguments) => commands::clean::run(*arguments),
        Command::Convert(arguments) => commands::convert::run(&arguments),
        Command::Dedup(arguments) => commands::dedup::run(*arguments),
        Command::Explain { id } => commands::explain::run(id.as_deref()),
        Command::Completions { shell } => commands::completions::run(shell),
        Command::Man => commands::man::run(),
    }?;
    Ok(ExitCode::SUCCESS)
}
