//! Whether two words of titles may be one.

use crate::text::similarity;

/// Whether two words may be one, misspelt, inflected or cut. Numbers never are.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    // What tells most words apart costs least.
    if a.as_bytes().first() != b.as_bytes().first() {
        return false;
    }
    if a.len().min(b.len()) < 4 {
        return false;
    }
    if a.bytes().chain(b.bytes()).any(|byte| byte.is_ascii_digit()) {
        return is_misread(a, b);
    }
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    if a.chars().next() != b.chars().next() || are_opposites(a, b) {
        return false;
    }
    let plural = |one: &str, other: &str| {
        one.strip_suffix("ies")
            .zip(other.strip_suffix('y'))
            .is_some_and(|(a, b)| a == b)
    };
    a.starts_with(b)
        || b.starts_with(a)
        || plural(a, b)
        || plural(b, a)
        || similarity::short(a, b) >= 0.92
}

/// Whether two words with digits are one, and letters of it were read as digits: `po1ymers`. Behind a
/// word, a `5` or an `8` is a number: `model5` is not `models`.
fn is_misread(a: &str, b: &str) -> bool {
    let misread = |at: usize, one: u8, other: u8| match (one, other) {
        (b'0', b'o') | (b'1', b'l' | b'i') => true,
        (b'5', b's') | (b'8', b'b') => at + 1 < a.len(),
        _ => false,
    };
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    // Next to several digits, one is a number.
    a.len() == b.len()
        && a.len() >= 6
        && a != b
        && digits(a) + digits(b) <= 2
        && a.bytes()
            .zip(b.bytes())
            .enumerate()
            .all(|(at, (one, other))| {
                one == other || misread(at, one, other) || misread(at, other, one)
            })
}

/// Beginnings that make two words of one ending opposites.
const OPPOSITES: &[(&str, &str)] = &[
    ("hyper", "hypo"),
    ("pre", "post"),
    ("intra", "inter"),
    ("micro", "macro"),
    ("over", "under"),
    ("in", "ex"),
    ("pro", "anti"),
    ("uni", "bi"),
    ("mono", "poly"),
    ("homo", "hetero"),
    ("endo", "exo"),
    ("sub", "super"),
    ("ante", "retro"),
    ("mater", "pater"),
    ("proxim", "dist"),
];

/// Beginnings that turn a word into its opposite: `supervised`, `unsupervised`.
const NEGATIONS: &[&str] = &[
    "un", "in", "im", "il", "ir", "a", "an", "non", "dis", "de", "anti", "counter", "pseudo",
];

/// Whether two words say the opposite of each other.
pub(super) fn are_opposites(a: &str, b: &str) -> bool {
    let negates = |one: &str, other: &str| {
        one.strip_suffix(other)
            .is_some_and(|lead| NEGATIONS.contains(&lead))
    };
    negates(a, b)
        || negates(b, a)
        || OPPOSITES.iter().any(|(one, other)| {
            a.starts_with(one) && b.starts_with(other) || a.starts_with(other) && b.starts_with(one)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_inflections_and_misreadings_are_near_and_opposites_are_not() {
        for (one, other) in [
            ("teams", "team"),
            ("therapies", "therapy"),
            ("behaviour", "behavior"),
            ("po1ymers", "polymers"),
        ] {
            assert!(is_near(one, other) && is_near(other, one), "{one}");
        }
        for (one, other) in [
            ("hypothyroidism", "hyperthyroidism"),
            ("inactive", "active"),
            ("2019", "2020"),
            ("covid19", "covidi9"),
            ("model5", "models"),
            ("mice", "rats"),
        ] {
            assert!(!is_near(one, other) && !is_near(other, one), "{one}");
        }
    }
}
