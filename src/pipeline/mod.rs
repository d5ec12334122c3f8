//! The library's verbs: everything from bytes to a written list, in one place.
//!
//! A [`Run`] holds its inputs and a short summary of every record, not the records:
//! they are made from the text once to be compared, and again to be written.

mod against;
pub mod check;
pub mod decisions;
mod evidence;
pub mod explain;
pub mod faults;
mod fingerprint;
mod ids;
mod input;
pub mod keys;
mod mend;
pub mod mentions;
mod options;
mod origins;
mod reader;
pub mod report;
mod run;
mod sources;
mod summary;
mod texts;
mod write;

pub use against::Known;
pub use evidence::PairEvidence;
pub use fingerprint::fingerprint;
pub use input::Input;
pub use keys::{Keys, Pattern};
pub use mend::{Mended, mend};
pub use options::{Options, Sort};
pub use reader::Reader;
pub use run::{Counts, Entry, Group, Progress, Run, SetAside};
pub use sources::SourceCounts;
pub use write::{Lost, Output};
