//! `bibsift man`.

use std::io;

use clap::CommandFactory;

use crate::args::Arguments;
use crate::failure::Failure;

pub(crate) fn run() -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    io::Write::write_all(&mut io::stdout(), &page)?;
    Ok(())
}
