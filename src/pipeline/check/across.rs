//! Entries of several files that have one key or are one work.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::faults::{ENTRY_IN_TWO_FILES, KEY_IN_TWO_FILES};
use super::ignore_comments::{self, Ignores};
use super::{File, Finding, duplicates};
use crate::formats::RawRecord;
use crate::formats::bibtex::lint;
use crate::report::{Label, Severity};
use crate::source::{LineIndex, Place};

/// An entry: the place of its file, and its own in it.
type Entry = (usize, usize);

/// What the files in which it is asked for share, told of the later one. Entries that have one key
/// are told of once, whatever they say.
pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let asked = |id: &str| {
        let all = files.iter().enumerate();
        let asked = all.filter(|(_, file)| file.options.selection.has(id));
        asked.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let mut told = Told {
        files,
        lines: BTreeMap::new(),
        sharing: BTreeSet::new(),
        found: Vec::new(),
    };
    told.keys(&asked(KEY_IN_TWO_FILES.id));
    told.works(&asked(ENTRY_IN_TWO_FILES.id));
    let mut ignores = BTreeMap::new();
    told.found.retain(|finding| {
        let at = finding.place.source.0 as usize;
        let ignores = ignores.entry(at).or_insert_with(|| ignores_of(files, at));
        !ignores
            .as_ref()
            .is_some_and(|ignores| ignores.cover(finding))
    });
    told.found
}

struct Told<'f> {
    files: &'f [File],
    lines: BTreeMap<usize, LineIndex>,
    /// Entries of which it was told that they share a key.
    sharing: BTreeSet<Entry>,
    found: Vec<Finding>,
}

impl<'f> Told<'f> {
    /// The first entry of each file that has a key an entry of an earlier file has.
    fn keys(&mut self, files: &[usize]) {
        let mut first: BTreeMap<&str, (Entry, usize)> = BTreeMap::new();
        for &at in files {
            let Some(file) = self.files.get(at).filter(|file| file.is_bib()) else {
                continue;
            };
            for (index, raw) in file.input.raws.records.iter().enumerate() {
                let key = raw.key.of(&file.input.source.text);
                let (entry, last) = first.entry(key).or_insert(((at, index), at));
                if key.is_empty() || std::mem::replace(last, at) == at {
                    continue;
                }
                let entry = *entry;
                self.sharing.insert((at, index));
                let message = |place: &str| format!("{place} has the key '{key}' too");
                self.tell(
                    &KEY_IN_TWO_FILES,
                    (at, index),
                    entry,
                    "has the same key",
                    message,
                );
            }
        }
    }

    /// The first entry of each file that is the same work as one of an earlier file.
    fn works(&mut self, files: &[usize]) {
        if files.len() < 2 {
            return;
        }
        let mut entries: Vec<Entry> = Vec::new();
        for &at in files {
            let records = self
                .files
                .get(at)
                .map_or(0, |file| file.input.raws.records.len());
            entries.extend((0..records).map(|index| (at, index)));
        }
        let features = entries.par_iter().filter_map(|(at, index)| {
            let file = self.files.get(*at)?;
            Some(duplicates::features(file, *index))
        });
        let outcome = duplicates::matched(&features.collect::<Vec<_>>());
        for cluster in outcome.clusters() {
            let mut first: Vec<Entry> = Vec::new();
            for &(at, index) in cluster.iter().filter_map(|at| entries.get(*at as usize)) {
                if first.last().is_none_or(|(last, _)| *last != at) {
                    first.push((at, index));
                }
            }
            let Some((one, others)) = first.split_first() else {
                continue;
            };
            for other in others {
                if self.key(*one) == self.key(*other) && self.sharing.contains(other) {
                    continue;
                }
                let key = match self.key(*one) {
                    "" => String::new(),
                    key => format!("'{key}' in "),
                };
                let message = |place: &str| format!("the same work as {key}{place}");
                self.tell(&ENTRY_IN_TWO_FILES, *other, *one, "the same work", message);
            }
        }
    }

    fn tell(
        &mut self,
        fault: &'static crate::doc::Doc,
        entry: Entry,
        other: Entry,
        label: &str,
        message: impl Fn(&str) -> String,
    ) {
        let (Some(place), Some(first)) = (self.place(entry), self.place(other)) else {
            return;
        };
        let Some(source) = self.files.get(other.0).map(|file| &file.input.source) else {
            return;
        };
        let lines = self.lines.entry(other.0);
        let lines = lines.or_insert_with(|| LineIndex::new(&source.text));
        let line = lines.line_column(&source.text, first.span.start).line;
        self.found.push(Finding {
            fault,
            severity: Severity::Warning,
            place,
            record: self.key(entry).to_owned(),
            field: None,
            message: message(&format!("{}:{line}", source.name)),
            labels: vec![Label {
                place: first,
                text: label.to_owned(),
            }],
            safety: None,
            fix: None,
        });
    }

    fn raw(&self, (at, index): Entry) -> Option<(&'f File, &'f RawRecord)> {
        let file = self.files.get(at)?;
        Some((file, file.input.raws.records.get(index)?))
    }

    fn key(&self, entry: Entry) -> &'f str {
        self.raw(entry)
            .map_or("", |(file, raw)| raw.key.of(&file.input.source.text))
    }

    fn place(&self, entry: Entry) -> Option<Place> {
        let (file, raw) = self.raw(entry)?;
        Some(duplicates::place(&file.input.source, raw))
    }
}

/// What the comments of a file ask to ignore.
fn ignores_of(files: &[File], at: usize) -> Option<Ignores> {
    let file = files.get(at).filter(|file| file.is_bib())?;
    let text = &file.input.source.text;
    let cut = lint::File::again(text, &file.input.raws, file.options.model);
    Some(ignore_comments::read(&cut))
}
