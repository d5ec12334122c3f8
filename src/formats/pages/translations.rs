//! Titles that a page prints in two languages, one below the other.

use super::lines::{has_wide, part};
use super::work::Work;
use crate::model::Field;
use crate::source::Span;

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

/// Whether the line below a title says it in other letters, as pages in two languages do.
pub(super) fn translated_below(text: &str, free: &[Span], at: usize) -> bool {
    let wide = |line: &Span| has_wide(line.of(text));
    let long = |line: &Span| line.of(text).chars().count() >= 12;
    match (free.get(at), free.get(at + 1)) {
        (Some(title), Some(next)) => wide(title) != wide(next) && long(title) && long(next),
        _ => false,
    }
}
