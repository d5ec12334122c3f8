//! [`fix`]: the text of a file with its faults mended.

use std::collections::BTreeSet;

use super::faults::DUPLICATE_ENTRY;
use super::unite::{United, unite};
use super::{Check, File, Finding, file, ignore_comments};
use crate::formats::bibtex::lint;
use crate::pipeline::{Input, mend};
use crate::report::{Edit, Findings, Safety};
use crate::source::{Source, SourceId};

/// A file mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// Which of the files.
    pub source: SourceId,
    /// Its text now.
    pub text: String,
    /// How many faults were mended.
    pub mended: usize,
    /// Keys of duplicate entries that are gone, each with the one that stands for it now.
    pub keys: Vec<(String, String)>,
    /// What duplicate entries that are gone said otherwise than the one kept.
    pub left_out: Vec<String>,
}

/// Mends the faults whose edits can be trusted as far as `most` says, in .bib files, and returns the
/// files that changed. A rule runs over a file where it found a fault in it.
pub fn fix(check: &Check, most: Safety) -> Vec<Fixed> {
    let files = check.files().iter().filter(|file| file.is_bib());
    files
        .filter_map(|file| fix_file(check, file, most))
        .collect()
}

fn fix_file(check: &Check, file: &File, most: Safety) -> Option<Fixed> {
    let source = &file.input.source;
    let of_file = check.findings().iter();
    let of_file = of_file.filter(|finding| finding.place.source == source.id);
    let wanted: BTreeSet<&str> = of_file
        .filter(|finding| is_trusted(finding.safety, most))
        .map(|finding| finding.fault.id)
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let text = mend(
        &source.text,
        |rule| wanted.contains(rule.doc.id) && is_trusted(rule.safety, most),
        |source| of_lints(source, file, &wanted, most),
    )
    .text;
    let united = if wanted.contains(DUPLICATE_ENTRY.id) {
        unite(file, &text)
    } else {
        United {
            text,
            ..United::default()
        }
    };
    let United {
        text,
        keys,
        left_out,
    } = united;
    if text == source.text {
        return None;
    }
    let left = |findings: &[Finding]| {
        let of_file = findings.iter().filter(|one| one.place.source == source.id);
        of_file.filter(|one| is_trusted(one.safety, most)).count()
    };
    let mended = left(check.findings()).saturating_sub(left(&again(file, &text)));
    Some(Fixed {
        source: source.id,
        text,
        mended,
        keys,
        left_out,
    })
}

fn is_trusted(safety: Option<Safety>, most: Safety) -> bool {
    safety.is_some_and(|safety| safety <= most)
}

/// The edits of the lints, a set for each fault.
fn of_lints(source: &Source, file: &File, wanted: &BTreeSet<&str>, most: Safety) -> Vec<Vec<Edit>> {
    let cut = lint::File::new(&source.text, file.options.model);
    let ignores = ignore_comments::read(&cut);
    let found = lint::run(&cut, |lint| {
        wanted.contains(lint.doc.id) && is_trusted(lint.safety, most)
    });
    let found = found.into_iter();
    let found = found.filter(|one| !ignores.cover_at(one.id, one.span.start));
    found
        .filter_map(|one| one.fix.map(|fix| fix.edits))
        .collect()
}

/// What is found in a file that has another text by now.
fn again(file: &File, text: &str) -> Vec<Finding> {
    let source = &file.input.source;
    let mut found = Findings::default();
    let source = Source::new(source.id, source.name.as_str(), text);
    let input = Input::from_source(source, file.input.reader, &mut found);
    file::check(&File {
        input,
        found,
        options: file.options.clone(),
    })
}
