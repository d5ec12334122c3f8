//! [`Reads`]: which fields a rule looks at.

use crate::model::{Field, Record};

/// A set of fields. A rule is asked about a record that has one of the fields it reads, and asked
/// again only when one of them has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reads(u128);

impl Reads {
    /// Every field, those no table knows included, and records without any.
    pub const ALL: Self = Self(u128::MAX);

    /// The fields that hold names.
    pub const NAMES: Self = Self::of(&[
        Field::Author,
        Field::Editor,
        Field::Translator,
        Field::BookAuthor,
        Field::SeriesEditor,
        Field::Holder,
        Field::Contributor,
    ]);

    /// What is no field that a table knows; there are fewer fields than this.
    const BEYOND: Self = Self(1 << 127);

    /// How many places there are: one a field, and one for what is no field.
    pub(super) const PLACES: usize = Self::LAST + 1;

    /// The place of what is no field.
    pub(super) const LAST: usize = Field::File as usize + 1;

    /// No field.
    pub(super) const NONE: Self = Self(0);

    /// These fields.
    pub const fn of(fields: &[Field]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < fields.len() {
            set |= 1_u128 << fields[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// The fields of `record`, and what [`Reads::ALL`] has beyond fields.
    pub(super) fn of_record(record: &Record) -> Self {
        Self(record.present() | Self::BEYOND.0)
    }

    /// This field.
    pub(super) const fn one(field: Field) -> Self {
        Self(1 << field as u32)
    }

    /// The fields of either set.
    #[must_use]
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The place of a field among all.
    pub(super) const fn place(field: Field) -> usize {
        field as usize
    }

    /// The places of the set, in order.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = rest.trailing_zeros() as usize;
            (rest != 0).then(|| {
                rest &= rest - 1;
                place.min(Self::LAST)
            })
        })
    }

    /// Whether a field is in both sets.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_meet_in_a_common_field() {
        let mut record = Record::default();
        assert!(Reads::ALL.meets(Reads::of_record(&record)));
        record.put(Field::File, "a.pdf");
        let fields = Reads::of_record(&record);
        assert!(fields.meets(Reads::of(&[Field::Title, Field::File])));
        assert!(!fields.meets(Reads::of(&[Field::Title])) && !fields.meets(Reads::NAMES));
        assert!(!Reads::NONE.meets(fields));
    }
}
