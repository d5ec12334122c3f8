//! [`Signature`]: the few bytes of a record that tell most pairs apart.

use super::comparisons::information;
use super::context::Context;
use super::features::{Class, Features, Kinds, SUPPLEMENT, words};
use super::hash::hash_text;
use super::pair::has_content;

/// Words of a title that are looked at.
const WORDS: usize = 64;
/// Letters of a word that count: its end is inflected, abbreviated and misspelt.
const STEM: usize = 5;
/// Letters of a surname or given name that count.
const NAME_STEM: usize = 3;
/// Letters of each end of a title that are compared.
const END: usize = 8;

/// What [`Bound`](super::prefilter::Bound) knows of a record. 0 is missing everywhere.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signature {
    /// One bit a content word of the title.
    pub(super) words: [u64; 2],
    /// How many bits those are.
    pub(super) count: u8,
    pub(super) abstract_sketch: u64,
    /// Hashes of the first and last letters of the title.
    pub(super) head: u32,
    pub(super) tail: u32,
    /// One bit a surname, one bit a given name.
    pub(super) surnames: u64,
    pub(super) given: u64,
    pub(super) volume: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) doi_stem: u32,
    /// One bit a letter that a word of the container begins with; all of them where the name may be
    /// an acronym.
    pub(super) container: u32,
    pub(super) year: i16,
    /// Level of how much the title says.
    pub(super) information: u8,
    /// The first surname.
    pub(super) first_surname: u8,
    /// One bit a letter that a given name of the first person begins with; all of them where any
    /// may be meant.
    pub(super) first_initials: u32,
    /// PubMed, archive and book numbers.
    pub(super) identifiers: [u8; 3],
    pub(super) flags: u8,
}

/// The year is known.
pub(super) const YEAR: u8 = 1;
/// There is a container.
pub(super) const CONTAINER: u8 = 1 << 1;
/// It is a preprint.
pub(super) const PREPRINT: u8 = 1 << 2;
/// The pages are the number of an article.
pub(super) const ARTICLE_NUMBER: u8 = 1 << 3;
/// A spreadsheet went over the pages.
pub(super) const DAMAGED: u8 = 1 << 4;
/// The issue is a supplement, whose number may have slipped into the volume.
pub(super) const IN_SUPPLEMENT: u8 = 1 << 5;
/// One person is named.
pub(super) const ONE_PERSON: u8 = 1 << 6;

impl Signature {
    pub(super) fn of(one: &Features, context: &Context) -> Self {
        let title = one.title();
        let mut signature = Self {
            abstract_sketch: one.abstract_sketch,
            volume: one.volume,
            first: one.pages.first,
            last: one.pages.last,
            doi_stem: high(one.doi_stem),
            year: one.year.unwrap_or_default(),
            identifiers: [one.pmid, one.eprint, one.isbn].map(byte),
            flags: flags(one),
            container: container(one),
            ..Self::default()
        };
        let mut nats = 0.0;
        for word in words(title).filter(|word| has_content(word)).take(WORDS) {
            let bit = hash_text(stem(word, STEM)) >> 57;
            if let Some(half) = signature.words.get_mut((bit >> 6) as usize) {
                *half |= 1 << (bit & 63);
            }
            nats += context.information(word);
        }
        signature.information = information::by_nats(nats).0;
        let count = signature.words[0].count_ones() + signature.words[1].count_ones();
        signature.count = u8::try_from(count).unwrap_or(u8::MAX);
        let letters = || title.chars().filter(|c| *c != ' ');
        signature.head = end(letters());
        signature.tail = end(letters().rev());
        for person in one.people() {
            if signature.surnames == 0 {
                signature.first_surname = byte(hash_text(stem(person.surname, NAME_STEM)));
                signature.first_initials = initials(person.given);
            }
            signature.surnames |= name_bit(person.surname);
            for given in person.given.split(' ').filter(|given| given.len() > 1) {
                signature.given |= name_bit(given);
            }
        }
        signature
    }

    /// Whether there is a title.
    #[inline]
    pub(super) fn is_titled(&self) -> bool {
        self.head != 0
    }
}

fn flags(one: &Features) -> u8 {
    let preprint = one.class == Class::Preprint || one.kinds.has(Kinds::PREPRINT);
    [
        (YEAR, one.year.is_some()),
        (CONTAINER, !one.container().is_empty()),
        (PREPRINT, preprint),
        (ARTICLE_NUMBER, one.pages.is_article_number()),
        (DAMAGED, one.pages.damaged),
        (IN_SUPPLEMENT, one.issue >= SUPPLEMENT),
        (ONE_PERSON, one.people_count == 1),
    ]
    .into_iter()
    .filter(|(_, holds)| *holds)
    .fold(0, |flags, (flag, _)| flags | flag)
}

fn container(one: &Features) -> u32 {
    let mut words = 0;
    let mut letters = 0_u32;
    for word in one.container().split(' ').filter(|word| has_content(word)) {
        words += 1;
        letters |= match word.as_bytes() {
            [letter @ b'a'..=b'z', ..] => 1 << (letter - b'a'),
            [first, second, ..] if !first.is_ascii() => 1 << (26 + (second & 3)),
            _ => 0,
        };
    }
    // `VLDB` stands for four words, `Circulation: …` for itself.
    if words < 2 || one.container_head().len() < one.container().len() {
        u32::MAX
    } else {
        letters
    }
}

/// The first letters of given names. Words without vowels may be the initials of several people or
/// names, and what is no plain letter may stand for any.
fn initials(given: &str) -> u32 {
    let mut letters = 0;
    for word in given.split(' ') {
        let glued = word.len() > 1 && !word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        match word.as_bytes().first() {
            Some(letter @ b'a'..=b'z') if !glued => letters |= 1 << (letter - b'a'),
            _ => return u32::MAX,
        }
    }
    letters
}

/// The first `count` letters of a word.
fn stem(word: &str, count: usize) -> &str {
    if word.is_ascii() {
        return word.get(..count).unwrap_or(word);
    }
    let end = word.char_indices().nth(count).map(|(at, _)| at);
    end.and_then(|end| word.get(..end)).unwrap_or(word)
}

fn name_bit(name: &str) -> u64 {
    1 << (hash_text(stem(name, NAME_STEM)) >> 58)
}

fn end(letters: impl Iterator<Item = char>) -> u32 {
    let hash = letters.take(END).fold(0_u64, |hash, letter| {
        super::hash::mix(hash, u64::from(letter))
    });
    high(hash)
}

/// The upper half of a hash; 0 of 0 only.
fn high(hash: u64) -> u32 {
    if hash == 0 {
        return 0;
    }
    u32::try_from(hash >> 32).unwrap_or_default().max(1)
}

fn byte(hash: u64) -> u8 {
    if hash == 0 {
        return 0;
    }
    u8::try_from(hash >> 56).unwrap_or_default().max(1)
}
