//! What one part of a reference looks like as a whole: its first words and its last, its length, what
//! marks it holds, and what stands around it.
//!
//! Source: Collins and Koo, Discriminative Reranking for Natural Language Parsing, 2005.

use super::hash::{feature, mix};
use super::journals::Sign;
use super::label::Label;
use super::look::Look;
use super::stretch::size;
use super::whole::{Run, code, is_between, mark_before};
use super::words::{AND, EDITOR, FUNCTION, OTHERS, PARTICLE};

/// The features of one run.
pub(super) fn part(looks: &[Look], signs: &[Sign], run: Run, add: &mut impl FnMut(u32)) {
    let Run {
        label, from, to, ..
    } = run;
    let l = label as u64;
    let mut put = |kind: u64, value: u64| add(feature(kind, mix(l, value)));
    let here = looks.get(from..to).unwrap_or_default();
    let solid = || here.iter().filter(|look| look.kind < 3);
    let count = solid().count();
    put(1, size(count));
    if is_between(label) {
        if label == Label::Other {
            put(
                2,
                solid().take(3).fold(0, |hash, look| mix(hash, look.word)),
            );
        }
        return;
    }
    let inside = here.get(..here.len().saturating_sub(1)).unwrap_or_default();
    let marks = |mark: char| inside.iter().filter(|look| look.mark == mark).count() as u64;
    put(22, marks('.').min(2) << 2 | marks(',').min(2));
    put(25, marks('"').min(1));
    let all = |mark: char| here.iter().filter(|look| look.mark == mark).count() as u64;
    put(
        24,
        (8 + all('(')).wrapping_sub(all(')')) << 1 | all('"') & 1,
    );
    let mark = mark_before(looks, from);
    let before = code(run.before);
    put(28, mix(before, u64::from(mark)));
    let closing = here
        .last()
        .filter(|look| look.kind == 3)
        .map_or('w', |look| look.mark);
    put(32, mix(u64::from(mark), u64::from(closing)));
    // `'Sorption of water. Review', Polym. Sci.`: what is between single quotes.
    let single = here.iter().filter(|look| look.mark == '\'').count() as u64;
    let closed = here
        .windows(2)
        .any(|some| some[0].mark == '\'' && matches!(some[1].mark, ',' | '.' | ';'));
    put(
        33,
        mix(u64::from(mark), single.min(2) << 1 | u64::from(closed)),
    );
    if mark == 'w' && !run.before.is_some_and(is_between) {
        put(31, before);
    }
    // The words on either side, and the ends of the reference.
    let word_before = looks
        .get(..from)
        .and_then(|some| some.iter().rfind(|look| look.kind < 3));
    let word_behind = looks
        .get(to..)
        .and_then(|some| some.iter().find(|look| look.kind < 3));
    let class = |word: Option<&Look>| word.map_or(99, |look| u64::from(look.class));
    put(34, class(word_before) << 8 | class(word_behind));
    put(35, mix(class(word_behind), u64::from(closing)));
    put(36, mix(class(word_before), u64::from(mark)));
    put(
        37,
        mix(
            word_behind.map_or(99, |look| look.shape),
            u64::from(closing),
        ),
    );
    let ends = (
        here.iter().position(|look| look.kind < 3),
        here.iter().rposition(|look| look.kind < 3),
    );
    let (Some(first), Some(last)) = ends else {
        put(21, 0);
        return;
    };
    let (Some(begin), Some(end)) = (here.get(first), here.get(last)) else {
        return;
    };
    put(3, begin.shape);
    put(4, end.shape);
    put(5, begin.word);
    put(6, end.word);
    put(12, u64::from(begin.class));
    put(13, u64::from(end.class));
    put(29, mix(u64::from(mark), begin.shape));
    put(30, mix(before, u64::from(begin.class)));
    let mut classes = solid().fold(0_u32, |bits, look| bits | 1 << (look.class & 31));
    while classes != 0 {
        put(11, u64::from(classes.trailing_zeros()));
        classes &= classes - 1;
    }
    names(
        signs.get(from..to).unwrap_or_default(),
        (first, last),
        count,
        &mut put,
    );
    let share = |part: usize| (part * 4 / count.max(1)) as u64;
    let capitals = solid().filter(|look| look.capital).count();
    let numbers = solid().filter(|look| look.kind == 1).count() as u64;
    put(23, share(capitals) << 2 | numbers.min(2));
    let between = here.windows(3).fold((0, 0), |(stops, commas), some| {
        let [before, mark, next] = some else {
            return (stops, commas);
        };
        let stop = matches!(mark.mark, '.' | '?' | '!')
            && before.letters > 3
            && next.spaced
            && next.capital;
        let comma = mark.mark == ',' && next.capital;
        (stops + u64::from(stop), commas + u64::from(comma))
    });
    put(26, between.0.min(2));
    put(27, between.1.min(2));
    let shapes = |some: &[Look]| some.iter().fold(0, |hash, look| mix(hash, rough(look)));
    let body = here.get(first..=last).unwrap_or_default();
    match label {
        Label::Author | Label::Editor => {
            let initials = solid().filter(|look| look.capital && look.letters == 1);
            put(15, share(initials.count()));
            let small = solid().filter(|look| {
                look.lower && !matches!(look.class, AND | PARTICLE | OTHERS | EDITOR)
            });
            put(16, small.count().min(3) as u64);
            let front = |count: usize| body.get(..count.min(body.len())).unwrap_or_default();
            let back = |count: usize| {
                let from = body.len().saturating_sub(count);
                body.get(from..).unwrap_or_default()
            };
            put(17, shapes(front(4)));
            put(38, mix(shapes(front(3)), shapes(back(3))));
            put(18, shapes(back(4)));
        }
        Label::Title | Label::Container => {
            let lower = solid().filter(|look| look.lower).count();
            let function = solid().filter(|look| look.class == FUNCTION).count();
            put(19, size(count) << 2 | function.min(2) as u64);
            put(20, size(count) << 3 | share(lower));
        }
        _ => {}
    }
    if !matches!(
        label,
        Label::Title | Label::Container | Label::Author | Label::Publisher | Label::Location
    ) {
        let shapes = body
            .iter()
            .take(6)
            .fold(0, |hash, look| mix(hash, look.shape));
        put(14, shapes);
    }
}

/// The features of a run as the name of a journal.
fn names(
    signs: &[Sign],
    (first, last): (usize, usize),
    count: usize,
    put: &mut impl FnMut(u64, u64),
) {
    let place = |at: usize| signs.get(at).map_or(0, |sign| sign.place);
    let exact = match (place(first), place(last)) {
        (4, _) if first == last => 1,
        (1, 3) => 2,
        (_, 3 | 4) => 3,
        (1 | 4, _) => 4,
        _ => 0,
    };
    put(7, exact << 2 | count.min(3) as u64);
    if matches!(place(last), 1 | 2) {
        put(8, 0);
    }
    if matches!(place(first), 2 | 3) {
        put(9, 0);
    }
    let short = signs.iter().filter(|sign| sign.short).count();
    put(10, (short * 3 / count.max(1)) as u64);
}

/// A token in its roughest form.
fn rough(look: &Look) -> u64 {
    match look.kind {
        1 => 1 + u64::from(look.year),
        3 | 4 => u64::from(look.mark),
        _ if look.capital && look.letters == 1 => 3,
        _ if look.capital => 4,
        _ => 5,
    }
}
