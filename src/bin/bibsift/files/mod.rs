//! Files: what is read, and how results are written without ever leaving half a file.

mod config;
mod decisions;
mod inputs;
mod originals;
mod outputs;

pub(crate) use config::config;
pub(crate) use decisions::{Review, decisions};
pub(crate) use inputs::Inputs;
pub(crate) use originals::{Original, bib_files};
pub(crate) use outputs::{Destination, Files, Pending, writable};
