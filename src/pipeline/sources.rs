//! How much each source gave, as a flow chart of a systematic review counts it.

use std::collections::HashMap;

use serde::Serialize;

use super::Run;

/// What became of the records of one source. The first number is the sum of those from `within` to
/// `kept`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SourceCounts {
    /// Its name.
    pub source: String,
    /// Records identified.
    pub records: usize,
    /// Merged into another record of the same source.
    pub within: usize,
    /// Merged into a record of another source.
    pub across: usize,
    /// Left out because a library holds them.
    pub known: usize,
    /// Set aside for want of a title.
    pub set_aside: usize,
    /// Without any field.
    pub empty: usize,
    /// In the list. A work of several sources counts for that which gave it first.
    pub kept: usize,
    /// Works of the list that no other source gave.
    pub unique: usize,
}

impl Run {
    /// The counts of every source, in the order of the inputs. Inputs of one label are one source;
    /// libraries are none.
    pub fn sources(&self) -> Vec<SourceCounts> {
        let mut all: Vec<SourceCounts> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut of_input = Vec::new();
        for input in self.inputs().iter().filter(|input| !input.library) {
            let at = *places.entry(&input.label).or_insert(all.len());
            if at == all.len() {
                all.push(SourceCounts {
                    source: input.label.clone(),
                    ..SourceCounts::default()
                });
            }
            if let Some(counts) = all.get_mut(at) {
                counts.records += input.raws.records.len();
            }
            of_input.push(at);
        }
        let entries = self.entries();
        let place = |entry: u32| {
            let entry = entries.get(entry as usize)?;
            of_input.get(entry.input as usize).copied()
        };
        for group in self.groups() {
            let mut met: Vec<usize> = Vec::new();
            for at in group.entries.iter().filter_map(|entry| place(*entry)) {
                let Some(counts) = all.get_mut(at) else {
                    continue;
                };
                if met.is_empty() {
                    counts.kept += 1;
                } else if met.contains(&at) {
                    counts.within += 1;
                } else {
                    counts.across += 1;
                }
                if !met.contains(&at) {
                    met.push(at);
                }
            }
            if let [only] = met.as_slice()
                && let Some(counts) = all.get_mut(*only)
            {
                counts.unique += 1;
            }
        }
        let mut count = |entry: u32, of: fn(&mut SourceCounts) -> &mut usize| {
            if let Some(counts) = place(entry).and_then(|at| all.get_mut(at)) {
                *of(counts) += 1;
            }
        };
        for known in self.known() {
            count(known.entry, |counts| &mut counts.known);
        }
        for aside in self.set_aside() {
            count(aside.entry, |counts| &mut counts.set_aside);
        }
        let list = 0..u32::try_from(self.list_length()).unwrap_or(u32::MAX);
        for entry in list {
            if self.summary(entry).is_some_and(|summary| summary.empty) {
                count(entry, |counts| &mut counts.empty);
            }
        }
        all
    }
}
