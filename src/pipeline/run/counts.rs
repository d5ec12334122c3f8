//! The figures of a run.

use serde::Serialize;

use super::{Group, Run};
use crate::dedup::{POLICIES, Policy};
use crate::report::Severity;

/// What a run counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Records read.
    pub read: usize,
    /// Records merged away into another.
    pub merged: usize,
    /// Records in the list.
    pub kept: usize,
    /// Records of the list without a title.
    pub incomplete: usize,
    /// Records without any field, which are not written.
    pub empty: usize,
    /// Records set aside for want of a title.
    pub set_aside: usize,
    /// Records left out because a library holds them.
    pub known: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Run {
    /// The figures of the run.
    pub fn counts(&self) -> Counts {
        let kept = self.groups.len();
        let in_groups: usize = self.groups.iter().map(|group| group.entries.len()).sum();
        let titled = |group: &&Group| group.entries.iter().any(|&at| self.is_titled(at));
        Counts {
            read: self.list_length(),
            merged: in_groups - kept,
            kept,
            empty: self
                .summaries
                .iter()
                .take(self.list_length())
                .filter(|summary| summary.empty)
                .count(),
            incomplete: kept - self.groups.iter().filter(titled).count(),
            set_aside: self.set_aside.len(),
            known: self.shelved.known.len(),
            warnings: self.findings.total(Severity::Warning),
        }
    }

    /// The policies that put a group together: it holds versions of one work rather than one record
    /// several times.
    pub fn policies(&self, group: &Group) -> impl Iterator<Item = &'static Policy> + '_ {
        self.policies_of(group.entries.first().copied().unwrap_or(u32::MAX))
    }

    /// The policies that put a cluster together whose first entry is `first`.
    pub(in crate::pipeline) fn policies_of(
        &self,
        first: u32,
    ) -> impl Iterator<Item = &'static Policy> + '_ {
        let start = self.policies.partition_point(|(entry, _)| *entry < first);
        let rest = self.policies.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(entry, _)| *entry == first)
            .map(|(_, policy)| *policy)
    }

    /// Every policy that put groups together, with the number of those groups, in the order of
    /// [`POLICIES`].
    pub fn policy_counts(&self) -> Vec<(&'static Policy, usize)> {
        let of = |wanted: &&'static Policy| {
            let met = |group: &&Group| self.policies(group).any(|one| one.doc.id == wanted.doc.id);
            (*wanted, self.groups.iter().filter(met).count())
        };
        if self.policies.is_empty() {
            return Vec::new();
        }
        let counts = POLICIES.iter().map(of);
        counts.filter(|(_, count)| *count > 0).collect()
    }
}
