//! Sketch of an abstract: 64 bits that stay near when the text stays near.

use super::{fold, hash_text};

/// Words looked at: databases cut abstracts at many lengths, but seldom below this.
const WORDS: usize = 80;
/// Letters of the start that are hashed for blocking.
const START: usize = 40;

/// The sketch of the text's first words by word pairs (Charikar's similarity hash), and the hash
/// of its first letters; both 0 for a text too short to tell.
pub(super) fn read(text: &str) -> (u64, u64) {
    let folded = fold(super::cut(text, 2_000));
    let words: Vec<&str> = super::words(&folded).take(WORDS).collect();
    if words.len() < 10 {
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
