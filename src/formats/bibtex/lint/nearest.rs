//! The known name that a misspelt one was meant to be.

use crate::text::similarity;

/// The one of `known` that `word` misspells: a letter too many, too few, wrong or exchanged with its
/// neighbour, of long words two. [`None`] where nothing is so near.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    if word.len() < 4 || word.len() > 40 {
        return None;
    }
    let allowed = if word.len() < 8 { 1.0 } else { 2.0 };
    let mut best: Option<(f64, &str)> = None;
    let most = if word.len() < 8 { 1 } else { 2 };
    for name in known.filter(|name| name.len().abs_diff(word.len()) <= most) {
        let longest = word.chars().count().max(name.chars().count());
        #[allow(clippy::cast_precision_loss, reason = "names are short")]
        let longest = longest as f64;
        let cutoff = 1.0 - (allowed + 0.5) / longest;
        // What goes on behind a known name is a name of its own, as `authorfa`; and two letters
        // may be wrong only where the first is not.
        let longer = word.starts_with(name) && word.len() > name.len() + 1;
        let first = word.as_bytes().first() == name.as_bytes().first();
        if longer || word.len() >= 8 && !first {
            continue;
        }
        let exchanged = word.len() == name.len() && letters(&word) == letters(name);
        let Some(alike) = similarity::long(&word, name, cutoff.max(0.5))
            .or(exchanged.then_some(1.0 - 2.0 / longest))
        else {
            continue;
        };
        // A first letter is rarely wrong.
        let alike = alike + if first { 0.02 } else { 0.0 };
        if best.is_none_or(|(before, _)| alike > before) {
            best = Some((alike, name));
        }
    }
    best.map(|(_, name)| name)
}

fn letters(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_word() {
        let known = ["title", "author", "journaltitle", "note", "publisher"];
        for (word, name) in [
            ("tilte", Some("title")),
            ("auhtor", Some("author")),
            ("titel", Some("title")),
            ("Pubisher", Some("publisher")),
            ("jornaltitle", Some("journaltitle")),
            ("notafield", None),
            ("owner", None),
            ("authorfa", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, known.into_iter()), name, "{word}");
        }
    }
}
