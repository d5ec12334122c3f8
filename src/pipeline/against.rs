//! What libraries hold already: records of the list that are left out of it.

use super::Run;
use crate::dedup::{Decision, Policy};

/// What becomes of a list held against libraries.
#[derive(Debug, Default)]
pub(super) struct Shelved {
    pub(super) known: Vec<Known>,
    pub(super) repeated: Vec<Vec<u32>>,
}

/// A record that a library holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// Index of the entry left out.
    pub entry: u32,
    /// Index of the library's entry it is most like.
    pub library: u32,
    /// Index of the first entry of the list that is the same work: one for all that are.
    pub first: u32,
}

/// Entries of a library looked at for the one a record is most like.
const LOOKED_AT: usize = 20;

impl Run {
    /// Records left out because a library holds them, in order.
    pub fn known(&self) -> &[Known] {
        &self.shelved.known
    }

    /// The policies by which a library holds the work of a record, such as the published version of a
    /// preprint.
    pub fn policies_of_known(&self, known: &Known) -> impl Iterator<Item = &'static Policy> + '_ {
        self.policies_of(known.first)
    }

    /// Works that the libraries hold more than once, as entries; nothing is done about them.
    pub fn library_duplicates(&self) -> &[Vec<u32>] {
        &self.shelved.repeated
    }

    /// The citation key of a library's entry, or its id where it has none.
    pub fn library_key(&self, entry: u32) -> String {
        let key = self.record(entry).key;
        if key.is_empty() {
            self.id(entry).to_owned()
        } else {
            key
        }
    }

    /// Citation keys of records left out, with the key in the library that replaces each.
    pub(super) fn keys_of_libraries(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.known().iter().filter_map(|known| {
            let own = self.summary(known.entry)?.own_key;
            let (old, new) = (
                self.record(known.entry).key,
                self.library_key(known.library),
            );
            (own && old != new).then_some((old, new))
        })
    }

    /// The name of the input of an entry.
    pub fn input_name(&self, entry: u32) -> &str {
        let input = self.entries().get(entry as usize).map(|one| one.input);
        let input = input.and_then(|at| self.inputs().get(at as usize));
        input.map_or("", |input| &input.source.name)
    }

    /// Takes what is in a library, and the library itself, out of `clusters`.
    pub(super) fn shelve(&mut self, clusters: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
        let list_length = u32::try_from(self.list_length()).unwrap_or(u32::MAX);
        if list_length as usize == self.entries().len() {
            return clusters;
        }
        let mut shelved = Shelved::default();
        let mut evidence = None;
        let mut kept = Vec::with_capacity(clusters.len());
        for cluster in clusters {
            let (list, library): (Vec<u32>, Vec<u32>) =
                cluster.into_iter().partition(|entry| *entry < list_length);
            let Some(held) = library.first() else {
                kept.push(list);
                continue;
            };
            let first = list.first().copied().unwrap_or_default();
            for entry in list {
                let mut nearest = *held;
                if library.len() > 1 {
                    let evidence = evidence.get_or_insert_with(|| self.evidence());
                    let likeness = |other: &&u32| {
                        let evidence = evidence.as_ref()?;
                        let score = evidence.of(entry, **other)?;
                        let copies = evidence.are_copies(entry, **other);
                        let merges = evidence.decision(&score) == Decision::Merge;
                        Some((copies, merges, score.total))
                    };
                    // Of equals the first.
                    let looked_at = library.iter().take(LOOKED_AT).rev();
                    let most = looked_at.max_by(|one, other| {
                        let (one, other) = (likeness(one), likeness(other));
                        one.partial_cmp(&other).unwrap_or(std::cmp::Ordering::Equal)
                    });
                    nearest = most.copied().unwrap_or(nearest);
                }
                shelved.known.push(Known {
                    entry,
                    library: nearest,
                    first,
                });
            }
            if library.len() > 1 {
                shelved.repeated.push(library);
            }
        }
        shelved.known.sort_unstable();
        self.shelved = shelved;
        kept
    }
}
