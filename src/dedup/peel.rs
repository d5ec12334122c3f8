//! [`peel`]: what stands before and behind one of two titles and belongs to its people, its date
//! or its container.
//!
//! A citation cut at the wrong comma leaves names before the title (`Alon Levy. A scalable
//! algorithm …`) and the container behind it (`… VLDB 98`). One title alone cannot tell; the other
//! tells where the title begins and ends.

use super::comparisons::authors::same_surname;
use super::features::Features;

/// Words looked at before a title.
const BEFORE: usize = 16;

/// Two titles without what is not their own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peeled<'a> {
    pub(super) a: &'a str,
    pub(super) b: &'a str,
    /// Whether names were found before one of them.
    pub(super) names: bool,
}

/// The titles of two records, each without what the other shows not to be of the title.
pub(super) fn peel<'a>(a: &'a Features, b: &'a Features) -> Peeled<'a> {
    let (title_a, title_b) = (a.title(), b.title());
    let mut peeled = Peeled {
        a: title_a,
        b: title_b,
        names: false,
    };
    if a.title_hash == b.title_hash || title_a.is_empty() || title_b.is_empty() {
        return peeled;
    }
    if let Some((rest, names)) = front(title_a, title_b, a, b) {
        (peeled.a, peeled.names) = (rest, names);
    } else if let Some((rest, names)) = front(title_b, title_a, b, a) {
        (peeled.b, peeled.names) = (rest, names);
    }
    if let Some(rest) = back(peeled.a, peeled.b, a, b) {
        peeled.a = rest;
    } else if let Some(rest) = back(peeled.b, peeled.a, a, b) {
        peeled.b = rest;
    }
    peeled
}

/// `title` from where `other` begins in it, if nothing but names and years stands before; and
/// whether names do.
fn front<'a>(
    title: &'a str,
    other: &str,
    own: &Features,
    others: &Features,
) -> Option<(&'a str, bool)> {
    let mut wanted = other.split(' ');
    let first = wanted.next()?;
    let second = wanted.next().unwrap_or("");
    if starts_with_words(title, first, second) {
        return None;
    }
    // The other title must begin somewhere behind.
    let starts = memchr::memchr_iter(b' ', title.as_bytes()).take(BEFORE);
    let begins = |at| {
        title
            .get(at + 1..)
            .is_some_and(|rest| starts_with_words(rest, first, second))
    };
    if !starts.into_iter().any(begins) {
        return None;
    }
    let mut at = 0;
    let mut surnames = 0;
    let mut years = 0;
    for word in title.split(' ').take(BEFORE) {
        let rest = title.get(at..)?;
        // The letters of the first two words, however they are spaced.
        if at > 0 && starts_with_words(rest, first, second) {
            let dated = years > 0 && at <= 16;
            return (surnames > 0 || dated).then_some((rest, surnames > 0));
        }
        if is_year(word) || is_month(word) {
            years += 1;
        } else if is_surname(word, own) || is_surname(word, others) {
            surnames += 1;
        } else if word.len() > 3 && !is_between(word) && !is_given(word, own, others) {
            return None;
        }
        at += word.len() + 1;
    }
    None
}

/// Whether `text` begins with two words, with or without a space between or behind.
fn starts_with_words(text: &str, first: &str, second: &str) -> bool {
    // Most words begin with another letter.
    text.as_bytes().first() == first.as_bytes().first()
        && text.strip_prefix(first).is_some_and(|rest| {
            let rest = rest.trim_start_matches(' ');
            rest.starts_with(second) || rest.len() >= 4 && second.starts_with(rest)
        })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_number(word)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "dec"
            | "nov"
            | "oct"
            | "sep"
            | "sept"
            | "aug"
            | "jul"
            | "jun"
            | "apr"
            | "mar"
            | "feb"
            | "jan"
    )
}

fn is_between(word: &str) -> bool {
    matches!(
        word,
        "and" | "und" | "with" | "et" | "al" | "eds" | "editors"
    )
}

/// Whether a word, perhaps glued to an "and" or to initials, is a surname of a record.
fn is_surname(word: &str, one: &Features) -> bool {
    word.len() >= 2
        && one.people().any(|person| {
            person.surname == word || word.len() >= 4 && same_surname(person.surname, word)
        })
}

/// Whether a word may be a given name of a person in either record.
fn is_given(word: &str, own: &Features, others: &Features) -> bool {
    own.people().chain(others.people()).any(|person| {
        person
            .given
            .split(' ')
            .any(|given| given == word || given.len() == 1 && word.starts_with(given))
    })
}

/// Words that begin what stands behind a title: a container and its place.
const CONTAINERS: &[&str] = &[
    "proceedings",
    "proc",
    "conference",
    "conf",
    "symposium",
    "workshop",
    "journal",
    "transactions",
    "trans",
    "tans",
    "record",
    "acm",
    "ieee",
    "lncs",
    "pp",
    "vol",
    "volume",
    "pages",
    "international",
    "int",
    "annual",
];

/// Words that may follow them.
const BEHIND: &[&str] = &[
    "in", "of", "the", "on", "a", "and", "no", "th", "st", "nd", "rd", "ed", "eds", "to", "appear",
];

/// `title` up to where `other` ends in it, if what follows is of a container.
fn back<'a>(title: &'a str, other: &str, a: &Features, b: &Features) -> Option<&'a str> {
    if other.len() < 12 || title.len() <= other.len() + 1 || !title.starts_with(other) {
        return None;
    }
    let tail = title.get(other.len()..)?.strip_prefix(' ')?;
    let in_container =
        |word: &str| word.len() >= 4 && [a, b].iter().any(|one| has_word(one.container(), word));
    // `… in Saitta, L. (ed.)`
    if tail.starts_with("in ") && tail.split(' ').count() <= 8 && is_edited(tail) {
        return title.get(..other.len());
    }
    let mut named = false;
    for (at, word) in tail.split(' ').enumerate() {
        let of_container = CONTAINERS.contains(&word) || in_container(word);
        let after = is_number(word) || BEHIND.contains(&word);
        let begins = of_container || matches!(word, "in" | "a");
        if at == 0 && !begins || !of_container && !after {
            return None;
        }
        named |= of_container;
    }
    named.then(|| title.get(..other.len()).unwrap_or(title))
}

fn is_edited(tail: &str) -> bool {
    let last = tail.rsplit(' ').next();
    matches!(last, Some("ed" | "eds" | "editor" | "editors"))
}

fn has_word(text: &str, wanted: &str) -> bool {
    text.split(' ').any(|word| word == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn features(title: &str, author: &str, container: &str) -> Features {
        let mut record = Record::default();
        record.put(Field::Title, title);
        record.put(Field::Author, author);
        record.put(Field::JournalTitle, container);
        Features::of(&record)
    }

    #[test]
    fn names_and_years_before_a_title_go() {
        let whole = features(
            "A scalable algorithm for queries",
            "Pottinger, R.; Levy, A.",
            "",
        );
        for front in ["Alon Levy", "and A. Levy. 1996.", "(2000)."] {
            let cut = features(
                &format!("{front} A scalable algorithm for queries"),
                "Pottinger, R.",
                "",
            );
            assert_eq!(peel(&cut, &whole).a, whole.title(), "{front}");
            assert_eq!(peel(&whole, &cut).b, whole.title(), "{front}");
        }
        let other = features("Reply to a scalable algorithm for queries", "Levy, A.", "");
        assert_eq!(peel(&other, &whole).a, other.title());
    }

    #[test]
    fn a_container_behind_a_title_goes() {
        let whole = features("Reliable memory in databases", "Ng, W.", "VLDB");
        let cut = features("Reliable memory in databases. VLDB 97", "Ng, W.", "");
        assert_eq!(peel(&cut, &whole).a, whole.title());
        for tail in ["97", "Part II", "a survey"] {
            let other = features(
                &format!("Reliable memory in databases {tail}"),
                "Ng, W.",
                "",
            );
            assert_eq!(peel(&other, &whole).a, other.title(), "{tail}");
        }
    }
}
