//! Prose: the words of a source beside those of the values it stood and is to stand for.

use std::ops::Range;

use super::super::prose::prose;
use super::align;
use crate::model::Markup;
use crate::text::latex;

/// The edits of `source` that make it say `new`, where it says `old`: ranges in it, and what is to
/// stand there. [`None`] where its words are not those of `old`, one by one.
pub(super) fn edits(source: &str, old: &str, new: &str) -> Option<Vec<(Range<usize>, String)>> {
    let (offset, source) = unwrapped(source);
    let (_, old) = unwrapped(old);
    let (_, new) = unwrapped(new);
    let places: Vec<Range<usize>> = words(source).into_iter().map(|word| word.range).collect();
    let texts = |value| {
        words(value)
            .into_iter()
            .map(|word| word.text)
            .collect::<Vec<_>>()
    };
    let (old, new) = (texts(old), texts(new));
    if places.len() != old.len() {
        return None;
    }
    for (place, word) in places.iter().zip(&old) {
        let here = source.get(place.clone())?;
        if here != *word && plain(here) != plain(word) {
            return None;
        }
    }
    let mut edits = Vec::new();
    for change in align::changes(&old, &new) {
        let (was, is) = (old.get(change.old.clone())?, new.get(change.new.clone())?);
        let here = places.get(change.old.clone())?;
        if was.len() == is.len() {
            for ((place, was), is) in here.iter().zip(was).zip(is) {
                let written = source.get(place.clone())?;
                let (range, text) = narrowed(written, was, is);
                edits.push((
                    offset + place.start + range.start..offset + place.start + range.end,
                    text,
                ));
            }
            continue;
        }
        let range = match (here.first(), here.last()) {
            // Words that go take the space before them along, or at the beginning the one after.
            (Some(first), Some(last)) if is.is_empty() => {
                let before = change
                    .old
                    .start
                    .checked_sub(1)
                    .and_then(|at| places.get(at));
                let after = places.get(change.old.end);
                match (before, after) {
                    (Some(before), _) => before.end..last.end,
                    (None, Some(after)) => first.start..after.start,
                    (None, None) => first.start..last.end,
                }
            }
            (Some(first), Some(last)) => first.start..last.end,
            _ => {
                // Words that come.
                let before = change
                    .old
                    .start
                    .checked_sub(1)
                    .and_then(|at| places.get(at));
                let (at, text) = match (before, places.get(change.old.start)) {
                    (Some(before), _) => (before.end, format!(" {}", is.join(" "))),
                    (None, Some(after)) => (after.start, format!("{} ", is.join(" "))),
                    (None, None) => (0, is.join(" ")),
                };
                edits.push((offset + at..offset + at, text));
                continue;
            }
        };
        edits.push((offset + range.start..offset + range.end, is.join(" ")));
    }
    Some(edits)
}

/// The characters a reader sees.
fn plain(word: &str) -> String {
    let text = prose(word);
    match text.markup {
        Markup::Plain => text.content.into(),
        Markup::Latex => latex::to_plain(&text.content),
    }
}

/// What of a word has to change: the characters that differ, if they stand in the word as the writer
/// would write them; else all of it.
pub(super) fn narrowed(written: &str, was: &str, is: &str) -> (Range<usize>, String) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        let same = pairs.take_while(|(a, b)| a == b);
        same.map(|(a, _)| a.len_utf8()).sum()
    };
    let front = same(&mut was.chars().zip(is.chars()));
    let was_rest = was.get(front..).unwrap_or_default();
    let is_rest = is.get(front..).unwrap_or_default();
    let back = same(&mut was_rest.chars().rev().zip(is_rest.chars().rev()));
    let gone = was_rest.get(..was_rest.len() - back).unwrap_or_default();
    let come = is_rest.get(..is_rest.len() - back).unwrap_or_default();
    let end = was_rest.get(gone.len()..).unwrap_or_default();
    let begin = was.get(..front).unwrap_or_default();
    // The rest of the word may be written in another way, with commands where the writer has
    // characters; but not with characters where the writer has commands.
    let kept = |written: &str, writer: &str| written == writer || written.contains('\\');
    let before = written
        .strip_suffix(end)
        .and_then(|rest| rest.strip_suffix(gone));
    let after = written
        .strip_prefix(begin)
        .and_then(|rest| rest.strip_prefix(gone));
    let start = match (before, after) {
        (Some(before), _) if kept(before, begin) => before.len(),
        (_, Some(after)) if kept(after, end) => front,
        _ => return (0..written.len(), is.to_owned()),
    };
    let range = start..start + gone.len();
    (range, come.to_owned())
}

/// A word and where it stands.
#[derive(Debug)]
struct Word<'t> {
    range: Range<usize>,
    text: &'t str,
}

/// The words of a value: what white space outside braces parts.
fn words(value: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut depth) = (None, 0_usize);
    let mut push = |range: Range<usize>| {
        if let Some(text) = value.get(range.clone()) {
            words.push(Word { range, text });
        }
    };
    for (at, byte) in value.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if byte.is_ascii_whitespace() && depth == 0 {
            if let Some(start) = start.take() {
                push(start..at);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        push(start..value.len());
    }
    words
}

/// The inside of braces that hold the whole, and where it begins.
fn unwrapped(value: &str) -> (usize, &str) {
    let trimmed = value.trim_ascii();
    match super::super::lists::unbraced(trimmed) {
        Some(inside) => {
            let lead = value.len() - value.trim_ascii_start().len();
            (lead + 1, inside)
        }
        None => (0, value),
    }
}
