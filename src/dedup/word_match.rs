//! [`WordMatch`]: how two titles relate word by word.

use super::context::Context;
use super::features::roman;
use super::hash::hash_text;
use super::near_words::{are_opposites, is_near};
use super::reglue::pair_glued;
use super::title_words::each_content;
use crate::text::similarity;

/// What is left of two titles when like words are paired off.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct WordMatch {
    /// Words with content left over on the first side.
    pub left_a: u32,
    /// Words with content left over on the second side.
    pub left_b: u32,
    /// Information of the paired words over that of all words of both titles, 0 to 1.
    pub overlap: f32,
    /// Information of the paired words over that of the poorer title, 0 to 1.
    pub shorter_overlap: f32,
    /// Information of the poorer title, in nats.
    pub information: f32,
}

/// A word of a title with what it tells.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    hash: u64,
    nats: f32,
}

/// The words of a title that have content.
fn content<'a>(title: &'a str, context: &Context) -> Vec<Word<'a>> {
    let mut found = Vec::with_capacity(16);
    each_content(title, |text| {
        let hash = hash_text(text);
        let nats = context.information_of(hash);
        found.push(Word { text, hash, nats });
    });
    found
}

/// Pairs off the words with content of two titles.
pub(super) fn match_words(a: &str, b: &str, context: &Context) -> WordMatch {
    let mut left_a = content(a, context);
    let sum = |list: &[Word]| list.iter().map(|word| word.nats).sum::<f32>();
    if a == b && !left_a.is_empty() {
        let information = sum(&left_a);
        let overlap = information / information.max(f32::MIN_POSITIVE);
        return WordMatch {
            overlap,
            shorter_overlap: overlap,
            information,
            ..WordMatch::default()
        };
    }
    let mut left_b = content(b, context);
    for (title, other, left) in [(a, b, &mut left_a), (b, a, &mut left_b)] {
        let cut = cut_word(title, other);
        left.pop_if(|last| Some(last.text) == cut);
    }
    if left_a.is_empty() || left_b.is_empty() {
        return WordMatch::default();
    }
    let (all_a, all_b) = (sum(&left_a), sum(&left_b));
    let mut common = 0.0;
    for near in [false, true] {
        left_a.retain(|word| {
            let found = left_b.iter().position(|other| {
                if near {
                    is_near(word.text, other.text)
                } else {
                    word.hash == other.hash && word.text == other.text
                }
            });
            match found {
                Some(at) => {
                    let other = left_b.remove(at);
                    common += word.nats.min(other.nats);
                    false
                }
                None => true,
            }
        });
        if left_a.is_empty() || left_b.is_empty() {
            break;
        }
    }
    if !left_a.is_empty() && !left_b.is_empty() {
        common += match_rest([a, b], &mut left_a, &mut left_b, common, all_a.min(all_b));
    }
    let poorer = all_a.min(all_b);
    // One character exchanged leaves two pairs of characters.
    let count = |list: &[Word]| {
        let pairs = list.iter().filter(|word| is_pair(word.text)).count();
        u32::try_from(list.len() - pairs + pairs.div_ceil(2)).unwrap_or(u32::MAX)
    };
    WordMatch {
        left_a: count(&left_a),
        left_b: count(&left_b),
        overlap: common / (all_a + all_b - common).max(f32::MIN_POSITIVE),
        shorter_overlap: common / poorer.max(f32::MIN_POSITIVE),
        information: poorer,
    }
}

/// Bytes a title has that was cut.
const CUT_BYTES: usize = 20;

/// The rest of a word that `title` ends in, cut there where `other` goes on: `in ba`, `in bangladesh`.
/// `i` and `ii` are two numbers.
fn cut_word<'a>(title: &'a str, other: &str) -> Option<&'a str> {
    let goes_on = other.strip_prefix(title)?.starts_with(char::is_alphabetic);
    let (_, word) = title.rsplit_once(' ')?;
    let is_word = word.len() >= 2 && word.chars().all(char::is_alphabetic);
    let cut = goes_on && title.len() >= CUT_BYTES && is_word && !is_pair(word);
    (cut && roman(word).is_none()).then_some(word)
}

/// Pairs off what is left of both `titles` when like words are gone, if it is the same text spaced
/// otherwise; what that tells. `common` is what the paired words tell, `poorer` what all words of
/// the poorer title do.
fn match_rest(
    titles: [&str; 2],
    left_a: &mut Vec<Word>,
    left_b: &mut Vec<Word>,
    common: f32,
    poorer: f32,
) -> f32 {
    let sum = |list: &[Word]| list.iter().map(|word| word.nats).sum::<f32>();
    let mut told = 0.0;
    // Titles with little else in common are not one title, glued.
    if common * 4.0 >= poorer {
        let before = sum(left_a).min(sum(left_b));
        let (mut texts_a, mut texts_b) = (texts(left_a), texts(left_b));
        pair_glued(&mut texts_a, &mut texts_b, titles[1]);
        pair_glued(&mut texts_b, &mut texts_a, titles[0]);
        keep(left_a, &texts_a);
        keep(left_b, &texts_b);
        told += (before - sum(left_a).min(sum(left_b))).max(0.0);
    }
    if left_a.is_empty() || left_b.is_empty() {
        return told;
    }
    let joined = |list: &[Word]| texts(list).concat();
    // Neighbouring characters changed places: the same ones are left, in other pairs.
    let swapped = |a: &[Word], b: &[Word]| {
        let sorted = |list: &[Word]| {
            let mut letters: Vec<char> = list.iter().flat_map(|word| word.text.chars()).collect();
            letters.sort_unstable();
            letters
        };
        a.len() == b.len()
            && a.iter().chain(b).all(|word| !word.text.is_ascii())
            && sorted(a) == sorted(b)
    };
    // `multi centre` against `multicentre`, `ware housing` against `warehousng`.
    if is_noise(&joined(left_a), &joined(left_b)) || swapped(left_a, left_b) {
        told += sum(left_a).min(sum(left_b));
        left_a.clear();
        left_b.clear();
    }
    told
}

fn texts<'a>(list: &[Word<'a>]) -> Vec<&'a str> {
    list.iter().map(|word| word.text).collect()
}

/// Leaves those of the words that are among `texts`, which stand in their order.
fn keep(list: &mut Vec<Word>, texts: &[&str]) {
    let mut texts = texts.iter().peekable();
    list.retain(|word| texts.next_if(|text| **text == word.text).is_some());
}

/// Whether a word is two characters of a script that puts no spaces.
fn is_pair(word: &str) -> bool {
    word.len() >= 6 && word.chars().count() == 2
}

/// Whether what is left of two titles is one text, spaced or scanned otherwise.
fn is_noise(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    a == b
        || a.len().min(b.len()) >= 5
            && !digits(a)
            && !digits(b)
            && !are_opposites(a, b)
            && similarity::long(a, b, 0.8).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(a: &str, b: &str) -> (u32, u32) {
        let found = match_words(a, b, &Context::default());
        (found.left_a, found.left_b)
    }

    #[test]
    fn like_words_pair_off() {
        assert_eq!(matched("growth and form", "on growth form"), (0, 0));
        assert_eq!(matched("multi centre trial", "multicentre trial"), (0, 0));
        assert_eq!(matched("data ware housing", "data warehousng"), (0, 0));
        assert_eq!(
            matched("hypothyroidism in mice", "hyperthyroidism in mice"),
            (1, 1)
        );
        for (one, other) in [
            ("supervised", "unsupervised"),
            ("symmetric", "asymmetric"),
            ("activation", "inactivation"),
            ("maternal", "paternal"),
            ("deterministic", "nondeterministic"),
        ] {
            let title = |word| format!("effects of {word} growth");
            assert_eq!(matched(&title(one), &title(other)), (1, 1), "{one}");
        }
        assert_eq!(matched("virtual teams", "virtual team"), (0, 0));
        assert_eq!(matched("growth of po1ymers", "growth of polymers"), (0, 0));
        for (one, other) in [("il2rg", "ilzrg"), ("cd10", "cdio"), ("covid19", "covidi9")] {
            let title = |word| format!("effects of {word} growth");
            assert_eq!(matched(&title(one), &title(other)), (1, 1), "{one}");
        }
        assert_eq!(matched("annual report 2019", "annual report 2020"), (1, 1));
        assert_eq!(matched("", "x"), (0, 0));
    }

    #[test]
    fn a_word_cut_with_its_title_is_no_other_word() {
        let whole = "growth and form of teeth in bangladesh";
        assert_eq!(matched("growth and form of teeth in ba", whole), (0, 1));
        assert_eq!(matched(whole, "growth and form of teeth in ba"), (1, 0));
        assert_eq!(matched("growth in ba", "growth in bangladesh"), (1, 1));
        assert_eq!(
            matched(
                "growth and form of teeth part ii",
                "growth and form of teeth part iii"
            ),
            (1, 1)
        );
    }
}
