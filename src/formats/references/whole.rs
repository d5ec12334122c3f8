//! What a reading of a whole reference looks like: which parts it has, in which order, and what each
//! part is made of from its first word to its last. A label of one token cannot tell this.
//!
//! Source: Collins and Koo, Discriminative Reranking for Natural Language Parsing, 2005.

use super::hash::{feature, mix};
use super::journals::Sign;
use super::label::{LABELS, Label};
use super::look::Look;
use super::stretch::size;
use super::words::{AND, EDITOR, FUNCTION, OTHERS, PARTICLE};

/// A run of tokens with one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) label: Label,
    pub(super) from: usize,
    /// Behind its last token.
    pub(super) to: usize,
    /// The label before it.
    pub(super) before: Option<Label>,
}

/// The runs of one label.
pub(super) fn runs(labels: &[Label]) -> impl Iterator<Item = Run> + '_ {
    let mut from = 0;
    let mut before = None;
    labels.chunk_by(|one, next| one == next).map(move |some| {
        let label = some.first().copied().unwrap_or(Label::Other);
        let run = Run {
            label,
            from,
            to: from + some.len(),
            before,
        };
        from = run.to;
        before = Some(label);
        run
    })
}

/// Whether tokens of this label belong to no part.
fn is_between(label: Label) -> bool {
    matches!(label, Label::Other | Label::Link)
}

/// The parts whose presence is looked at together.
const MAIN: [Label; 7] = [
    Label::Author,
    Label::Title,
    Label::Container,
    Label::Volume,
    Label::Pages,
    Label::Publisher,
    Label::Editor,
];

/// The mark before a token; `w` for a word, `^` at the front.
fn mark_before(looks: &[Look], at: usize) -> char {
    at.checked_sub(1)
        .and_then(|at| looks.get(at))
        .map_or('^', |look| if look.kind == 3 { look.mark } else { 'w' })
}

/// The features of the order of the parts.
pub(super) fn order(looks: &[Look], labels: &[Label], add: &mut impl FnMut(u32)) {
    let mut counts = [0_u8; LABELS.len()];
    let mut whole = 1;
    let (mut last, mut last_but_one) = (77, 78);
    let mut step = |label: u64, add: &mut dyn FnMut(u32)| {
        add(feature(41, mix(last, label)));
        add(feature(42, mix(mix(last_but_one, last), label)));
        (last_but_one, last) = (last, label);
    };
    let mut between: Option<Label> = None;
    let mut border = 0;
    let mut classes = [0_u32; 2];
    let mut sizes = [0_u64; 2];
    for run in runs(labels) {
        let here = mix(run.label as u64, u64::from(mark_before(looks, run.from)));
        add(feature(48, mix(border, here)));
        border = here;
        let place = match run.label {
            Label::Title => Some(0),
            Label::Container => Some(1),
            _ => None,
        };
        if let Some(place) = place {
            let solid = looks
                .get(run.from..run.to)
                .unwrap_or_default()
                .iter()
                .filter(|look| look.kind < 3);
            let mut words = 0;
            for look in solid {
                words += 1;
                classes[place] |= 1 << (look.class & 31);
            }
            if sizes[place] == 0 {
                sizes[place] = 1 + size(words);
            }
        }
        add(feature(
            46,
            mix(mix(code(between), code(run.before)), run.label as u64),
        ));
        between = run.before;
        if is_between(run.label) {
            continue;
        }
        let label = run.label as u64;
        whole = mix(whole, label);
        if let Some(count) = counts.get_mut(run.label as usize) {
            if *count > 0 {
                add(feature(47, label));
            }
            *count += 1;
        }
        step(label, add);
    }
    step(79, add);
    add(feature(40, whole));
    for (label, count) in (0..).zip(counts) {
        add(feature(43, mix(label, u64::from(count.min(3)))));
    }
    let has = MAIN.iter().fold(0, |has, label| {
        let count = counts.get(*label as usize).copied().unwrap_or(0);
        has << 1 | u64::from(count > 0)
    });
    add(feature(44, has));
    add(feature(50, sizes[0] << 4 | sizes[1]));
    add(feature(51, sizes[0] << 7 | has));
    add(feature(52, sizes[1] << 7 | has));
    for (place, mut bits) in (0..).zip(classes) {
        while bits != 0 {
            add(feature(
                53,
                mix(u64::from(bits.trailing_zeros()) << 1 | place, has & 0b1111),
            ));
            bits &= bits - 1;
        }
    }
}

fn code(label: Option<Label>) -> u64 {
    label.map_or(99, |label| label as u64)
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

/// The features of one run.
pub(super) fn run(looks: &[Look], signs: &[Sign], run: Run, add: &mut impl FnMut(u32)) {
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
            put(
                17,
                shapes(body.get(..4.min(body.len())).unwrap_or_default()),
            );
            put(
                18,
                shapes(body.get(body.len().saturating_sub(4)..).unwrap_or_default()),
            );
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
