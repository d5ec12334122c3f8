//! What a reading of a whole reference looks like: which parts it has, in which order, and how long
//! they are. A label of one token cannot tell this.
//!
//! Source: Collins and Koo, Discriminative Reranking for Natural Language Parsing, 2005.

use super::hash::{feature, mix};
use super::label::{LABELS, Label};
use super::look::Look;
use super::stretch::size;

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
pub(super) fn is_between(label: Label) -> bool {
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
pub(super) fn mark_before(looks: &[Look], at: usize) -> char {
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

/// The number of a label, or of none.
pub(super) fn code(label: Option<Label>) -> u64 {
    label.map_or(99, |label| label as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_follow_each_other_to_the_last_token() {
        let labels = [Label::Author, Label::Author, Label::Other, Label::Title];
        let found: Vec<(Label, usize, usize)> = runs(&labels)
            .map(|run| (run.label, run.from, run.to))
            .collect();
        assert_eq!(
            found,
            [
                (Label::Author, 0, 2),
                (Label::Other, 2, 3),
                (Label::Title, 3, 4)
            ]
        );
        assert_eq!(runs(&labels).last().unwrap().before, Some(Label::Other));
    }

    #[test]
    fn the_order_of_parts_is_told_apart() {
        let gather = |labels: &[Label]| {
            let mut all = Vec::new();
            order(&[], labels, &mut |feature| all.push(feature));
            all.sort_unstable();
            all
        };
        let one = gather(&[Label::Author, Label::Title, Label::Date]);
        assert_ne!(one, gather(&[Label::Author, Label::Date, Label::Title]));
        assert_eq!(one, gather(&[Label::Author, Label::Title, Label::Date]));
    }
}
