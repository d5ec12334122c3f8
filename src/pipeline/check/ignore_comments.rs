//! `% bibsift: ignore rule-id, rule-id` before an entry or in it, and
//! `% bibsift: ignore-file rule-id` for a whole file.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::catalog::{self, Known};
use super::faults::IGNORE_UNKNOWN;
use crate::formats::bibtex::blocks::BlockKind;
use crate::formats::bibtex::lint::File;
use crate::report::Severity;
use crate::source::{Source, Span};

/// What the comments of a file ask to ignore.
#[derive(Debug, Default)]
pub(super) struct Ignores {
    /// For the whole file.
    file: BTreeSet<&'static str>,
    /// For what lies in a block, by where it begins.
    blocks: BTreeMap<u32, (Span, BTreeSet<&'static str>)>,
    /// Words that mean no rule.
    unknown: Vec<(Span, String)>,
}

/// Reads the comments of a file.
pub(super) fn read(file: &File<'_>) -> Ignores {
    const MARK: &str = "bibsift:";
    let text = file.text();
    let mut ignores = Ignores::default();
    for at in memchr::memmem::find_iter(text.as_bytes(), MARK) {
        let before = text.get(..at).unwrap_or_default();
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let lead = before
            .get(line..)
            .unwrap_or_default()
            .trim_matches([' ', '\t', '\u{feff}']);
        if lead.is_empty() || !lead.bytes().all(|byte| byte == b'%') {
            continue;
        }
        let start = at + MARK.len();
        let rest = text.get(start..).unwrap_or_default();
        let rest = rest
            .get(..rest.find(['\n', '\r']).unwrap_or(rest.len()))
            .unwrap_or_default();
        let words = rest.trim_start();
        let (command, ids) = words.split_once([' ', '\t', ':']).unwrap_or((words, ""));
        let target = match command.trim() {
            "ignore" => match target(file, at) {
                Some(target) => Some(target),
                None => continue,
            },
            "ignore-file" => None,
            _ => {
                let span = Span::new(start, start + rest.len()).trim(text);
                ignores.unknown.push((
                    span,
                    format!(
                        "'{}' is no request: expected ignore or ignore-file, and ids",
                        command.trim()
                    ),
                ));
                continue;
            }
        };
        let base = start + rest.len() - ids.len();
        ignores.add(ids, base, target);
    }
    ignores
}

/// The entry a comment is about: the one it stands in, or the next.
fn target(file: &File<'_>, at: usize) -> Option<Span> {
    let blocks = file.blocks();
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let inside = file.block_at(at).and_then(|at| blocks.get(at));
    let inside = inside.filter(|block| block.kind != BlockKind::Free);
    let next = || {
        let from = blocks.partition_point(|block| block.span.start <= at);
        let mut rest = blocks.get(from..).unwrap_or_default().iter();
        rest.find(|block| block.kind != BlockKind::Free)
    };
    inside.or_else(next).map(|block| block.span)
}

impl Ignores {
    fn add(&mut self, ids: &str, base: usize, target: Option<Span>) {
        if ids.trim().is_empty() {
            self.put("", target);
            return;
        }
        let mut at = 0;
        for word in ids.split([',', ' ', '\t']) {
            let start = base + at;
            at += word.len() + 1;
            if word.is_empty() {
                continue;
            }
            let span = Span::new(start, start + word.len());
            if let Ok(meant) = catalog::meant(word) {
                for known in meant {
                    self.put(known.doc.id, target);
                }
            } else {
                let message = format!("no rule is called '{word}'{}", catalog::suggestion(word));
                self.unknown.push((span, message));
            }
        }
    }

    /// An empty id means all of them.
    fn put(&mut self, id: &'static str, target: Option<Span>) {
        match target {
            Some(span) => {
                let block = self.blocks.entry(span.start);
                block
                    .or_insert_with(|| (span, BTreeSet::new()))
                    .1
                    .insert(id);
            }
            None => {
                self.file.insert(id);
            }
        }
    }

    /// Whether a finding is to be ignored.
    pub(super) fn cover(&self, finding: &Finding) -> bool {
        self.cover_at(finding.fault.id, finding.place.span.start)
    }

    /// Whether a fault of this id is to be ignored at an offset.
    pub(super) fn cover_at(&self, id: &str, at: u32) -> bool {
        let within = |ids: &BTreeSet<&str>| ids.contains("") || ids.contains(id);
        let block = self.blocks.range(..=at).next_back();
        within(&self.file) || block.is_some_and(|(_, (span, ids))| at < span.end && within(ids))
    }

    /// What asks for nothing there is.
    pub(super) fn unknown(&self, source: &Source) -> Vec<Finding> {
        let known: Option<&Known> = catalog::known(IGNORE_UNKNOWN.id);
        let unknown = self.unknown.iter();
        unknown
            .map(|(span, message)| Finding {
                fault: &IGNORE_UNKNOWN,
                severity: known.map_or(Severity::Warning, |known| known.severity),
                place: source.place(*span),
                record: String::new(),
                field: None,
                message: message.clone(),
                labels: Vec::new(),
                safety: None,
                fix: None,
            })
            .collect()
    }
}
