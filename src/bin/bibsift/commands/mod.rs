//! One file a command.

pub(crate) mod check;
pub(crate) mod clean;
pub(crate) mod completions;
mod configure;
pub(crate) mod convert;
pub(crate) mod dedup;
pub(crate) mod explain;
pub(crate) mod fmt;
mod list;
pub(crate) mod man;
