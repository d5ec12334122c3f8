//! The habit of a text: an indent or alignment that more than half of its entries share.

use rustc_hash::FxHashMap;

use super::super::blocks::Block;
use super::entry::{Part, Parts};
use super::style::{Alignment, Indent, Settled, Style};

/// Counts how entries look.
#[derive(Debug, Default)]
pub(super) struct Habit {
    entries: usize,
    indents: FxHashMap<Indent, usize>,
    longest: usize,
    equals: FxHashMap<usize, usize>,
    values: FxHashMap<usize, usize>,
}

/// Deeper indents and columns are accidents.
const FARTHEST: usize = 60;

impl Habit {
    /// Counts one entry. One with all on one line says nothing of indents but counts as an entry.
    pub(super) fn count(&mut self, text: &str, block: &Block, parts: &Parts) {
        self.entries += 1;
        let mut indent = Agreed::default();
        let (mut equals, mut values) = (Agreed::default(), Agreed::default());
        let (mut shortest, mut longest) = (usize::MAX, 0);
        for part in &parts.0 {
            let Part::Field { name, value } = part else {
                continue;
            };
            let before = text.get(block.span.range()).unwrap_or_default();
            let before = before
                .get(..(name.start - block.span.start) as usize)
                .unwrap_or_default();
            indent.see(indent_of(before));
            let length = name.of(text).chars().count();
            shortest = shortest.min(length);
            longest = longest.max(length);
            let between = text
                .get(name.end as usize..value.start as usize)
                .unwrap_or_default();
            let spaces = between.len() - between.trim_start_matches(' ').len();
            let plain = between.bytes().all(|byte| matches!(byte, b' ' | b'='));
            equals.see(plain.then_some(length + spaces));
            values.see(plain.then_some(length + between.len()));
        }
        if let Some(indent) = indent.value() {
            *self.indents.entry(indent).or_default() += 1;
        }
        // Names of one length are aligned whatever the habit.
        if shortest >= longest {
            return;
        }
        if let Some(column) = equals.value().filter(|column| *column > longest) {
            self.longest += usize::from(column == longest + 1);
            *self.equals.entry(column).or_default() += 1;
        } else if let Some(column) = values.value().filter(|column| *column > longest) {
            *self.values.entry(column).or_default() += 1;
        }
    }

    /// The style, with what it leaves open taken from the habit.
    pub(super) fn settle(self, style: &Style) -> Settled<'_> {
        let indent = style.indent.or_else(|| self.shared(&self.indents));
        let align = style.align.or_else(|| {
            if self.longest * 2 > self.entries {
                return Some(Alignment::Longest);
            }
            let equals = self.shared(&self.equals).map(Alignment::Equals);
            equals.or_else(|| self.shared(&self.values).map(Alignment::Values))
        });
        Settled {
            style,
            indent: indent.unwrap_or(Indent::Spaces(2)).text(),
            align: align.unwrap_or(Alignment::None),
            sort: style.sort,
        }
    }

    fn shared<T: Copy>(&self, counts: &FxHashMap<T, usize>) -> Option<T> {
        let mut counts = counts.iter();
        counts
            .find(|(_, count)| **count * 2 > self.entries)
            .map(|(value, _)| *value)
    }
}

/// The indent of a field, from what stands before its name in the entry; [`None`] where it does not
/// begin a line, or mixes tabs and spaces.
fn indent_of(before: &str) -> Option<Indent> {
    let line = before.rfind(['\n', '\r'])?;
    let white = before.get(line + 1..)?;
    if white.len() > FARTHEST {
        None
    } else if white.bytes().all(|byte| byte == b' ') {
        Some(Indent::Spaces(white.len()))
    } else if white.bytes().all(|byte| byte == b'\t') {
        Some(Indent::Tabs(white.len()))
    } else {
        None
    }
}

/// A value all that was seen agrees on.
#[derive(Debug, Default)]
enum Agreed<T> {
    #[default]
    Unseen,
    All(T),
    No,
}

impl<T: PartialEq + Copy> Agreed<T> {
    fn see(&mut self, value: Option<T>) {
        *self = match (&*self, value) {
            (Self::Unseen, Some(value)) => Self::All(value),
            (Self::All(before), Some(value)) if *before == value => Self::All(value),
            _ => Self::No,
        };
    }

    fn value(self) -> Option<T> {
        match self {
            Self::All(value) => Some(value),
            _ => None,
        }
    }
}
