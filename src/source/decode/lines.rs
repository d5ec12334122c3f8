//! Files that are not all UTF-8, line by line where they must be.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::guess::guess;
use super::{Decoded, Decoding, replacements};

/// What the lines of a file with other bytes than ASCII are.
#[derive(Default)]
struct Census {
    /// Lines of UTF-8 that are so by no accident.
    utf8: usize,
    /// Lines that are no UTF-8.
    other: usize,
    /// Lines that are no UTF-8 only because characters of it are cut or damaged.
    damaged: usize,
}

/// Decodes bytes that are not all UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let mut census = Census::default();
    for line in lines(bytes).filter(|line| !line.is_ascii()) {
        match kind(line) {
            Kind::Utf8 => census.utf8 += 1,
            Kind::Damaged => census.damaged += 1,
            Kind::Other => census.other += 1,
            Kind::Either => {}
        }
    }
    // One line in twenty: in a long file of another encoding a short line may be valid by chance.
    let is_utf8 = (census.utf8 + census.damaged) * 20 > census.other;
    let others = || {
        lines(bytes)
            .filter(|line| !line.is_ascii() && (!is_utf8 || matches!(kind(line), Kind::Other)))
    };
    if is_utf8 {
        let fallback = guess(others());
        return each_line(bytes, UTF_8, fallback);
    }
    let encoding = guess(others());
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    if failed {
        return each_line(bytes, encoding, encoding);
    }
    Decoded {
        text,
        decoding: Decoding {
            guessed: true,
            ..Decoding::sure(encoding.name())
        },
    }
}

/// Decodes a file whose lines are of `main`, or else of `fallback`, or else of one guessed for the
/// line alone.
fn each_line(
    bytes: &[u8],
    main: &'static Encoding,
    fallback: &'static Encoding,
) -> Decoded<'static> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut decoding = Decoding {
        guessed: main != UTF_8,
        ..Decoding::sure(main.name())
    };
    for line in lines(bytes) {
        let valid = std::str::from_utf8(line)
            .ok()
            .filter(|_| line.is_ascii() || main == UTF_8 || matches!(kind(line), Kind::Utf8));
        if let Some(valid) = valid {
            decoding.foreign_lines += usize::from(main != UTF_8 && !line.is_ascii());
            text.push_str(valid);
            continue;
        }
        let (decoded, encoding) = one_line(line, main, fallback);
        decoding.foreign_lines += usize::from(encoding != main);
        decoding.replaced += replacements(&decoded);
        text.push_str(&decoded);
    }
    Decoded {
        text: Cow::Owned(text),
        decoding,
    }
}

/// Decodes a line that is no UTF-8, and says by which encoding.
fn one_line<'a>(
    line: &'a [u8],
    main: &'static Encoding,
    fallback: &'static Encoding,
) -> (Cow<'a, str>, &'static Encoding) {
    if main == UTF_8 && matches!(kind(line), Kind::Damaged) {
        return (String::from_utf8_lossy(line), UTF_8);
    }
    let own = || guess(std::iter::once(line));
    for encoding in [fallback, own()] {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(line) {
            return (text, encoding);
        }
    }
    (fallback.decode_without_bom_handling(line).0, fallback)
}

enum Kind {
    /// UTF-8 with so many characters that it is no accident.
    Utf8,
    /// UTF-8, perhaps by accident.
    Either,
    /// More characters of UTF-8 than sequences that are none.
    Damaged,
    Other,
}

fn kind(line: &[u8]) -> Kind {
    let (mut short, mut long, mut bad) = (0_usize, 0_usize, 0_usize);
    for chunk in line.utf8_chunks() {
        for character in chunk.valid().chars() {
            match character.len_utf8() {
                1 => {}
                2 => short += 1,
                _ => long += 1,
            }
        }
        bad += usize::from(!chunk.invalid().is_empty());
    }
    match bad {
        0 if long > 0 || short > 5 => Kind::Utf8,
        0 => Kind::Either,
        _ if long + short / 2 > bad => Kind::Damaged,
        _ => Kind::Other,
    }
}

/// The lines with their ends. No encoding that is decoded here has a line feed inside a character.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}
