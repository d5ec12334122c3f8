//! From bytes to text.

use std::borrow::Cow;

/// A decoded text and how it was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// How it was decoded.
    pub decoding: Decoding,
}

/// How bytes became text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoding {
    /// Name of the encoding in the WHATWG standard: `UTF-8`, `GBK`, `windows-1252`.
    pub encoding: &'static str,
    /// Whether the encoding was guessed: neither stated by a mark nor proved by validity.
    pub guessed: bool,
    /// How many bytes or sequences could not be decoded and stand as U+FFFD.
    pub replaced: usize,
}

/// Decodes the bytes of one file.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    Decoded {
        text: String::from_utf8_lossy(bytes),
        decoding: Decoding {
            encoding: "UTF-8",
            guessed: false,
            replaced: 0,
        },
    }
}
