//! Files: what is read, and how results are written without ever leaving half a file.

mod config;
mod decisions;
mod inputs;
mod originals;
mod outputs;

pub(crate) use config::{Configured, config, configured};
pub(crate) use decisions::{Review, decisions};
pub(crate) use inputs::Inputs;
pub(crate) use originals::{Found, Original, bib_files, found};
pub(crate) use outputs::{Destination, Files, Pending, writable};
