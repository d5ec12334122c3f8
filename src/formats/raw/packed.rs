//! [`Packed`]: the fields of all records in a few bytes each.
//!
//! Fields follow each other closely, so each place is kept as the distance from the one before:
//! numbers of one byte mostly, of more where a value is long or the order is another.

use super::{Meaning, RawField, RawName};
use crate::model::FIELDS;
use crate::source::Span;

/// Fields of many records, one after the other.
#[derive(Debug, Default)]
pub(super) struct Packed(Vec<u8>);

impl Packed {
    /// Where the next field goes.
    pub(super) fn end(&self) -> usize {
        self.0.len()
    }

    /// Appends fields of a record that begins at `start`, and says how many there were.
    pub(super) fn push(&mut self, start: u32, fields: impl IntoIterator<Item = RawField>) -> usize {
        let (mut at, mut count) = (start, 0);
        for RawField { name, value } in fields {
            match name {
                RawName::Written(name) => {
                    self.number(folded(at, name.start) << 1);
                    self.number(u64::from(length(name)));
                    self.number(folded(name.end, value.start));
                }
                RawName::Meant(meaning) => {
                    self.number(folded(at, value.start) << 1 | 1);
                    self.number(code(meaning));
                }
            }
            self.number(u64::from(length(value)));
            (at, count) = (value.end, count + 1);
        }
        count
    }

    /// The `count` fields from `from` on, which are of a record that begins at `start`.
    pub(super) fn fields(&self, from: usize, count: usize, start: u32) -> Fields<'_> {
        Fields {
            bytes: self.0.get(from..).unwrap_or_default(),
            left: count,
            at: start,
        }
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow. Most numbers are
    /// of one byte.
    #[inline]
    fn number(&mut self, number: u64) {
        match u8::try_from(number) {
            Ok(byte) if byte < 0x80 => self.0.push(byte),
            _ => self.long_number(number),
        }
    }

    fn long_number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }
}

/// The fields of one record, in order.
#[derive(Debug, Clone)]
pub struct Fields<'r> {
    bytes: &'r [u8],
    left: usize,
    at: u32,
}

impl Fields<'_> {
    /// The next number. Most are of one byte.
    #[inline]
    fn number(&mut self) -> Option<u64> {
        let (byte, rest) = self.bytes.split_first()?;
        if *byte >= 0x80 {
            return self.long_number();
        }
        self.bytes = rest;
        Some(u64::from(*byte))
    }

    fn long_number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0_u32);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn span(&mut self, start: u32) -> Option<Span> {
        let end = start.wrapping_add(u32::try_from(self.number()?).ok()?);
        Some(Span { start, end })
    }
}

impl Iterator for Fields<'_> {
    type Item = RawField;

    fn next(&mut self) -> Option<RawField> {
        self.left = self.left.checked_sub(1)?;
        // Most fields have a name, and numbers of one byte.
        if let [head, name, gap, value, rest @ ..] = self.bytes
            && head & 1 == 0
            && (head | name | gap | value) & 0x80 == 0
        {
            self.bytes = rest;
            let name = behind(unfolded(self.at, u64::from(head >> 1)), *name);
            let value = behind(unfolded(name.end, u64::from(*gap)), *value);
            self.at = value.end;
            return Some(RawField::written(name, value));
        }
        let head = self.number()?;
        let start = unfolded(self.at, head >> 1);
        let (name, start) = if head & 1 == 0 {
            let name = self.span(start)?;
            let gap = self.number()?;
            (RawName::Written(name), unfolded(name.end, gap))
        } else {
            (RawName::Meant(meaning(self.number()?)?), start)
        };
        let value = self.span(start)?;
        self.at = value.end;
        Some(RawField { name, value })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Fields<'_> {}

/// The span of a length from `start` on.
fn behind(start: u32, length: u8) -> Span {
    let end = start.wrapping_add(u32::from(length));
    Span { start, end }
}

fn length(span: Span) -> u32 {
    span.end.wrapping_sub(span.start)
}

/// The distance from one place to the other, small where they are near in whatever order.
fn folded(from: u32, to: u32) -> u64 {
    if to >= from {
        u64::from(to - from) << 1
    } else {
        u64::from(from - to) << 1 | 1
    }
}

/// The place at a distance from `from`.
fn unfolded(from: u32, distance: u64) -> u32 {
    let steps = u32::try_from(distance >> 1).unwrap_or(u32::MAX);
    if distance & 1 == 0 {
        from.wrapping_add(steps)
    } else {
        from.wrapping_sub(steps)
    }
}

/// What is meant that is no field; the number of a field comes after these.
const OTHERS: [Meaning; 4] = [
    Meaning::AuthorsTruncated,
    Meaning::Statement,
    Meaning::StatementSection,
    Meaning::FamilyName,
];

fn code(meaning: Meaning) -> u64 {
    match meaning {
        Meaning::AuthorsTruncated => 0,
        Meaning::Statement => 1,
        Meaning::StatementSection => 2,
        Meaning::FamilyName => 3,
        Meaning::Field(field) => OTHERS.len() as u64 + field as u64,
    }
}

fn meaning(code: u64) -> Option<Meaning> {
    let at = usize::try_from(code).ok()?;
    OTHERS.get(at).copied().or_else(|| {
        let spec = FIELDS.get(at - OTHERS.len())?;
        Some(Meaning::Field(spec.field))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span() -> impl Strategy<Value = Span> {
        let place = prop_oneof![0..300_u32, any::<u32>()];
        (place.clone(), place).prop_map(|(one, other)| Span {
            start: one.min(other),
            end: one.max(other),
        })
    }

    fn field() -> impl Strategy<Value = RawField> {
        let others = (0..OTHERS.len()).prop_map(|at| RawName::Meant(OTHERS[at]));
        let fields = (0..FIELDS.len()).prop_map(|at| FIELDS[at].field);
        let name = prop_oneof![
            span().prop_map(RawName::Written),
            fields.prop_map(|field| RawName::Meant(Meaning::Field(field))),
            others
        ];
        (name, span()).prop_map(|(name, value)| RawField { name, value })
    }

    proptest! {
        #[test]
        fn fields_come_back(
            one in proptest::collection::vec(field(), 0..6),
            other in proptest::collection::vec(field(), 0..6),
            start in any::<u32>(),
        ) {
            let mut packed = Packed::default();
            let count = packed.push(start, one.clone());
            let from = packed.end();
            packed.push(7, other.clone());
            prop_assert_eq!(packed.fields(0, count, start).collect::<Vec<_>>(), one);
            prop_assert_eq!(packed.fields(from, other.len(), 7).collect::<Vec<_>>(), other);
        }
    }

    #[test]
    fn a_field_behind_the_one_before_takes_few_bytes() {
        let mut packed = Packed::default();
        let written = RawField::written(Span::new(101, 103), Span::new(107, 200));
        packed.push(100, [written]);
        assert_eq!(packed.end(), 4);
    }
}
