//! From bytes to text.

mod guess;
mod lines;
mod unicode;

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
    /// Name of the encoding in the WHATWG standard (`UTF-8`, `GBK`, `windows-1252`), or `UTF-32LE`
    /// and `UTF-32BE`.
    pub encoding: &'static str,
    /// Whether the encoding was guessed: neither stated by a mark nor proved by validity.
    pub guessed: bool,
    /// How many bytes or sequences could not be decoded and stand as U+FFFD.
    pub replaced: usize,
    /// How many lines are in another encoding than the rest, and were decoded by themselves.
    pub foreign_lines: usize,
    /// Whether the bytes look like no text at all: a document, an image, an archive.
    pub binary: bool,
}

impl Decoding {
    /// An encoding that is sure and did for all bytes.
    fn sure(encoding: &'static str) -> Self {
        Self {
            encoding,
            guessed: false,
            replaced: 0,
            foreign_lines: 0,
            binary: false,
        }
    }
}

/// Decodes the bytes of one file; whatever they are, there is an answer.
///
/// In this order: a byte order mark decides; NULs in every second or fourth place are UTF-16 or
/// UTF-32, unless the file begins like one of another kind; valid UTF-8 is UTF-8 and borrowed, unless it holds the escapes of ISO-2022-JP; what is
/// no text is taken as UTF-8 and marked; lines of valid UTF-8 among others make a mixed file, whose
/// other lines are decoded by themselves; else one encoding is guessed for the file, from its
/// lines with other bytes than ASCII.
///
/// A guess of a multi-byte encoding from few or scattered bytes is not believed: `5 µm` in
/// windows-1252 looks like Big5.
///
/// ```
/// use bibsift::source::decode::decode;
///
/// let decoded = decode(b"Schr\xf6dinger, Dvo\xf8\xe1k and others");
/// assert!(decoded.decoding.guessed);
/// assert!(decode("Schrödinger".as_bytes()).text.contains('ö'));
/// ```
///
/// Sources: WHATWG Encoding Standard; Unicode 16, 23.8 (byte order mark).
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(decoded) = unicode::marked(bytes) {
        return decoded;
    }
    let other_kind = begins_like_another_kind(bytes);
    if let Some(decoded) = unicode::by_zeros(bytes).filter(|_| !other_kind) {
        return decoded;
    }
    let binary = other_kind || is_full_of_controls(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !binary && memchr::memmem::find(bytes, b"\x1b$").is_some() => {
            iso_2022_jp(bytes).unwrap_or_else(|| utf8(text, binary))
        }
        Ok(text) => utf8(text, binary),
        Err(_) if binary => lossy(bytes, true),
        Err(_) => lines::decode(bytes),
    }
}

/// The text that [`decode`] finds in bytes which are UTF-8 and nothing else, so that they can stay
/// where they are; other bytes come back.
///
/// ```
/// use bibsift::source::decode::plain;
///
/// assert_eq!(plain("Schrödinger".into()).unwrap(), "Schrödinger");
/// assert!(plain(b"\xef\xbb\xbfmarked".to_vec()).is_err());
/// assert!(plain(b"Schr\xf6dinger".to_vec()).is_err());
/// ```
pub fn plain(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    let head = bytes.get(..unicode::SAMPLE).unwrap_or(&bytes);
    let may_be_else = bytes.starts_with(b"\xef\xbb\xbf")
        || memchr::memchr(0, head).is_some()
        || begins_like_another_kind(&bytes)
        || is_full_of_controls(&bytes)
        || memchr::memmem::find(&bytes, b"\x1b$").is_some();
    if may_be_else {
        return Err(bytes);
    }
    String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)
}

fn utf8(text: &str, binary: bool) -> Decoded<'_> {
    Decoded {
        text: Cow::Borrowed(text),
        decoding: Decoding {
            binary,
            ..Decoding::sure("UTF-8")
        },
    }
}

/// UTF-8 whatever the bytes are.
fn lossy(bytes: &[u8], binary: bool) -> Decoded<'_> {
    let text = String::from_utf8_lossy(bytes);
    Decoded {
        decoding: Decoding {
            guessed: true,
            replaced: replacements(&text),
            binary,
            ..Decoding::sure("UTF-8")
        },
        text,
    }
}

fn iso_2022_jp(bytes: &[u8]) -> Option<Decoded<'_>> {
    let (text, failed) = encoding_rs::ISO_2022_JP.decode_without_bom_handling(bytes);
    (!failed).then(|| Decoded {
        text,
        decoding: Decoding {
            guessed: true,
            ..Decoding::sure("ISO-2022-JP")
        },
    })
}

/// How many characters of `text` stand for bytes that could not be decoded.
fn replacements(text: &str) -> usize {
    memchr::memmem::find_iter(text.as_bytes(), "\u{fffd}").count()
}

/// Whether the bytes begin like a well-known file that is no text.
fn begins_like_another_kind(bytes: &[u8]) -> bool {
    const BEGINNINGS: &[&[u8]] = &[
        b"%PDF-",
        b"PK\x03\x04",
        b"\x89PNG\r\n",
        b"GIF8",
        b"\xff\xd8\xff",
        b"\x1f\x8b",
        b"BZh",
        b"\xfd7zXZ",
        b"7z\xbc\xaf",
        b"\x28\xb5\x2f\xfd",
        b"Rar!\x1a",
        b"\xd0\xcf\x11\xe0",
        b"SQLite format 3\0",
        b"\x7fELF",
    ];
    BEGINNINGS
        .iter()
        .any(|beginning| bytes.starts_with(beginning))
}

/// Whether there are too many control characters for a text.
fn is_full_of_controls(bytes: &[u8]) -> bool {
    let head = bytes.get(..8192).unwrap_or(bytes);
    let controls = head
        .iter()
        .filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count();
    controls > 4 && controls * 20 > head.len()
}

#[cfg(test)]
mod tests;
