//! Which works are in the list, in which order, and under which keys.

use std::collections::HashSet;

use super::{Group, Run, SetAside};
use crate::pipeline::keys::Unique;
use crate::pipeline::{Keys, Sort};

impl Run {
    /// Drops the empty, sets aside, sorts, and gives every work its key, if it is to have one.
    pub(super) fn settle(&mut self, mut clusters: Vec<Vec<u32>>) {
        clusters.retain_mut(|cluster| {
            cluster.retain(|&entry| !self.summary(entry).is_some_and(|one| one.empty));
            !cluster.is_empty()
        });
        clusters = self.shelve(clusters);
        if self.options.require_title {
            let (kept, aside): (Vec<_>, Vec<_>) = clusters
                .into_iter()
                .partition(|cluster| cluster.iter().any(|&entry| self.is_titled(entry)));
            clusters = kept;
            let aside = aside.into_iter().flatten();
            self.set_aside = aside
                .map(|entry| SetAside {
                    entry,
                    reason: "no title".to_owned(),
                })
                .collect();
        }
        let sort_keys = std::mem::take(&mut self.sort_keys);
        if !sort_keys.is_empty() {
            let key = |cluster: &[u32]| sort_keys.get(*cluster.first()? as usize);
            clusters.sort_by(|a, b| key(a).cmp(&key(b)));
        }
        self.groups = self.name(clusters);
        if self.options.sort == Some(Sort::Key) {
            self.groups.sort_by(|a, b| a.key.cmp(&b.key));
        }
        // The groups have the keys now.
        for summary in &mut self.summaries {
            summary.key = Box::default();
        }
    }

    pub(super) fn is_titled(&self, entry: u32) -> bool {
        self.summary(entry).is_some_and(|summary| summary.titled)
    }

    /// Gives every cluster its key: that of its first entry which came with one, else the longest
    /// made for any of its entries, since a more complete record makes a longer key.
    fn name(&self, clusters: Vec<Vec<u32>>) -> Vec<Group> {
        if self.options.keys == Keys::None {
            let unnamed = |entries: Vec<u32>| Group {
                entries: entries.into(),
                key: Box::default(),
                replaced: Box::default(),
            };
            return clusters.into_iter().map(unnamed).collect();
        }
        let mut unique = Unique::with_capacity(clusters.len());
        // The list may be added to the library, which has keys of its own.
        for summary in self.summaries.iter().skip(self.list_length()) {
            if summary.own_key {
                unique.reserve(&summary.key);
            }
        }
        // Keys that came with a record go first, so that no made key takes one from it.
        let kept: Vec<Option<Box<str>>> = clusters
            .iter()
            .map(|cluster| {
                let first = self.keys(cluster, true).next()?;
                Some(unique.take(first.to_owned()).into())
            })
            .collect();
        let with_keys = clusters.into_iter().zip(kept);
        with_keys
            .map(|(entries, kept)| {
                let key = kept.unwrap_or_else(|| {
                    let made = self.keys(&entries, false).rev();
                    let longest = made.max_by_key(|key| key.len()).unwrap_or_default();
                    unique.take(longest.to_owned()).into()
                });
                let others = self.keys(&entries, true).filter(|old| *old != &*key);
                let mut told = HashSet::new();
                let replaced = others.filter(|old| told.insert(*old));
                Group {
                    replaced: replaced.map(str::to_owned).collect(),
                    entries: entries.into(),
                    key,
                }
            })
            .collect()
    }

    /// The keys of a cluster that came with its records, or those made for the others.
    fn keys<'a>(
        &'a self,
        cluster: &'a [u32],
        own: bool,
    ) -> impl DoubleEndedIterator<Item = &'a str> {
        let all = cluster.iter().filter_map(|&entry| self.summary(entry));
        let wanted = all.filter(move |summary| summary.own_key == own);
        wanted.map(|summary| &*summary.key)
    }
}
