//! Words that stand for what the reference before says: `———.`, `Ders.`, `ibid.`

use super::Repeat;
use super::glance::{self, Class};

/// Words for the same author and for the same work, without case and stops.
static WORDS: &[(&str, Repeat)] = &[
    ("idem", Repeat::Authors),
    ("id", Repeat::Authors),
    ("eadem", Repeat::Authors),
    ("ders", Repeat::Authors),
    ("dies", Repeat::Authors),
    ("derselbe", Repeat::Authors),
    ("dieselbe", Repeat::Authors),
    ("ibid", Repeat::Work),
    ("ibidem", Repeat::Work),
    ("ebd", Repeat::Work),
    ("ebenda", Repeat::Work),
    ("там же", Repeat::Work),
    ("тот же", Repeat::Authors),
    ("同上", Repeat::Work),
    ("同上书", Repeat::Work),
    ("同前", Repeat::Work),
];

/// What the first words of a reference stand for, and their bytes without the sign after them.
pub(super) fn repeated(words: &str) -> Option<(usize, Repeat)> {
    dashes(words)
        .map(|length| (length, Repeat::Authors))
        .or_else(|| lost(words))
        .or_else(|| word(words))
}

/// A run of dashes or underscores, perhaps spaced; a single dash only where a comma, full stop or
/// another author follows.
fn dashes(words: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    let (mut length, mut signs, mut wide) = (0, 0, false);
    for (n, (at, c)) in words.char_indices().enumerate() {
        match c {
            '-' | '–' | '_' | '−' | '‒' => signs += 1,
            '—' | '―' | '─' | '－' => {
                signs += 1;
                wide = true;
            }
            ' ' | '\u{a0}' if signs > 0 => continue,
            _ => break,
        }
        length = at + c.len_utf8();
        if n >= LONGEST {
            return None;
        }
    }
    let rest = words[length..].trim_start();
    let more = rest.starts_with([',', '.', ':', '(', '&', ';'])
        || glance::first_words(rest)[0].class == Class::And;
    let enough = signs >= 2 || (signs == 1 && more);
    // `--gene expression` is a title cut short; dashes that stand for a name end in a sign or space.
    (enough && (more || wide || rest.len() < words.len() - length)).then_some(length)
}

/// A comma with nothing before it: the dash was lost on the way.
fn lost(words: &str) -> Option<(usize, Repeat)> {
    let rest = words.strip_prefix(',')?.trim_start();
    rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'))
        .then_some((0, Repeat::Authors))
}

/// Whether a line begins with a word that stands for a whole reference or its authors, as an
/// entry of notes does. In lower case it may go on a reference: `…; ibid. 13, 4`.
pub(super) fn begins_entry(words: &str) -> bool {
    !words.starts_with(char::is_lowercase) && word(words).is_some()
}

fn word(words: &str) -> Option<(usize, Repeat)> {
    WORDS.iter().find_map(|(known, what)| {
        let head = words.get(..known.len())?;
        let rest = &words[known.len()..];
        let ends = rest.starts_with(['.', ',', ':', ';', '，', '。', '：']) || rest.is_empty();
        (ends && head.to_lowercase() == *known).then_some((known.len(), *what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_known() {
        for (words, want) in [
            ("———. Title", Some((9, Repeat::Authors))),
            ("— — —. Title", Some((11, Repeat::Authors))),
            ("-----, 1999", Some((5, Repeat::Authors))),
            ("______ (2001)", Some((6, Repeat::Authors))),
            ("—, and B. Lee", Some((3, Repeat::Authors))),
            ("-, S. K. Jain", Some((1, Repeat::Authors))),
            (", On sphere bundles", Some((0, Repeat::Authors))),
            ("Ders., Titel", Some((4, Repeat::Authors))),
            ("Ibid., p. 7", Some((4, Repeat::Work))),
            ("Там же. С. 7", Some((11, Repeat::Work))),
            ("同上，第7页", Some((6, Repeat::Work))),
            ("-omics data", None),
            ("Smith", None),
            ("", None),
        ] {
            assert_eq!(repeated(words), want, "{words}");
        }
    }
}
