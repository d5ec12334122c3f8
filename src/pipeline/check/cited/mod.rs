//! What manuscripts cite: entries that are cited but absent, and entries nobody cites.

mod latex;
mod marks;

use std::collections::{BTreeMap, BTreeSet};

use super::faults::{CITATION_UNDEFINED, ENTRY_UNCITED};
use super::{File, Finding};
use crate::doc::Doc;
use crate::formats::RawName;
use crate::report::{Edit, Severity, apply};
use crate::source::{Place, Source, Span};

/// What one manuscript cites.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citing {
    /// Each key with its place, in order.
    pub keys: Vec<Span>,
    /// Whether all there is counts as cited: `\nocite{*}`.
    pub all: bool,
}

impl Citing {
    /// Reads a manuscript: LaTeX, .aux, typst or Markdown, by the extension of its name.
    ///
    /// ```
    /// use bibsift::pipeline::check::Citing;
    /// use bibsift::source::{Source, SourceId};
    /// let source = Source::new(SourceId(0), "a.tex", "As \\citep[p.~3]{doe, roe} say");
    /// let keys: Vec<&str> = Citing::read(&source).keys.iter().map(|key| key.of(&source.text)).collect();
    /// assert_eq!(keys, ["doe", "roe"]);
    /// ```
    pub fn read(source: &Source) -> Self {
        let extension = extension(&source.name);
        match extension.as_str() {
            "typ" => marks::typst(&source.text),
            "md" | "markdown" | "qmd" | "rmd" | "mkd" | "txt" | "org" => {
                marks::markdown(&source.text)
            }
            _ => latex::read(&source.text),
        }
    }
}

/// A manuscript with keys it cites renamed as `keys` says; [`None`] where it cites none of them. Only
/// the keys change.
///
/// ```
/// use bibsift::pipeline::check::renamed;
/// use bibsift::source::{Source, SourceId};
/// let source = Source::new(SourceId(0), "a.tex", "As \\citep[p.~3]{doe, roe} say, not doe");
/// let keys = [("doe".to_owned(), "doe2001".to_owned())];
/// assert_eq!(renamed(&source, &keys).unwrap(), "As \\citep[p.~3]{doe2001, roe} say, not doe");
/// ```
pub fn renamed(source: &Source, keys: &[(String, String)]) -> Option<String> {
    let cited = Citing::read(source).keys;
    let edits = cited.into_iter().filter_map(|span| {
        let key = span.of(&source.text);
        let (_, new) = keys.iter().find(|(old, _)| old == key)?;
        Some(Edit {
            span,
            text: new.clone(),
        })
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then(|| apply(&source.text, &[edits]).text)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.')
        .map_or("", |(_, extension)| extension)
        .to_ascii_lowercase()
}

/// Whether a file of this name is a manuscript, by its extension.
pub fn is_citing(name: &str) -> bool {
    let known = [
        "tex", "ltx", "aux", "typ", "md", "markdown", "qmd", "rmd", "mkd", "org", "rnw", "lyx",
        "txt", "bcf", "sty", "cls",
    ];
    known.contains(&extension(name).as_str())
}

/// Both kinds of fault.
pub(super) fn check(files: &[File], citing: &[Source]) -> Vec<Finding> {
    let wants = |fault: &Doc| {
        let mut files = files.iter();
        files.any(|file| file.options.selection.has(fault.id))
    };
    let mut keys: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let text = &file.input.source.text;
        for (record, raw) in file.input.raws.records.iter().enumerate() {
            keys.entry(raw.key.of(text)).or_insert((at, record));
            for alias in linked(file, record, &["ids"]) {
                keys.entry(alias).or_insert((at, record));
            }
        }
    }
    let mut found = Vec::new();
    let mut cited: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut all = false;
    for source in citing {
        let text = source.text.as_str();
        let read = Citing::read(source);
        all |= read.all;
        let mut absent: BTreeSet<&str> = BTreeSet::new();
        for span in read.keys {
            let key = span.of(text);
            match keys.get(key) {
                Some(entry) => {
                    cited.insert(*entry);
                }
                None if wants(&CITATION_UNDEFINED) && absent.insert(key) => {
                    let message =
                        format!("'{key}' is cited here, but no file has an entry of this key");
                    found.push(finding(
                        &CITATION_UNDEFINED,
                        source.place(span),
                        String::new(),
                        message,
                    ));
                }
                None => {}
            }
        }
    }
    if all {
        return found;
    }
    // What a cited entry inherits from is needed too.
    let mut next: Vec<(usize, usize)> = cited.iter().copied().collect();
    while let Some((at, record)) = next.pop() {
        let Some(file) = files.get(at) else { continue };
        for parent in linked(
            file,
            record,
            &["crossref", "xref", "xdata", "related", "entryset"],
        ) {
            if let Some(entry) = keys.get(parent)
                && cited.insert(*entry)
            {
                next.push(*entry);
            }
        }
    }
    for (at, file) in files.iter().enumerate() {
        let citable = file
            .input
            .reader
            .is_some_and(super::super::Reader::has_citation_keys);
        if !citable || !file.options.selection.has(ENTRY_UNCITED.id) {
            continue;
        }
        let source = &file.input.source;
        for (record, raw) in file.input.raws.records.iter().enumerate() {
            let key = raw.key.of(&source.text);
            let first = keys.get(key) == Some(&(at, record));
            if first && !key.is_empty() && !cited.contains(&(at, record)) {
                let message = "no manuscript cites the entry".to_owned();
                found.push(finding(
                    &ENTRY_UNCITED,
                    source.place(raw.key),
                    key.to_owned(),
                    message,
                ));
            }
        }
    }
    found
}

/// The keys in those fields of a record.
fn linked<'f>(file: &'f File, record: usize, names: &'f [&str]) -> impl Iterator<Item = &'f str> {
    let raws = &file.input.raws;
    let text = file.input.source.text.as_str();
    let raw = raws.records.get(record).filter(|_| file.is_bib());
    let fields = raw.map(|raw| raws.fields(raw));
    let wanted = fields
        .into_iter()
        .flatten()
        .filter(move |field| match field.name {
            RawName::Written(name) => {
                let name = name.of(text);
                names.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
            }
            RawName::Meant(_) => false,
        });
    wanted.flat_map(move |field| {
        let value = field.value.of(text);
        let inside = value.trim_matches(|c| matches!(c, '{' | '}' | '"'));
        let keys = inside.split(',').map(str::trim);
        keys.filter(|key| !key.is_empty())
    })
}

fn finding(fault: &'static Doc, place: Place, record: String, message: String) -> Finding {
    Finding {
        fault,
        severity: Severity::Warning,
        place,
        record,
        field: None,
        message,
        labels: Vec::new(),
        safety: None,
        fix: None,
    }
}
