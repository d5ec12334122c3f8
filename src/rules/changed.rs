//! [`Changed`]: which rules changed a record.

use super::{RULES, Rule};

/// A set of the rules of [`RULES`], by their place there.
///
/// ```
/// use bibsift::model::{Field, Record};
/// use bibsift::report::Findings;
/// use bibsift::rules::{self, Changed, Settings};
///
/// let mut record = Record::default();
/// record.put(Field::Title, "On Growth and Form");
/// record.put(Field::Language, "en");
/// let changed = rules::run(&mut record, &Settings::default(), &mut Findings::default());
/// assert!(changed.is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed(u64);

/// More rules than a set has bits do not compile.
const _: () = assert!(RULES.len() <= Changed::MOST);

impl Changed {
    /// How many rules a set can tell apart.
    pub(super) const MOST: usize = u64::BITS as usize;

    /// No rule.
    pub(super) const NONE: Self = Self(0);

    /// Whether no rule is in the set.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The rules of the set, in the order of [`RULES`].
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        self.places().filter_map(|place| RULES.get(place).copied())
    }

    /// The places in the set, from the first.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = rest.trailing_zeros() as usize;
            (rest != 0).then(|| {
                rest &= rest - 1;
                place
            })
        })
    }

    /// The first place in the set from `place` on.
    pub(super) fn from(self, place: usize) -> Option<usize> {
        let rest = self.0 & u64::MAX.checked_shl(u32::try_from(place).ok()?)?;
        (rest != 0).then(|| rest.trailing_zeros() as usize)
    }

    /// Whether the rule at `place` is in the set.
    pub(super) fn has(self, place: usize) -> bool {
        self.0 & (1 << (place % Self::MOST)) != 0
    }

    /// The set without the rule at `place`.
    pub(super) fn remove(&mut self, place: usize) {
        self.0 &= !(1 << (place % Self::MOST));
    }

    /// The rules of either set.
    #[must_use]
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The rules of both sets.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The rules of the set that are `wanted`.
    pub(super) fn only(self, wanted: impl Fn(&Rule) -> bool) -> Self {
        let mut only = Self::NONE;
        for place in self.places() {
            if RULES.get(place).is_some_and(|rule| wanted(rule)) {
                only.insert(place);
            }
        }
        only
    }

    /// The set with the rule at `place` in it.
    pub(super) const fn insert(&mut self, place: usize) {
        self.0 |= 1 << (place % Self::MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_in_order() {
        let mut set = Changed::NONE;
        assert!(set.is_empty() && set.places().next().is_none());
        for place in [63, 0, 7] {
            set.insert(place);
        }
        assert_eq!(set.places().collect::<Vec<_>>(), [0, 7, 63]);
        assert_eq!(set.rules().count(), 2);
    }
}
