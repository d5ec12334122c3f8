//! Hashes of texts and records: fast, the same on every machine and in every run.
//!
//! Whoever knows the constants can make two texts collide. That gains nothing: a collision of words,
//! names or keys makes a pair of records a candidate, no more; equal hashes of identifiers say what
//! an equal identifier would; copies are taken for such only if their features are equal too. Hash
//! maps keyed by these hashes need a secret of their own, which [`Secret`] adds.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

const SEED: u64 = 0x243F_6A88_85A3_08D3;
const STEP: u64 = 0x1319_8A2E_0370_7345;
const LENGTH: u64 = 0xA409_3822_299F_31D1;

/// Both halves of the product, one upon the other.
const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128).wrapping_mul(b as u128);
    #[allow(clippy::cast_possible_truncation)]
    let folded = product as u64 ^ (product >> 64) as u64;
    folded
}

/// Mixes a number into a hash.
pub(crate) const fn mix(hash: u64, number: u64) -> u64 {
    fold(hash ^ number ^ SEED, STEP ^ number.rotate_left(32))
}

/// The first eight, or four, bytes of `bytes` as a number.
fn eight(bytes: &[u8]) -> u64 {
    bytes
        .first_chunk::<8>()
        .map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

fn four(bytes: &[u8]) -> u64 {
    bytes
        .first_chunk::<4>()
        .map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)))
}

/// Hash of `bytes` upon `seed`.
fn bytes_upon(seed: u64, bytes: &[u8]) -> u64 {
    let length = bytes.len();
    let mut hash = seed;
    let mut rest = bytes;
    while let Some((block, more)) = rest.split_first_chunk::<16>()
        && !more.is_empty()
    {
        hash = fold(eight(block) ^ STEP, eight(&block[8..]) ^ hash);
        rest = more;
    }
    // What is left is read from both ends, which may overlap.
    let (a, b) = match rest.len() {
        8.. => (
            eight(rest),
            eight(rest.get(rest.len() - 8..).unwrap_or_default()),
        ),
        4.. => (
            four(rest),
            four(rest.get(rest.len() - 4..).unwrap_or_default()),
        ),
        _ => {
            let at = |index: usize| rest.get(index).map_or(0, |byte| u64::from(*byte));
            (at(0) | at(1) << 8 | at(2) << 16, 0)
        }
    };
    fold(fold(a ^ STEP, b ^ hash) ^ LENGTH, length as u64 ^ SEED)
}

/// Hash of `text`, 0 if it is empty.
pub(crate) fn hash_text(text: &str) -> u64 {
    if text.is_empty() {
        0
    } else {
        bytes_upon(SEED, text.as_bytes()).max(1)
    }
}

/// Hashes what derives [`std::hash::Hash`].
#[derive(Debug)]
pub(crate) struct Mixer(u64);

impl Mixer {
    pub(crate) const fn new() -> Self {
        Self(SEED)
    }
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes_upon(self.0, bytes);
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0, number);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

/// Spreads 64-bit hashes over a map by numbers drawn anew in each run, so that nobody can choose
/// texts which fall into one place. Nothing that is shown may depend on the order of such a map.
#[derive(Debug, Clone)]
pub(crate) struct Secret([u64; 2]);

impl Default for Secret {
    fn default() -> Self {
        let drawn = RandomState::new();
        Self([drawn.hash_one(0), drawn.hash_one(1) | 1])
    }
}

impl BuildHasher for Secret {
    type Hasher = Spread;

    fn build_hasher(&self) -> Spread {
        Spread {
            secret: self.0,
            hash: 0,
        }
    }
}

/// The hasher of [`Secret`].
#[derive(Debug)]
pub(crate) struct Spread {
    secret: [u64; 2],
    hash: u64,
}

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.hash
    }

    fn write(&mut self, bytes: &[u8]) {
        self.hash = bytes_upon(self.hash ^ self.secret[0], bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.hash = fold(number ^ self.secret[0], self.secret[1]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_byte_counts_at_every_length() {
        let mut seen = BTreeSet::new();
        for length in 1..70 {
            let base = "x".repeat(length);
            assert!(seen.insert(hash_text(&base)), "{length}");
            for at in 0..length {
                let mut other = base.clone().into_bytes();
                other[at] = b'y';
                let other = String::from_utf8(other).unwrap();
                assert!(seen.insert(hash_text(&other)), "{length} {at}");
            }
        }
        assert_eq!(hash_text(""), 0);
    }

    #[test]
    fn numbers_in_a_row_spread_over_all_bits() {
        let hashes: Vec<u64> = (0..1_000).map(|n| mix(1, n)).collect();
        for bit in 0..64 {
            let set = hashes.iter().filter(|hash| *hash >> bit & 1 == 1).count();
            assert!((400..600).contains(&set), "bit {bit}: {set}");
        }
    }
}
