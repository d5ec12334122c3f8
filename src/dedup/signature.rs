//! [`Signature`]: the few bytes of a record that tell most pairs apart.

use super::features::{Class, Features, Kinds, SUPPLEMENT};
use super::hash::mix;
use super::title_words::{each_content, has_content, stem};

/// Letters of a word that count: its end is inflected, abbreviated and misspelt.
pub(super) const STEM: usize = 5;
/// Letters of a surname or given name that count.
pub(super) const NAME_STEM: usize = 3;
/// Letters of each end of a title that are compared.
const END: usize = 8;
/// Bits that the words of a title share.
const WORD_BITS: u64 = 96;
/// The letters from a to z, one bit each.
const LETTERS: u32 = (1 << 26) - 1;
/// Spreads small numbers over all bits.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// What [`Bound`](super::bound::Bound) knows of a record. 0 is missing everywhere.
///
/// A cache line: of the records of a block, which are scattered over the memory, each is fetched at
/// once. Halves of hashes stand for numbers; where two agree by chance the bound is higher.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
pub(super) struct Signature {
    pub(super) abstract_sketch: u64,
    /// One bit a surname, one bit a given name.
    pub(super) surnames: u64,
    /// One bit a content word of the title.
    words: u64,
    more_words: u32,
    pub(super) given: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    /// One bit a letter that a word of the container begins with; all of them where the name may be
    /// an acronym.
    pub(super) container: u32,
    /// One bit a letter that a given name of the first person begins with; all of them where any
    /// may be meant. Above those, the level of how much the title says.
    initials_and_information: u32,
    /// Hashes of the first and last letters of the title.
    pub(super) head: u16,
    pub(super) tail: u16,
    pub(super) volume: u16,
    pub(super) doi_stem: u16,
    pub(super) year: i16,
    /// How many words the title has by [`Signature::shared_words`].
    pub(super) count: u8,
    /// The first surname.
    pub(super) first_surname: u8,
    /// PubMed, archive and book numbers.
    pub(super) identifiers: [u8; 3],
    pub(super) flags: u8,
}

const _: () = assert!(size_of::<Signature>() == 64, "more than a cache line");

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
    /// All but how much the title says, which the whole file tells.
    pub(super) fn of(one: &Features) -> Self {
        let title = one.title();
        let mut signature = Self {
            abstract_sketch: one.abstract_sketch,
            volume: half(u64::from(one.volume).wrapping_mul(SPREAD)),
            first: one.pages.first,
            last: one.pages.last,
            doi_stem: half(one.doi_stem),
            year: one.year.unwrap_or_default(),
            identifiers: [one.pmid, one.eprint, one.isbn].map(byte),
            flags: flags(one),
            container: container(one),
            ..Self::default()
        };
        let mut first_initials = 0;
        each_content(title, |word| {
            let bit = ((mix(1, stem::<STEM>(word)) >> 32) * WORD_BITS) >> 32;
            if bit < 64 {
                signature.words |= 1 << bit;
            } else {
                signature.more_words |= 1 << (bit - 64);
            }
        });
        signature.count = u8::try_from(signature.shared_words(&signature)).unwrap_or(u8::MAX);
        let letters = || title.chars().filter(|c| *c != ' ');
        signature.head = end(letters());
        signature.tail = end(letters().rev());
        for person in one.people() {
            if signature.surnames == 0 {
                signature.first_surname = byte(name_hash(person.surname));
                first_initials = initials(person.given);
            }
            signature.surnames |= 1 << (name_hash(person.surname) >> 58);
            for given in person.given.split(' ').filter(|given| given.len() > 1) {
                signature.given |= 1 << ((name_hash(given) >> 58) & 31);
            }
        }
        signature.initials_and_information = first_initials & LETTERS;
        signature
    }

    /// The same of a title that says so much, as a level of that.
    pub(super) fn with_information(mut self, level: u8) -> Self {
        self.initials_and_information |= u32::from(level) << 26;
        self
    }

    /// In how many bits the words of two titles agree.
    #[inline]
    pub(super) fn shared_words(&self, other: &Self) -> u32 {
        (self.words & other.words).count_ones() + (self.more_words & other.more_words).count_ones()
    }

    /// One bit a surname, as those of the given names are.
    #[inline]
    pub(super) fn surnames_as_given(&self) -> u32 {
        let [low, high] =
            [self.surnames, self.surnames >> 32].map(|half| half & u64::from(u32::MAX));
        u32::try_from(low | high).unwrap_or(u32::MAX)
    }

    /// Level of how much the title says.
    #[inline]
    pub(super) fn information(&self) -> u8 {
        self.initials_and_information.to_le_bytes()[3] >> 2
    }

    /// One bit a letter that a given name of the first person begins with.
    #[inline]
    pub(super) fn first_initials(&self) -> u32 {
        self.initials_and_information & LETTERS
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

fn name_hash(name: &str) -> u64 {
    mix(1, stem::<NAME_STEM>(name))
}

fn end(letters: impl Iterator<Item = char>) -> u16 {
    half(
        letters
            .take(END)
            .fold(0_u64, |hash, letter| mix(hash, u64::from(letter))),
    )
}

/// The upper bits of a hash; 0 of 0 only.
fn half(hash: u64) -> u16 {
    if hash == 0 {
        return 0;
    }
    u16::try_from(hash >> 48).unwrap_or_default().max(1)
}

fn byte(hash: u64) -> u8 {
    if hash == 0 {
        return 0;
    }
    u8::try_from(hash >> 56).unwrap_or_default().max(1)
}
