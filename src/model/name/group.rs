//! The pieces of a comma list put together to names.

use super::Name;
use super::parse::is_east_asian;
use super::token::is_initials;
use super::words::{is_capital_particle, is_degree, is_given_name, is_particle, is_suffix};

/// A piece between commas.
pub(super) struct Piece<'a> {
    /// The words.
    pub(super) text: &'a str,
    /// Whether a join word or the end of the list stands behind it.
    pub(super) closes: bool,
}

/// Puts pieces together to names: `Family` and the `Given` behind it, suffixes to what they follow.
pub(super) fn group(pieces: &[Piece<'_>], list: &mut Vec<Name>) {
    let pairs = reads_as_pairs(pieces);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let opens = at == 0 || pieces.get(at - 1).is_some_and(|before| before.closes);
        let next = pieces.get(at + 1).filter(|_| !piece.closes);
        at += 1;
        let mut whole = piece.text.to_owned();
        let mut closed = piece.closes;
        if let Some(next) = next
            && takes_given(
                piece.text,
                next,
                pieces.get(at + 1).filter(|_| opens),
                pairs,
                opens,
                pieces.len(),
            )
        {
            whole = format!("{whole}, {}", next.text);
            closed = next.closes;
            at += 1;
        }
        // Suffixes and degrees follow the name, also behind a join's comma.
        while let Some(suffix) = pieces
            .get(at)
            .filter(|p| !closed && (is_suffix(p.text) || is_degree(p.text) && !is_initials(p.text)))
        {
            whole = format!("{whole}, {}", suffix.text);
            closed = suffix.closes;
            at += 1;
            // `Smith, Jr., John`
            let family_alone = whole.matches(',').count() == 1 && !piece.text.contains(' ');
            if let Some(given) = pieces
                .get(at)
                .filter(|p| family_alone && !closed && all_initials(p.text))
            {
                whole = format!("{whole}, {}", given.text);
                closed = given.closes;
                at += 1;
            }
        }
        let name = Name::parse(&whole);
        if name != Name::default() {
            list.push(name);
        }
    }
}

/// Whether `next` is the given name of the family name `text`.
fn takes_given(
    text: &str,
    next: &Piece<'_>,
    after: Option<&Piece<'_>>,
    pairs: bool,
    opens: bool,
    count: usize,
) -> bool {
    if is_suffix(next.text) || text.chars().any(is_east_asian) {
        // `王, 小明`
        return count == 2
            && text.chars().count() == 1
            && next.text.chars().count() <= 2
            && next.text.chars().all(is_east_asian);
    }
    if has_initials(text) {
        return false;
    }
    if all_initials(next.text) || pairs {
        return true;
    }
    let single = is_single_family(text);
    if opens && next.closes && single {
        return true;
    }
    if next.closes && count == 2 || single && is_given(next.text) {
        return single
            || !next.text.contains(' ') && !is_given_name(text.split(' ').next().unwrap_or(text));
    }
    // `Schwartz, Robert, Ian Gregory`: only the first is turned round.
    let turned = after.is_some_and(|after| after.text.contains(' ') && !all_initials(after.text));
    single && turned && !next.text.contains(' ')
}

/// Whether all pieces alternate between family and given names.
fn reads_as_pairs(pieces: &[Piece<'_>]) -> bool {
    if pieces.len() < 2 || !pieces.len().is_multiple_of(2) {
        return false;
    }
    let mut sure = 0;
    for pair in pieces.chunks_exact(2) {
        let [family, given] = pair else { return false };
        if family.closes || has_initials(family.text) || family.text.split(' ').count() > 3 {
            return false;
        }
        let given_like =
            given.text.split(' ').count() <= 4 && !given.text.chars().any(is_east_asian);
        if !given_like {
            return false;
        }
        if is_given(given.text)
            && !(family.text.contains(' ')
                && is_given_name(family.text.split(' ').next().unwrap_or_default()))
        {
            sure += 1;
        }
    }
    sure * 4 >= pieces.len()
}

/// Whether `text` is initials and no more, particles and a suffix behind them allowed.
fn all_initials(text: &str) -> bool {
    let small = |token: &str| {
        token.chars().count() == 1
            || token.contains('.')
                && token
                    .split('.')
                    .all(|p| p.trim_start_matches('-').chars().count() <= 1)
    };
    let mut tokens = text.split_whitespace();
    tokens
        .next()
        .is_some_and(|first| is_initials(first) || small(first))
        && tokens.all(|token| {
            is_initials(token) || small(token) || is_particle(token) || is_suffix(token)
        })
}

/// Whether a family name and initials stand in `text` together.
fn has_initials(text: &str) -> bool {
    let mut tokens = text.split_whitespace();
    let Some(first) = tokens.next() else {
        return false;
    };
    let lower = !text.contains(char::is_uppercase);
    let initial = |token: &str| {
        is_initials(token) && !(is_suffix(token) && token.len() > 1)
            || lower
                && (token.chars().count() == 1
                    || token.ends_with('.') && token.chars().count() <= 8)
    };
    let rest: Vec<&str> = tokens.collect();
    if rest.is_empty() {
        // `J.K.Smith`
        return first
            .split_once('.')
            .is_some_and(|(front, tail)| is_initials(front) && tail.chars().count() > 3);
    }
    let capitals = !text.contains(char::is_lowercase);
    let short = |token: &str| !capitals || token.contains('.') || token.chars().count() <= 2;
    initial(first) && short(first) || rest.iter().any(|token| initial(token) && short(token))
}

/// Whether `text` is a family name alone: one word, or particles before one.
fn is_single_family(text: &str) -> bool {
    let mut tokens: Vec<&str> = text.split_whitespace().collect();
    if tokens.len() > 1 && tokens.last().is_some_and(|last| is_suffix(last)) {
        tokens.pop();
    }
    let last = tokens.pop();
    last.is_some()
        && tokens
            .iter()
            .all(|token| is_particle(token) || is_capital_particle(token))
}

/// Whether `text` looks like given names: a common one, or a word with initials behind.
fn is_given(text: &str) -> bool {
    let mut tokens = text.split_whitespace();
    let Some(first) = tokens.next() else {
        return false;
    };
    let rest: Vec<&str> = tokens.collect();
    is_initials(first) && rest.iter().all(|t| is_initials(t))
        || is_given_name(first) && rest.iter().all(|t| is_initials(t) || is_given_name(t))
        || !rest.is_empty()
            && rest.len() < 3
            && rest
                .iter()
                .all(|t| is_initials(t) && t.chars().filter(|c| c.is_alphabetic()).count() == 1)
}
