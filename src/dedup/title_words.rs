//! The words of folded titles and names that have content of their own.

use super::features::words;
use super::hash::hash_text;

/// Words looked at of a title.
pub(super) const WORDS: usize = 64;

/// Calls `with` for each word of a title that has content.
pub(super) fn each_content<'a>(title: &'a str, mut with: impl FnMut(&'a str)) {
    let mut count = 0;
    each_word(title, |word| {
        count += 1;
        if count <= WORDS && has_content(word) {
            with(word);
        }
    });
}

/// Calls `with` for each word of a title.
pub(super) fn each_word<'a>(title: &'a str, mut with: impl FnMut(&'a str)) {
    if !title.is_ascii() {
        words(title).for_each(with);
        return;
    }
    // There each word is whole, and so short that a search for its end costs more than a walk.
    let mut rest = title;
    while !rest.is_empty() {
        let length = rest.bytes().position(|byte| byte == b' ');
        let (word, more) = rest.split_at(length.unwrap_or(rest.len()));
        rest = more.get(1..).unwrap_or("");
        if !word.is_empty() {
            with(word);
        }
    }
}

/// The first `count` letters of a word, in one number: the letters themselves where they fit, else
/// a hash of them.
#[inline]
pub(super) fn stem<const LETTERS: usize>(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut number = 0;
    for byte in bytes.iter().take(LETTERS) {
        if !byte.is_ascii() {
            let end = word.char_indices().nth(LETTERS).map(|(at, _)| at);
            let start = end.and_then(|end| word.get(..end)).unwrap_or(word);
            return hash_text(start) | 1 << 63;
        }
        number = number << 8 | u64::from(*byte);
    }
    number
}

/// Whether a folded word has content of its own: it is none of the small words of many languages.
#[inline]
pub(super) fn has_content(word: &str) -> bool {
    if word.len() > LONGEST {
        return true;
    }
    let packed = pack(word.as_bytes());
    let mut slot = slot_of(packed);
    loop {
        match SLOTS.get(slot) {
            Some(0) | None => return true,
            Some(small) if *small == packed => return false,
            Some(_) => slot = (slot + 1) % SLOTS.len(),
        }
    }
}

/// Bytes of the longest small word.
const LONGEST: usize = 6;

/// Small words of English, German, French, Spanish, Portuguese, Italian and Russian.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is", "it", "its", "of",
    "on", "or", "s", "the", "to", "using", "via", "with",
    "das", "dem", "den", "der", "des", "die", "ein", "eine", "einer", "fur", "im", "mit", "und",
    "von", "zu", "zum", "zur",
    "au", "aux", "d", "dans", "de", "du", "et", "l", "la", "le", "les", "un", "une",
    "con", "del", "el", "en", "las", "los", "para", "por", "una", "y",
    "da", "di", "do", "dos", "e", "i", "il", "per",
    "в", "и", "на", "о", "по", "с", "для",
];

/// The small words by a hash of their letters, each in the first free place from there on.
const SLOTS: [u64; 256] = slots();

const fn slots() -> [u64; 256] {
    let mut slots = [0; 256];
    let mut at = 0;
    while at < SMALL.len() {
        let packed = pack(SMALL[at].as_bytes());
        let mut slot = slot_of(packed);
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = packed;
        at += 1;
    }
    slots
}

#[inline]
const fn slot_of(packed: u64) -> usize {
    (packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

/// The bytes of a word of at most eight as a number.
#[inline]
const fn pack(bytes: &[u8]) -> u64 {
    let mut packed = 0;
    let mut at = 0;
    while at < bytes.len() && at < 8 {
        packed = packed << 8 | bytes[at] as u64;
        at += 1;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_have_no_content() {
        assert!(SMALL.iter().all(|word| word.len() <= LONGEST));
        for word in SMALL {
            assert!(!has_content(word), "{word}");
        }
        for word in ["", "x", "growth", "form", "лес", "anda"] {
            assert!(has_content(word), "{word}");
        }
    }

    #[test]
    fn words_with_content_are_told() {
        let told = |title: &'static str| {
            let mut told = Vec::new();
            each_content(title, |word| told.push(word));
            told
        };
        assert_eq!(told("on growth and  form"), ["growth", "form"]);
        assert_eq!(told("深度学习 в лесу"), ["深度", "度学", "学习", "лесу"]);
        assert!(told("").is_empty());
    }

    #[test]
    fn stems_are_of_the_first_letters() {
        assert_eq!(stem::<5>("growth"), stem::<5>("growths"));
        assert_ne!(stem::<5>("growth"), stem::<5>("grow"));
        assert_eq!(stem::<5>("динамика"), stem::<5>("динамики"));
        assert_ne!(stem::<3>("лес"), stem::<3>("лев"));
    }
}
