//! [`Links`]: must-link and cannot-link, as a person decided them. They win over all evidence.

use rustc_hash::FxHashMap;

/// What is decided beforehand about some records of a list, and the clusters as they grow under it.
///
/// Pairs to keep apart are given first; what would join two records that are apart, directly or
/// through others they are joined with, is then refused, whether a person asks for it or the
/// evidence does. [`Links::default`] decides nothing and costs nothing.
///
/// ```
/// use bibsift::dedup::Links;
/// let mut links = Links::new(3);
/// links.keep_apart(0, 1);
/// assert!(links.join(1, 2));
/// assert!(!links.join(2, 0), "0 and 1 are kept apart, and 1 and 2 are one");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// Union-find over the records; empty where nothing is decided.
    parent: Vec<u32>,
    /// For the record that stands for a cluster, records the cluster is kept apart from.
    apart: FxHashMap<u32, Vec<u32>>,
}

impl Links {
    /// Nothing decided yet about `count` records.
    pub fn new(count: usize) -> Self {
        Self {
            parent: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
            apart: FxHashMap::default(),
        }
    }

    /// Whether nothing is decided, so that [`Links::find`] tells nothing.
    pub fn is_empty(&self) -> bool {
        self.parent.is_empty()
    }

    /// Keeps two records apart, unless they are joined already; whether it could.
    pub fn keep_apart(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if a != b {
            self.apart.entry(a).or_default().push(b);
            self.apart.entry(b).or_default().push(a);
        }
        a != b
    }

    /// Joins two records, unless that puts together what is kept apart; whether they are joined.
    pub fn join(&mut self, a: u32, b: u32) -> bool {
        if self.is_empty() {
            return true;
        }
        if !self.allows(a, b) {
            return false;
        }
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return true;
        }
        // The longer list stays where it is, so that no list moves often.
        let length = |root| self.apart.get(&root).map_or(0, Vec::len);
        let (keep, give) = if length(a) >= length(b) {
            (a, b)
        } else {
            (b, a)
        };
        if let Some(parent) = self.parent.get_mut(give as usize) {
            *parent = keep;
        }
        if let Some(mut moved) = self.apart.remove(&give) {
            self.apart.entry(keep).or_default().append(&mut moved);
        }
        true
    }

    /// Whether two records may stand in one cluster.
    pub fn allows(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        let length = |root| self.apart.get(&root).map_or(0, Vec::len);
        let (few, other) = if length(a) <= length(b) {
            (a, b)
        } else {
            (b, a)
        };
        let Some(list) = self.apart.remove(&few) else {
            return true;
        };
        let allowed = list.iter().all(|one| self.find(*one) != other);
        self.apart.insert(few, list);
        allowed
    }

    /// The record that stands for the cluster of `id`.
    pub fn find(&mut self, id: u32) -> u32 {
        let mut at = id;
        while let Some(parent) = self.parent.get(at as usize).copied()
            && parent != at
        {
            // Every other record on the way points two steps further from now on.
            let next = self.parent.get(parent as usize).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(at as usize) {
                *slot = next;
            }
            at = next;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_apart_stays_apart_through_others() {
        let mut links = Links::new(6);
        links.keep_apart(0, 5);
        assert!(links.join(0, 1) && links.join(1, 2) && links.join(4, 5));
        assert!(!links.join(4, 2));
        assert!(links.join(3, 4) && !links.allows(3, 0));
        assert!(!links.keep_apart(1, 2), "joined already");
        assert!(links.join(0, 2), "joined already");
        assert_eq!(links.find(2), links.find(0));
    }

    #[test]
    fn nothing_decided_allows_all() {
        let mut links = Links::default();
        assert!(links.is_empty() && links.join(1, 2) && links.allows(7, 9));
    }
}
