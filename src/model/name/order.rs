//! Whether a list of whole names puts the family name first: `Panke Diana, Petersohn Ulrich`.

use super::token::is_initials;
use super::words::{is_given_name, is_particle};
use super::{Name, parse};

/// Whether the names of a list without inner commas all put the family name first. One given name
/// in front, or a piece that is no such name, decides against it; two names must speak for it.
pub(super) fn family_first<'a>(pieces: impl Iterator<Item = &'a str>) -> bool {
    let mut votes = 0;
    for piece in pieces {
        let words: Vec<&str> = piece.split_whitespace().take(5).collect();
        let [first, second, ..] = words.as_slice() else {
            return false;
        };
        if words.len() > 4 || is_initials(first) || piece.chars().any(parse::is_east_asian) {
            return false;
        }
        match (is_given_name(first), is_given_name(second)) {
            (true, _) => return false,
            (false, true) => votes += 1,
            _ => {}
        }
    }
    votes > 1
}

/// The same of names that stand glued: there initials at an end or one given name in second place
/// speak for it.
pub(super) fn family_first_glued(pieces: &[&str]) -> bool {
    let mut votes = 0_i32;
    for piece in pieces {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let (Some(first), Some(second), Some(last)) = (words.first(), words.get(1), words.last())
        else {
            continue;
        };
        let full = words
            .iter()
            .filter(|word| !is_initials(word) && !is_particle(word))
            .count();
        votes += match (is_given_name(first), is_given_name(second)) {
            (true, false) => -1,
            (false, true) => 1,
            // `Solberg Erling John`
            _ => {
                i32::from(full > 1 && (is_initials(last) || words.len() > 2 && is_given_name(last)))
            }
        };
    }
    votes > 0
}

/// A name whose first word, particles before it included, is the family name.
pub(super) fn turn(piece: &str) -> Name {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let front = words.iter().take_while(|word| is_particle(word)).count() + 1;
    match words.split_at_checked(front) {
        // Initials alone behind the family name show its end better: `Van Der Kamp C.`
        Some((family, given))
            if given.iter().any(|word| !is_initials(word))
                && given.first().is_some_and(|word| !is_initials(word)) =>
        {
            let capital = family
                .iter()
                .all(|word| super::words::is_capital_particle(word))
                && given.len() > 1;
            if capital {
                Name::parse(piece)
            } else {
                Name::parse(&format!("{}, {}", family.join(" "), given.join(" ")))
            }
        }
        _ => Name::parse(piece),
    }
}
