//! A quick hash for tables that are made of words known beforehand, and for what is kept of a page.

use std::hash::{BuildHasherDefault, Hasher};

/// The hash of some bytes.
pub(super) fn mixed(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |hash: u64, value: u64| (hash.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    let eights = bytes.chunks_exact(8);
    let rest = eights.remainder().iter();
    let rest = rest.fold(0, |value, byte| value << 8 | u64::from(*byte));
    let whole = eights.fold(bytes.len() as u64, |hash, eight| {
        let eight = eight.try_into().map_or(0, u64::from_le_bytes);
        add(hash, eight)
    });
    let hash = add(whole, rest);
    hash ^ hash >> 32
}

/// Hashes the keys of a table by [`mixed`].
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= mixed(bytes);
    }

    // The length of a key is part of the hash of its bytes.
    fn write_usize(&mut self, _: usize) {}

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What tables hash their keys by.
pub(super) type Mixing = BuildHasherDefault<Mixer>;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn keys_are_found_by_their_bytes() {
        let known: HashSet<&str, Mixing> = ["Author", "Authors", "作者"].into_iter().collect();
        assert!(known.contains("作者") && known.contains("Authors"));
        assert!(!known.contains("Autho") && !known.contains(""));
        assert_ne!(mixed(b"ab"), mixed(b"ba"));
    }
}
