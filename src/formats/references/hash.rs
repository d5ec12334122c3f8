//! Hashes of words and features. They are part of the model: changing one makes it void.

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// `value` mixed into `hash`.
#[inline]
pub(super) fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 29)
}

/// The hash of a word without regard to case.
#[inline]
pub(super) fn word_hash(word: &str) -> u64 {
    let mut hash = 7;
    for c in word.chars() {
        if c.is_ascii() {
            hash = mix(hash, u64::from(c.to_ascii_lowercase()));
        } else {
            for lower in plain(c).to_lowercase() {
                hash = mix(hash, u64::from(lower));
            }
        }
    }
    hash
}

/// The ASCII character of a full-width form.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => super::token::plain_mark(c),
    }
}

/// A feature: what is looked at, and what is found there.
#[inline]
#[allow(clippy::cast_possible_truncation)]
pub(super) fn feature(kind: u64, value: u64) -> u32 {
    let mixed = (value ^ kind.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(FACTOR);
    (mixed >> 32) as u32
}
