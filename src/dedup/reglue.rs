//! [`pair_glued`]: words that were glued together, split, or lost a ligature.

/// Letters that a scan or a font's table drops when they are printed as one.
const LIGATURES: &[&str] = &["ffi", "ffl", "ff", "fi", "fl"];
/// Words glued together at most.
const GLUED: usize = 6;
/// Shortest word that is looked at as several: shorter ones are found anywhere.
const LETTERS: usize = 4;

/// Takes from `left`, words of one title the other has not, those that are several words of the
/// `other` title in one, as they are or without a ligature (`inobject`, `efficient` for
/// `e cient`); and these out of `others`, the words left of the other title.
pub(super) fn pair_glued(left: &mut Vec<&str>, others: &mut Vec<&str>, other: &str) {
    if others.is_empty() || !other.is_ascii() {
        return;
    }
    left.retain(|word| {
        if word.len() < LETTERS || !word.is_ascii() {
            return true;
        }
        let Some(run) = run_of(word, other) else {
            return true;
        };
        let mut found = false;
        for piece in run.split(' ') {
            if let Some(at) = others.iter().position(|one| *one == piece) {
                others.remove(at);
                found = true;
            }
        }
        !found
    });
}

/// The words of `text`, one after the other, that together spell `word`.
fn run_of<'a>(word: &str, text: &'a str) -> Option<&'a str> {
    if let Some(run) = spelt(word, text, 2) {
        return Some(run);
    }
    if !word.bytes().any(|byte| byte == b'f') {
        return None;
    }
    for ligature in LIGATURES {
        if let Some(at) = word.find(ligature) {
            let mut bare = word.to_owned();
            bare.replace_range(at..at + ligature.len(), "");
            if bare.len() >= 2
                && let Some(run) = spelt(&bare, text, 1)
            {
                return Some(run);
            }
        }
    }
    None
}

/// At least `least` words of `text` that spell `letters`.
fn spelt<'a>(letters: &str, text: &'a str, least: usize) -> Option<&'a str> {
    let mut start = 0;
    let begins = letters.as_bytes().first();
    for first in text.split(' ') {
        if first.as_bytes().first() != begins {
            start += first.len() + 1;
            continue;
        }
        let mut rest = letters;
        let mut at = start;
        for (count, word) in text.get(start..)?.split(' ').take(GLUED).enumerate() {
            let Some(after) = rest.strip_prefix(word).filter(|_| !word.is_empty()) else {
                break;
            };
            rest = after;
            at += word.len();
            if rest.is_empty() {
                if count + 1 >= least {
                    return text.get(start..at);
                }
                break;
            }
            at += 1;
        }
        start += first.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left<'a>(left: &[&'a str], others: &[&'a str], other: &str) -> (Vec<&'a str>, Vec<&'a str>) {
        let (mut left, mut others) = (left.to_vec(), others.to_vec());
        pair_glued(&mut left, &mut others, other);
        (left, others)
    }

    #[test]
    fn glued_and_cut_words_pair_off() {
        let none = (vec![], vec![]);
        assert_eq!(
            left(
                &["inobject"],
                &["object"],
                "efficiently in object relational"
            ),
            none
        );
        assert_eq!(
            left(&["database"], &["data", "base"], "a data base of"),
            none
        );
        assert_eq!(left(&["efficient"], &["cient"], "an e cient engine"), none);
        assert_eq!(left(&["five"], &["ve"], "the ve minute rule"), none);
        assert_eq!(
            left(&["mice"], &["rats"], "in rats"),
            (vec!["mice"], vec!["rats"])
        );
    }
}
