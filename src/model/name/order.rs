//! Whether a list of whole names puts the family name first: `Panke Diana, Petersohn Ulrich`.

use super::token::is_initials;
use super::words::{is_capital_particle, is_eastern_family, is_given_name, is_particle};
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
    let mut whole = 0;
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
        whole += usize::from(full > 1);
        votes += match (is_given_name(first), is_given_name(second)) {
            (true, false) => -1,
            (false, true) => 1,
            _ if is_eastern_family(first) != is_eastern_family(last)
                && full > 1
                && !is_initials(last) =>
            {
                if is_eastern_family(first) {
                    1
                } else {
                    -1
                }
            }
            // `Solberg Erling John`
            _ => {
                i32::from(full > 1 && (is_initials(last) || words.len() > 2 && is_given_name(last)))
            }
        };
    }
    // Among names with initials only, two words before them are a double family name.
    votes > 0 && whole * 3 >= pieces.len()
}

/// A name whose first word, particles before it included, is the family name.
pub(super) fn turn(piece: &str) -> Name {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let is_front = |word: &&&str| is_particle(word) || is_capital_particle(word);
    let front = words
        .iter()
        .take_while(is_front)
        .count()
        .min(words.len().saturating_sub(2))
        + 1;
    match words.split_at_checked(front) {
        // Initials alone behind the family name show its end better: `Garcia Lopez C.`
        Some((family, given)) if given.first().is_some_and(|word| !is_initials(word)) => {
            Name::parse(&format!("{}, {}", family.join(" "), given.join(" ")))
        }
        _ => Name::parse(piece),
    }
}
