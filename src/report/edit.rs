//! [`Edit`]: a change of some characters of a text, and [`Fix`]: the edits that mend one fault.

use super::Safety;
use crate::source::Span;

/// What stands at `span` is to be replaced by `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to be replaced; empty where something is to be put in.
    pub span: Span,
    /// What will stand there.
    pub text: String,
}

/// How a fault is mended: all of the edits, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far the result can be trusted.
    pub safety: Safety,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}
