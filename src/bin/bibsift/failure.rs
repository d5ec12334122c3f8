//! [`Failure`]: what stops a command, in one sentence.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a command cannot go on.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The world: a file that cannot be read or written.
    File { what: String, error: io::Error },
    /// A request that cannot be met.
    Request(String),
}

impl Failure {
    /// A failure of reading or writing `path`; `verb` is `read` or `write`.
    pub(crate) fn file(verb: &str, path: &Path, error: io::Error) -> Self {
        Self::File {
            what: format!("cannot {verb} {}", path.display()),
            error,
        }
    }

    /// Whether whoever reads our standard output closed it.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::File { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { what, error } => {
                // The number in brackets is for programmers.
                let text = error.to_string();
                let text = text.split(" (os error").next().unwrap_or_default();
                write!(f, "{what}: {}", text.to_lowercase())
            }
            Self::Request(text) => f.write_str(text),
        }
    }
}

impl From<bibsift::error::Error> for Failure {
    fn from(error: bibsift::error::Error) -> Self {
        Self::Request(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::File {
            what: "cannot write to standard output".to_owned(),
            error,
        }
    }
}
