//! What `check` does: the faults of files, each at its place.
//!
//! A [`Check`] takes files as they were read, and asks everything that knows faults: the reader that
//! read them, the lints of .bib text, the rules, the deduplicator, and the manuscripts that cite
//! them. What it may complain of is in the [`catalog`]; what is asked for is a [`Selection`].

mod across;
pub mod baseline;
pub mod catalog;
mod cited;
mod duplicates;
pub mod faults;
mod file;
mod finding;
mod fix;
mod github;
mod ignore_comments;
mod json;
mod place;
mod records;
mod sarif;
mod select;
pub mod statistics;
mod unite;
mod written_form;

pub use baseline::Baseline;
pub use cited::{Citing, is_citing, renamed};
pub use file::File;
pub use finding::Finding;
pub use fix::{Fixed, fix};
pub use github::github;
pub use json::json;
pub use place::{Region, Regions};
pub use sarif::sarif;
pub use select::{Options, Selection};

use rayon::prelude::*;

use crate::source::{Source, SourceId};

/// Files with what was found in them.
#[derive(Debug)]
pub struct Check {
    files: Vec<File>,
    citing: Vec<Source>,
    findings: Vec<Finding>,
}

impl Check {
    /// Checks files, and what the manuscripts in `citing` cite of them. The sources of both are
    /// numbered anew: files first.
    ///
    /// ```
    /// use bibsift::pipeline::Input;
    /// use bibsift::pipeline::check::{Check, File, Options};
    /// use bibsift::report::Findings;
    /// use bibsift::source::{Source, SourceId};
    ///
    /// let text = "@book{k, author = {Doe, Jane}, tilte = {One}, publisher = {P}, year = 2001}";
    /// let mut found = Findings::default();
    /// let input = Input::from_source(Source::new(SourceId(0), "refs.bib", text), None, &mut found);
    /// let file = File { input, found, options: Options::default() };
    /// let check = Check::new(vec![file], Vec::new());
    /// let ids: Vec<&str> = check.findings().iter().map(|found| found.fault.id).collect();
    /// assert!(ids.contains(&"field-misspelt"));
    /// ```
    pub fn new(mut files: Vec<File>, mut citing: Vec<Source>) -> Self {
        let ids = (0..).map(SourceId);
        let sources = files.iter_mut().map(|file| &mut file.input.source);
        for (source, id) in sources.chain(&mut citing).zip(ids) {
            source.id = id;
        }
        let findings = files.par_iter().flat_map_iter(file::check).collect();
        Self::of(files, citing, findings)
    }

    /// Adds what shows in all files together to what is found in each.
    fn of(files: Vec<File>, citing: Vec<Source>, mut findings: Vec<Finding>) -> Self {
        if files.len() > 1 {
            findings.extend(across::check(&files));
        }
        if !citing.is_empty() {
            findings.extend(cited::check(&files, &citing));
        }
        findings.sort_by(|a, b| {
            let key = |one: &Finding| (one.place.source, one.place.span.start, one.place.span.end);
            key(a).cmp(&key(b)).then(a.fault.id.cmp(b.fault.id))
        });
        Self {
            files,
            citing,
            findings,
        }
    }

    /// The check of the files as they are once they have been mended.
    #[must_use]
    pub fn mended(self, fixed: Vec<Fixed>) -> Self {
        let Self {
            mut files,
            citing,
            mut findings,
        } = self;
        let of_one = |finding: &Finding| !faults::is_of_several(finding.fault);
        let is_fixed = |source| fixed.iter().any(|fixed| fixed.source() == source);
        findings.retain(|finding| of_one(finding) && !is_fixed(finding.place.source));
        for fixed in fixed {
            findings.extend(fixed.findings);
            let mut files = files.iter_mut();
            let id = fixed.file.input.source.id;
            if let Some(file) = files.find(|file| file.input.source.id == id) {
                *file = fixed.file;
            }
        }
        Self::of(files, citing, findings)
    }

    /// The files, in order.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// What was found, in order of place.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Leaves out the findings that `keep` does not want.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.findings.retain(keep);
    }

    /// The source of this id: that of a file, or a manuscript.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        let at = id.0 as usize;
        match self.files.get(at) {
            Some(file) => Some(&file.input.source),
            None => self.citing.get(at.checked_sub(self.files.len())?),
        }
    }

    /// The name of the file a finding is in.
    pub fn name_of(&self, finding: &Finding) -> &str {
        self.source(finding.place.source)
            .map_or("", |source| source.name.as_str())
    }
}
