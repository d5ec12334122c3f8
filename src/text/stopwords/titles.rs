//! The language of a title, which has few small words: its nouns, endings and letters tell too.

use rustc_hash::FxHashMap;

use super::title_words::{ENDINGS, LETTERS, WORDS};
use super::words::Words;
use super::{LANGUAGES, Language};

/// The BCP 47 tag of the language a title of Latin script is written in, if it shows: one of those
/// of [`language`](super::language), but not English, which most titles are in and which borrows
/// the words of the others.
///
/// At least two words must tell, more for one language than for any other and far more than for
/// English; a title of one word tells nothing. On 18,000 titles of public libraries no English one
/// is taken for another language.
///
/// ```
/// use bibsift::text::stopwords::title_language;
/// assert_eq!(title_language("Les lieux de mémoire"), Some("fr"));
/// assert_eq!(title_language("Zum Begriff der Arbeit"), Some("de"));
/// assert_eq!(title_language("Studies in Don Quixote"), None);
/// assert_eq!(title_language("Quo vadis"), None);
/// ```
pub fn title_language(title: &str) -> Option<&'static str> {
    if title.is_ascii() && is_english(title) {
        return None;
    }
    let table = table();
    let mut scores = [Score::default(); COUNT];
    let capitals = !title.chars().any(char::is_lowercase);
    let mut seen = Seen::default();
    let mut count = 0;
    for word in Words::of(title) {
        count += 1;
        if seen.ends.len() > LONGEST {
            break;
        }
        let Some(small) = seen.add(word) else {
            continue;
        };
        let inside = count > 1 && !capitals && word.starts_with(char::is_uppercase);
        let initial = inside && small.chars().nth(1).is_none();
        if !initial {
            table.add_word(small, &mut scores);
        }
        table.add_letters(small, inside, &mut scores);
        let base = word.as_ptr() as usize - title.as_ptr() as usize;
        if title
            .get(base + word.len()..)
            .is_some_and(|rest| rest.starts_with(['\'', '’']))
        {
            table.add_elision(word, small, &mut scores);
        }
    }
    table.best(&scores, count)
}

/// The languages that are told apart: those of [`LANGUAGES`], and Latin.
const COUNT: usize = LANGUAGES.len() + 1;

/// More words than any title has.
const LONGEST: usize = 60;

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

/// Whether a title has two of the words that only English has, as nearly all its titles do.
fn is_english(title: &str) -> bool {
    let known = ["the", "of", "and", "for", "with", "from", "by", "on"];
    let small = title
        .split(' ')
        .filter(|word| known.iter().any(|one| word.eq_ignore_ascii_case(one)));
    small.take(2).count() == 2
}

/// The different words of a title in small letters, one behind the other.
#[derive(Default)]
struct Seen {
    text: String,
    ends: Vec<usize>,
}

impl Seen {
    /// Adds a word, and gives it in small letters unless it was there; the dot that Turkish keeps
    /// above the small letter is left out.
    fn add(&mut self, word: &str) -> Option<&str> {
        let start = self.text.len();
        if word.is_ascii() {
            self.text.push_str(word);
            self.text.get_mut(start..)?.make_ascii_lowercase();
        } else {
            let small = word.chars().flat_map(char::to_lowercase);
            self.text.extend(small.filter(|c| *c != '\u{307}'));
        }
        let (before, small) = self.text.split_at_checked(start)?;
        let mut from = 0;
        for &end in &self.ends {
            if before.get(from..end) == Some(small) {
                self.text.truncate(start);
                return None;
            }
            from = end;
        }
        self.ends.push(self.text.len());
        self.text.get(start..)
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Score {
    /// What all words tell.
    points: f32,
    /// How many words or letters told it.
    hits: usize,
    /// How many words did.
    words: usize,
}

/// All words, endings and letters, each with the languages that have it.
struct Table {
    languages: Vec<&'static str>,
    words: FxHashMap<&'static str, Vec<(usize, f32)>>,
    endings: FxHashMap<&'static str, Vec<usize>>,
    letters: FxHashMap<char, Vec<usize>>,
}

impl Table {
    fn add_word(&self, word: &str, scores: &mut [Score]) {
        if let Some(known) = self.words.get(word) {
            for &(language, points) in known {
                add(scores, language, points, 1);
            }
            return;
        }
        let letters = word.chars().count();
        if letters < 5 {
            return;
        }
        let starts = word.char_indices().map(|(at, _)| at).skip(2);
        let ending = starts
            .skip(letters.saturating_sub(LONGEST_ENDING + 2))
            .find_map(|at| self.endings.get(word.get(at..)?));
        let Some(languages) = ending else { return };
        let english = self.number("en");
        let shared = languages.len() > 1 && languages.iter().any(|one| Some(*one) == english);
        let points = if shared {
            ENDING / 4.0
        } else {
            ENDING / count(languages.len())
        };
        for &language in languages {
            add(scores, language, points, 1);
        }
    }

    /// Letters with marks. In a word inside the title with a capital they may be of a name.
    fn add_letters(&self, word: &str, name: bool, scores: &mut [Score]) {
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
    fn add_elision(&self, word: &str, small: &str, scores: &mut [Score]) {
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
    fn best(&self, scores: &[Score], words: usize) -> Option<&'static str> {
        let points = |at: usize| scores.get(at).map_or(0.0, |score| score.points);
        let at = (0..scores.len()).max_by(|a, b| points(*a).total_cmp(&points(*b)))?;
        let best = scores.get(at)?;
        let others = (0..scores.len()).filter(|other| *other != at);
        let second = others.map(points).fold(0.0, f32::max);
        let english = self.number("en").map_or(0.0, points);
        let tag = self.languages.get(at).copied()?;
        let told = best.points >= ENOUGH && best.hits >= 2 && best.words > 0 && words >= 2;
        let clear = best.points >= second * 1.3 && best.points - second >= 5.0;
        let foreign = english < best.points * 0.4 && tag != "en" && tag != LATIN;
        (told && clear && foreign && best.words * 4 >= words).then_some(tag)
    }
}

/// No ending has more letters.
const LONGEST_ENDING: usize = 6;

/// A language whose words tell names of species and old books from titles in its daughters.
const LATIN: &str = "la";

fn add(scores: &mut [Score], language: usize, points: f32, words: usize) {
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

fn table() -> &'static Table {
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
        let words = words
            .into_iter()
            .map(|(word, held)| {
                let single = word.chars().nth(1).is_none();
                let whole = WORD * if single { 0.5 } else { 1.0 };
                let all: f32 = held.iter().map(|language| share(*language)).sum();
                let points = |language: usize| match held.len() {
                    1 => whole,
                    _ => whole * share(language) / all.min(4.0),
                };
                let held = held.iter().map(|language| (*language, points(*language)));
                (word, held.collect())
            })
            .collect();
        let numbers = |tags: &[&str]| tags.iter().filter_map(|tag| number(tag)).collect();
        let endings = ENDINGS.iter().map(|(end, tags)| (*end, numbers(tags)));
        let letters = LETTERS.iter().map(|(c, tags)| (*c, numbers(tags)));
        Table {
            words,
            endings: endings.collect(),
            letters: letters.collect(),
            languages,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_titles_tell_their_language() {
        for (title, tag) in [
            ("História da administração", "pt"),
            ("Formação de Preço", "pt"),
            ("Le città invisibili", "it"),
            ("Oralità e scrittura in Grecia", "it"),
            ("Vivir una vida feminista", "es"),
            ("Evaluación del riesgo", "es"),
            ("L’Afrique des comptoirs", "fr"),
            ("La vie mode d'emploi", "fr"),
            ("Inklusion und das Problem der Grenze", "de"),
            ("Über das Warten", "de"),
            ("Antropologia codzienności", "pl"),
            ("İSTASYON SAATLERİ VE TAŞRADA ZAMAN", "tr"),
            ("Hvordan børn lærer at læse", "da"),
            ("Barn i skolan", "sv"),
            ("De stad en het water", "nl"),
            ("Suomen kielen historia", "fi"),
        ] {
            assert_eq!(title_language(title), Some(tag), "{title}");
        }
    }

    #[test]
    fn english_names_and_latin_tell_none() {
        for title in [
            "",
            "Ö",
            "Deep learning",
            "Is Web-site Management a Database Problem?",
            "Implementation techniques for large main memory databases",
            "Fibrolamellar hepatocellular carcinoma",
            "A note on Les Misérables",
            "Dvořák in America",
            "Salmonella enterica serovar Typhi",
            "Contra academicos, De beata vita, De ordine, De magistro, De libero arbitrio",
            "Los Angeles police data",
            "Madame Bovary",
            "Erdős–Rényi graphs",
            "Der Zauberberg",
        ] {
            assert_eq!(title_language(title), None, "{title}");
        }
    }
}
