//! The names in front of a year.

use super::han;
use crate::model::month;
use crate::text::script::is_cjk;
use crate::text::transliterate::key;

/// The people a mention names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct People {
    /// What the first surname may be, likeliest first, as [`key`]; after `=` all of the first name.
    pub(super) spellings: Vec<String>,
    /// The second surname as [`key`], where exactly two are named.
    pub(super) second: Option<String>,
    /// Where the names stand in the text.
    pub(super) start: usize,
    /// Where they end.
    pub(super) end: usize,
}

/// How names stand by their year, which says how much they must look like names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// With it in a bracket: `(Smith, 2010)`.
    Bracket,
    /// In front of its bracket: `Smith (2010)`.
    Narrative,
    /// Without a bracket: `Smith et al., 2010`.
    Bare,
}

/// The longest names looked at, in bytes.
const LONGEST: usize = 300;
/// The most people looked at.
const MOST: usize = 12;

/// What stands for further people.
const OTHERS: &[&str] = &[
    "et al.",
    "et al .",
    "et al",
    "et coll.",
    "and colleagues",
    "& colleagues",
    "and coworkers",
    "and co-workers",
    "and others",
    "u. a.",
    "u.a.",
    "y otros",
    "и др.",
    "и др",
    "с соавт.",
    "та ін.",
    "та ін",
    "等人",
    "等",
    "ら",
    "등",
    "외",
];
const JOINERS: &[&str] = &[
    "and", "und", "y", "e", "et", "en", "og", "och", "и", "та", "і", "i",
];
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des",
    "la", "le", "los", "las", "ter", "ten", "te", "zu", "zur", "el", "al", "bin", "ibn", "af",
    "av", "фон", "ван", "де",
];
/// Capitalised words in front of a year or its bracket that are no names.
const NO_NAMES: &[&str] = &[
    "in",
    "since",
    "from",
    "by",
    "the",
    "during",
    "until",
    "after",
    "before",
    "between",
    "however",
    "moreover",
    "furthermore",
    "similarly",
    "also",
    "although",
    "while",
    "when",
    "as",
    "this",
    "these",
    "those",
    "recently",
    "thus",
    "therefore",
    "both",
    "of",
    "on",
    "at",
    "to",
    "it",
    "and",
    "for",
    "see",
    "table",
    "figure",
    "fig",
    "section",
    "chapter",
    "equation",
    "version",
    "year",
    "years",
    "study",
    "vol",
    "spring",
    "summer",
    "autumn",
    "winter",
    "early",
    "late",
    "mid",
    "now",
    "но",
    "как",
    "так",
    "по",
    "за",
    "с",
    "таблица",
    "рис",
    "tabelle",
    "abbildung",
];
/// Whether a text ends in words that stand for further people.
pub(super) fn ends_in_others(text: &str) -> bool {
    without_others(trimmed(text)).1
}

impl People {
    /// The people named at the end of the text between two bytes.
    pub(super) fn before(text: &str, from: usize, end: usize, manner: Manner) -> Option<Self> {
        let from = from.max(end.saturating_sub(LONGEST));
        let from = (from..=end).find(|at| text.is_char_boundary(*at))?;
        let part = text.get(from..end)?;
        let whole = trimmed(part);
        let comma = whole.len() < part.trim_end().len();
        let (names, others) = without_others(whole);
        let mut own = ["'s", "’s", "´s"].iter();
        let names = own.find_map(|own| names.strip_suffix(own)).unwrap_or(names);
        let ends_cjk = names
            .chars()
            .next_back()
            .is_some_and(|c| is_cjk(c.encode_utf8(&mut [0; 4])));
        let found = if ends_cjk {
            han::names(names, others, manner)?
        } else {
            words(names, others, comma, manner)?
        };
        Some(Self {
            spellings: found.spellings,
            second: found.second.filter(|_| !others),
            start: from + found.start,
            end: from + whole.len(),
        })
    }
}

/// Names found in a text, and where they begin.
pub(super) struct Found {
    pub(super) spellings: Vec<String>,
    pub(super) second: Option<String>,
    pub(super) start: usize,
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，'))
}

/// A text without the words for further people at its end, and whether it had some.
fn without_others(text: &str) -> (&str, bool) {
    let found = OTHERS.iter().find_map(|others| {
        let rest = text.strip_suffix(others)?;
        // A word of its own, unless it is written without spaces.
        let alone = is_cjk(others) || !rest.ends_with(char::is_alphanumeric);
        (alone && !rest.is_empty()).then_some(rest)
    });
    found.map_or((text, false), |rest| (trimmed(rest), true))
}

/// One name, read from its end.
struct Name {
    /// Particles and surname.
    full: String,
    surname: String,
    /// With all that may be given names or the rest of the name of a body.
    whole: String,
    start: usize,
}

/// Names written with spaces, read from the last to the first.
fn words(text: &str, others: bool, comma: bool, manner: Manner) -> Option<Found> {
    let mut names: Vec<Name> = Vec::new();
    let mut joined = false;
    let mut rest = text;
    while names.len() < MOST {
        let Some(name) = name(rest, manner) else {
            break;
        };
        rest = text.get(..name.start)?.trim_end();
        names.push(name);
        if let Some(before) = joiner(rest) {
            joined = true;
            rest = trimmed(before);
        } else if let Some(before) = rest.strip_suffix(',')
            && (manner == Manner::Bracket || joined || others && names.len() > 1)
        {
            rest = before.trim_end();
        } else {
            break;
        }
    }
    let first = names.last()?;
    let alone = names.len() == 1 && !others;
    if manner == Manner::Bare && !others && !(comma && joined && names.len() > 1)
        || alone && !comma && month(&first.surname).is_some()
    {
        return None;
    }
    let lead = text.get(..first.start)?.trim();
    if manner == Manner::Bracket && !may_lead(lead) {
        return None;
    }
    let mut spellings = vec![key(&first.full)];
    for other in [&first.surname, &first.whole] {
        let other = key(other);
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
    let second = match names.as_slice() {
        [second, _] => Some(key(&second.full)),
        _ => None,
    };
    let start = first.start;
    (!spellings.iter().any(String::is_empty)).then_some(Found {
        spellings,
        second,
        start,
    })
}

/// Whether what stands in a bracket before the names leads up to them: `see also`, `e.g.,`.
fn may_lead(lead: &str) -> bool {
    let last = lead
        .trim_end_matches([',', ':', '.'])
        .split_whitespace()
        .next_back();
    last.is_none_or(|word| !word.starts_with(char::is_uppercase) || no_name(word))
}

fn no_name(word: &str) -> bool {
    NO_NAMES.contains(&&*word.to_lowercase())
}

/// What stands before a word for `and` at the end of a text.
fn joiner(text: &str) -> Option<&str> {
    if let Some(before) = text.strip_suffix(['&', '＆']) {
        return Some(before);
    }
    let (start, word) = last_word(text)?;
    let before = text.get(..start)?;
    (JOINERS.contains(&word) && before.ends_with(char::is_whitespace)).then_some(before)
}

/// The word at the end of a text and where it begins.
fn last_word(text: &str) -> Option<(usize, &str)> {
    let of_word = |c: char| {
        c.is_alphabetic() || matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '\u{300}'..='\u{36f}')
    };
    let start = text.trim_end_matches(of_word).len();
    let word = text.get(start..).filter(|word| !word.is_empty())?;
    Some((start, word))
}

/// The name at the end of a text.
fn name(text: &str, manner: Manner) -> Option<Name> {
    let mut end = text.len();
    // `Smith, J. B.`: initials behind the surname.
    while let Some(start) = initials(text.get(..end)?) {
        end = trimmed(text.get(..start)?).len();
    }
    let (start, surname) = last_word(text.get(..end)?)?;
    let letters = surname.chars().filter(|c| c.is_alphabetic()).count();
    let capital = surname
        .split(['-', '\'', '’'])
        .any(|part| part.starts_with(char::is_uppercase));
    if letters < 2 || !capital || no_name(surname) {
        return None;
    }
    let mut found = Name {
        full: surname.to_owned(),
        surname: surname.to_owned(),
        whole: surname.to_owned(),
        start,
    };
    let mut given = 0;
    while let Some((start, word)) = before(text, found.start) {
        let bare = given == 0;
        if bare && PARTICLES.contains(&&*word.to_lowercase()) && !word.contains('.') {
            found.full.insert_str(0, word);
            found.whole.insert_str(0, word);
        } else if word.ends_with('.') {
            given += 1;
        } else if manner == Manner::Bracket
            && given < 3
            && word.starts_with(char::is_uppercase)
            && !no_name(word)
        {
            found.whole.insert_str(0, word);
            given += 1;
        } else {
            break;
        }
        found.start = start;
    }
    Some(found)
}

/// The word or initial before byte `at`, with only white space between.
fn before(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text.get(..at)?;
    let head = rest.trim_end();
    if let Some(start) = initials(head).filter(|_| head.ends_with('.')) {
        return Some((start, head.get(start..)?));
    }
    (head.len() < rest.len()).then(|| last_word(head)).flatten()
}

/// Where initials at the end of a text begin: `J.`, `J.-P.`, `JB`.
fn initials(text: &str) -> Option<usize> {
    let head = text.strip_suffix('.').unwrap_or(text);
    let (start, word) = last_word(head)?;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let high = word.chars().all(|c| c.is_uppercase() || c == '-');
    let most = if head.len() < text.len() { 1 } else { 2 };
    let parted = text
        .get(..start)?
        .ends_with(|c: char| c.is_whitespace() || matches!(c, '.' | ','));
    (high && parted && (1..=most).contains(&letters)).then_some(start)
}
