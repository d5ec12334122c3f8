//! Where a reference may begin inside a line.

use super::glance::{self, Class};
use super::shape;
use super::units::Inside;

/// Bytes of `(b)`.
pub(super) const LETTER: usize = 3;

/// Whether `words` begin with a letter in brackets and a space.
pub(super) fn lettered_at(words: &str, letter: u8) -> bool {
    let known = [b'(', letter, b')'];
    words
        .as_bytes()
        .strip_prefix(&known)
        .is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

/// Where a letter in brackets begins a work in `words` after `from`.
pub(super) fn lettered_work(words: &str, from: usize, letter: u8) -> Option<usize> {
    let bytes = words.as_bytes();
    memchr::memchr_iter(b'(', bytes)
        .skip_while(|at| *at < from)
        .find(|at| {
            let free = at.checked_sub(1).and_then(|last| bytes.get(last));
            free.is_none_or(u8::is_ascii_whitespace)
                && words
                    .get(*at..)
                    .is_some_and(|rest| lettered_at(rest, letter))
        })
}

/// Where a work may begin inside a line: after a semicolon or full stop that follows a number or
/// bracket, when a year or number stood before and the shape of a name comes.
///
/// In a line as long as a paragraph, which holds many works, sentences may end one too: before a
/// name with its year.
pub(super) fn cuts(words: &str, paragraph: bool) -> Vec<(usize, Inside)> {
    let bytes = words.as_bytes();
    let mut out = Vec::new();
    let mut last = 0;
    for at in memchr::memchr3_iter(b';', b'.', b' ', bytes) {
        let byte = bytes[at];
        let spaced = bytes.get(at + 1) == Some(&b' ') || bytes.get(at + 1) == Some(&b'\t');
        // Of a run of spaces the first.
        let second = byte == b' ' && at > 0 && bytes.get(at - 1) == Some(&b' ');
        if second || !(spaced || (byte == b' ' && paragraph)) {
            continue;
        }
        let Some(before) = bytes.get(last..at) else {
            continue;
        };
        let sure = if byte == b' ' {
            // A gap of two spaces ends a work that has no full stop.
            spaced && before.len() > 30
        } else {
            has_ended(before, byte)
        };
        let likely = || paragraph && (byte == b'.' || byte == b' ' && ends_in_address(before));
        if !(sure || likely()) || !has_number(before) {
            continue;
        }
        let Some(rest) = words.get(at + 1..) else {
            continue;
        };
        let first = glance::first_words(rest);
        let shape = shape::shape(first);
        let begins = match byte {
            b';' => {
                shape != 0 || first[0].class == Class::Address || first[0].class == Class::Lower
            }
            _ if sure => matches!(shape, 1..=3 | 5..=9 | 12 | 14 | 15) && before.len() > 30,
            _ => matches!(shape, 2 | 3 | 5 | 9 | 12) && before.len() > 30 && dated(rest),
        };
        if begins {
            let start = words.len() - rest.trim_start().len();
            out.push((
                start,
                if byte == b';' {
                    Inside::Semicolon
                } else {
                    Inside::Stop
                },
            ));
            last = start;
        }
    }
    out
}

/// Whether what stands before a full stop or semicolon ends as works do.
fn has_ended(before: &[u8], sign: u8) -> bool {
    let near = &before[before.len().saturating_sub(8)..];
    let trimmed = near.trim_ascii_end();
    let last = trimmed.last();
    last.is_some_and(|b| b.is_ascii_digit() || matches!(b, b')' | b']'))
        || sign == b';' && trimmed.ends_with(b".")
        || sign == b'.' && ends_in_address(before)
}

/// How long a line is that holds a paragraph of references, in bytes.
pub(super) const PARAGRAPH: usize = 250;

/// Whether a year follows soon.
fn dated(rest: &str) -> bool {
    const REACH: usize = 120;
    rest.as_bytes()[..rest.len().min(REACH)]
        .split(|b| !b.is_ascii_alphanumeric())
        .any(|word| std::str::from_utf8(word).is_ok_and(glance::is_year))
}

/// Whether the last word is an address.
fn ends_in_address(before: &[u8]) -> bool {
    const LONGEST: usize = 200;
    let tail = &before[before.len().saturating_sub(LONGEST)..];
    let start = memchr::memrchr(b' ', tail).map_or(0, |at| at + 1);
    let word = &tail[start..];
    // Most words have none of the signs of an address.
    let may_be = word.starts_with(b"www.") || word.iter().any(|byte| matches!(byte, b':' | b'/'));
    may_be && std::str::from_utf8(word).is_ok_and(glance::is_address)
}

/// Whether a number of two digits or more stands in the last hundred bytes.
fn has_number(before: &[u8]) -> bool {
    const REACH: usize = 100;
    before[before.len().saturating_sub(REACH)..]
        .windows(2)
        .any(|pair| pair.iter().all(u8::is_ascii_digit))
}
