//! Citation keys: which stay, how others are made, and how a clash is resolved.

use std::collections::HashMap;

use super::fingerprint::fingerprint;
use crate::error::{Error, ErrorKind};
use crate::model::{Field, Record};
use crate::text::transliterate;

/// Where keys come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Keys {
    /// Citation keys stay, other records get the default pattern.
    #[default]
    Keep,
    /// Every record gets a key by this pattern.
    Pattern(Pattern),
    /// No record has one: nothing is written under a key.
    None,
}

impl Keys {
    /// The key made for a record that keeps none.
    pub fn make(&self, record: &Record) -> String {
        match self {
            Self::Keep => Pattern::default().key(record),
            Self::Pattern(pattern) => pattern.key(record),
            Self::None => String::new(),
        }
    }
}

/// A pattern of keys, such as `{author}{year}{title}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Author,
    Year,
    Title,
    Journal,
}

impl Default for Pattern {
    /// `{author}{year}{title}`.
    fn default() -> Self {
        Self {
            pieces: vec![Piece::Author, Piece::Year, Piece::Title],
        }
    }
}

impl Pattern {
    /// Reads a pattern: `{author}` (first surname), `{year}`, `{title}` (first word that is no
    /// article), `{journal}` (initials), and letters, digits and `-_.:+/` between them.
    ///
    /// ```
    /// use bibsift::pipeline::Pattern;
    /// assert!(Pattern::parse("{author}-{year}").is_ok());
    /// assert!(Pattern::parse("{colour}").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] names the part that is not understood.
    pub fn parse(pattern: &str) -> Result<Self, Error> {
        let wrong = |what: String| Error::new(ErrorKind::Usage, what);
        let mut pieces = Vec::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            let literal = rest.find('{').unwrap_or(rest.len());
            let (plain, tail) = rest.split_at(literal);
            if let Some(odd) = plain.chars().find(|&c| !is_key_character(c)) {
                return Err(wrong(format!("a citation key cannot hold '{odd}'")));
            }
            if !plain.is_empty() {
                pieces.push(Piece::Literal(plain.to_owned()));
            }
            let Some(tail) = tail.strip_prefix('{') else {
                break;
            };
            let Some((name, after)) = tail.split_once('}') else {
                return Err(wrong(format!(
                    "the key pattern '{pattern}' has a {{ without }}"
                )));
            };
            pieces.push(match name {
                "author" => Piece::Author,
                "year" => Piece::Year,
                "title" => Piece::Title,
                "journal" => Piece::Journal,
                other => {
                    let known = "{author}, {year}, {title}, {journal}";
                    return Err(wrong(format!(
                        "a key pattern knows no {{{other}}}; there are {known}"
                    )));
                }
            });
            rest = after;
        }
        if pieces.is_empty() {
            return Err(wrong("the key pattern is empty".to_owned()));
        }
        Ok(Self { pieces })
    }

    /// The key of `record` by this pattern: ASCII, lower case, parts it lacks left out; `ref` and
    /// a fingerprint if it lacks all. A function of the record alone.
    ///
    /// ```
    /// use bibsift::model::{Date, Field, Record};
    /// use bibsift::pipeline::Pattern;
    /// let mut record = Record::default();
    /// record.put(Field::Title, "The Structure of Scientific Revolutions");
    /// record.put(Field::Date, Date::from_year(1962));
    /// assert_eq!(Pattern::default().key(&record), "1962structure");
    /// ```
    pub fn key(&self, record: &Record) -> String {
        let mut key = String::new();
        let mut found = false;
        for piece in &self.pieces {
            let part = match piece {
                Piece::Literal(text) => {
                    key.push_str(text);
                    continue;
                }
                Piece::Author => first_surname(record),
                Piece::Year => record.year().map(|year| year.to_string()),
                Piece::Title => record.text(Field::Title).and_then(first_word),
                Piece::Journal => record.text(Field::JournalTitle).map(initials),
            };
            if let Some(part) = part.filter(|part| !part.is_empty()) {
                key.push_str(&part);
                found = true;
            }
        }
        if found {
            key
        } else {
            format!("ref{:08x}", fingerprint(record))
        }
    }
}

/// Whether BibTeX, biber and LaTeX all take `key` as it is.
pub fn is_legal(key: &str) -> bool {
    !key.is_empty()
        && key.chars().all(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(
                    c,
                    ',' | '{' | '}' | '(' | ')' | '"' | '#' | '%' | '\'' | '=' | '~' | '\\' | '@'
                )
        })
}

fn is_key_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '+' | '/')
}

fn first_surname(record: &Record) -> Option<String> {
    let names = [Field::Author, Field::Editor, Field::Translator];
    let first = names
        .iter()
        .find_map(|&field| record.names(field).first())?;
    let whole = transliterate::ascii(&first.family);
    // A corporate name contributes its first word only.
    let part = if first.literal {
        whole.split_whitespace().next()?
    } else {
        &whole
    };
    Some(letters(part))
}

fn first_word(title: &str) -> Option<String> {
    const ARTICLES: &[&str] = &[
        "a", "an", "the", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el",
        "los", "las", "il", "lo", "gli", "o", "os", "as", "de", "het", "een",
    ];
    let ascii = transliterate::ascii(title);
    let mut words = ascii.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'');
    let is_word = |word: &&str| word.bytes().any(|b| b.is_ascii_alphanumeric());
    let lower = |word: &str| letters(word);
    let first = words.find(is_word).map(lower)?;
    if ARTICLES.contains(&first.as_str()) {
        return words.find(is_word).map(lower).or(Some(first));
    }
    Some(first)
}

fn initials(journal: &str) -> String {
    let ascii = transliterate::ascii(journal);
    let words = ascii.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter_map(|word| word.chars().next())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .take(24)
        .collect()
}

/// Makes keys unique in order: a key met again gets `a`, `b`, … `z`, `aa`, ….
#[derive(Debug, Default)]
pub struct Unique {
    /// Every key given, folded, with the number of the next suffix to try. The standard hasher,
    /// since keys come from the input.
    taken: HashMap<String, usize>,
}

impl Unique {
    /// With room for so many keys.
    pub fn with_capacity(keys: usize) -> Self {
        Self {
            taken: HashMap::with_capacity(keys),
        }
    }

    /// Gives away `key` as it is; false if it is taken. Keys that differ only in case count as
    /// equal, as they do for biber.
    pub fn reserve(&mut self, key: &str) -> bool {
        let before = self.taken.len();
        self.taken.entry(key.to_lowercase()).or_insert(0);
        self.taken.len() > before
    }

    /// `key`, or with the first suffix that makes it unique.
    pub fn take(&mut self, key: String) -> String {
        if self.reserve(&key) {
            return key;
        }
        let folded = key.to_lowercase();
        loop {
            let Some(next) = self.taken.get_mut(&folded) else {
                return key;
            };
            let candidate = format!("{key}{}", suffix(*next));
            // The counter only moves on, so many equal keys cost one step each.
            *next += 1;
            if self.reserve(&candidate) {
                return candidate;
            }
        }
    }
}

fn suffix(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + u8::try_from(number % 26).unwrap_or(0));
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    letters.iter().rev().map(|&byte| char::from(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Name, Names};

    fn record(family: &str, year: i32, title: &str) -> Record {
        let mut record = Record::default();
        let name = Name {
            family: family.into(),
            ..Name::default()
        };
        record.put(
            Field::Author,
            Names {
                list: vec![name],
                truncated: false,
            },
        );
        record.put(Field::Date, Date::from_year(year));
        record.put(Field::Title, title);
        record
    }

    #[test]
    fn keys_are_ascii_in_every_script() {
        let key = |record| Pattern::default().key(&record);
        assert_eq!(
            key(record("Łódź-Kowalska", 2020, "Über alles")),
            "lodzkowalska2020uber"
        );
        assert_eq!(
            key(record("O'Brien", 1999, "A {DNA} model")),
            "obrien1999dna"
        );
        assert!(key(record("王", 2001, "深度学习")).is_ascii());
    }

    #[test]
    fn a_record_without_parts_still_has_a_key() {
        let key = Pattern::default().key(&Record::default());
        assert!(key.starts_with("ref") && key.len() == 11, "{key}");
    }

    #[test]
    fn a_key_met_again_gets_a_letter() {
        let mut unique = Unique::default();
        let keys: Vec<String> = (0..29).map(|_| unique.take("k".into())).collect();
        assert_eq!(keys[..3], ["k", "ka", "kb"]);
        assert_eq!(keys[26..], ["kz", "kaa", "kab"]);
        assert_eq!(
            unique.take("KA".into()),
            "KAc",
            "for biber KAa and kaa are one key"
        );
    }

    #[test]
    fn patterns_say_what_they_do_not_know() {
        let wrong = |pattern| Pattern::parse(pattern).unwrap_err().to_string();
        assert!(wrong("{colour}").contains("{colour}"));
        assert!(wrong("{author").contains("without"));
        assert!(wrong("a b").contains("cannot hold"));
    }
}
