//! The library's verbs: everything from bytes to a written list, in one place.
//!
//! A [`Run`] holds its inputs and a short summary of every record, not the records:
//! they are made from the text once to be compared, and again to be written.

pub mod explain;
pub mod faults;
mod ids;
mod input;
pub mod keys;
mod options;
mod reader;
pub mod report;
mod run;
mod summary;
mod write;

pub use input::Input;
pub use keys::{Keys, Pattern};
pub use options::{Options, Sort};
pub use reader::Reader;
pub use run::{Counts, Entry, Group, PairEvidence, Progress, Run, SetAside};
pub use write::{Lost, Output};
