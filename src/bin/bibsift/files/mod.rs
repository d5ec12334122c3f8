//! Files: what is read, and how results are written without ever leaving half a file.

mod config;
mod inputs;
mod outputs;

pub(crate) use config::config;
pub(crate) use inputs::read;
pub(crate) use outputs::{Destination, Pending, refuse_clashes, writable};
