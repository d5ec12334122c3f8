//! [`Run`]: inputs read, records judged and matched, the order of the list settled.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::faults::EMPTY_RECORD;
use super::input::Input;
use super::keys::Unique;
use super::summary::{Summary, sort_key};
use super::{Options, Sort};
use crate::dedup::{self, Features, ScoredPair};
use crate::model::Record;
use crate::report::{Diagnostic, Findings, Severity};
use crate::rules::{self, Changed, Settings};

/// How many records one parallel step handles.
const CHUNK: usize = 512;

/// A list of references, read and judged, ready to be written.
#[derive(Debug)]
pub struct Run {
    pub(super) options: Options,
    pub(super) inputs: Vec<Input>,
    pub(super) entries: Vec<Entry>,
    summaries: Vec<Summary>,
    /// What the records are sorted by; empty in order of appearance and for the order of keys.
    sort_keys: Vec<Box<str>>,
    /// What the records are matched by; empty when nothing is matched.
    features: Vec<Features>,
    groups: Vec<Group>,
    set_aside: Vec<SetAside>,
    review: Vec<ScoredPair>,
    findings: Findings,
}

/// What a parallel step takes from its records.
#[derive(Default)]
struct Chunk {
    summaries: Vec<Summary>,
    sort_keys: Vec<Box<str>>,
    features: Vec<Features>,
    findings: Findings,
}

/// One record read: which input, which of its raw records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Index of the input.
    pub input: u32,
    /// Index of the raw record in it.
    pub record: u32,
}

/// The entries that are one work, and its citation key in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Indices of entries in order of appearance; the first gives the record its place.
    pub entries: Box<[u32]>,
    /// The citation key.
    pub key: Box<str>,
    /// Citation keys of the inputs that this key replaces.
    pub replaced: Box<[String]>,
}

/// A record left out of the list, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Index of the entry.
    pub entry: u32,
    /// In a few words: `no title`, `duplicate of KEY`.
    pub reason: String,
}

/// What a run counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
    /// Warnings.
    pub warnings: usize,
}

/// Called now and then with the number of records done and of all there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Run {
    /// Judges and matches the records of `inputs` as `options` say. `findings` holds what reading
    /// the inputs found already.
    ///
    /// ```
    /// use bibsift::pipeline::{Input, Options, Run};
    /// use bibsift::report::Findings;
    /// use bibsift::source::{Source, SourceId};
    ///
    /// let text = "@book{a, title={On Growth and Form}, author={Thompson, D. W.}, year=1917}\n\
    ///             @book{b, title={On growth and form.}, author={Thompson, D. W.}, year=1917}";
    /// let mut findings = Findings::default();
    /// let source = Source::new(SourceId(0), "refs.bib", text);
    /// let input = Input::from_source(source, None, &mut findings);
    /// let run = Run::new(vec![input], Options::clean(), findings, &|_, _| ());
    /// assert_eq!(run.counts().kept, 1);
    /// ```
    pub fn new(
        inputs: Vec<Input>,
        options: Options,
        findings: Findings,
        progress: Progress<'_>,
    ) -> Self {
        let entries = entries(&inputs);
        let mut run = Self {
            options,
            inputs,
            entries,
            summaries: Vec::new(),
            sort_keys: Vec::new(),
            features: Vec::new(),
            groups: Vec::new(),
            set_aside: Vec::new(),
            review: Vec::new(),
            findings,
        };
        run.summarise(progress);
        let clusters = run.match_entries();
        run.settle(clusters);
        run
    }

    /// The inputs.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The entries read, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The works of the list in output order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What was left out for want of a title.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Pairs that may be the same work: neither merged nor clearly apart.
    pub fn review(&self) -> &[ScoredPair] {
        &self.review
    }

    /// What was found, in order of input.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What was done with them.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The figures of the run.
    pub fn counts(&self) -> Counts {
        let kept = self.groups.len();
        let in_groups: usize = self.groups.iter().map(|group| group.entries.len()).sum();
        let titled = |group: &&Group| group.entries.iter().any(|&at| self.is_titled(at));
        Counts {
            read: self.entries.len(),
            merged: in_groups - kept,
            kept,
            empty: self
                .summaries
                .iter()
                .filter(|summary| summary.empty)
                .count(),
            incomplete: kept - self.groups.iter().filter(titled).count(),
            set_aside: self.set_aside.len(),
            warnings: self.findings.total(Severity::Warning),
        }
    }

    /// The record of an entry, made again from its text: read, and normalised if the run does so.
    pub fn record(&self, entry: u32) -> Record {
        let mut nothing = Findings::nothing();
        let mut record = self.lower(entry, &mut nothing);
        if let (Some(settings), Some(summary)) = (&self.options.rules, self.summary(entry)) {
            rules::run_again(&mut record, settings, summary.changed);
            self.apply_own(&mut record, settings, &mut nothing);
        }
        record
    }

    /// Weighs pairs of entries as the run did; [`None`] if nothing is matched.
    pub fn evidence(&self) -> Option<PairEvidence<'_>> {
        let options = self.options.dedup.as_ref()?;
        let context = dedup::Context::of(&self.features, options);
        Some(PairEvidence {
            features: &self.features,
            context,
        })
    }

    /// Reads and normalises a record, and says which rules changed it.
    fn make(&self, entry: u32, findings: &mut Findings) -> (Record, Changed) {
        let mut record = self.lower(entry, findings);
        let mut changed = Changed::default();
        if let Some(settings) = &self.options.rules {
            changed = rules::run(&mut record, settings, findings);
            self.apply_own(&mut record, settings, findings);
        }
        (record, changed)
    }

    fn apply_own(&self, record: &mut Record, settings: &Settings, findings: &mut Findings) {
        for rule in &self.options.own_rules {
            rules::apply(rule, record, settings, findings);
        }
    }

    fn lower(&self, entry: u32, findings: &mut Findings) -> Record {
        let found = self.entries.get(entry as usize).and_then(|entry| {
            let input = self.inputs.get(entry.input as usize)?;
            Some(input.lower(entry.record as usize, findings))
        });
        found.unwrap_or_default()
    }

    fn is_titled(&self, entry: u32) -> bool {
        self.summary(entry).is_some_and(|summary| summary.titled)
    }

    fn summarise(&mut self, progress: Progress<'_>) {
        let total = self.entries.len();
        let done = AtomicUsize::new(0);
        let starts: Vec<usize> = (0..total).step_by(CHUNK).collect();
        let chunks: Vec<Chunk> = starts
            .par_iter()
            .map(|&start| {
                let end = (start + CHUNK).min(total);
                let chunk = self.chunk(start..end);
                let before = done.fetch_add(end - start, Ordering::Relaxed);
                progress(before + end - start, total);
                chunk
            })
            .collect();
        self.summaries.reserve_exact(total);
        if self.options.dedup.is_some() {
            self.features.reserve_exact(total);
        }
        for chunk in chunks {
            self.summaries.extend(chunk.summaries);
            self.sort_keys.extend(chunk.sort_keys);
            self.features.extend(chunk.features);
            self.findings.append(chunk.findings);
        }
    }

    fn chunk(&self, entries: Range<usize>) -> Chunk {
        let mut chunk = Chunk {
            findings: self.findings.fork(),
            ..Chunk::default()
        };
        for at in entries {
            let entry = u32::try_from(at).unwrap_or(u32::MAX);
            let (record, changed) = self.make(entry, &mut chunk.findings);
            let citation_key = self.has_citation_key(entry);
            let summary = Summary::of(&record, changed, &self.options, citation_key);
            if summary.empty {
                chunk
                    .findings
                    .push(&EMPTY_RECORD, Severity::Warning, || Diagnostic {
                        fault: &EMPTY_RECORD,
                        severity: Severity::Warning,
                        place: record.place,
                        record: record.key.clone(),
                        field: None,
                        message: "the record holds no field and is not written".to_owned(),
                        labels: Vec::new(),
                    });
            }
            chunk.summaries.push(summary);
            if let Some(sort) = self.options.sort.filter(|sort| *sort != Sort::Key) {
                chunk.sort_keys.push(sort_key(&record, sort).into());
            }
            if self.options.dedup.is_some() {
                chunk.features.push(dedup::features(&record));
            }
        }
        chunk
    }

    /// Whether the key of a record is one its owner may have used in a manuscript: its format has
    /// such keys, or the record states one apart from the number that is its format's own id.
    fn has_citation_key(&self, entry: u32) -> bool {
        let found = self.entries.get(entry as usize).and_then(|entry| {
            let input = self.inputs.get(entry.input as usize)?;
            Some((
                input.reader?,
                input.raws.records.get(entry.record as usize)?,
            ))
        });
        found.is_some_and(|(reader, raw)| reader.has_citation_keys() || raw.key.is_empty())
    }

    /// Clusters of entries, each in order, the clusters in order of their first entry.
    fn match_entries(&mut self) -> Vec<Vec<u32>> {
        let count = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let Some(options) = &self.options.dedup else {
            return (0..count).map(|entry| vec![entry]).collect();
        };
        let outcome = dedup::run(&self.features, options);
        let clusters = outcome.clusters();
        self.review = outcome.review;
        clusters
    }

    /// Drops the empty, sets aside, sorts, and gives every work its key.
    fn settle(&mut self, mut clusters: Vec<Vec<u32>>) {
        clusters.retain_mut(|cluster| {
            cluster.retain(|&entry| !self.summary(entry).is_some_and(|one| one.empty));
            !cluster.is_empty()
        });
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

    fn summary(&self, entry: u32) -> Option<&Summary> {
        self.summaries.get(entry as usize)
    }

    /// Gives every cluster its key: that of its first entry which came with one, else the longest
    /// made for any of its entries, since a more complete record makes a longer key.
    fn name(&self, clusters: Vec<Vec<u32>>) -> Vec<Group> {
        let keys = |cluster: &[u32], own: bool| -> Vec<&str> {
            let all = cluster.iter().filter_map(|&entry| self.summary(entry));
            let wanted = all.filter(|summary| summary.own_key == own);
            wanted.map(|summary| &*summary.key).collect()
        };
        let mut unique = Unique::default();
        // Keys that came with a record go first, so that no made key takes one from it.
        let kept: Vec<Option<Box<str>>> = clusters
            .iter()
            .map(|cluster| {
                let first = keys(cluster, true).into_iter().next()?;
                Some(unique.take(first.to_owned()).into())
            })
            .collect();
        let with_keys = clusters.into_iter().zip(kept);
        with_keys
            .map(|(entries, kept)| {
                let key = kept.unwrap_or_else(|| {
                    let made = keys(&entries, false).into_iter().rev();
                    let longest = made.max_by_key(|key| key.len()).unwrap_or_default();
                    unique.take(longest.to_owned()).into()
                });
                let mut replaced: Vec<String> = Vec::new();
                for old in keys(&entries, true) {
                    if *old != *key && !replaced.iter().any(|known| known == old) {
                        replaced.push(old.to_owned());
                    }
                }
                Group {
                    entries: entries.into(),
                    key,
                    replaced: replaced.into(),
                }
            })
            .collect()
    }
}

/// Weighs pairs of the entries of a run.
#[derive(Debug)]
pub struct PairEvidence<'a> {
    features: &'a [Features],
    context: dedup::Context,
}

impl PairEvidence<'_> {
    /// What is thought of two entries; [`None`] for an index there is not.
    pub fn of(&self, a: u32, b: u32) -> Option<dedup::Score> {
        let (one, other) = (
            self.features.get(a as usize)?,
            self.features.get(b as usize)?,
        );
        Some(dedup::explain(one, other, &self.context))
    }

    /// What follows from a score.
    pub fn decision(&self, score: &dedup::Score) -> dedup::Decision {
        dedup::decide::decide(score, &self.context)
    }
}

fn entries(inputs: &[Input]) -> Vec<Entry> {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let each = inputs.iter().enumerate();
    each.flat_map(|(input, one)| {
        (0..one.raws.records.len()).map(move |record| Entry {
            input: narrow(input),
            record: narrow(record),
        })
    })
    .collect()
}
