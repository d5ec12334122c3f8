//! Every record is made once, and what matching and the list need of it is kept.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Progress, Run};
use crate::dedup::{self, Features};
use crate::model::Record;
use crate::pipeline::faults::EMPTY_RECORD;
use crate::pipeline::ids::{Stated, write_line};
use crate::pipeline::summary::{Summary, sort_key};
use crate::pipeline::texts::Texts;
use crate::pipeline::{Keys, Sort};
use crate::report::{Diagnostic, Findings, Severity};
use crate::rules::{self, Changed};

/// How many records one parallel step handles.
const CHUNK: usize = 512;
/// How many parallel steps a core makes before what they found is put together.
const BATCH: usize = 8;

/// What a parallel step takes from its records.
#[derive(Default)]
struct Chunk {
    summaries: Vec<Summary>,
    lines: Texts,
    sort_keys: Vec<Box<str>>,
    features: Vec<Features>,
    stated: Stated,
    findings: Findings,
}

impl Run {
    /// Makes every record and takes what is kept of it.
    pub(super) fn summarise(&mut self, progress: Progress<'_>) {
        let total = self.entries.len();
        let done = AtomicUsize::new(0);
        self.summaries.reserve_exact(total);
        self.stated.reserve(total);
        if self.options.dedup.is_some() {
            self.features.reserve_exact(total);
        }
        let starts: Vec<usize> = (0..total).step_by(CHUNK).collect();
        // What the chunks of a batch held is used again by the next.
        for batch in starts.chunks(BATCH * rayon::current_num_threads()) {
            let chunks: Vec<Chunk> = batch
                .par_iter()
                .map(|&start| {
                    let end = (start + CHUNK).min(total);
                    let chunk = self.chunk(start..end);
                    let before = done.fetch_add(end - start, Ordering::Relaxed);
                    progress(before + end - start, total);
                    chunk
                })
                .collect();
            for chunk in chunks {
                self.summaries.extend(chunk.summaries);
                self.lines.append(&chunk.lines);
                self.sort_keys.extend(chunk.sort_keys);
                self.features.extend(chunk.features);
                self.stated.append(chunk.stated);
                self.findings.append(chunk.findings);
            }
        }
    }

    fn chunk(&self, entries: Range<usize>) -> Chunk {
        let mut chunk = Chunk {
            findings: self.findings.fork(),
            ..Chunk::default()
        };
        let list_length = self.list_length();
        for at in entries {
            let entry = u32::try_from(at).unwrap_or(u32::MAX);
            self.take(entry, at >= list_length, &mut chunk);
        }
        chunk
    }

    /// Makes a record and takes what is kept of it.
    fn take(&self, entry: u32, library: bool, chunk: &mut Chunk) {
        // What is wrong with the records of a library is not this list's affair.
        let (record, changed) = if library {
            self.make(entry, &mut Findings::nothing())
        } else {
            self.make(entry, &mut chunk.findings)
        };
        let keys = match &self.options.keys {
            // A library's keys are in use, whatever those of the list are made by.
            Keys::Pattern(_) if library => &Keys::Keep,
            keys => keys,
        };
        let citation_key = self.has_citation_key(entry);
        let summary = Summary::of(&record, changed, keys, citation_key);
        if summary.empty && !library {
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
        if self.options.lines {
            chunk.lines.push_with(|out| write_line(&record, out));
        }
        chunk.stated.push(entry, &record);
        if let Some(sort) = self.options.sort.filter(|sort| *sort != Sort::Key) {
            chunk.sort_keys.push(sort_key(&record, sort).into());
        }
        if self.options.dedup.is_some() {
            chunk.features.push(dedup::features(&record));
        }
    }

    /// Reads and normalises a record, and says which rules changed it.
    fn make(&self, entry: u32, findings: &mut Findings) -> (Record, Changed) {
        let mut record = self.lower(entry, findings);
        let mut changed = Changed::default();
        if let Some(settings) = &self.options.rules {
            let run = if self.options.only_matched {
                rules::run_for_matching
            } else {
                rules::run
            };
            changed = run(&mut record, settings, findings);
            self.apply_own(&mut record, settings, findings);
        }
        (record, changed)
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
}
