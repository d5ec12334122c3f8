//! Mends a .bib text in place: what the rules change, as edits of the changed characters.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Input;
use crate::formats::RawRecords;
use crate::formats::bibtex::{
    BIBTEX,
    patch::{Parts, differences, editable, patch},
};
use crate::model::Record;
use crate::report::{Edit, Findings, apply};
use crate::rules::{self, Infer, Rule, Settings};
use crate::source::{Source, SourceId};

/// How often a mended text is looked at again. What one round mends may let the next see more.
const ROUNDS: usize = 6;

/// A text after mending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// How many entries were edited.
    pub entries: usize,
}

/// Mends the entries of a .bib text by the rules that are `wanted`, without working anything out,
/// and by the sets of edits that `more` finds in a text. Doing it again changes nothing.
///
/// Every edited entry is read again: one that does not read as the rules left it keeps its text, and
/// so does every other entry. Comments, macros and layout stay.
///
/// ```
/// use bibsift::pipeline::mend;
///
/// let text = "% keep me\n@misc{k, doi = {https://doi.org/10.1000/1}, note = {M{\\\"u}ller}}\n";
/// let mended = mend(text, |rule| rule.safety.is_some(), |_| Vec::new());
/// assert_eq!(
///     mended.text,
///     "% keep me\n@misc{k, doi = {10.1000/1}, note = {M{\\\"u}ller}}\n"
/// );
/// ```
pub fn mend(
    text: &str,
    wanted: impl Fn(&Rule) -> bool,
    more: impl Fn(&Source) -> Vec<Vec<Edit>>,
) -> Mended {
    let mut mended = Mended {
        text: text.to_owned(),
        entries: 0,
    };
    for _ in 0..ROUNDS {
        let read = Read::new(&mended.text);
        let file = read.file();
        let records = 0..file.raw.records.len();
        let patches = records.filter_map(|index| file.mended(index, &wanted));
        let more = more(file.source);
        let (text, entries) = file.apply(patches.collect(), &more);
        mended.entries += entries.len();
        if text == mended.text {
            break;
        }
        mended.text = text;
    }
    mended
}

/// The text of `input` once, in each of the records that `wanted` has, the rules with these ids have
/// mended what they can, and `more` has been edited. Else as [`mend`].
pub(super) fn mend_once(
    input: &Input,
    wanted: &BTreeMap<usize, BTreeSet<&str>>,
    more: &[Vec<Edit>],
) -> String {
    let file = File {
        source: &input.source,
        raw: &input.raws,
    };
    let patches = wanted
        .par_iter()
        .filter_map(|(index, ids)| file.mended(*index, &|rule: &Rule| ids.contains(rule.doc.id)));
    file.apply(patches.collect(), more).0
}

/// An entry and the record it is to read as.
pub(super) struct Change {
    /// Its place among the records of the text.
    pub(super) index: usize,
    /// What it is to say.
    pub(super) after: Record,
}

/// Edits entries of a text so that they read wholly as asked for, and says which it could.
pub(super) fn change(input: &Input, changes: Vec<Change>) -> (String, BTreeSet<usize>) {
    let file = File {
        source: &input.source,
        raw: &input.raws,
    };
    let patches = changes.into_iter().filter_map(|change| {
        let before = file.record(change.index);
        let wanted = said(&change.after);
        let patch = file.patch(change.index, before, change.after);
        (patch.wanted == wanted).then_some(patch)
    });
    file.apply(patches.collect(), &[])
}

/// Whether an entry can be edited so that it reads wholly as asked for.
pub(super) fn can_change(input: &Input, change: Change) -> bool {
    let file = File {
        source: &input.source,
        raw: &input.raws,
    };
    let wanted = said(&change.after);
    let before = file.record(change.index);
    file.patch(change.index, before, change.after).wanted == wanted
}

/// The parts of an entry that the rules that are `wanted` change and that can be edited in place.
pub(super) fn mendable(input: &Input, index: usize, wanted: impl Fn(&Rule) -> bool) -> Parts {
    let (source, raw) = (&input.source, &input.raws);
    let before = (BIBTEX.lower)(source, raw, index, &mut Findings::nothing());
    let mut after = before.clone();
    let settings = Settings { infer: Infer::None };
    rules::run_some(&mut after, &settings, &mut Findings::nothing(), wanted);
    editable(source, raw, index, &before, Cow::Owned(after))
}

/// As [`mendable`], for an entry that is known to read as `after` once these rules have run.
pub(super) fn mendable_to(input: &Input, index: usize, after: &Record) -> Parts {
    let (source, raw) = (&input.source, &input.raws);
    let before = (BIBTEX.lower)(source, raw, index, &mut Findings::nothing());
    editable(source, raw, index, &before, Cow::Borrowed(after))
}

/// A text and its raw records.
struct Read {
    source: Source,
    raw: RawRecords,
}

impl Read {
    fn new(text: &str) -> Self {
        let source = Source::new(SourceId(0), "", text);
        let raw = (BIBTEX.read)(&source, &mut Findings::nothing());
        Self { source, raw }
    }

    fn file(&self) -> File<'_> {
        File {
            source: &self.source,
            raw: &self.raw,
        }
    }
}

/// As [`Read`], read by somebody else.
#[derive(Clone, Copy)]
struct File<'a> {
    source: &'a Source,
    raw: &'a RawRecords,
}

/// How one entry is to change.
struct Patch {
    index: usize,
    edits: Vec<Edit>,
    before: Record,
    /// What it is to be afterwards, and how that is written.
    after: Record,
    wanted: String,
}

impl File<'_> {
    fn record(self, index: usize) -> Record {
        (BIBTEX.lower)(self.source, self.raw, index, &mut Findings::nothing())
    }

    /// How the rules that are `wanted` mend an entry; [`None`] where they change nothing that can be
    /// edited in place.
    fn mended(self, index: usize, wanted: &impl Fn(&Rule) -> bool) -> Option<Patch> {
        let before = self.record(index);
        let mut after = before.clone();
        let (settings, findings) = (Settings { infer: Infer::None }, &mut Findings::nothing());
        if rules::run_some(&mut after, &settings, findings, wanted).is_empty() {
            return None;
        }
        let patch = self.patch(index, before, after);
        (!patch.edits.is_empty()).then_some(patch)
    }

    /// How an entry is to change, what cannot be edited in place left out. Without edits where it says
    /// the same already.
    fn patch(self, index: usize, before: Record, mut after: Record) -> Patch {
        let said_before = said(&before);
        let mut edits = Vec::new();
        for _ in 0..3 {
            if said(&after) == said_before {
                break;
            }
            match patch(self.source, self.raw, index, &before, &after) {
                Ok(found) => {
                    edits = found;
                    break;
                }
                Err(failed) => after = failed.spared(&before, after),
            }
        }
        let wanted = if edits.is_empty() {
            said_before
        } else {
            said(&after)
        };
        Patch {
            index,
            edits,
            before,
            after,
            wanted,
        }
    }

    /// The text with the patches that do what they are to, and the entries these are of.
    fn apply(self, mut patches: Vec<Patch>, more: &[Vec<Edit>]) -> (String, BTreeSet<usize>) {
        let text = &self.source.text;
        // Once with all of them, once without the fields that went wrong, once without the entries.
        for round in 0..3 {
            let sets = patches.iter().map(|patch| &*patch.edits);
            let edited = apply(text, &sets.collect::<Vec<_>>());
            let other = Read::new(&edited.text);
            let other = other.file();
            if other.raw.records.len() != self.raw.records.len() {
                break;
            }
            let mut all_right = true;
            let mut place = 0;
            patches.retain_mut(|patch| {
                let refused = edited.refused.binary_search(&place).is_ok();
                place += 1;
                let back = other.record(patch.index);
                if !refused && said(&back) == patch.wanted {
                    return true;
                }
                all_right = false;
                let wrong = differences(&back, &patch.after);
                let after = wrong.spared(&patch.before, std::mem::take(&mut patch.after));
                *patch = self.patch(patch.index, std::mem::take(&mut patch.before), after);
                round == 0 && !refused && !patch.edits.is_empty()
            });
            if all_right {
                let sets = patches.iter().map(|patch| &*patch.edits);
                let sets = sets.chain(more.iter().map(Vec::as_slice));
                let text = apply(text, &sets.collect::<Vec<_>>()).text;
                return (text, patches.iter().map(|patch| patch.index).collect());
            }
        }
        (apply(text, more).text, BTreeSet::new())
    }
}

/// What a record says, as it is written, with single spaces: what is only typed otherwise, or parted
/// by other white space, is no change of an entry.
pub(super) fn said(record: &Record) -> String {
    let mut out = String::new();
    if let Some(writer) = BIBTEX.write {
        (writer.record)(record, &crate::formats::WriteOptions::default(), &mut out);
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ")
}
