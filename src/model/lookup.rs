//! [`NameIndex`]: from a name in any ASCII case to what it names, without building a key.

/// Finds entries of a static table by name. Built once; a look-up costs one hash of the name and,
/// nearly always, one comparison.
#[derive(Debug)]
pub(crate) struct NameIndex<T> {
    slots: Vec<Option<(&'static str, T)>>,
}

impl<T: Copy> NameIndex<T> {
    /// An index of `entries`. Of a name given twice the first entry counts.
    pub(crate) fn new(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        let size = (entries.len() * 8).next_power_of_two().max(8);
        let mut index = Self {
            slots: vec![None; size],
        };
        for (name, item) in entries {
            let at = index.slot(name);
            if let Some(slot @ None) = index.slots.get_mut(at) {
                *slot = Some((name, item));
            }
        }
        index
    }

    /// What `name` names, in whatever case it is written.
    pub(crate) fn get(&self, name: &str) -> Option<T> {
        let at = self.slot(name);
        self.slots.get(at).copied().flatten().map(|(_, item)| item)
    }

    /// The slot that holds `name`, or the free one where it would stand. There is always a free
    /// one, because the table is at most an eighth full.
    fn slot(&self, name: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(name) & mask;
        while let Some(Some((other, _))) = self.slots.get(at) {
            if *other == name || other.eq_ignore_ascii_case(name) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }
}

/// Mixes length, first, middle and last bytes with their case bit set. The table is fixed, so a
/// hostile name can collide with a few entries at most.
fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0) | 0x20);
    let n = bytes.len();
    let mixed = byte(0)
        .wrapping_add(byte(n / 2).wrapping_mul(31))
        .wrapping_add(byte(n.wrapping_sub(1)).wrapping_mul(961))
        .wrapping_add(n.wrapping_mul(29_791));
    mixed.wrapping_mul(0x9E37_79B1) >> 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_the_first_of_two_counts() {
        let index = NameIndex::new([("title", 1), ("Title", 2), ("doi", 3)]);
        assert_eq!(index.get("TITLE"), Some(1));
        assert_eq!(index.get("Doi"), Some(3));
        assert_eq!(index.get("titl"), None);
        assert_eq!(index.get(""), None);
    }

    #[test]
    fn an_empty_index_holds_nothing() {
        assert_eq!(NameIndex::<u8>::new([]).get("title"), None);
    }
}
