//! [`Run`]: inputs read, records judged and matched, the order of the list settled.

mod counts;
mod settle;
mod summarise;

pub use counts::Counts;

use std::sync::OnceLock;

use super::Options;
use super::against::Shelved;
use super::decisions::{self, Decided, Line};
use super::ids::{Names, Stated};
use super::input::Input;
use super::mentions::Mentions;
use super::summary::Summary;
use super::texts::Texts;
use crate::dedup::{self, Features, Links, Policy, ScoredPair};
use crate::model::Record;
use crate::report::Findings;
use crate::rules::{self, Settings};
use crate::source::{Source, SourceId};

/// A list of references, read and judged, ready to be written.
#[derive(Debug)]
pub struct Run {
    pub(super) options: Options,
    pub(super) inputs: Vec<Input>,
    pub(super) entries: Vec<Entry>,
    summaries: Vec<Summary>,
    /// The records on one line each, where they are kept.
    pub(super) lines: Texts,
    /// What the records are sorted by; empty in order of appearance and for the order of keys.
    sort_keys: Vec<Box<str>>,
    /// What the records are matched by; empty when nothing is matched.
    pub(super) features: Vec<Features>,
    /// What they tell all together, once somebody asks.
    pub(super) context: OnceLock<dedup::Context>,
    groups: Vec<Group>,
    set_aside: Vec<SetAside>,
    pub(super) shelved: Shelved,
    /// The pairs that put records together, sorted.
    pub(super) merged: Vec<ScoredPair>,
    review: Vec<ScoredPair>,
    decided: Vec<Decided>,
    /// The first entry of a cluster, and a policy that put it together.
    policies: Vec<(u32, &'static Policy)>,
    /// What the entries are called, once somebody asks.
    pub(super) names: OnceLock<Names>,
    /// What the records say of that.
    pub(super) stated: Stated,
    /// The fingerprints of the entries, once somebody asks for those of all.
    pub(super) digits: OnceLock<Vec<u32>>,
    /// The mentions in citation statements, once somebody asks.
    pub(super) mentions: OnceLock<Mentions>,
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
    /// The citation key; empty in a run [without](super::Keys::None).
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

/// Called now and then with the number of records done and of all there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Run {
    /// Judges and matches the records of `inputs` as `options` say; libraries stand last among them.
    /// `findings` holds what reading the inputs found already.
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
        mut options: Options,
        findings: Findings,
        progress: Progress<'_>,
    ) -> Self {
        let entries = entries(&inputs);
        for (at, source) in (inputs.len()..).zip(&mut options.decisions) {
            source.id = SourceId(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let mut run = Self {
            options,
            inputs,
            entries,
            summaries: Vec::new(),
            lines: Texts::default(),
            sort_keys: Vec::new(),
            features: Vec::new(),
            context: OnceLock::new(),
            groups: Vec::new(),
            set_aside: Vec::new(),
            shelved: Shelved::default(),
            merged: Vec::new(),
            review: Vec::new(),
            decided: Vec::new(),
            policies: Vec::new(),
            names: OnceLock::new(),
            stated: Stated::default(),
            digits: OnceLock::new(),
            mentions: OnceLock::new(),
            findings,
        };
        run.summarise(progress);
        let links = run.decide();
        let clusters = run.match_entries(links);
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

    /// The decisions that were followed.
    pub fn decided(&self) -> &[Decided] {
        &self.decided
    }

    /// The source of this id: that of an input, or a decisions file.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        let at = id.0 as usize;
        match self.inputs.get(at) {
            Some(input) => Some(&input.source),
            None => self.options.decisions.get(at - self.inputs.len()),
        }
    }

    /// What was found, in order of input.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What was done with them.
    pub fn options(&self) -> &Options {
        &self.options
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

    /// How many entries are of the list; those of libraries follow.
    pub(super) fn list_length(&self) -> usize {
        let inputs = self.inputs.iter().take_while(|input| !input.library);
        inputs.map(|input| input.raws.records.len()).sum()
    }

    /// What the decisions say of the records.
    fn decide(&mut self) -> Links {
        if self.options.dedup.is_none() {
            return Links::default();
        }
        let mut findings = self.findings.fork();
        let sources = self.options.decisions.iter();
        let lines: Vec<Line> = sources
            .flat_map(|source| decisions::read(source, &mut findings))
            .collect();
        let (links, decided) = decisions::resolve(self, &lines, &mut findings);
        self.decided = decided;
        self.findings.append(findings);
        links
    }

    /// Clusters of entries, each in order, the clusters in order of their first entry.
    fn match_entries(&mut self, links: Links) -> Vec<Vec<u32>> {
        let count = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let Some(context) = self.context() else {
            return (0..count).map(|entry| vec![entry]).collect();
        };
        let outcome = dedup::run_linked(&self.features, context, links);
        let clusters = outcome.clusters();
        self.merged = outcome.merged;
        self.merged.sort_unstable_by_key(|pair| (pair.a, pair.b));
        self.review = outcome.review;
        let list_length = self.list_length();
        let of_list = |entry: u32| (entry as usize) < list_length;
        self.review
            .retain(|pair| of_list(pair.a) || of_list(pair.b));
        self.policies = outcome.policies;
        clusters
    }

    pub(super) fn summary(&self, entry: u32) -> Option<&Summary> {
        self.summaries.get(entry as usize)
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
