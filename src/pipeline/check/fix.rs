//! [`fix`]: files with their faults mended.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::catalog::{self, Kind};
use super::faults::DUPLICATE_ENTRY;
use super::records::Places;
use super::unite::{United, unite};
use super::{Check, File, Finding, file};
use crate::pipeline::{Input, mend};
use crate::report::{Edit, Findings, Safety};
use crate::source::{Source, SourceId};

/// How often a mended file is looked at again. What one round mends may let the next see more.
const ROUNDS: usize = 8;

/// A file mended.
#[derive(Debug)]
pub struct Fixed {
    /// The file as it is now.
    pub file: File,
    /// How many faults were mended.
    pub mended: usize,
    /// Keys of duplicate entries that are gone, each with the one that stands for it now.
    pub keys: Vec<(String, String)>,
    /// What duplicate entries that are gone said otherwise than the one kept.
    pub left_out: Vec<String>,
    /// What is found in it now.
    pub(super) findings: Vec<Finding>,
}

impl Fixed {
    /// Which of the files of the check it is.
    pub fn source(&self) -> SourceId {
        self.file.input.source.id
    }

    /// Its text now.
    pub fn text(&self) -> &str {
        &self.file.input.source.text
    }
}

/// Mends the faults whose edits can be trusted as far as `most` says, in .bib files, and returns the
/// files that changed. Nothing else in them is touched: a rule mends the entries in which the check
/// found its fault.
pub fn fix(check: &Check, most: Safety) -> Vec<Fixed> {
    let files = check.files().par_iter().filter(|file| file.is_bib());
    files
        .filter_map(|file| {
            let source = file.input.source.id;
            let of_file = check.findings().iter();
            let of_file = of_file.filter(|finding| finding.place.source == source);
            fix_file(file, &of_file.collect::<Vec<_>>(), most)
        })
        .collect()
}

fn fix_file(file: &File, findings: &[&Finding], most: Safety) -> Option<Fixed> {
    let trusted = |findings: &[&Finding]| {
        let trusted = findings.iter();
        trusted.filter(|one| is_trusted(one, most)).count()
    };
    let before = trusted(findings);
    let mut fixed: Option<Fixed> = None;
    for _ in 0..ROUNDS {
        let now: Vec<&Finding> = match &fixed {
            Some(fixed) => fixed.findings.iter().collect(),
            None => findings.to_vec(),
        };
        let Some(round) = round(fixed.as_ref().map_or(file, |fixed| &fixed.file), &now, most)
        else {
            break;
        };
        let (mut keys, mut left_out) = (Vec::new(), Vec::new());
        if let Some(fixed) = fixed {
            (keys, left_out) = (fixed.keys, fixed.left_out);
        }
        keys.extend(round.keys);
        left_out.extend(round.left_out);
        let file = again(file, round.text);
        fixed = Some(Fixed {
            findings: file::check(&file),
            file,
            mended: 0,
            keys,
            left_out,
        });
    }
    let mut fixed = fixed.filter(|fixed| fixed.text() != file.input.source.text)?;
    let left = trusted(&fixed.findings.iter().collect::<Vec<_>>());
    fixed.mended = before.saturating_sub(left);
    Some(fixed)
}

/// Mends a file once; [`None`] where nothing can be mended. Duplicates become one when nothing else
/// is left to do.
fn round(file: &File, findings: &[&Finding], most: Safety) -> Option<United> {
    let places = Places::new(&file.input.raws);
    let mut wanted: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut edits: Vec<Vec<Edit>> = Vec::new();
    let mut duplicates = false;
    for finding in findings.iter().filter(|one| is_trusted(one, most)) {
        let id = finding.fault.id;
        if let Some(fix) = &finding.fix {
            edits.push(fix.edits.clone());
        } else if id == DUPLICATE_ENTRY.id {
            duplicates = true;
        } else if catalog::known(id).is_some_and(|known| known.kind == Kind::Rule)
            && let Some(index) = places.at(finding.place.span.start)
        {
            wanted.entry(index).or_default().insert(id);
        }
    }
    let source = &file.input.source;
    if !wanted.is_empty() || !edits.is_empty() {
        let text = mend::mend_once(&file.input, &wanted, &edits);
        if text != source.text {
            return Some(United {
                text,
                ..United::default()
            });
        }
    }
    let united = duplicates.then(|| unite(file))?;
    (united.text != source.text).then_some(united)
}

fn is_trusted(finding: &Finding, most: Safety) -> bool {
    finding.safety.is_some_and(|safety| safety <= most)
}

/// A file that has another text by now.
fn again(file: &File, text: String) -> File {
    let source = &file.input.source;
    let mut found = Findings::default();
    let source = Source::new(source.id, source.name.as_str(), text);
    let input = Input::from_source(source, file.input.reader, &mut found);
    File {
        input,
        found,
        options: file.options.clone(),
    }
}
