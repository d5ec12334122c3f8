//! Acronyms of meetings and journals against the names they stand for.

use super::comparisons::container::SMALL;

/// Whether beginnings of at least `least` words in a row, small ones left out or not, spell
/// `letters`: `co l t`, `neur i p s`.
pub(super) fn spells(letters: &str, words: &[&str], least: usize) -> bool {
    let letters = letters.as_bytes();
    let whole = 1_u32.checked_shl(u32::try_from(letters.len()).unwrap_or(32));
    let (Some(whole), true) = (whole, least < COUNTED) else {
        return false;
    };
    // For each number of words used, up to `least`, how many letters may be spelt by then.
    let mut reached = [0_u32; COUNTED];
    reached[0] = 1;
    for word in words {
        let mut next = [0_u32; COUNTED];
        for (used, spelt) in reached.iter().enumerate().take(least + 1) {
            for at in (0..letters.len()).filter(|at| spelt >> at & 1 == 1) {
                let rest = letters.get(at..).unwrap_or_default();
                let same = word.bytes().zip(rest).take_while(|(a, b)| a == *b).count();
                for length in 1..=same {
                    if let Some(slot) = next.get_mut((used + 1).min(least)) {
                        *slot |= 1 << (at + length);
                    }
                }
            }
            if used > 0
                && SMALL.contains(word)
                && let Some(slot) = next.get_mut(used)
            {
                *slot |= spelt;
            }
        }
        if next.get(least).is_some_and(|spelt| spelt & whole != 0) {
            return true;
        }
        reached = next;
        if reached.iter().all(|spelt| *spelt == 0) {
            return false;
        }
    }
    false
}

/// Numbers of words kept apart when initials are spelt.
const COUNTED: usize = 4;

/// Whether words cut short after the last spell the beginning of `letters`, two of them at least.
pub(super) fn begins(letters: &str, words: &[&str]) -> bool {
    (2..letters.len()).any(|count| words.len() == count)
        && words
            .iter()
            .zip(letters.bytes())
            .all(|(word, letter)| word.as_bytes().first() == Some(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_spell_words() {
        let spelt = |acronym, words: &str, least| {
            spells(acronym, &words.split(' ').collect::<Vec<_>>(), least)
        };
        assert!(spelt("vldb", "very large data bases", 3));
        assert!(spelt("neurips", "neural information processing systems", 3));
        assert!(spelt("colt", "computational learning theory", 3));
        assert!(spelt("mod", "management of data", 2));
        assert!(spelt(
            "icml",
            "international conference on machine learning",
            3
        ));
        assert!(!spelt(
            "icml",
            "international conference on data engineering",
            3
        ));
        assert!(begins("vldb", &["very", "large"]));
        assert!(!begins("vldb", &["very"]));
    }
}
