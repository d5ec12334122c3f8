//! [`Document`]: what a page of HTML says of works.

use super::decoded::Decoded;
use crate::source::Span;

/// What one page holds, in the order it stands there.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The page.
    pub(super) span: Span,
    /// `<meta>` tags with a name and a content.
    pub(super) metas: Vec<Meta>,
    /// Scripts of type `application/ld+json`.
    pub(super) scripts: Vec<Span>,
    /// Titles of elements of class `Z3988`.
    pub(super) coins: Vec<Attribute>,
    /// The text of `<pre>`, `<textarea>` and `<code>`.
    pub(super) boxes: Vec<Decoded>,
    /// The text a reader sees, block elements on lines of their own.
    pub(super) visible: Decoded,
}

/// The value of an attribute, decoded.
#[derive(Debug, Default, Clone)]
pub(super) struct Attribute {
    /// The value.
    pub(super) value: String,
    /// Where it stands, without quotes.
    pub(super) span: Span,
}

/// One `<meta>` tag.
#[derive(Debug, Clone)]
pub(super) struct Meta {
    /// Its `name` or `property`, lower case.
    pub(super) name: String,
    /// Its `content`.
    pub(super) content: Attribute,
}
