//! People of a list as printed, glued or not.

use super::glue::glue;
use super::initials::{is_initials, part_initials};
use super::people::{People, READ, add, add_parts};
use super::unsplit;
use crate::text::ascii;

/// Splits a list of people as printed, glued or not; `spaced` as for [`glue`].
pub(super) fn split(text: &str, spaced: bool, people: &mut People) {
    let text = super::cut(text, 1 << 14);
    // Most texts have no separator, or none that is a word; `d ` is the end of one.
    let sign = |byte: u8, next: u8| {
        let word = u8::from(byte == b'd') & u8::from(next == b' ');
        u8::from(matches!(byte, b';' | b'&' | b'\n' | b'|')) | word << 1
    };
    let signs = ascii::signs(text.as_bytes(), sign);
    if signs == 0 {
        segment(text, spaced, people);
        return;
    }
    let words: &[&str] = if signs & 2 == 0 {
        &[]
    } else {
        &[" and ", " und "]
    };
    for part in text.split([';', '&', '\n', '|']) {
        between_words(part, words, &mut |part| {
            if people.count <= READ {
                segment(part, spaced, people);
            }
        });
    }
}

/// Calls `with` for what stands between any of some words.
fn between_words(text: &str, words: &[&str], with: &mut dyn FnMut(&str)) {
    match words {
        [] => with(text),
        [word, rest @ ..] => text
            .split(word)
            .for_each(|part| between_words(part, rest, with)),
    }
}

/// Reads what stands between two separators.
fn segment(text: &str, spaced: bool, people: &mut People) {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',');
    let text = text.strip_prefix("and ").unwrap_or(text);
    if spaced || !add_sorted(text, people) {
        pieces(text, spaced, people);
    }
}

/// Adds a name such as `Smith, John A.` that a single look can read, and says whether it was one.
pub(super) fn add_sorted(text: &str, people: &mut People) -> bool {
    text.split_once(", ").is_some_and(|(family, given)| {
        given.split(' ').nth(3).is_none() && add_parts("", family, given, people)
    })
}

/// Reads the names of a piece, glued or not.
pub(super) fn pieces(text: &str, spaced: bool, people: &mut People) {
    let mut from = 0;
    for at in glue(text, spaced).into_iter().chain([text.len()]) {
        if let Some(piece) = text.get(from..at) {
            commas(piece, people);
        }
        from = at;
    }
}

/// Reads the commas of a piece: `Surname, Given`, or a list of either form.
fn commas(text: &str, people: &mut People) {
    // The commas beyond ASCII begin with one of two bytes.
    if memchr::memchr3(b',', 0xe3, 0xef, text.as_bytes()).is_none() {
        let text = text.trim();
        if !text.is_empty() {
            add_unsplit(text, people);
        }
        return;
    }
    let parts: Vec<&str> = text
        .split([',', '，', '、'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let next = parts.get(at + 1);
        // A surname (one word, or with a particle) and what follows it are one person, unless
        // what follows is a full name itself.
        let takes_next = next.is_some_and(|next| {
            is_initials(next)
                || (parts.len() == 2
                    && next.split(' ').count() <= 3
                    && part.split(' ').count() <= 3
                    && !(part.contains(' ') && next.contains(' ')))
                || (parts.len() > 2
                    && parts.len().is_multiple_of(2)
                    && !part.contains(' ')
                    && !parts.iter().all(|part| part.contains(' ')))
        });
        if takes_next && !is_initials(part) {
            add("", part, next.copied().unwrap_or(""), people);
            at += 2;
        } else {
            add_unsplit(part, people);
            at += 1;
        }
    }
}

/// One name without comma: initials tell which end the surname is at, else it is last.
pub(super) fn add_unsplit(text: &str, people: &mut People) {
    if let Some((surname, given)) = unsplit::parts(text) {
        add("", surname, given, people);
        return;
    }
    add_parted(text, people);
}

/// [`add_unsplit`] of any name.
pub(super) fn add_parted(text: &str, people: &mut People) {
    let spaced: String;
    // `FeldmanG.M.`, `J.Smith`: the stop or the change of case parts the words.
    let text = if text.contains('.') {
        spaced = part_initials(text);
        spaced.as_str()
    } else {
        text
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let initials_at_end = words
        .iter()
        .rev()
        .take_while(|word| is_initials(word))
        .count();
    let initials_at_start = words.iter().take_while(|word| is_initials(word)).count();
    if initials_at_end > 0 && initials_at_end < words.len() {
        let (surname, given) = words.split_at(words.len() - initials_at_end);
        add("", &surname.join(" "), &given.join(" "), people);
    } else if initials_at_start > 0 && initials_at_start < words.len() {
        let (given, surname) = words.split_at(initials_at_start);
        add("", &surname.join(" "), &given.join(" "), people);
    } else if let Some((surname, given)) = words.split_last() {
        add("", surname, &given.join(" "), people);
    }
}
