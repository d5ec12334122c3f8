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
    let mut votes = [0_i32; 64];
    for pair in words.windows(2) {
        let mut hash = hash_text(&pair.concat());
        for vote in &mut votes {
            *vote += if hash & 1 == 1 { 1 } else { -1 };
            hash >>= 1;
        }
    }
    let sketch = votes
        .iter()
        .rev()
        .fold(0_u64, |bits, vote| bits << 1 | u64::from(*vote > 0));
    let start: String = folded.chars().filter(|c| *c != ' ').take(START).collect();
    (sketch.max(1), hash_text(&start))
}
