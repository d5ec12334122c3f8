//! Which words cannot be among known ones, by how long they are and how they begin and end.

/// The lengths of some words by their first letters and by their last, without regard to case: all
/// that has to be looked at in most other words.
pub(super) struct Lengths {
    first: [u32; KINDS],
    last: [u32; KINDS],
}

/// The letters, and what is none of them.
const KINDS: usize = 27;

impl Lengths {
    /// Those of these words, in small letters.
    pub(super) const fn of(words: &[&str]) -> Self {
        let none = Self {
            first: [0; KINDS],
            last: [0; KINDS],
        };
        none.with(words)
    }

    /// Those of these words as well.
    pub(super) const fn with(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            let length = 1 << (word.len() % 32);
            self.first[kind(word[0])] |= length;
            self.last[kind(word[word.len() - 1])] |= length;
            at += 1;
        }
        self
    }

    /// Whether a word in ASCII may be one of them.
    pub(super) fn may_hold(&self, word: &[u8]) -> bool {
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return false;
        };
        let lengths = self.first[kind(*first)] & self.last[kind(*last)];
        lengths >> (word.len() % 32) & 1 == 1
    }
}

const fn kind(byte: u8) -> usize {
    let letter = byte.to_ascii_lowercase().wrapping_sub(b'a') as usize;
    if letter < KINDS - 1 {
        letter
    } else {
        KINDS - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_are_never_ruled_out() {
        let known = Lengths::of(&["vol", "nº", "e-mail"]).with(&["2nd"]);
        for word in ["vol", "VOL", "e-mail", "2nd"] {
            assert!(known.may_hold(word.as_bytes()), "{word}");
        }
        for word in ["", "volt", "van", "mail", "e-mails"] {
            assert!(!known.may_hold(word.as_bytes()), "{word}");
        }
    }
}
