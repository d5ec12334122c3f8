//! Names of journals, in full and abbreviated, and the short words abbreviations are made of.
//!
//! `journals.bin` holds hashes of them, no text: the number of hashes, 4 bytes (little-endian); then
//! how far each hash is from the one before, 7 bits a byte, the lowest first, the highest bit set
//! while more follow. `model.md` tells where the names come from.

use super::hash::mix;
use super::steps::{read_step, write_step};
use super::token::{Token, TokenKind};
use std::sync::LazyLock;

/// Bits of a hash.
const BITS: u32 = 28;
/// How many first bits of a hash are looked up before the hash itself.
const KNOWN_BITS: u32 = 19;
/// Where hashes of names begin, and of short words.
const NAME: u64 = 11;
const SHORT: u64 = 13;
/// A name has no more tokens.
const LONGEST: usize = 24;

/// The hashes.
#[derive(Debug)]
pub struct Journals {
    /// A bit for the first bits of each hash.
    known: Vec<u64>,
    /// In order.
    hashes: Vec<u32>,
}

/// What the names tell of a token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sign {
    /// Where in a name it stands: 0 in none, 1 at the front, 2 inside, 3 at the end, 4 it is the name.
    pub(super) place: u8,
    /// How many words the name has, up to 3.
    pub(super) words: u8,
    /// Whether it is a word abbreviations are made of.
    pub(super) short: bool,
}

impl Sign {
    /// All it tells as a number.
    pub(super) fn code(self) -> u64 {
        u64::from(self.place) << 3 | u64::from(self.words) << 1 | u64::from(self.short)
    }

    /// Whether a name of several words ends here.
    pub(super) fn ends_name(self) -> bool {
        self.place == 3
    }
}

impl Journals {
    /// The names that come with the program; none if the file is damaged.
    pub fn builtin() -> &'static Self {
        static NAMES: LazyLock<Journals> = LazyLock::new(|| {
            Journals::from_bytes(include_bytes!("journals.bin"))
                .unwrap_or_else(|| Journals::of(Vec::new()))
        });
        &NAMES
    }

    fn of(hashes: Vec<u32>) -> Self {
        let mut known = vec![0; 1 << (KNOWN_BITS - 6)];
        for hash in &hashes {
            let bit = (hash >> (BITS - KNOWN_BITS)) as usize;
            if let Some(word) = known.get_mut(bit >> 6) {
                *word |= 1_u64 << (bit & 63);
            }
        }
        Self { known, hashes }
    }

    /// Reads the file; [`None`] where the bytes are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (count, mut rest) = bytes.split_at_checked(4)?;
        let count = u32::from_le_bytes(count.try_into().ok()?) as usize;
        if count > rest.len() {
            return None;
        }
        let mut hashes = Vec::with_capacity(count);
        let mut hash = 0_u32;
        for _ in 0..count {
            let step = read_step(|| rest.split_off_first().copied())?;
            hash = hash.wrapping_add(step);
            hashes.push(hash);
        }
        (rest.is_empty() && hashes.is_sorted()).then(|| Self::of(hashes))
    }

    /// The file for names of journals, each in full and abbreviated.
    #[allow(clippy::cast_possible_truncation)]
    pub fn to_bytes<'a>(names: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
        let mut hashes = Vec::new();
        for (full, short) in names {
            for name in [full, short] {
                let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
                if letters >= 3 {
                    let words = name.split(|c: char| !c.is_alphanumeric());
                    let words = words.filter(|word| !is_and(word));
                    hashes.push(cut(words.flat_map(str::chars).fold(NAME, add)));
                }
            }
            let words = short.split_whitespace().filter_map(|w| w.strip_suffix('.'));
            for word in words.filter(|word| word.chars().count() >= 2) {
                hashes.push(cut(word.chars().fold(SHORT, add)));
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        let mut out = (hashes.len() as u32).to_le_bytes().to_vec();
        let mut before = 0;
        for hash in hashes {
            write_step(hash - before, &mut out);
            before = hash;
        }
        out
    }

    fn has(&self, hash: u64) -> bool {
        let hash = cut(hash);
        let bit = (hash >> (BITS - KNOWN_BITS)) as usize;
        self.known
            .get(bit >> 6)
            .is_some_and(|word| word >> (bit & 63) & 1 == 1)
            && self.hashes.binary_search(&hash).is_ok()
    }

    /// What the names tell of each token; of names that overlap the longest counts.
    pub(super) fn signs(&self, text: &str, tokens: &[Token]) -> Vec<Sign> {
        let mut out = vec![Sign::default(); tokens.len()];
        let word = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
        let mut names: Vec<(usize, usize, usize)> = Vec::new();
        for (from, first) in tokens.iter().enumerate() {
            if first.kind != TokenKind::Word {
                continue;
            }
            let begins = word(first);
            out[from].short = self.has(begins.chars().fold(SHORT, add));
            if !begins.starts_with(char::is_uppercase) {
                continue;
            }
            let (mut hash, mut words, mut letters) = (NAME, 0, 0);
            let mut longest = None;
            for (at, token) in tokens.iter().enumerate().skip(from).take(LONGEST) {
                match token.kind {
                    TokenKind::Word => {}
                    TokenKind::Mark('.' | ',' | '-' | '&' | '\'' | ':' | '/') => continue,
                    _ => break,
                }
                if is_and(word(token)) {
                    continue;
                }
                words += 1;
                for c in word(token).chars() {
                    letters += usize::from(c.is_alphanumeric());
                    hash = add(hash, c);
                }
                if letters >= 3 && self.has(hash) {
                    longest = Some((words, from, at));
                }
            }
            names.extend(
                longest.map(|(words, from, at)| match section(text, tokens, at) {
                    Some(letter) => (words + 1, from, letter),
                    None => (words, from, at),
                }),
            );
        }
        names.sort_unstable_by_key(|(words, from, _)| (usize::MAX - words, *from));
        for (words, from, to) in names {
            let Some(covered) = out.get_mut(from..=to) else {
                continue;
            };
            if covered.iter().any(|sign| sign.place > 0) {
                continue;
            }
            let last = covered.len() - 1;
            for (at, sign) in covered.iter_mut().enumerate() {
                sign.place = match (at == 0, at == last) {
                    (true, true) => 4,
                    (true, false) => 1,
                    (false, false) => 2,
                    (false, true) => 3,
                };
                sign.words = u8::try_from(words.min(3)).unwrap_or(3);
            }
        }
        out
    }
}

/// The letter of a section behind a name that ends at `at`: `Phys. Lett. B 12`.
fn section(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let is = |at: usize, mark: char| {
        tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Mark(mark))
    };
    let letter = if is(at + 1, '.') { at + 2 } else { at + 1 };
    let token = tokens.get(letter)?;
    let word = text.get(token.start..token.end)?;
    let numbered = tokens
        .get(letter + 1)
        .is_some_and(|next| next.kind == TokenKind::Number)
        || is(letter + 1, ',')
        || is(letter + 1, '(');
    (word.len() == 1 && matches!(word, "A" | "B" | "C" | "D" | "E" | "F" | "G") && numbered)
        .then_some(letter)
}

/// `and` is left out of names, as `&` is.
fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and")
}

/// Takes a character in: names are compared without case, spaces and marks.
#[inline]
fn add(hash: u64, c: char) -> u64 {
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() {
            mix(hash, u64::from(c.to_ascii_lowercase()))
        } else {
            hash
        }
    } else if c.is_alphanumeric() {
        c.to_lowercase()
            .fold(hash, |hash, c| mix(hash, u64::from(c)))
    } else {
        hash
    }
}

#[allow(clippy::cast_possible_truncation)]
fn cut(hash: u64) -> u32 {
    (hash >> (64 - BITS)) as u32
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn names_are_found_however_they_are_spaced_and_the_longest_counts() {
        let names = [
            ("Physical Review", "Phys. Rev."),
            ("Physical Review Letters", "Phys. Rev. Lett."),
            ("Pain", "Pain"),
        ];
        let bytes = Journals::to_bytes(names.into_iter());
        let journals = Journals::from_bytes(&bytes).unwrap();
        let places = |text: &str| -> Vec<u8> {
            let tokens = tokens(text, &[]);
            let signs = journals.signs(text, &tokens);
            signs.iter().map(|sign| sign.place).collect()
        };
        assert_eq!(places("in Phys .Rev.Lett. 5"), [0, 1, 2, 2, 2, 3, 0, 0]);
        assert_eq!(places("Chronic pain, Pain 7"), [0, 0, 0, 4, 0]);
        assert_eq!(places("Phys. Rev. B 7"), [1, 2, 2, 2, 3, 0]);
        let text = "Nucl. Phys. A";
        let signs = journals.signs(text, &tokens(text, &[]));
        assert!(signs[2].short && !signs[0].short);
        for cut in 0..bytes.len() {
            assert!(Journals::from_bytes(&bytes[..cut]).is_none(), "{cut}");
        }
    }

    #[test]
    fn the_file_that_comes_with_the_program_is_sound() {
        assert!(Journals::from_bytes(include_bytes!("journals.bin")).is_some());
    }
}
