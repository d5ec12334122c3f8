//! Words and bytes that texts are searched for, one or many together.

/// A bit for each byte.
pub(super) struct Bytes([bool; 256]);

impl Bytes {
    /// These bytes.
    pub(super) const fn of(bytes: &[u8]) -> Self {
        let mut held = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            held[bytes[at] as usize] = true;
            at += 1;
        }
        Self(held)
    }

    /// Whether this byte is one of them.
    pub(super) const fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }
}

/// How many first bytes of a needle are looked at before the needle itself.
const HEAD: usize = 3;

/// Up to 64 words that texts are searched for together.
pub(super) struct Needles {
    words: &'static [&'static str],
    /// For each of the first bytes, and each value it may have, a bit for each needle it fits.
    heads: [[u64; 256]; HEAD],
    /// All bytes they begin with, where there are no more than these.
    firsts: Option<[u8; 3]>,
}

impl Needles {
    /// These words, none of which is empty.
    pub(super) const fn of(needles: &'static [&'static str]) -> Self {
        let heads = heads(needles, false);
        Self {
            firsts: firsts(&heads[0]),
            heads,
            words: needles,
        }
    }

    /// These words, none of which is empty, ASCII letters compared without case.
    pub(super) const fn in_any_case(needles: &'static [&'static str]) -> Self {
        let heads = heads(needles, true);
        Self {
            firsts: firsts(&heads[0]),
            heads,
            words: needles,
        }
    }

    /// A bit for each of the words that may begin at this byte.
    fn fitting(&self, bytes: &[u8], at: usize) -> u64 {
        let [first, second, third] = &self.heads;
        // No needle holds a zero: behind the end of the text only whole needles fit.
        let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0));
        match first[byte(at)] {
            0 => 0,
            fit => fit & second[byte(at + 1)] & third[byte(at + 2)],
        }
    }

    /// The words of these bits, in order, each with its number.
    fn of_bits(&self, bits: u64) -> impl Iterator<Item = (usize, &'static [u8])> {
        let mut rest = bits;
        std::iter::from_fn(move || {
            let number = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            Some((number, self.words.get(number)?.as_bytes()))
        })
    }

    /// Whether `text` begins with one of them.
    pub(super) fn lead(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        self.of_bits(self.fitting(bytes, 0))
            .any(|(_, needle)| bytes.starts_with(needle))
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// The first byte that one of them begins with.
    fn begin(&self, bytes: &[u8]) -> Option<usize> {
        if let Some([one, two, three]) = self.firsts {
            return memchr::memchr3(one, two, three, bytes);
        }
        let first = &self.heads[0];
        bytes.iter().position(|byte| first[usize::from(*byte)] != 0)
    }

    /// Where they begin in `text`, in order, each with its number.
    fn all_in<'t>(
        &'t self,
        bytes: &'t [u8],
    ) -> impl Iterator<Item = (usize, usize, &'static [u8])> + 't {
        let mut from = 0;
        let fitting = std::iter::from_fn(move || {
            loop {
                let at = from + self.begin(bytes.get(from..)?)?;
                from = at + 1;
                let bits = self.fitting(bytes, at);
                if bits != 0 {
                    return Some((at, bits));
                }
            }
        });
        fitting.flat_map(|(at, bits)| {
            self.of_bits(bits)
                .map(move |(number, needle)| (at, number, needle))
        })
    }

    /// Where they begin in `text`, in order, and how long each is.
    pub(super) fn each_in<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, usize)> + 't {
        let bytes = text.as_bytes();
        self.all_in(bytes)
            .filter(|(at, _, needle)| bytes.get(*at..at + needle.len()) == Some(needle))
            .map(|(at, _, needle)| (at, needle.len()))
    }

    /// Where the first of them begins in `text`.
    pub(super) fn first_in(&self, text: &str) -> Option<usize> {
        self.each_in(text).next().map(|(at, _)| at)
    }

    /// Whether one of them stands in `text`.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// Where the first of them begins in `text` behind byte `least`, ASCII letters compared without
    /// case; those that begin before it are left out wherever else they stand.
    pub(super) fn first_behind(&self, text: &str, least: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut early = 0_u64;
        for (at, number, needle) in self.all_in(bytes) {
            let here = bytes
                .get(at..at + needle.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(needle));
            if here && early >> number & 1 == 0 {
                if at > least {
                    return Some(at);
                }
                early |= 1 << number;
            }
        }
        None
    }
}

/// For each of the first bytes, and each value it may have, a bit for each needle it fits; all bits
/// of those that are shorter.
const fn heads(needles: &[&str], any_case: bool) -> [[u64; 256]; HEAD] {
    let mut heads = [[0; 256]; HEAD];
    let mut number = 0;
    while number < needles.len() {
        let needle = needles[number].as_bytes();
        let mut at = 0;
        while at < HEAD {
            if at < needle.len() {
                heads[at][needle[at] as usize] |= 1 << number;
                if any_case {
                    heads[at][needle[at].to_ascii_lowercase() as usize] |= 1 << number;
                    heads[at][needle[at].to_ascii_uppercase() as usize] |= 1 << number;
                }
            } else {
                let mut byte = 0;
                while byte < 256 {
                    heads[at][byte] |= 1 << number;
                    byte += 1;
                }
            }
            at += 1;
        }
        number += 1;
    }
    heads
}

/// The bytes that needles begin with, where they are few; those that are fewer stand there again.
const fn firsts(first: &[u64; 256]) -> Option<[u8; 3]> {
    let mut found = [0; 3];
    let (mut count, mut byte) = (0, 0_u8);
    loop {
        if first[byte as usize] != 0 {
            if count == found.len() {
                return None;
            }
            found[count] = byte;
            count += 1;
        }
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    while count > 0 && count < found.len() {
        found[count] = found[0];
        count += 1;
    }
    if count == 0 { None } else { Some(found) }
}

/// Where `needle` begins in `text`, for the needles of a few bytes that lines are asked for. The one
/// of them that few lines hold is looked for.
#[inline]
pub(super) fn position(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let mut offset = 0;
    for at in 1..needle.len().min(WEIGHED) {
        if COMMONNESS[needle[at] as usize] < COMMONNESS[needle[offset] as usize] {
            offset = at;
        }
    }
    memchr::memchr_iter(*needle.get(offset)?, text.get(offset..)?)
        .find(|at| text.get(*at..at + needle.len()) == Some(needle))
}

/// Whether `needle` stands in `text`, as [`position`] finds it.
#[inline]
pub(super) fn holds(text: &str, needle: &str) -> bool {
    position(text, needle).is_some()
}

/// How many first bytes of a needle are weighed.
const WEIGHED: usize = 4;

/// How common each byte is in the lines of pages.
static COMMONNESS: [u8; 256] = {
    let mut all = [1; 256];
    let mut byte = 0_u8;
    loop {
        all[byte as usize] = match byte {
            b' ' => 5,
            b'a'..=b'z' | 0xd0 | 0xd1 | 0xe2..=0xed => 4,
            b'0'..=b'9' | b',' | b'.' | 0x80..=0xcf => 3,
            b'A'..=b'Z' | b'-' | b'(' | b')' | b':' => 2,
            _ => 1,
        };
        if byte == u8::MAX {
            break all;
        }
        byte += 1;
    }
};

/// Whether `text` begins with `prefix`, ASCII letters compared without case.
pub(super) fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// Where `needle` begins in `text`, ASCII letters compared without case.
pub(super) fn find(text: &str, needle: &str) -> Option<usize> {
    let (first, len) = (needle.bytes().next()?, needle.len());
    memchr::memchr2_iter(
        first.to_ascii_lowercase(),
        first.to_ascii_uppercase(),
        text.as_bytes(),
    )
    .find(|&at| {
        text.as_bytes()
            .get(at..at + len)
            .is_some_and(|found| found.eq_ignore_ascii_case(needle.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needles_are_found_by_the_bytes_they_begin_with() {
        static PLAIN: Needles = Needles::of(&["et al", "等", "e.g.", "<"]);
        static ANY: Needles = Needles::in_any_case(&["doi:", "Дата"]);
        assert_eq!(PLAIN.first_in("see e.g. 王等 et al"), Some(4));
        assert_eq!(PLAIN.first_in("王等 et al"), Some(3));
        assert_eq!(PLAIN.first_in("e, eg, ET AL, e.g"), None);
        assert_eq!(PLAIN.first_in("et a<"), Some(4));
        assert!(PLAIN.lead("等 and so on") && !PLAIN.lead("see e.g."));
        assert!(PLAIN.lead("<") && !PLAIN.lead(""));
        assert_eq!(ANY.first_behind("A title. DOI:10.1 Дата", 4), Some(9));
        assert_eq!(ANY.first_behind("doi:10.1, doi:10.2. Дата", 4), Some(20));
    }
}
