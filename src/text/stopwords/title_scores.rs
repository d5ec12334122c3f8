//! What words, endings and letters of a title tell of its language.

use rustc_hash::FxHashMap;

use super::title_words::{ENDINGS, LETTERS, WORDS};
use super::{LANGUAGES, Language};

/// What is told for each language.
pub(super) type Scores = [Score; COUNT];

/// What is told for one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Score {
    /// What all words tell.
    points: f32,
    /// How many words or letters told it.
    hits: usize,
    /// How many words did.
    words: usize,
}

/// All words, endings and letters, each with the languages that have it.
pub(super) struct Table {
    languages: Vec<&'static str>,
    /// The place of English among them.
    english: usize,
    /// By their [`End`]s.
    words: FxHashMap<u128, Vec<(usize, f32)>>,
    /// Those too long for that.
    long_words: FxHashMap<&'static str, Vec<(usize, f32)>>,
    endings: FxHashMap<u128, Vec<usize>>,
    /// Most words are in neither; this tells without a look into them.
    known: Filter,
    letters: FxHashMap<char, Vec<usize>>,
}

/// Numbers that may be known: a bit for each by a hash, few enough to be at hand.
struct Filter(Vec<u64>);

impl Filter {
    fn of<'n>(numbers: impl Iterator<Item = &'n u128>) -> Self {
        let mut bits = vec![0; 1 << 10];
        for number in numbers {
            let (at, bit) = Self::place(*number);
            if let Some(slot) = bits.get_mut(at) {
                *slot |= bit;
            }
        }
        Self(bits)
    }

    /// Whether a number may be one of them; certain if it is.
    fn may_have(&self, number: u128) -> bool {
        let (at, bit) = Self::place(number);
        self.0.get(at).is_some_and(|slot| slot & bit != 0)
    }

    fn place(number: u128) -> (usize, u64) {
        let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
        let mixed = (half(number) ^ half(number >> 64)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed >> 54) as usize, 1 << (mixed >> 48 & 63))
    }
}

/// The last bytes of a word as a number, which is looked up faster than a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct End(u128);

impl End {
    /// How many bytes it holds.
    const BYTES: usize = size_of::<u128>();

    pub(super) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let last = bytes.iter().skip(bytes.len().saturating_sub(Self::BYTES));
        Self(last.fold(0, |all, byte| all << 8 | u128::from(*byte)))
    }

    /// The same of the last `bytes` of the word, one at least.
    fn last(self, bytes: usize) -> u128 {
        self.0 & u128::MAX >> (8 * Self::BYTES.saturating_sub(bytes).min(Self::BYTES - 1))
    }
}

impl Table {
    pub(super) fn add_word(&self, word: &str, end: End, scores: &mut Scores) {
        let known = if word.len() > End::BYTES {
            self.long_words.get(word)
        } else if self.known.may_have(end.0) {
            self.words.get(&end.0)
        } else {
            None
        };
        if let Some(known) = known {
            for &(language, points) in known {
                add(scores, language, points, 1);
            }
            return;
        }
        let ending = if word.is_ascii() {
            let longest = word.len().saturating_sub(2).min(LONGEST_ENDING);
            let lengths = (1..=longest).rev().filter(|_| word.len() >= SHORTEST);
            self.ending(lengths, end)
        } else {
            let letters = word.chars().count();
            let starts = word.char_indices().map(|(at, _)| at).skip(2);
            let starts = starts.skip(letters.saturating_sub(LONGEST_ENDING + 2));
            let starts = starts.filter(|_| letters >= SHORTEST);
            self.ending(starts.map(|at| word.len() - at), end)
        };
        let Some(languages) = ending else { return };
        let shared = languages.len() > 1 && languages.contains(&self.english);
        let points = if shared {
            ENDING / 4.0
        } else {
            ENDING / count(languages.len())
        };
        for &language in languages {
            add(scores, language, points, 1);
        }
    }

    /// The languages of the first ending of these lengths, in bytes, that is known.
    fn ending(&self, lengths: impl Iterator<Item = usize>, end: End) -> Option<&Vec<usize>> {
        lengths
            .map(|length| end.last(length))
            .filter(|ending| self.known.may_have(*ending))
            .find_map(|ending| self.endings.get(&ending))
    }

    /// Letters with marks. In a word inside the title with a capital they may be of a name.
    pub(super) fn add_letters(&self, word: &str, name: bool, scores: &mut Scores) {
        if word.is_ascii() {
            return;
        }
        for (at, c) in word.char_indices() {
            if c.is_ascii() || word.get(..at).is_some_and(|before| before.contains(c)) {
                continue;
            }
            let languages = self.letters.get(&c).map_or(&[][..], Vec::as_slice);
            let points = LETTER / count(languages.len()) / if name { 2.0 } else { 1.0 };
            for &language in languages {
                add(scores, language, points, 0);
                if let Some(score) = scores.get_mut(language) {
                    score.hits += 1;
                }
            }
        }
    }

    /// `l'`, `d'`, `dell'` before a word.
    pub(super) fn add_elision(&self, word: &str, small: &str, scores: &mut Scores) {
        let points: &[(&str, f32)] = match small {
            "dell" | "nell" | "all" | "sull" => &[("it", 6.0)],
            "l" => &[("fr", 4.0), ("it", 3.0), ("ca", 2.0)],
            "d" => &[("fr", 4.0), ("it", 2.0), ("ca", 2.0)],
            "qu" => &[("fr", 6.0)],
            "n" | "c" | "j" if word == small => &[("fr", 4.0)],
            _ => &[],
        };
        for (tag, points) in points {
            if let Some(language) = self.number(tag) {
                add(scores, language, *points, 0);
            }
        }
    }

    fn number(&self, tag: &str) -> Option<usize> {
        self.languages.iter().position(|known| *known == tag)
    }

    /// The language that is clearly told.
    pub(super) fn best(&self, scores: &Scores, words: usize) -> Option<&'static str> {
        let points = |at: usize| scores.get(at).map_or(0.0, |score| score.points);
        let at = (0..scores.len()).max_by(|a, b| points(*a).total_cmp(&points(*b)))?;
        let best = scores.get(at)?;
        let others = (0..scores.len()).filter(|other| *other != at);
        let second = others.map(points).fold(0.0, f32::max);
        let english = points(self.english);
        let tag = self.languages.get(at).copied()?;
        let told = best.points >= ENOUGH && best.hits >= 2 && best.words > 0 && words >= 2;
        let clear = best.points >= second * 1.3 && best.points - second >= 5.0;
        let foreign = english < best.points * 0.4 && tag != "en" && tag != LATIN;
        (told && clear && foreign && best.words * 4 >= words).then_some(tag)
    }
}

/// Words of fewer letters have no ending that tells.
const SHORTEST: usize = 5;

/// No ending has more letters.
const LONGEST_ENDING: usize = 6;

/// A language whose words tell names of species and old books from titles in its daughters.
const LATIN: &str = "la";

fn add(scores: &mut Scores, language: usize, points: f32, words: usize) {
    if let Some(score) = scores.get_mut(language) {
        score.points += points;
        score.hits += words;
        score.words += words;
    }
}

/// A small number as it is divided by.
fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX).max(1))
}

pub(super) fn table() -> &'static Table {
    static TABLE: std::sync::OnceLock<Table> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let mut languages: Vec<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
        languages.push(LATIN);
        let number = |tag: &str| languages.iter().position(|known| *known == tag);
        let mut words: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let running = LANGUAGES
            .iter()
            .map(|Language { tag, words }| (*tag, *words));
        for (tag, list) in running.chain(WORDS.iter().copied()) {
            let Some(language) = number(tag) else {
                continue;
            };
            for word in list.split(' ') {
                let held = words.entry(word).or_default();
                if !held.contains(&language) {
                    held.push(language);
                }
            }
        }
        let share = |language: usize| {
            let tag = languages.get(language).copied().unwrap_or_default();
            RARE.iter()
                .find(|(rare, _)| *rare == tag)
                .map_or(1.0, |(_, share)| *share)
        };
        let english = number("en").unwrap_or_default();
        let all_words = words.into_iter().map(|(word, held)| {
            let single = word.chars().nth(1).is_none();
            let whole = WORD * if single { 0.5 } else { 1.0 };
            let all: f32 = held.iter().map(|language| share(*language)).sum();
            let points = |language: usize| match held.len() {
                1 => whole,
                _ => whole * share(language) / all.min(4.0),
            };
            let held = held.iter().map(|language| (*language, points(*language)));
            (word, held.collect())
        });
        let (long, short): (Vec<_>, Vec<_>) =
            all_words.partition(|(word, _)| word.len() > End::BYTES);
        let short = short
            .into_iter()
            .map(|(word, held)| (End::of(word).0, held));
        let numbers = |tags: &[&str]| tags.iter().filter_map(|tag| number(tag)).collect();
        let endings = ENDINGS
            .iter()
            .map(|(end, tags)| (End::of(end).0, numbers(tags)));
        let letters = LETTERS.iter().map(|(c, tags)| (*c, numbers(tags)));
        let words: FxHashMap<u128, _> = short.collect();
        let endings: FxHashMap<u128, _> = endings.collect();
        Table {
            english,
            known: Filter::of(words.keys().chain(endings.keys())),
            words,
            long_words: long.into_iter().collect(),
            endings,
            letters: letters.collect(),
            languages,
        }
    })
}

/// The languages that are told apart: those of [`LANGUAGES`], and Latin.
const COUNT: usize = LANGUAGES.len() + 1;

/// What a word tells that one language alone has.
const WORD: f32 = 12.0;
/// The same of an ending.
const ENDING: f32 = 8.0;
/// The same of a letter, in a word that is no name.
const LETTER: f32 = 6.0;
/// Less than this tells no language.
const ENOUGH: f32 = 14.0;

/// Languages that titles are rarely in: words they share with others say less for them.
static RARE: &[(&str, f32)] = &[
    ("ca", 0.5),
    ("ro", 0.6),
    ("hu", 0.7),
    ("la", 0.8),
    ("no", 0.9),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ending_is_cut() {
        assert!(ENDINGS.iter().all(|(end, _)| end.len() <= End::BYTES));
    }
}
