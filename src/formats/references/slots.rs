//! [`Slots`]: what belongs to the features that weigh anything, by their hashes.

/// Open addressing: hashes, each with what belongs to it, of which the default stands for nothing.
/// Hashes need no hasher, and no input chooses those that are in.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots<T>(Vec<(u32, T)>);

impl<T: Copy + Default + PartialEq> Slots<T> {
    /// With places for twice as many as `count` hashes, so that some stay free.
    pub(super) fn with_room(count: usize) -> Self {
        let places = (count * 2).next_power_of_two().max(2);
        Self(vec![(0, T::default()); places])
    }

    /// Whether there is no place at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts in a hash. No more go in than there is room for.
    pub(super) fn insert(&mut self, hash: u32, value: T) {
        let mask = self.0.len().saturating_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.0.get_mut(at) {
            if slot.1 == T::default() {
                *slot = (hash, value);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// What belongs to a hash; the default where it is not in.
    #[inline]
    pub(super) fn get(&self, hash: u32) -> T {
        let mask = self.0.len().saturating_sub(1);
        let mut at = hash as usize & mask;
        while let Some((other, value)) = self.0.get(at) {
            if *other == hash || *value == T::default() {
                return *value;
            }
            at = (at + 1) & mask;
        }
        T::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_one_place_are_told_apart() {
        let mut slots = Slots::with_room(3);
        for hash in [8, 16, 24] {
            slots.insert(hash, hash + 1);
        }
        assert_eq!(
            [8, 16, 24, 32, 0].map(|hash| slots.get(hash)),
            [9, 17, 25, 0, 0]
        );
    }

    #[test]
    fn without_places_nothing_is_in() {
        assert_eq!(Slots::<i8>::default().get(7), 0);
        assert!(Slots::<i8>::default().is_empty());
    }
}
