//! `bibsift completions SHELL`.

use std::io;

use clap::CommandFactory;

use crate::args::Arguments;
use crate::failure::Failure;

pub(crate) fn run(shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "bibsift", &mut script);
    io::Write::write_all(&mut io::stdout(), &script)?;
    Ok(())
}
