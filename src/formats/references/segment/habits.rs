//! What is true of a whole list: how wide it is set, whether it is indented, sorted, numbered, and how
//! its references mostly begin and end.

use super::marker::Kind;
use super::shape::SHAPES;
use super::sight::Seen;
use super::units::Inside;

/// What is true of the whole list.
#[derive(Debug)]
pub(super) struct List {
    pub numbered: bool,
    /// Columns most lines fill.
    pub width: u32,
    /// How many lines fill it: 0 few to 3 most.
    pub full: usize,
    pub blanks: usize,
    pub indents: usize,
    pub least: u16,
    pub sorted: usize,
    pub shape: usize,
    pub stops: usize,
    pub semicolons: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct UnitFacts {
    pub inside: Inside,
    pub indent: u16,
    pub blank: bool,
    pub forced: bool,
}

impl List {
    pub fn new(seen: &[Seen], units: &[UnitFacts], kind: Option<Kind>) -> Self {
        let begins: Vec<usize> = (0..seen.len())
            .filter(|at| units[*at].inside == Inside::No)
            .collect();
        let count = begins.len().max(1);
        let mut widths: Vec<u32> = begins.iter().map(|at| seen[*at].width).collect();
        widths.sort_unstable();
        let width = widths
            .get(widths.len() * 9 / 10)
            .or(widths.last())
            .copied()
            .unwrap_or(0);
        let near = widths.iter().filter(|w| **w * 100 >= width * 80).count();
        let full = if width > 220 {
            0
        } else {
            1 + (near * 10 / count).saturating_sub(4).min(4) / 2
        };
        let blank = begins.iter().filter(|at| units[**at].blank).count();
        let blanks = match blank * 100 / count {
            0 => 0,
            1..6 => 1,
            6..20 => 2,
            20..70 => 3,
            70..95 => 4,
            _ => 5,
        };
        let numbered = kind.is_some();
        let least = begins.iter().map(|at| units[*at].indent).min().unwrap_or(0);
        let deep = begins
            .iter()
            .filter(|at| units[**at].indent > least.saturating_add(1))
            .count();
        let first_deep = units
            .first()
            .is_some_and(|unit| unit.indent > least.saturating_add(1));
        let indents = match (deep * 100 / count, first_deep) {
            (0, _) => 0,
            (1..10, _) => 1,
            (10..90, false) => 2,
            (10..90, true) => 3,
            _ => 4,
        };
        let mut counts = [0_usize; SHAPES];
        let mut pairs = (0_usize, 0_usize);
        let mut key = 0;
        let (mut ends, mut stops) = (0_usize, 0_usize);
        for &at in &begins {
            let last = at.checked_sub(1).and_then(|last| seen.get(last));
            let ended = last.is_none_or(|last| matches!(last.ending, 7..=20 | 22 | 24 | 27));
            if !ended && !units[at].forced {
                continue;
            }
            let shape = seen[at].shape;
            counts[shape] += 1;
            if is_named(shape) && seen[at].key != 0 {
                if key != 0 {
                    pairs.0 += usize::from(key <= seen[at].key);
                    pairs.1 += 1;
                }
                key = seen[at].key;
            }
            if is_named(shape) && last.is_some() {
                ends += 1;
                stops += usize::from(
                    last.is_some_and(|last| matches!(last.ending, 10..=15 | 17 | 24 | 27)),
                );
            }
        }
        let best = (1..SHAPES)
            .filter(|shape| is_named(*shape))
            .max_by_key(|shape| counts[*shape]);
        let shape = best
            .filter(|shape| counts[*shape] * 3 >= counts.iter().sum::<usize>())
            .unwrap_or(0);
        let sorted = match pairs {
            (_, 0..3) => 1,
            (up, all) if up * 100 >= all * 82 => 2,
            (up, all) if up * 100 >= all * 65 => 1,
            _ => 0,
        };
        let semicolons = units
            .iter()
            .filter(|unit| unit.inside == Inside::Semicolon)
            .count()
            * 15
            >= units.len() + 15;
        Self {
            numbered,
            width,
            full,
            blanks,
            indents,
            least,
            sorted,
            shape,
            stops: match stops * 100 / ends.max(1) {
                _ if ends < 3 => 0,
                0..40 => 1,
                _ => 2,
            },
            semicolons,
        }
    }
}

/// Whether a shape is that of a name.
pub(super) fn is_named(shape: usize) -> bool {
    matches!(shape, 1..=9 | 12 | 14)
}
