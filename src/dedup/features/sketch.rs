//! Sketch of an abstract: 64 bits that stay near when the text stays near.

use super::{fold_into, hash_text};

/// Words looked at: databases cut abstracts at many lengths, but seldom below this.
const WORDS: usize = 80;
/// Fewer words tell nothing.
const LEAST: usize = 10;
/// Letters of the start that are hashed for blocking.
const START: usize = 40;

/// Bytes of the text that hold so many words in most languages, and those that are read at most.
const BYTES: [usize; 2] = [720, 2_000];

/// The sketch of the text's first words by word pairs (Charikar's similarity hash), and the hash
/// of its first letters; both 0 for a text too short to tell.
pub(super) fn read(text: &str) -> (u64, u64) {
    let mut folded = String::new();
    for bytes in BYTES {
        folded.clear();
        fold_into(super::cut(text, bytes), &mut folded);
        // The last words may be other ones in the longer text.
        let spaces = folded.bytes().filter(|byte| *byte == b' ').count();
        if text.len() <= bytes || spaces > WORDS + 2 {
            break;
        }
    }
    if super::is_spaceless(&folded) {
        of_words(&folded)
    } else {
        of_spaced(&folded)
    }
}

/// The sketch of a folded text whose words have spaces between them.
fn of_spaced(folded: &str) -> (u64, u64) {
    // Each pair of neighbours is one piece of the text without spaces.
    let mut letters = String::with_capacity(folded.len());
    let mut ends = [0; WORDS];
    let mut words = 0;
    let mut rest = folded;
    while let Some(end) = ends.get_mut(words).filter(|_| !rest.is_empty()) {
        let space = rest.bytes().position(|byte| byte == b' ');
        let (word, more) = rest.split_at(space.unwrap_or(rest.len()));
        letters.push_str(word);
        *end = letters.len();
        words += 1;
        rest = more.get(1..).unwrap_or("");
    }
    if words < LEAST {
        return (0, 0);
    }
    let mut counts = [0; PLANES];
    let mut start = 0;
    for pair in ends.get(..words).unwrap_or_default().windows(2) {
        if let [middle, end] = *pair {
            let pair = letters.get(start..end).unwrap_or_default();
            count(&mut counts, hash_text(pair));
            start = middle;
        }
    }
    let sketch = above(&counts, (words - 1) / 2);
    let end = letters.char_indices().nth(START).map(|(at, _)| at);
    let first = letters.get(..end.unwrap_or(letters.len()));
    (sketch.max(1), hash_text(first.unwrap_or_default()))
}

/// The sketch of any folded text.
fn of_words(folded: &str) -> (u64, u64) {
    let words: Vec<&str> = super::words(folded).take(WORDS).collect();
    if words.len() < LEAST {
        return (0, 0);
    }
    let mut counts = [0_u64; PLANES];
    let mut joined = String::new();
    for pair in words.windows(2) {
        joined.clear();
        joined.extend(pair.iter().copied());
        count(&mut counts, hash_text(&joined));
    }
    let sketch = above(&counts, (words.len() - 1) / 2);
    let mut start = String::with_capacity(START * 4);
    start.extend(folded.chars().filter(|c| *c != ' ').take(START));
    (sketch.max(1), hash_text(&start))
}

/// Binary digits of a count of word pairs, fewer than [`WORDS`].
const PLANES: usize = 7;

/// Counts the bits of `hash`, all 64 places at once: the first plane holds the lowest digit of
/// each place's count.
fn count(counts: &mut [u64; PLANES], hash: u64) {
    let mut carry = hash;
    for plane in counts {
        let sum = *plane ^ carry;
        carry &= *plane;
        *plane = sum;
    }
}

/// The places whose count is above `limit`.
fn above(counts: &[u64; PLANES], limit: usize) -> u64 {
    let (mut greater, mut equal) = (0, u64::MAX);
    for (digit, plane) in counts.iter().enumerate().rev() {
        if limit >> digit & 1 == 1 {
            equal &= plane;
        } else {
            greater |= equal & plane;
            equal &= !plane;
        }
    }
    greater
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// Where the words end is found without taking them apart.
        #[test]
        fn texts_with_spaces_are_like_any_text(text in "([a-zж0-9]{1,4} ){0,100}[a-z]{1,50}") {
            proptest::prop_assert_eq!(of_spaced(&text), of_words(&text));
        }

        /// Words beyond those looked at count for nothing.
        #[test]
        fn the_beginning_is_enough(text in "([a-zA-Zé,深度—]{1,9} ){0,200}") {
            let folded = super::super::fold(super::super::cut(&text, 2_000));
            proptest::prop_assert_eq!(read(&text), of_words(&folded));
        }
    }

    #[test]
    fn places_counted_together_are_counted_right() {
        let mut counts = [0; PLANES];
        for round in 0..79_u64 {
            count(&mut counts, u64::MAX << (round % 64));
        }
        for limit in 0..80_usize {
            let sketch = above(&counts, limit);
            for place in 0..64_usize {
                // Each place was set by the rounds up to its own, and again from 64 on.
                let set = place + 1 + (place + 1).min(15);
                assert_eq!(sketch >> place & 1 == 1, set > limit, "{place} {limit}");
            }
        }
    }
}
