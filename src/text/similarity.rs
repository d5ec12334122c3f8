//! How alike two strings are. The only file that names `strsim` and `rapidfuzz`.

/// Jaro-Winkler similarity, 0 to 1: for names and other short strings.
pub fn short(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// Normalised Levenshtein similarity, 0 to 1, of titles; [`None`] below `cutoff`, which makes it
/// fast.
pub fn long(a: &str, b: &str, cutoff: f64) -> Option<f64> {
    let similarity = strsim::normalized_levenshtein(a, b);
    (similarity >= cutoff).then_some(similarity)
}
