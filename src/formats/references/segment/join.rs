//! The lines of a reference joined again: spaces, and hyphens at line ends.

use super::glance;
use super::joined::Piece;
use super::marker::is_wide;
use crate::source::Span;
use rustc_hash::FxHashSet;
use std::hash::{BuildHasher, RandomState};

/// Joins the pieces of references, knowing the words of the whole list.
pub(super) struct Joiner<'t> {
    text: &'t str,
    /// The words of the list that a divided word could be, whole or with its hyphen.
    seen: FxHashSet<u64>,
    seeds: RandomState,
}

impl<'t> Joiner<'t> {
    /// Reads the words of a list. `breaks` are the pieces that follow one another in a reference.
    pub(super) fn new(text: &'t str, breaks: impl Iterator<Item = (Span, Span)>) -> Self {
        let seeds = RandomState::new();
        let mut asked: FxHashSet<u64> = FxHashSet::default();
        for (a, b) in breaks {
            if let Some((head, tail)) = divided(a.of(text), b.of(text)) {
                asked.insert(seeds.hash_one(joined(head, tail, false)));
                asked.insert(seeds.hash_one(joined(head, tail, true)));
            }
        }
        let mut seen = FxHashSet::default();
        if !asked.is_empty() {
            let letters = |c: char| !(c.is_alphanumeric() || is_hyphen(c));
            for word in text
                .split(letters)
                .filter(|word| (3..=80).contains(&word.len()))
            {
                let hash = seeds.hash_one(joined(word, "", false));
                if asked.contains(&hash) {
                    seen.insert(hash);
                }
            }
        }
        Self { text, seen, seeds }
    }

    /// The pieces of one reference from its spans.
    pub(super) fn pieces(&self, spans: impl Iterator<Item = Span>) -> Vec<Piece> {
        let mut out: Vec<Piece> = Vec::new();
        for span in spans {
            let mut spaced = false;
            if let Some(last) = out.last_mut() {
                let (a, b) = (last.span.of(self.text), span.of(self.text));
                if let Some((head, tail)) = divided(a, b) {
                    if self.drops(head, tail) {
                        let hyphen = a.chars().next_back().map_or(0, char::len_utf8);
                        last.span =
                            Span::new(last.span.start as usize, last.span.end as usize - hyphen);
                    }
                } else {
                    spaced = !touches(a, b);
                }
            }
            out.push(Piece { span, spaced });
        }
        out
    }

    /// Whether the hyphen of a divided word only divides it: unless the list has the word with its
    /// hyphen and never without, or what it ends is an abbreviation.
    fn drops(&self, head: &str, tail: &str) -> bool {
        if head.ends_with('\u{ad}') {
            return true;
        }
        let word = head.trim_end_matches(is_hyphen);
        let whole = self
            .seen
            .contains(&self.seeds.hash_one(joined(head, tail, false)));
        let hyphened = self
            .seen
            .contains(&self.seeds.hash_one(joined(head, tail, true)));
        let capitals =
            word.chars().count() >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let compound = word.contains(is_hyphen);
        whole || !(hyphened || capitals || (compound && tail.len() <= 3))
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '\u{ad}' | '‑')
}

/// The parts of a word that a hyphen at the end of a line divides: the first with its hyphen, and
/// the second, which begins in lower case.
fn divided<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    let stem = a.strip_suffix(is_hyphen)?;
    if !stem.ends_with(char::is_alphabetic) || !b.starts_with(char::is_lowercase) {
        return None;
    }
    let start = stem
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || is_hyphen(*c))
        .last()?
        .0;
    // An address keeps what it has.
    let word = stem
        .rfind(char::is_whitespace)
        .map_or(stem, |at| &stem[at..]);
    if glance::is_address(word.trim()) {
        return None;
    }
    let end = b
        .find(|c: char| !(c.is_alphanumeric() || is_hyphen(c)))
        .unwrap_or(b.len());
    Some((&a[start..], &b[..end]))
}

/// A word in lower case from its parts, with one hyphen between or none.
fn joined(head: &str, tail: &str, hyphen: bool) -> String {
    let head = if tail.is_empty() {
        head
    } else {
        head.trim_end_matches(is_hyphen)
    };
    let fold = |c: char| if is_hyphen(c) { '-' } else { c };
    let between = (hyphen && !tail.is_empty()).then_some('-');
    head.chars()
        .chain(between)
        .chain(tail.chars())
        .map(fold)
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether two pieces belong together without a space though no word is divided.
fn touches(a: &str, b: &str) -> bool {
    let (Some(last), Some(first)) = (a.chars().next_back(), b.chars().next()) else {
        return true;
    };
    let before = a[..a.len() - last.len_utf8()].chars().next_back();
    match last {
        // `1321-` and `1345`, `LIM-` and `Kinase`.
        '-' | '‐' | '‑' | '–' | '—' if before.is_some_and(char::is_alphanumeric) => {
            return first.is_alphanumeric();
        }
        '/' => return !b.starts_with(' ') && before.is_some_and(|c| !c.is_whitespace()),
        _ => {}
    }
    if is_wide(last) && is_wide(first) {
        return true;
    }
    let word = a
        .rfind(char::is_whitespace)
        .map_or(a, |at| a[at..].trim_start());
    if !glance::is_address(word) && !word.contains("//") {
        return false;
    }
    let next = &b[..b.find(char::is_whitespace).unwrap_or(b.len())];
    match last {
        '_' | '=' | '&' | '?' | '%' | '#' | '~' | '-' => true,
        '.' => first.is_ascii_digit() || (first.is_lowercase() && next.contains(['/', '.'])),
        _ => {
            matches!(first, '/' | '?' | '&' | '=' | '_' | '#' | '%')
                || (next.contains('/')
                    && !next.starts_with(char::is_uppercase)
                    && !next.contains("://"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::joined::Joined;
    use super::*;

    fn join(lines: &[&str]) -> String {
        let source = lines.join("\n");
        let mut at = 0;
        let spans: Vec<Span> = lines
            .iter()
            .map(|line| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                span
            })
            .collect();
        let pairs = spans.windows(2).map(|pair| (pair[0], pair[1]));
        let joiner = Joiner::new(&source, pairs);
        let pieces = joiner.pieces(spans.iter().copied());
        let joined = Joined::new(&source, &pieces);
        for (at, c) in joined.text.char_indices() {
            if c != ' ' {
                assert!(source[joined.source(at)..].starts_with(c));
            }
        }
        joined.text
    }

    #[test]
    fn hyphens_that_divide_go_and_others_stay() {
        assert_eq!(join(&["a reperto-", "ire of x"]), "a repertoire of x");
        assert_eq!(
            join(&["cost-effective care; a cost-", "effective x"]),
            "cost-effective care; a cost-effective x"
        );
        assert_eq!(join(&["LIM-", "kinase"]), "LIM-kinase");
        assert_eq!(join(&["pp. 12-", "34"]), "pp. 12-34");
        assert_eq!(join(&["Muller-", "Preussker"]), "Muller-Preussker");
        assert_eq!(join(&["evo\u{ad}", "lution"]), "evolution");
    }

    #[test]
    fn addresses_and_wide_letters_take_no_space() {
        assert_eq!(
            join(&["DOI: https://doi.org/10.", "7554/eLife.21167, PMID"]),
            "DOI: https://doi.org/10.7554/eLife.21167, PMID"
        );
        assert_eq!(join(&["北京: 人民出版", "社."]), "北京: 人民出版社.");
        assert_eq!(
            join(&["http://x.org/a", "Accessed 3 May"]),
            "http://x.org/a Accessed 3 May"
        );
        assert_eq!(join(&["Phys. Rev.", "D 70"]), "Phys. Rev. D 70");
    }
}
