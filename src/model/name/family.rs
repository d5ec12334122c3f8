//! Which tokens of a name without comma are the family name.

use super::capitals::{capital_family, capitals};
use super::devotion::devotion;
use super::token::{is_capitals, is_initials};
use super::words::{
    is_capital_particle, is_eastern_order, is_given_name, is_kin, is_particle, is_patronymic,
    is_slavic_family,
};
use crate::text::script::{self, Script};

/// Where among the tokens the family name with its particles stands, and whether it stands last.
/// There are two tokens at least.
pub(super) fn family_range(tokens: &[&str]) -> (std::ops::Range<usize>, bool) {
    let count = tokens.len();
    let first = |n: usize| (0..n, false);
    // Most names hold neither initials nor capitals throughout.
    let plain = tokens.iter().all(|token| is_plain(token));
    let leading = if plain { 0 } else { leading_initials(tokens) };
    if !plain && let Some(found) = by_capitals(tokens, leading) {
        return found;
    }
    // `van Gogh Vincent`: nothing else begins with a small particle.
    let front = particles(tokens);
    if front > 0 {
        return first(front + 1);
    }
    if count == 3 && tokens.last().is_some_and(|last| is_patronymic(last)) && leading == 0 {
        return first(1);
    }
    if let [one, two] = tokens
        && one
            .chars()
            .next()
            .is_some_and(|c| script::of(c) == Some(Script::Cyrillic))
        && !is_given_name(one)
        && is_slavic_family(one)
        && (is_given_name(two) || !is_slavic_family(two))
    {
        return first(1);
    }
    if let [one, two] = tokens
        && is_eastern_order(one, two)
    {
        return first(1);
    }
    (natural(tokens)..count, true)
}

/// Whether `token` is a capital and small letters, none of them beyond ASCII.
fn is_plain(token: &str) -> bool {
    match token.as_bytes() {
        [first, rest @ ..] => {
            first.is_ascii_uppercase()
                && !rest.is_empty()
                && rest.iter().all(u8::is_ascii_lowercase)
        }
        [] => false,
    }
}

/// How many tokens at the front are initials.
fn leading_initials(tokens: &[&str]) -> usize {
    let initial = |token: &&&str| is_initials(token) || is_small_initial(token, tokens);
    tokens.iter().take_while(initial).count()
}

/// The family name as initials and capitals tell it.
fn by_capitals(tokens: &[&str], leading: usize) -> Option<(std::ops::Range<usize>, bool)> {
    let count = tokens.len();
    let capitals_only = tokens
        .iter()
        .all(|token| is_initials(token) || is_capitals(token));
    if leading == count || capitals_only {
        return Some(capitals(tokens));
    }
    // `ZHANG Wei`, `Wei ZHANG`: the family name in capitals.
    if let Some(found) = capital_family(tokens) {
        return Some(found);
    }
    let initial = |token: &&&str| is_initials(token) || is_small_initial(token, tokens);
    let trailing = tokens.iter().rev().take_while(initial).count();
    (trailing > 0 && leading == 0).then_some((0..count - trailing, false))
}

/// Where the family name begins in a name that ends with it.
pub(super) fn natural(tokens: &[&str]) -> usize {
    let count = tokens.len();
    let devotion = devotion(tokens);
    let given = devotion.as_ref().map_or(1, |devotion| devotion.words);
    // `Jan van der Berg`, `Miguel de Cervantes Saavedra`.
    for at in given..count.saturating_sub(1) {
        let Some(token) = tokens.get(at) else { break };
        // `José Ortega y Gasset`.
        if at > 1 && matches!(*token, "y" | "e" | "i" | "z") {
            return at - 1;
        }
        if is_particle(token) {
            // `Jochen Van den Bercken`
            let before = tokens.get(at - 1).filter(|_| at > 1);
            let capital =
                before.is_some_and(|t| is_capital_particle(t) && !is_initials_with_stop(t));
            return if capital { at - 1 } else { at };
        }
    }
    if devotion.is_some_and(|devotion| devotion.is_spanish && count == devotion.words + 2) {
        return given;
    }
    // `João Paulo Viana Júnior`
    let kin = count > given + 1 && tokens.last().is_some_and(|last| is_kin(last));
    // `Vincent Van Gogh`, `Maria De La Cruz`.
    let mut start = count - 1 - usize::from(kin);
    while start > given
        && tokens
            .get(start - 1)
            .is_some_and(|t| is_capital_particle(t) && !is_initials_with_stop(t))
    {
        start -= 1;
    }
    start
}

fn is_initials_with_stop(token: &str) -> bool {
    token.ends_with('.') && is_initials(token) && !token.starts_with("St")
}

/// In a name all in small letters, `m` and `r.e.` are initials.
fn is_small_initial(token: &str, tokens: &[&str]) -> bool {
    let short = token.len() <= 8 && (token.chars().count() == 1 || token.contains('.'));
    short
        && !tokens.iter().any(|t| t.contains(char::is_uppercase))
        && token
            .split(['.', '-'])
            .all(|part| part.chars().count() <= 1)
}

/// How many tokens at the front are particles; never all.
pub(super) fn particles(tokens: &[&str]) -> usize {
    let count_from = |at: usize| {
        let rest = tokens.iter().skip(at);
        rest.take_while(|token| is_particle(token)).count()
    };
    let mut front = count_from(0);
    // `von und zu Aufseß`
    if front > 0 && is_pair_of_particles(tokens, front) {
        front += 1 + count_from(front + 1);
    }
    front.min(tokens.len().saturating_sub(1))
}

/// Whether the word at `at` joins two particles, as in `von und zu`.
pub(super) fn is_pair_of_particles(tokens: &[&str], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).copied().unwrap_or_default();
    at > 0
        && matches!(word(at), "und" | "u.")
        && word(at - 1) == "von"
        && matches!(word(at + 1), "zu" | "zum" | "zur")
}
