//! The people of a record: surname and given names from whatever form they stand in.

use super::glue::glue;
use super::initials::is_initials;
use super::printed::{add_unsplit, split};
use super::{fold_into, plain_name, written};
use crate::model::{Field, Name, Record, Value};
use crate::text::html;
use std::borrow::Cow;

/// One person, folded: surname without spaces, given names or initials with spaces between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'a> {
    /// The surname as far as the form tells it.
    pub surname: &'a str,
    /// Given names or initials.
    pub given: &'a str,
}

/// People stored of a list; lists are compared by the share of the shorter one.
const STORED: usize = 12;
/// People read of a list.
pub(super) const READ: usize = 500;
/// Longest folded name part stored.
pub(super) const PART_BYTES: usize = 30;
pub(super) const BETWEEN_PARTS: char = '\u{1}';
pub(super) const AFTER_PERSON: char = '\u{2}';

/// People on their way to their stored form.
pub(super) struct People<'o> {
    /// Where they are stored.
    out: &'o mut String,
    /// How many there are, those beyond the stored ones included.
    pub(super) count: usize,
    /// A part folded, and letters of it apart: used again for each person.
    folded: String,
    apart: String,
}

/// Appends the stored form of the authors of a record to `out`, of its editors where it has no
/// authors, and says how many there are.
pub(super) fn read(record: &Record, out: &mut String) -> usize {
    let mut people = People::new(out);
    for field in [Field::Author, Field::Editor, Field::BookAuthor] {
        match record.get(field) {
            Some(Value::Names(names)) => {
                for name in names.list.iter().take(READ) {
                    add_name(name, &mut people);
                }
            }
            Some(other) => split(&written::text(other), false, &mut people),
            None => {}
        }
        if people.count > 0 {
            break;
        }
    }
    people.count
}

/// The people of a stored form.
pub(super) fn unpack(packed: &str) -> impl Iterator<Item = Person<'_>> + Clone {
    let mut rest = packed;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        // So short that a search for the marks costs more than a walk.
        let mark = |byte: u8| byte <= AFTER_PERSON as u8;
        let length = rest.bytes().position(mark).unwrap_or(rest.len());
        let (surname, behind) = rest.split_at(length);
        let (given, more) = match behind.strip_prefix(BETWEEN_PARTS) {
            Some(behind) => {
                let length = behind.bytes().position(mark).unwrap_or(behind.len());
                behind.split_at(length)
            }
            None => ("", behind),
        };
        rest = more.get(1..).unwrap_or("");
        Some(Person { surname, given })
    })
}

fn add_name(name: &Name, people: &mut People) {
    if !add_plain(name, people) {
        add_any(name, people);
    }
}

/// [`add_name`] of any name.
fn add_any(name: &Name, people: &mut People) {
    // Nothing of what follows is in a name of letters and hyphens whose capitals begin words.
    if !name.literal && !name.given.is_empty() && is_single(&name.family, &name.given) {
        add(&name.particle, &name.family, &name.given, people);
        return;
    }
    let decoded;
    let name = if name.family.contains('&') || name.given.contains('&') {
        let decode = |text: &str| html::decode_entities(text).into();
        decoded = Name {
            family: decode(&name.family),
            given: decode(&name.given),
            ..name.clone()
        };
        &decoded
    } else if let Some(family) = written::without_debris(&name.family) {
        decoded = Name {
            family: family.into(),
            ..name.clone()
        };
        &decoded
    } else {
        name
    };
    // Several people in one name: glued, or a whole list that was taken for one. Where the marks
    // stand tells which part was printed first.
    let (family, given) = (&name.family, &name.given);
    if name.literal || given.is_empty() {
        split(family, false, people);
        return;
    }
    let particle = if name.particle.is_empty() {
        String::new()
    } else {
        format!("{} ", name.particle)
    };
    if !glue(family, true).is_empty() {
        split(&format!("{particle}{family} {given}"), true, people);
    } else if given
        .split_once(" and ")
        .is_some_and(|(first, _)| is_initials(first))
    {
        // `Freund, Y. and Schapire, R.` read up to its first comma.
        split(&format!("{particle}{family}, {given}"), false, people);
    } else if let Some((one, other)) = two_in_one(family, given) {
        // `Freund Y., Schapire R. E.`: each with initials of its own behind it.
        for name in [&format!("{particle}{one}"), other] {
            add_unsplit(
                name.trim_end_matches(|c: char| c != '.' && !c.is_alphanumeric()),
                people,
            );
        }
    } else if looks_many(given) || is_initials(family) {
        split(&format!("{given} {particle}{family}"), false, people);
    } else if looks_many(family) {
        split(&format!("{particle}{family}, {given}"), false, people);
    } else {
        add(&name.particle, family, given, people);
    }
}

/// Adds a name that a single look can read, and says whether it was one.
fn add_plain(name: &Name, people: &mut People) -> bool {
    !name.literal && add_parts(&name.particle, &name.family, &name.given, people)
}

/// [`add_plain`] of the parts of a name.
pub(super) fn add_parts(particle: &str, family: &str, given: &str, people: &mut People) -> bool {
    // A name of one part may be a whole list, or have its given names before the surname.
    if given.is_empty() {
        return false;
    }
    let mut room = plain_name::Room::new();
    let Some(stored) = plain_name::stored(particle, family, given, &mut room) else {
        return false;
    };
    if !stored.word.is_some_and(is_nobody) {
        people.count += 1;
        if people.count <= STORED {
            people.out.push_str(stored.text);
        }
    }
    true
}

/// The two people of a name whose surname and given name both are a word with initials behind it.
fn two_in_one<'a>(family: &'a str, given: &'a str) -> Option<(&'a str, &'a str)> {
    let with_initials = |text: &str| {
        let text = text.trim_end_matches([':', ',', ' ']);
        text.split_once(' ').is_some_and(|(first, rest)| {
            first.chars().count() >= 4 && rest.contains('.') && is_initials(rest)
        })
    };
    (with_initials(family) && with_initials(given)).then_some((family, given))
}

/// Whether a name is for certain that of one person, its surname where it should be.
fn is_single(family: &str, given: &str) -> bool {
    // A surname of more letters than initials have, no capital within a word.
    let plain = |text: &str| {
        let mut small = false;
        text.chars().all(|c| {
            let inner = small && c.is_uppercase();
            small = c.is_lowercase();
            !inner && (c.is_alphabetic() || matches!(c, '-' | '\''))
        })
    };
    let long = |text: &str| {
        text.split(['-', '\''])
            .any(|part| part.len() > 3 && (part.is_ascii() || part.chars().count() > 3))
    };
    let initial = |word: &str| matches!(word.as_bytes(), [b'A'..=b'Z'] | [b'A'..=b'Z', b'.']);
    plain(family)
        && long(family)
        && given
            .split(' ')
            .all(|word| initial(word) || plain(word) && word != "and")
}

/// Whether a text holds the marks of more than one person.
fn looks_many(text: &str) -> bool {
    text.contains([';', '&', '\n'])
        || text.contains(" and ")
        || text.matches(',').count() > 2
        || !glue(text, false).is_empty()
}

/// Whether folded words stand where a person should.
fn is_nobody(surname: &str) -> bool {
    matches!(
        surname,
        "unknown"
            | "anonymous"
            | "anon"
            | "anonym"
            | "et al"
            | "others"
            | "et"
            | "al"
            | "no authors listed"
            | "none"
            | "n a"
            | "null"
            | "jr"
            | "sr"
            | "eds"
            | "ed"
            | "editors"
            | "editor"
            | "等"
            | "и др"
            | "nan"
            | "et alii"
            // The disk that papers of a society were copied from, taken for their author.
            | "anthology"
    )
}

/// Adds one person: the particle before the surname, the surname, and what else they are called.
pub(super) fn add(particle: &str, surname: &str, given: &str, people: &mut People) {
    let People { folded, apart, .. } = people;
    folded.clear();
    if !particle.is_empty() {
        fold_into(particle, folded);
        folded.push(' ');
    }
    fold_into(surname, folded);
    let whole = folded.trim_ascii();
    let surname = whole.strip_suffix(" et al").unwrap_or(whole);
    if surname.is_empty() || is_nobody(surname) {
        return;
    }
    people.count += 1;
    if people.count > STORED {
        return;
    }
    let surname = if surname.contains(' ') {
        apart.clear();
        apart.extend(surname.split(' '));
        apart.as_str()
    } else {
        surname
    };
    let surname = undamaged(surname, false);
    let latin = surname.is_ascii();
    store(people.out, &surname, BETWEEN_PARTS);
    drop(surname);
    folded.clear();
    fold_into(given, folded);
    if is_initials(given) {
        // Letter by letter, so that `JR` and `J. R.` are alike.
        apart.clear();
        for c in folded.chars().filter(|c| *c != ' ') {
            if !apart.is_empty() {
                apart.push(' ');
            }
            apart.push(c);
        }
        std::mem::swap(apart, folded);
    }
    store(people.out, &undamaged(folded, latin), AFTER_PERSON);
}

fn store(out: &mut String, part: &str, mark: char) {
    out.push_str(super::cut(part, PART_BYTES));
    out.push(mark);
}

/// `name` with each Cyrillic letter among Latin ones, or anywhere if the name is known to be
/// `latin`, as `?`: it is what a wrong code page made of a letter with an accent (`bіhm`).
fn undamaged(name: &str, latin: bool) -> Cow<'_, str> {
    if name.is_ascii() {
        return name.into();
    }
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4FF}');
    let count = name.chars().filter(|c| cyrillic(*c)).count();
    let letters = name.chars().filter(char::is_ascii_lowercase).count();
    if count == 0 || !latin && letters < 2 * count {
        return name.into();
    }
    let marked = |c| if cyrillic(c) { '?' } else { c };
    Cow::Owned(name.chars().map(marked).collect())
}

impl<'o> People<'o> {
    fn new(out: &'o mut String) -> Self {
        Self {
            out,
            count: 0,
            folded: String::new(),
            apart: String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
