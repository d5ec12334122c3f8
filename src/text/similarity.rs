//! How alike two strings are. The only file that names `strsim` and `rapidfuzz`.

use rapidfuzz::distance::levenshtein::{Args, normalized_similarity_with_args};

/// Jaro-Winkler similarity, 0 to 1: for names and other short strings.
///
/// ```
/// use bibsift::text::similarity::short;
/// assert!(short("marquez", "márquez") > 0.85);
/// ```
pub fn short(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// Normalised Levenshtein similarity, 0 to 1, of titles: 1 − distance ÷ characters of the longer
/// one. [`None`] below `cutoff`, which makes it fast.
///
/// ```
/// use bibsift::text::similarity::long;
/// assert_eq!(long("deep learning", "deep learning", 0.9), Some(1.0));
/// assert_eq!(long("deep learning", "graph theory", 0.9), None);
/// ```
pub fn long(a: &str, b: &str, cutoff: f64) -> Option<f64> {
    // A little lower, so that rounding inside decides nothing.
    let arguments = Args::default().score_cutoff((cutoff - 1e-9).max(0.0));
    let similarity = if a.is_ascii() && b.is_ascii() {
        normalized_similarity_with_args(a.bytes(), b.bytes(), &arguments)
    } else {
        normalized_similarity_with_args(a.chars(), b.chars(), &arguments)
    }?;
    (similarity >= cutoff).then_some(similarity)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names() {
        assert!((short("martha", "marhta") - 0.961).abs() < 0.001);
        assert!((short("", "") - 1.0).abs() < f64::EPSILON);
        assert!(short("smith", "jones") < 0.5);
    }

    #[test]
    fn titles() {
        let a = "深度学习在医学图像分析中的应用";
        let b = "深度学习在医学影像分析中的应用";
        assert!(long(a, b, 0.9).is_some());
        assert_eq!(long("abc", "xyz", 0.1), None);
        assert_eq!(long("abc", "xyz", 0.0), Some(0.0));
        assert_eq!(long("", "", 0.5), Some(1.0));
        assert_eq!(long("", "a", 0.5), None);
        assert_eq!(long("abcd", "abcx", 0.75), Some(0.75));
    }

    proptest! {
        #[test]
        fn as_strsim_says(a in "[abé王 ]{0,80}", b in "[abé王 ]{0,80}", cutoff in 0.0..1.0) {
            let expected = strsim::normalized_levenshtein(&a, &b);
            match long(&a, &b, cutoff) {
                Some(found) => {
                    prop_assert!((found - expected).abs() < 1e-9);
                    prop_assert!(found >= cutoff);
                }
                None => prop_assert!(expected < cutoff + 1e-9),
            }
        }

        #[test]
        fn ascii_as_strsim_says(a in "[a-d ]{0,150}", b in "[a-d ]{0,150}") {
            let expected = strsim::normalized_levenshtein(&a, &b);
            let found = long(&a, &b, 0.0).unwrap_or(-1.0);
            prop_assert!((found - expected).abs() < 1e-9);
        }
    }
}
