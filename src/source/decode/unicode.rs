//! Unicode with a byte order mark, and in units of two and four bytes.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::{Decoded, Decoding, replacements};

/// Decodes what a byte order mark states.
pub(super) fn marked(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Some(match std::str::from_utf8(rest) {
            Ok(text) => super::utf8(text, false),
            // A mark before bytes that are no UTF-8: a file put together from several.
            Err(_) => super::lines::decode(rest),
        });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        // A text in UTF-16 does not begin with a NUL.
        return Some(utf32(rest, true, false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return Some(utf32(rest, false, false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some(utf16(rest, true, false));
    }
    bytes
        .strip_prefix(b"\xfe\xff")
        .map(|rest| utf16(rest, false, false))
}

/// So many bytes at the beginning tell whether there are such characters.
pub(super) const SAMPLE: usize = 8192;

/// Decodes UTF-16 and UTF-32 without a mark: their ASCII characters have NULs in fixed places.
pub(super) fn by_zeros(bytes: &[u8]) -> Option<Decoded<'_>> {
    let head = bytes.get(..SAMPLE).unwrap_or(bytes);
    memchr::memchr(0, head)?;
    let mut zeros = [0_usize; 4];
    for quad in head.chunks_exact(4) {
        for (count, byte) in zeros.iter_mut().zip(quad) {
            *count += usize::from(*byte == 0);
        }
    }
    let quads = head.len() / 4;
    if quads == 0 {
        return short(bytes);
    }
    let [first, second, third, fourth] = zeros;
    let most = |count: usize| count * 10 >= quads * 9;
    let few = |count: usize| count * 10 < quads;
    if most(fourth) && most(third) && few(first) {
        return Some(utf32(bytes, true, true));
    }
    if most(first) && most(second) && few(fourth) {
        return Some(utf32(bytes, false, true));
    }
    // At least one character in eight is ASCII (line ends, tags), and hardly one ends in NUL.
    let (even, odd) = (first + third, second + fourth);
    let decoded = if odd * 4 >= quads && even * 20 <= odd {
        utf16(bytes, true, true)
    } else if even * 4 >= quads && odd * 20 <= even {
        utf16(bytes, false, true)
    } else {
        return None;
    };
    // Other bytes with many NULs make many unpaired surrogates.
    (decoded.decoding.replaced * 100 <= decoded.text.len()).then_some(decoded)
}

/// Two bytes: one character of UTF-16, if one of them is NUL.
fn short(bytes: &[u8]) -> Option<Decoded<'_>> {
    match bytes {
        [1..=255, 0] => Some(utf16(bytes, true, true)),
        [0, 1..=255] => Some(utf16(bytes, false, true)),
        _ => None,
    }
}

fn utf16(bytes: &[u8], little: bool, guessed: bool) -> Decoded<'_> {
    let encoding = if little { UTF_16LE } else { UTF_16BE };
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        decoding: Decoding {
            guessed,
            replaced: if failed { replacements(&text) } else { 0 },
            ..Decoding::sure(encoding.name())
        },
        text,
    }
}

fn utf32(bytes: &[u8], little: bool, guessed: bool) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len() / 4);
    let mut replaced = 0;
    for quad in bytes.chunks(4) {
        let code = <[u8; 4]>::try_from(quad).map(|quad| {
            if little {
                u32::from_le_bytes(quad)
            } else {
                u32::from_be_bytes(quad)
            }
        });
        text.push(code.ok().and_then(char::from_u32).unwrap_or_else(|| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    Decoded {
        text: Cow::Owned(text),
        decoding: Decoding {
            guessed,
            replaced,
            ..Decoding::sure(if little { "UTF-32LE" } else { "UTF-32BE" })
        },
    }
}
