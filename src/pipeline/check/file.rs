//! [`File`]: one file, and everything that is found by looking at it alone.

use std::collections::BTreeSet;

use super::ignore_comments::{self, Ignores};
use super::records::{doubt, records};
use super::{Finding, Options, catalog, duplicates, written_form};
use crate::formats::bibtex::lint::{self, Found};
use crate::pipeline::Input;
use crate::report::{Diagnostic, Findings, Fix, Label, Safety};
use crate::source::{Place, Source, Span};

/// The lint that says of a .bib file what `title-absent` says of others.
const REQUIRED_FIELD_MISSING: &str = "required-field-missing";

/// The rule that finds characters nobody sees.
const STRAY_CHARACTER: &str = "stray-character";

/// A file to be checked.
#[derive(Debug)]
pub struct File {
    /// What was read.
    pub input: Input,
    /// What reading it found.
    pub found: Findings,
    /// What is asked of it.
    pub options: Options,
}

impl File {
    /// Whether it is a .bib file, whose text the lints know.
    pub fn is_bib(&self) -> bool {
        let reader = self.input.reader.map(|reader| reader.doc().id);
        matches!(reader, Some("bibtex" | "biblatex"))
    }
}

/// Everything found in a file.
pub(super) fn check(file: &File) -> Vec<Finding> {
    let source = &file.input.source;
    let selection = &file.options.selection;
    let cut = file
        .is_bib()
        .then(|| lint::File::again(&source.text, &file.input.raws, file.options.model));
    let view = View {
        file,
        cut: cut.as_ref().map(|cut| (cut, ignore_comments::read(cut))),
        told: selection.has(REQUIRED_FIELD_MISSING),
    };
    let linted = || {
        let cut = cut.as_ref();
        cut.map(|cut| lint::run(cut, |lint| selection.has(lint.doc.id)))
    };
    let (of_records, linted) = rayon::join(|| records(&view), linted);
    let mut findings = view.kept(selected(file, file.found.kept().iter().cloned()));
    findings.extend(of_records.findings);
    let linted = linted.into_iter().flatten();
    findings.extend(view.kept(linted.filter_map(|found| of_lint(source, found))));
    if selection.has(super::faults::DUPLICATE_ENTRY.id) {
        let model = cut.as_ref().map(lint::File::model);
        let found = duplicates::check(file, model, &of_records.features);
        findings.extend(view.kept(found));
    }
    if let Some((_, ignores)) = &view.cut {
        doubt(&view, &mut findings, of_records.mendable);
        let is_stray = |one: &&mut Finding| one.fault.id == STRAY_CHARACTER && one.safety.is_none();
        for finding in findings.iter_mut().filter(is_stray) {
            let edits = written_form::odd_spaces(&source.text, finding.place.span);
            if !edits.is_empty() {
                finding.safety = Some(Safety::Safe);
                finding.fix = Some(Fix {
                    safety: Safety::Safe,
                    edits,
                });
            }
        }
        if selection.has(super::faults::IGNORE_UNKNOWN.id) {
            findings.extend(ignores.unknown(source));
        }
    }
    if !file.is_bib() || file.options.unwritable {
        // Nothing else is mended in place.
        for finding in &mut findings {
            (finding.safety, finding.fix) = (None, None);
        }
    }
    once(findings)
}

/// A file, and which findings in it are faults of it.
pub(super) struct View<'f> {
    pub(super) file: &'f File,
    /// A .bib file in blocks, and what its comments ask to be ignored.
    pub(super) cut: Option<(&'f lint::File<'f>, Ignores)>,
    /// Whether a title that is missing is told by the lint.
    told: bool,
}

impl View<'_> {
    /// Whether a rule is among those that mend the file.
    pub(super) fn mends(&self, rule: &str, most: Safety) -> bool {
        let safety = catalog::known(rule).and_then(|known| known.safety);
        safety.is_some_and(|safety| safety <= most) && self.file.options.selection.has(rule)
    }

    /// Those of some findings that are faults of the file, at the places they have in it.
    pub(super) fn kept(&self, found: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
        let kept = found.into_iter().filter_map(|mut finding| {
            let Some((cut, ignores)) = &self.cut else {
                return Some(finding);
            };
            locate(cut, &mut finding);
            let twice = self.told && finding.fault.id == "title-absent";
            let stays = !twice && written_form::is_fault(cut, &finding) && !ignores.cover(&finding);
            stays.then_some(finding)
        });
        kept.collect()
    }
}

/// Those of some diagnostics that are asked for, as findings.
pub(super) fn selected(
    file: &File,
    diagnostics: impl IntoIterator<Item = Diagnostic>,
) -> impl Iterator<Item = Finding> {
    let source = &file.input.source;
    diagnostics.into_iter().filter_map(move |mut diagnostic| {
        let known = catalog::known(diagnostic.fault.id)?;
        if !file.options.selection.has(known.doc.id) {
            return None;
        }
        // Files are numbered after they are read.
        diagnostic.place.source = source.id;
        for label in &mut diagnostic.labels {
            label.place.source = source.id;
        }
        Some(Finding::of(diagnostic, known.severity, known.safety))
    })
}

fn of_lint(source: &Source, found: Found) -> Option<Finding> {
    let known = catalog::known(found.id)?;
    let labels = found.labels.into_iter().map(|(span, text)| Label {
        place: source.place(span),
        text,
    });
    Some(Finding {
        fault: known.doc,
        severity: known.severity,
        place: source.place(found.span),
        record: found.key.of(&source.text).to_owned(),
        field: None,
        message: found.message,
        labels: labels.collect(),
        safety: found.fix.as_ref().map(|fix| fix.safety),
        fix: found.fix,
    })
}

/// Gives a finding in a .bib file the entry and field it stands in, by the names they have there,
/// and points behind the opening delimiter of a value.
fn locate(cut: &lint::File<'_>, finding: &mut Finding) {
    let span = finding.place.span;
    let text = cut.text();
    let block = cut.block_at(span.start).and_then(|at| cut.blocks().get(at));
    if let Some(block) = block {
        // What an entry inherits is told of the entry that says it.
        if !block.key.is_empty() {
            block.key.of(text).clone_into(&mut finding.record);
        }
        if block.span == span {
            // The entry as a whole: its key is what a reader looks for.
            finding.place.span = if block.key.is_empty() {
                block.word
            } else {
                block.key
            };
            finding.field = None;
            return;
        }
        finding.field = cut.field_at(span).map(str::to_owned);
    }
    let covered = span.of(text);
    let bytes = covered.as_bytes();
    let delimited = matches!(
        (bytes.first(), bytes.last()),
        (Some(b'{'), Some(b'}')) | (Some(b'"'), Some(b'"'))
    );
    if delimited && bytes.len() > 2 {
        let inside = Span::new(span.start as usize + 1, span.end as usize - 1).trim(text);
        if !inside.is_empty() {
            finding.place.span = inside;
        }
    }
}

/// Each fault once at a place: a rule that mends it in several steps reports each, and what a parent
/// says is met again in every child.
fn once(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen: BTreeSet<(Place, &str)> = BTreeSet::new();
    // A month that is misspelt is a macro that nobody defined.
    let month = |finding: &Finding| finding.fault.id == "month-misspelt";
    let months: BTreeSet<Place> = findings
        .iter()
        .filter(|one| month(one))
        .map(|one| one.place)
        .collect();
    findings.retain(|one| one.fault.id != "undefined-string" || !months.contains(&one.place));
    findings.retain(|finding| seen.insert((finding.place, finding.fault.id)));
    findings
}
