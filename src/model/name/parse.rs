//! One printed name into its parts.

use super::family::{family_range, particles};
use super::token::{even, is_initials};
use super::words::{is_degree, is_particle, is_suffix};
use super::{Name, corporate, plain};
use crate::text::script::{self, Script};
use compact_str::CompactString;

/// No name is longer; what is, stays whole.
const LONGEST: usize = 600;

/// See [`Name::parse`].
pub(super) fn name(text: &str) -> Name {
    plain::name(text).unwrap_or_else(|| thorough(text))
}

/// The same with every form in mind.
pub(super) fn thorough(text: &str) -> Name {
    let solid =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'.');
    let text = if solid(text.as_bytes().first()) && solid(text.as_bytes().last()) {
        text
    } else {
        text.trim_matches(|c: char| c.is_whitespace() || ",;，；、".contains(c))
    };
    if text.len() > LONGEST {
        return Name::literal(text);
    }
    if let Some(whole) = text
        .strip_prefix('{')
        .and_then(|t| t.strip_suffix('}'))
        .filter(|t| !t.contains(['{', '}']))
    {
        return Name::literal(whole.trim());
    }
    let even = even(text);
    let text = without_full_stop(&even);
    let east_asian = text.chars().any(is_east_asian);
    if let Some(name) = bracketed(text, east_asian) {
        return name;
    }
    if east_asian {
        return east_asian_name(text);
    }
    single(text)
}

/// Drops the stop of a sentence; one that belongs to initials or to an abbreviation stays.
fn without_full_stop(text: &str) -> &str {
    let last = text.rsplit(' ').next().unwrap_or_default();
    match text.strip_suffix('.') {
        Some(front)
            if last.chars().filter(|c| c.is_lowercase()).count() > 2
                && !last.trim_end_matches('.').contains('.') =>
        {
            let abbreviated = is_suffix(last) || corporate::is_company(last);
            if abbreviated { text } else { front }
        }
        _ => text,
    }
}

/// Whether `c` is Han, kana or Hangul.
pub(super) fn is_east_asian(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            script::of(c),
            Some(Script::Han | Script::Kana | Script::Hangul)
        )
}

/// A name with a second form in brackets behind it: `陳怡君（Yi-Chun Chen）`, `Tse, S (Tse, Samson)`.
fn bracketed(text: &str, east_asian: bool) -> Option<Name> {
    let inner = text.strip_suffix([')', '）', ']'])?;
    let (front, inner) = inner.split_once(['(', '（', '['])?;
    let (front, inner) = (front.trim(), inner.trim());
    if front.is_empty() || inner.is_empty() || inner.contains(['(', '（']) {
        return None;
    }
    if east_asian
        && front.chars().any(is_east_asian) != inner.chars().any(is_east_asian)
        && inner.contains(char::is_alphabetic)
    {
        let mut name = name_of(front);
        name.parallel = Some(Box::new(name_of(inner)));
        return Some(name);
    }
    // The longer form of the same name.
    let (short, long) = (name_of(front), name_of(inner));
    let same = !long.literal
        && !long.given.is_empty()
        && short.family.to_lowercase() == long.family.to_lowercase();
    let longer = long.given.len() > short.given.len()
        && long.given.chars().next() == short.given.chars().next();
    (same && (longer || short.given.is_empty())).then_some(long)
}

/// As [`name`], without looking for a second form.
fn name_of(text: &str) -> Name {
    if text.chars().any(is_east_asian) {
        east_asian_name(text)
    } else {
        single(text)
    }
}

/// A name that holds Han, kana or Hangul.
fn east_asian_name(text: &str) -> Name {
    // `陈怡君 Yi-Chun Chen`, either first.
    if let Some((front, rest)) = second_script(text) {
        let (mut name, other) = (name_of(front), name_of(rest));
        if !other.family.is_empty() {
            name.parallel = Some(Box::new(other));
            return name;
        }
    }
    match text.split_once([',', '，', '、']) {
        Some((family, given)) if !given.contains([',', '，', '、']) && !given.trim().is_empty() => {
            Name {
                family: family.trim().into(),
                given: given.trim().into(),
                ..Name::default()
            }
        }
        _ => Name::literal(text.trim_end_matches(['.', '。'])),
    }
}

/// Cuts a text at the one space where its script turns from East Asian to another or back.
fn second_script(text: &str) -> Option<(&str, &str)> {
    let cjk = |token: &str| token.chars().any(is_east_asian);
    let first = cjk(text.split(' ').next()?);
    let cut = text.match_indices(' ').map(|(at, _)| at).find(|at| {
        text.get(at + 1..)
            .and_then(|rest| rest.split(' ').next())
            .is_some_and(|token| cjk(token) != first)
    })?;
    let (front, rest) = (text.get(..cut)?, text.get(cut + 1..)?);
    let pure = rest.split(' ').all(|token| cjk(token) != first)
        && front.split(' ').all(|token| cjk(token) == first);
    let (eastern, other) = if first { (front, rest) } else { (rest, front) };
    let letters = other.chars().filter(|c| c.is_alphabetic()).count();
    (pure && letters > 2 && eastern.chars().count() > 1 && !front.ends_with(','))
        .then_some((front, rest))
}

/// A name in one script, not East Asian.
fn single(text: &str) -> Name {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        [] => Name::default(),
        [whole] => without_comma(whole),
        [left, right] => with_comma(left, right),
        [family, suffix, given] if is_suffix(suffix) => {
            with_suffix(with_comma(family, given), suffix)
        }
        [family, given, suffix] if is_suffix(suffix) || is_degree(suffix) => {
            with_suffix(with_comma(family, given), suffix)
        }
        [whole, degrees @ ..] if whole.contains(' ') && degrees.iter().all(|d| is_degree(d)) => {
            with_suffix(without_comma(whole), &degrees.join(", "))
        }
        _ => Name::literal(text),
    }
}

fn with_suffix(mut name: Name, suffix: &str) -> Name {
    name.suffix = suffix.into();
    name.literal = false;
    name
}

/// `Family, Given`.
fn with_comma(left: &str, right: &str) -> Name {
    if (right.len() > 2 || left.contains(' ')) && is_suffix(right)
        || is_degree(right) && left.contains(' ') && !right.split(' ').all(is_initials)
    {
        return with_suffix(without_comma(left), right);
    }
    if let Some(body) = corporate::inverted(left, right) {
        return Name::literal(body);
    }
    if corporate::is_corporate_with_comma(left, right) {
        return Name::literal(format!("{left}, {right}"));
    }
    let mut given: Vec<&str> = right.split(' ').collect();
    let mut suffix = "";
    if given.len() > 1
        && given
            .last()
            .is_some_and(|last| is_suffix(last) && *last != "IV")
    {
        suffix = given.pop().unwrap_or_default();
    }
    // `Berg, Jan van der`
    let keep = given
        .iter()
        .rposition(|token| !is_particle(token))
        .map_or(given.len(), |at| at + 1);
    let trailing = given.get(keep..).map(|p| p.join(" ")).unwrap_or_default();
    given.truncate(keep);
    let mut name = family(left);
    if !trailing.is_empty() {
        name.particle = super::joined(&trailing, &name.particle).into();
    }
    if !suffix.is_empty() {
        name.suffix = suffix.into();
    }
    name.given = joined(&given);
    name
}

/// A family name that stands alone: its particle and suffix taken off.
fn family(text: &str) -> Name {
    let mut tokens: Vec<&str> = text.split(' ').collect();
    let mut suffix = "";
    if tokens.len() > 1 && tokens.last().is_some_and(|last| is_suffix(last)) {
        suffix = tokens.pop().unwrap_or_default();
    }
    let start = particles(&tokens);
    let (particle, rest) = tokens.split_at_checked(start).unwrap_or_default();
    Name {
        family: joined(rest),
        particle: joined(particle),
        suffix: suffix.into(),
        ..Name::default()
    }
}

/// Words with spaces between.
fn joined(words: &[&str]) -> CompactString {
    match words {
        [] => CompactString::default(),
        [one] => (*one).into(),
        several => several.join(" ").into(),
    }
}

/// A name without comma.
fn without_comma(text: &str) -> Name {
    if matches!(script::dominant(text), Some(Script::Arabic)) || corporate::is_corporate(text) {
        return Name::literal(text);
    }
    let mut tokens: Vec<&str> = text.split(' ').filter(|token| !token.is_empty()).collect();
    let mut suffix = "";
    if tokens.len() > 2
        && tokens
            .last()
            .is_some_and(|last| is_suffix(last) && *last != "IV")
    {
        suffix = tokens.pop().unwrap_or_default();
    }
    // `Veen P H van der`
    let keep = tokens
        .iter()
        .rposition(|token| !is_particle(token))
        .map_or(0, |at| at + 1);
    let trailing = match tokens.get(keep..) {
        Some(behind)
            if keep > 1
                && keep < tokens.len()
                && tokens.get(keep - 1).is_some_and(|t| is_initials(t)) =>
        {
            behind.join(" ")
        }
        _ => String::new(),
    };
    if !trailing.is_empty() {
        tokens.truncate(keep);
    }
    let mut name = match tokens.as_slice() {
        [] => return Name::default(),
        [_] if suffix.is_empty() => return Name::literal(text),
        _ => {
            let (range, given_first) = family_range(&tokens);
            let part =
                |from: usize, to: usize| tokens.get(from..to).map(joined).unwrap_or_default();
            let mut name = match tokens.get(range.clone()) {
                // A word alone has no particle before it and no suffix behind.
                Some([one]) => Name {
                    family: (*one).into(),
                    ..Name::default()
                },
                _ => family(&part(range.start, range.end)),
            };
            name.given = if given_first {
                part(0, range.start)
            } else {
                part(range.end, tokens.len())
            };
            name
        }
    };
    if !suffix.is_empty() {
        name.suffix = suffix.into();
    }
    if !trailing.is_empty() {
        name.particle = super::joined(&trailing, &name.particle).into();
    }
    name
}
