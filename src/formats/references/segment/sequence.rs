//! The numbers of a list: the chain of markers of one form that counts on.

use super::inner;
use super::lines::Line;
use super::marker::{self, GREATEST, Kind};
use crate::source::Span;

/// A marker and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Its bytes.
    pub span: Span,
    /// Its number; nought where it has none.
    pub number: u32,
    /// Its form.
    pub kind: Kind,
    /// The index of its line.
    pub line: u32,
    /// Whether words stand before it in its line.
    pub inside: bool,
}

/// Every marker of the lines, in order: at most one a line start, and inside lines where the text
/// before and after allow an item to begin.
pub(super) fn marks(text: &str, lines: &[Line]) -> Vec<Mark> {
    let mut out = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words = line.span.of(text);
        let start = line.span.start as usize;
        let index = u32::try_from(at).unwrap_or(u32::MAX);
        let mut from = 0;
        if let Some(found) = marker::marker(words) {
            from = found.length;
            out.push(Mark {
                span: Span::new(start, start + found.length),
                number: found.number,
                kind: found.kind,
                line: index,
                inside: false,
            });
        } else if line.item {
            out.push(Mark {
                span: Span::new(start, start),
                number: 0,
                kind: Kind::Bullet,
                line: index,
                inside: false,
            });
        }
        inner::markers(words, from, |offset, kind, number, length| {
            out.push(Mark {
                span: Span::new(start + offset, start + offset + length),
                number,
                kind,
                line: index,
                inside: true,
            });
        });
    }
    out
}

/// The markers that number the items of the list, in order; none where nothing numbers it.
pub(super) fn chain(marks: &[Mark], lines: usize) -> Vec<Mark> {
    let mut best = (0.0_f32, Vec::new());
    for kind in [
        Kind::Bracket,
        Kind::Paren,
        Kind::Dot,
        Kind::Close,
        Kind::Raised,
        Kind::Bare,
        Kind::Glued,
    ] {
        if let Some((weight, found)) = counted(marks, kind, lines)
            && weight > best.0
        {
            best = (weight, found);
        }
    }
    for kind in [Kind::Key, Kind::Bullet] {
        let found: Vec<Mark> = marks
            .iter()
            .filter(|mark| mark.kind == kind)
            .copied()
            .collect();
        let first = found.first().is_some_and(|mark| mark.line <= 2);
        #[allow(clippy::cast_precision_loss, reason = "a count of marks")]
        let weight = found.len() as f32;
        if found.len() >= 2 && found.len() * ROOM >= lines && first && weight > best.0 {
            best = (weight, found);
        }
    }
    best.1
}

/// How many lines a numbered item may take on average before its numbers are taken for others.
const ROOM: usize = 15;

/// The heaviest chain of markers of one form that counts on, with its weight. Numbers may be
/// missing, at a price, and a second list may begin at one again.
fn counted(marks: &[Mark], kind: Kind, lines: usize) -> Option<(f32, Vec<Mark>)> {
    const NONE: usize = usize::MAX;
    let of_kind: Vec<Mark> = marks
        .iter()
        .filter(|mark| mark.kind == kind)
        .copied()
        .collect();
    let greatest = of_kind.iter().map(|mark| mark.number).max()?;
    // The best chain that ends in each number so far: weight and last marker.
    let mut ends = vec![(f32::MIN, NONE); greatest.min(GREATEST) as usize + 1];
    let mut parents = vec![NONE; of_kind.len()];
    let mut best = (f32::MIN, NONE);
    // Numbers without a sign are easily others: none may be missing at the end.
    let steps = match kind {
        Kind::Bare | Kind::Glued => [(1, 0.0), (2, 2.2), (3, 2.6)],
        _ => [(1, 0.0), (2, 1.0), (3, 1.5)],
    };
    for (at, mark) in of_kind.iter().enumerate() {
        let number = mark.number as usize;
        let mut from = if number == 1 {
            (1.0, NONE)
        } else {
            (-1.0, NONE)
        };
        if number <= 1 && best.0 - 3.0 > from.0 {
            from = (best.0 - 3.0, best.1);
        }
        for (step, price) in steps {
            if let Some(&(weight, last)) = number.checked_sub(step).and_then(|n| ends.get(n))
                && last != NONE
                && weight - price > from.0
            {
                from = (weight - price, last);
            }
        }
        let weight = from.0 + if mark.inside { 0.8 } else { 2.0 };
        if let Some(end) = ends.get_mut(number)
            && weight > end.0
        {
            *end = (weight, at);
            if let Some(parent) = parents.get_mut(at) {
                *parent = from.1;
            }
            if weight > best.0 {
                best = (weight, at);
            }
        }
    }
    let mut found = Vec::new();
    let mut at = best.1;
    while let (Some(mark), Some(parent)) = (of_kind.get(at), parents.get(at)) {
        found.push(*mark);
        at = *parent;
    }
    found.reverse();
    let first = found.first()?.number;
    let enough = match kind {
        Kind::Bare | Kind::Glued => {
            let run = found
                .windows(2)
                .filter(|w| w[1].number == w[0].number + 1)
                .count();
            found.len() >= 3 && first <= 3 && run * 5 >= (found.len() - 1) * 4
        }
        _ => found.len() >= 3 || (found.len() == 2 && first == 1),
    };
    (enough && found.len() * ROOM >= lines).then_some((best.0, found))
}

/// The form of the chain, if there is one.
pub(super) fn kind(chain: &[Mark]) -> Option<Kind> {
    chain.first().map(|mark| mark.kind)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn numbers(text: &str) -> Vec<u32> {
        let all = lines(text);
        chain(&marks(text, &all), all.len())
            .iter()
            .map(|mark| mark.number)
            .collect()
    }

    #[test]
    fn numbers_that_count_on_are_the_chain() {
        assert_eq!(
            numbers("[1] A. [12] is cited\nin 1999. x\n[2] B\n14: 55-131.\n[4] C\n"),
            [1, 2, 4]
        );
        assert_eq!(numbers("1. Smith\n12. Page\n2. Jones\n3. Lee\n"), [1, 2, 3]);
        assert_eq!(numbers("1. A\n2. B\n3. C\n1. D\n2. E\n"), [1, 2, 3, 1, 2]);
    }

    #[test]
    fn items_in_one_line_are_counted() {
        assert_eq!(
            numbers("参考文献[1]王力．汉语史稿［M］．北京，1980．[2]Zhang W. Soil[J]. [3] Li"),
            [1, 2, 3]
        );
        assert_eq!(
            numbers(
                "1. Esteban et al., MRIQC, 2017. ; 2. Kurtzer et al., Plos ONE 4, 2017. 3. Lee"
            ),
            [1, 2, 3]
        );
    }

    #[test]
    fn numbers_at_line_starts_alone_make_no_list() {
        assert_eq!(
            numbers("Smith, J. Title. Rev. 2,\n14: 55.\nJones. Other\n2001. Press\n3 vols.\n"),
            [0_u32; 0]
        );
    }
}
