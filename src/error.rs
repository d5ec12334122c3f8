//! [`Error`]: what stops the tool from working. Bad input never does; it gets a diagnostic.

use std::fmt;

/// What went wrong with the world, not with a reference.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// The kinds of failure a caller may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A name that no table holds: a format, a layout, a rule, a sort key.
    UnknownName,
    /// A request that makes no sense, such as writing a format that is only read.
    Usage,
    /// More input than the offsets of a [`Span`](crate::source::Span) can address.
    TooLarge,
}

impl Error {
    /// An error of `kind`; `message` is one sentence without a final stop.
    ///
    /// ```
    /// use bibsift::error::{Error, ErrorKind};
    /// let error = Error::new(ErrorKind::UnknownName, "no format is called 'docx'");
    /// assert_eq!(error.to_string(), "no format is called 'docx'");
    /// ```
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }

    /// The kind, for a caller that reacts to it.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
