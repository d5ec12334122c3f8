//! Lists of names: those that stay keep their bytes.

use std::ops::Range;

use super::super::{lists, names};
use super::{align, words};

/// The edits of a list of names; [`None`] where the source does not have the names of `old`.
pub(super) fn edits(source: &str, old: &str, new: &str) -> Option<Vec<(Range<usize>, String)>> {
    let (old, new) = (lists::split_and(old), lists::split_and(new));
    let (places, in_order) = places(source, &old)?;
    let mut edits = Vec::new();
    for change in align::changes(&old, &new) {
        let (was, is) = (old.get(change.old.clone())?, new.get(change.new.clone())?);
        let here = places.get(change.old.clone())?;
        if was.len() == is.len() {
            for ((place, was), is) in here.iter().zip(was).zip(is) {
                let written = source.get(place.clone())?;
                for (range, text) in one(written, was, is) {
                    edits.push((place.start + range.start..place.start + range.end, text));
                }
            }
            continue;
        }
        // Names can come and go where the writer has the order of the source.
        if !in_order {
            return None;
        }
        let before = change
            .old
            .start
            .checked_sub(1)
            .and_then(|at| places.get(at));
        let after = places.get(change.old.end);
        let (range, text) = match (here.first(), here.last()) {
            (Some(first), Some(last)) if is.is_empty() => match (before, after) {
                (Some(before), _) => (before.end..last.end, String::new()),
                (None, Some(after)) => (first.start..after.start, String::new()),
                (None, None) => return None,
            },
            (Some(first), Some(last)) => (first.start..last.end, is.join(" and ")),
            _ => match (before, after) {
                (Some(before), _) => (before.end..before.end, format!(" and {}", is.join(" and "))),
                (None, Some(after)) => (
                    after.start..after.start,
                    format!("{} and ", is.join(" and ")),
                ),
                (None, None) => return None,
            },
        };
        edits.push((range, text));
    }
    Some(edits)
}

/// One name that changed. It keeps the order it is written in: the given name first, if it was.
fn one(written: &str, was: &str, is: &str) -> Vec<(Range<usize>, String)> {
    if let Some(edits) = words::edits(written, was, is) {
        return edits;
    }
    let whole = 0..written.len();
    if !written.contains(',')
        && let Some((family, given)) = is.split_once(", ")
        && !given.contains(',')
    {
        let turned = format!("{given} {family}");
        if names::read(&turned) == names::read(is) {
            let (range, text) = words::narrowed(written, written, &turned);
            return vec![(range, text)];
        }
    }
    vec![(whole, is.to_owned())]
}

/// Where each of the names the writer writes stands in the source, and whether they stand there in
/// that order: `others` is written last, wherever it was.
fn places(source: &str, old: &[&str]) -> Option<(Vec<Range<usize>>, bool)> {
    let base = source.as_ptr() as usize;
    let mut here: Vec<Option<&str>> = lists::split_and(source).into_iter().map(Some).collect();
    if here.len() != old.len() || old.is_empty() {
        return None;
    }
    let mut in_order = true;
    let mut places = Vec::with_capacity(old.len());
    // Each search goes on after the place of the name before.
    let mut next = 0;
    for name in old {
        let read = names::read(name);
        let same = |item: Option<&str>| {
            item.is_some_and(|item| item == *name || names::read(item) == read)
        };
        let count = here.len();
        let steps = (0..count).map(|step| (next + step) % count);
        let at = steps
            .into_iter()
            .find(|at| here.get(*at).is_some_and(|item| same(*item)))?;
        in_order &= at == places.len();
        next = at + 1;
        let item = here.get_mut(at).and_then(Option::take)?;
        // A part of `source`, so its offset is the distance.
        let start = item.as_ptr() as usize - base;
        places.push(start..start + item.len());
    }
    Some((places, in_order))
}
