//! [`Options`]: what a run is to do.

use super::{Keys, Reader};
use crate::dedup;
use crate::error::{Error, ErrorKind};
use crate::report::Keep;
use crate::rules::{Rule, Settings};
use crate::source::Source;

/// What a run is to do with the records it reads.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Forces a reader; [`None`] sniffs each input.
    pub from: Option<Reader>,
    /// Runs the rules with these settings; [`None`] leaves values as they were read.
    pub rules: Option<Settings>,
    /// Rules of the caller's own, run after the others when there are any.
    pub own_rules: Vec<&'static Rule>,
    /// Merges duplicates by these options; [`None`] leaves them.
    pub dedup: Option<dedup::Options>,
    /// Decisions about pairs of records, as [`decisions`](super::decisions) reads them; their ids are
    /// set by the run.
    pub decisions: Vec<Source>,
    /// Where citation keys come from.
    pub keys: Keys,
    /// The order of records; [`None`] keeps that of first appearance.
    pub sort: Option<Sort>,
    /// Sets records without a title aside.
    pub require_title: bool,
    /// Only matches records and writes none of them: what rules find out for the readers of a list is
    /// left out.
    pub only_matched: bool,
    /// Keeps the line of every record for [`Run::line`](super::Run::line), about 80 bytes each; worth
    /// it where many are shown.
    pub lines: bool,
    /// How many diagnostics are kept in full.
    pub keep: Keep,
}

impl Options {
    /// What `clean` does when nothing else is asked for: rules, merging, order of appearance.
    pub fn clean() -> Self {
        Self {
            rules: Some(Settings::default()),
            dedup: Some(dedup::Options::default()),
            ..Self::default()
        }
    }
}

/// An order of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By citation key.
    Key,
    /// By year, undated ones last.
    Year,
    /// By the names as printed in a list.
    Author,
    /// By title.
    Title,
}

impl std::str::FromStr for Sort {
    type Err = Error;

    /// `key`, `year`, `author` or `title`.
    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "key" => Ok(Self::Key),
            "year" => Ok(Self::Year),
            "author" => Ok(Self::Author),
            "title" => Ok(Self::Title),
            other => Err(Error::new(
                ErrorKind::UnknownName,
                format!("records are sorted by key, year, author or title, not by '{other}'"),
            )),
        }
    }
}
