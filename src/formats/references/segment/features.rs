//! What the line model looks at: features of a piece, of a whole reference, and of two in a row.

use super::glance::{self, CLASSES, TAILS};
use super::groups::{COARSE, ROOMS, STARTS, group, value_of};
use super::habits::{List, UnitFacts, is_named};
use super::marker::Kind;
use super::shape::SHAPES;
use super::sight::{self, Seen};
use super::units::{Inside, Unit};

/// The pieces of a list as the model sees them.
#[derive(Debug)]
pub struct Sights {
    seen: Vec<Seen>,
    units: Vec<UnitFacts>,
    list: List,
}

impl Sights {
    /// Looks at the pieces of a list.
    pub(super) fn new(text: &str, units: &[Unit], kind: Option<Kind>) -> Self {
        let seen: Vec<Seen> = units
            .iter()
            .map(|unit| sight::look(text, unit, kind))
            .collect();
        let facts: Vec<UnitFacts> = units
            .iter()
            .map(|unit| UnitFacts {
                inside: unit.inside,
                indent: unit.indent,
                blank: unit.blank,
                forced: unit.forced,
            })
            .collect();
        let list = List::new(&seen, &facts, kind);
        Self {
            seen,
            units: facts,
            list,
        }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// Whether a reference must begin at a piece.
    pub fn forced(&self, at: usize) -> bool {
        at == 0 || self.units.get(at).is_some_and(|unit| unit.forced)
    }

    /// Whether no reference can begin at a piece.
    pub fn barred(&self, at: usize) -> bool {
        at > 0
            && self
                .units
                .get(at)
                .is_some_and(|unit| unit.inside == Inside::Rest)
    }

    /// Whether markers of one form number the list.
    pub fn numbered(&self) -> bool {
        self.list.numbered
    }

    /// The features of beginning a reference at a piece.
    pub fn local(&self, at: usize, emit: &mut impl FnMut(usize)) {
        let (Some(now), Some(unit)) = (self.seen.get(at), self.units.get(at)) else {
            return;
        };
        let last = at.checked_sub(1).and_then(|last| self.seen.get(last));
        let next = self.seen.get(at + 1);
        let first = now.words[0];
        let ending = last.map_or(0, |last| last.ending);
        let named = usize::from(is_named(now.shape));
        emit(value_of!("bias", self.list.full));
        emit(value_of!(
            "first-word",
            first.class as usize * TAILS + first.tail as usize
        ));
        emit(value_of!(
            "first-two",
            first.class as usize * CLASSES + now.words[1].class as usize
        ));
        emit(value_of!("shape", now.shape));
        emit(value_of!("ending", ending));
        emit(value_of!("ending-first", ending * COARSE + coarse(first)));
        emit(value_of!("ending-shape", ending * 2 + named));
        if unit.inside == Inside::No {
            let room = last.map_or(ROOMS - 1, |last| self.room(last, now));
            let ended = match ending {
                10..=20 | 22 | 24 | 26 | 27 => 2,
                7..=9 => 1,
                _ => 0,
            };
            emit(value_of!("room", room * 3 + ended));
            emit(value_of!("room-shape", room * 2 + named));
            emit(value_of!(
                "width-before",
                last.map_or(5, |last| self.share(last.width))
            ));
        }
        if let Some(last) = last {
            emit(value_of!(
                "open-before",
                usize::from(last.open) + 2 * usize::from(last.quote)
            ));
            emit(value_of!("year-before", last.year));
        }
        emit(value_of!("year", now.year));
        emit(value_of!(
            "shape-year",
            now.shape * 2 + usize::from(now.years > 0)
        ));
        emit(value_of!(
            "next",
            next.map_or(5, |next| coarse(next.words[0]))
        ));
        emit(value_of!(
            "next-shape",
            next.map_or(0, |next| 1 + usize::from(is_named(next.shape)))
                + usize::from(next.is_some_and(|n| n.ending == 1))
        ));
        if unit.inside == Inside::No {
            emit(value_of!(
                "blank",
                self.list.blanks * 2 + usize::from(unit.blank)
            ));
            emit(value_of!("indent", self.indent(*unit)));
        }
        emit(value_of!("marker", usize::from(now.other_marker)));
        let inside = unit.inside as usize;
        emit(value_of!(
            "inside",
            inside * 2 + usize::from(self.list.semicolons)
        ));
        if unit.inside != Inside::No {
            emit(value_of!("inside-shape", inside * SHAPES + now.shape));
        }
        emit(value_of!("keyword", now.keyword));
        emit(value_of!("width", self.share(now.width)));
        emit(value_of!("initials", usize::from(now.initials).min(5)));
        let agrees = if self.list.shape == 0 {
            0
        } else {
            1 + usize::from(self.list.shape == now.shape)
        };
        let ended = usize::from(matches!(ending, 10..=20 | 22 | 24 | 26 | 27))
            + 2 * usize::from(ending == 1);
        emit(value_of!("agrees", agrees * 4 + ended));
        emit(value_of!("habit", self.list.stops * 4 + ended));
    }

    /// The features of a reference of the pieces `from..to`.
    pub fn whole(&self, sums: &Sums, from: usize, to: usize, emit: &mut impl FnMut(usize)) {
        let pieces = to - from;
        let bucket = match pieces {
            0..=6 => pieces,
            7 | 8 => 7,
            9..=12 => 8,
            13..=20 => 9,
            _ => 10,
        };
        emit(value_of!("pieces", bucket));
        let years = sums.years(from, to).min(3);
        emit(value_of!(
            "years",
            years * 3
                + match pieces {
                    1 => 0,
                    2 | 3 => 1,
                    _ => 2,
                }
        ));
        let length = match sums.width(from, to) {
            0..20 => 0,
            20..40 => 1,
            40..60 => 2,
            60..100 => 3,
            100..150 => 4,
            150..300 => 5,
            300..600 => 6,
            _ => 7,
        };
        emit(value_of!("length", length));
        emit(value_of!("addresses", sums.addresses(from, to).min(2)));
        if let Some(last) = to.checked_sub(1).and_then(|last| self.seen.get(last)) {
            emit(value_of!("last-ending", last.ending));
        }
        let keys = (self.seen.get(from), self.seen.get(to));
        if let (Some(a), Some(b)) = keys
            && a.key != 0
            && b.key != 0
        {
            let order = match a.key.cmp(&b.key) {
                std::cmp::Ordering::Less if (b.key ^ a.key) >> 48 == 0 => 3,
                std::cmp::Ordering::Less => 0,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Greater => 2,
            };
            emit(value_of!("order", self.list.sorted * 4 + order));
        }
    }

    /// Sums over pieces, so that a reference of any length is weighed in one step.
    pub fn sums(&self) -> Sums {
        let mut out = Sums(Vec::with_capacity(self.seen.len() + 1));
        let mut all = (0_u32, 0_u32, 0_u32);
        out.0.push(all);
        for seen in &self.seen {
            all.0 += u32::from(seen.years);
            all.1 = all.1.saturating_add(seen.width);
            all.2 += u32::from(seen.addresses);
            out.0.push(all);
        }
        out
    }

    /// Whether the first word would have fitted into the line before.
    fn room(&self, last: &Seen, now: &Seen) -> usize {
        let filled = last.width + 1 + now.first_width;
        if filled >= self.list.width {
            return 0;
        }
        match (self.list.width - filled) * 100 / self.list.width.max(1) {
            0..3 => 1,
            3..7 => 2,
            7..15 => 3,
            15..30 => 4,
            30..50 => 5,
            _ => 6,
        }
    }

    /// How much of the list's width a line fills, in fifths.
    fn share(&self, width: u32) -> usize {
        (width * 5 / self.list.width.max(1)).min(4) as usize
    }

    fn indent(&self, unit: UnitFacts) -> usize {
        let deep = unit.indent > self.list.least.saturating_add(1);
        self.list.indents * 2 + usize::from(deep)
    }
}

/// Running sums of years, columns and addresses.
#[derive(Debug)]
pub struct Sums(Vec<(u32, u32, u32)>);

impl Sums {
    fn between(&self, from: usize, to: usize, pick: impl Fn(&(u32, u32, u32)) -> u32) -> usize {
        match (self.0.get(from), self.0.get(to)) {
            (Some(a), Some(b)) => (pick(b) - pick(a)) as usize,
            _ => 0,
        }
    }

    fn years(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.0)
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.1)
    }

    fn addresses(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.2)
    }
}

/// Six classes of first words.
fn coarse(word: glance::Word) -> usize {
    use glance::Class;
    match word.class {
        Class::Initial | Class::Initials | Class::Word | Class::Caps | Class::Particle => 0,
        Class::Lower | Class::And => 1,
        Class::Number | Class::Year => 2,
        Class::Wide | Class::Dashes => 3,
        Class::End => 5,
        _ => 4,
    }
}
