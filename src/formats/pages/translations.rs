//! Titles that a page prints in two languages, one below the other.

use super::byline::is_body;
use super::lines::{has_wide, is_wide, part};
use super::title_shape::shape;
use super::work::Work;
use crate::model::Field;
use crate::source::Span;
use crate::text::stopwords;

/// The line of a translation with its title right below, on pages that print both so.
pub(super) fn translated_pair(text: &str, work: &Work) -> Option<usize> {
    if !work.translated || work.draft.has(Field::Title) {
        return None;
    }
    let wide = |line: &Span| line.of(text).chars().any(super::lines::is_wide);
    work.free.windows(2).position(|pair| {
        let [above, below] = pair else { return false };
        let touching = text
            .get(above.end as usize..below.start as usize)
            .is_some_and(|gap| gap.len() <= 4 && gap.trim().is_empty());
        touching && wide(above) && !wide(below) && below.of(text).split(' ').count() >= 3
    })
}

/// A title without the brackets that say it is a translation, and the stop behind them.
pub(super) fn without_brackets(text: &str, line: Span) -> Span {
    let words = line.of(text).trim_end_matches(['.', '。']);
    let inside = words
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match inside {
        Some(inside) if !inside.contains(['[', ']']) => part(text, line, 1, 1 + inside.len()),
        _ => line,
    }
}

/// The line below a title that says it again in another script, or in English.
pub(super) fn translation_below(text: &str, free: &[Span], at: usize) -> Option<Span> {
    let (title, &next) = (free.get(at)?, free.get(at + 1)?);
    let gap = text.get(title.end as usize..next.start as usize)?;
    let (above, words) = (title.of(text), next.of(text));
    // `= A study of rooms`, as catalogues print it.
    if let Some(rest) = words.strip_prefix("= ") {
        return Some(part(text, next, words.len() - rest.len(), words.len()));
    }
    if gap.len() > GAP || shape(text, next).is_none_or(|score| score < 1) {
        return None;
    }
    let wide = |words: &str| words.chars().filter(|c| is_wide(*c)).count();
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let told = match (wide(above), wide(words)) {
        (0, many) => many >= 6 && many * 2 > words.chars().filter(|c| c.is_alphabetic()).count(),
        (_, 0) => words.split(' ').count() >= 3,
        (_, _) => return None,
    };
    let plain = digits <= 4 && !is_body(words) && !words.ends_with(['.', '。']);
    if wide(above) + wide(words) > 0 {
        return (told && plain).then_some(next);
    }
    let english = |words: &str| {
        words
            .split(' ')
            .any(|word| ["the", "of", "and", "in", "for", "The", "A", "on"].contains(&word))
            && stopwords::title_language(words).is_none_or(|tag| tag == "en")
    };
    let foreign = |words: &str| {
        let tag = stopwords::language(words).or_else(|| stopwords::title_language(words));
        tag.is_some_and(|tag| tag != "en")
    };
    (plain && english(words) && foreign(above)).then_some(next)
}

/// How far below a title its translation may stand: buttons lie between.
const GAP: usize = 80;

/// Whether the line below a title says it in other letters, as pages in two languages do.
pub(super) fn translated_below(text: &str, free: &[Span], at: usize) -> bool {
    let wide = |line: &Span| has_wide(line.of(text));
    let long = |line: &Span| line.of(text).chars().count() >= 12;
    match (free.get(at), free.get(at + 1)) {
        (Some(title), Some(next)) => wide(title) != wide(next) && long(title) && long(next),
        _ => false,
    }
}
