//! Mends a .bib text in place: what the rules change, as edits of the changed characters.

use crate::formats::RawRecords;
use crate::formats::bibtex::{BIBTEX, patch::patch};
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
        let file = File::read(&mended.text);
        let patches = file.patches(&wanted);
        let more = more(&file.source);
        let (text, entries) = file.apply(patches, &more);
        mended.entries += entries;
        if text == mended.text {
            break;
        }
        mended.text = text;
    }
    mended
}

/// A text and its raw records.
struct File {
    source: Source,
    raw: RawRecords,
}

/// How one entry is to change.
struct Patch {
    index: usize,
    edits: Vec<Edit>,
    /// What it is to say afterwards.
    wanted: String,
}

impl File {
    fn read(text: &str) -> Self {
        let source = Source::new(SourceId(0), "", text);
        let raw = (BIBTEX.read)(&source, &mut Findings::nothing());
        Self { source, raw }
    }

    fn record(&self, index: usize) -> Record {
        (BIBTEX.lower)(&self.source, &self.raw, index, &mut Findings::nothing())
    }

    fn patches(&self, wanted: &impl Fn(&Rule) -> bool) -> Vec<Patch> {
        let settings = Settings { infer: Infer::None };
        let mut patches = Vec::new();
        for index in 0..self.raw.records.len() {
            let before = self.record(index);
            let mut after = before.clone();
            let findings = &mut Findings::nothing();
            if rules::run_some(&mut after, &settings, findings, wanted).is_empty() {
                continue;
            }
            let said = said(&after);
            if said == self::said(&before) {
                continue;
            }
            if let Some(edits) = patch(&self.source, &self.raw, index, &before, &after)
                && !edits.is_empty()
            {
                patches.push(Patch {
                    index,
                    edits,
                    wanted: said,
                });
            }
        }
        patches
    }

    /// The text with the patches that do what they are to, and how many those are.
    fn apply(&self, mut patches: Vec<Patch>, more: &[Vec<Edit>]) -> (String, usize) {
        let text = &self.source.text;
        // Once with all of them, and once without those that went wrong.
        for _ in 0..2 {
            let sets = patches.iter().map(|patch| &*patch.edits);
            let edited = apply(text, &sets.collect::<Vec<_>>());
            let other = Self::read(&edited.text);
            if other.raw.records.len() != self.raw.records.len() {
                break;
            }
            let count = patches.len();
            let mut place = 0;
            patches.retain(|patch| {
                let refused = edited.refused.binary_search(&place).is_ok();
                place += 1;
                !refused && said(&other.record(patch.index)) == patch.wanted
            });
            if patches.len() == count {
                let sets = patches.iter().map(|patch| &*patch.edits);
                let sets = sets.chain(more.iter().map(Vec::as_slice));
                return (apply(text, &sets.collect::<Vec<_>>()).text, count);
            }
        }
        (apply(text, more).text, 0)
    }
}

/// What a record says, as it is written, with single spaces: what is only typed otherwise, or parted
/// by other white space, is no change of an entry.
fn said(record: &Record) -> String {
    let mut out = String::new();
    if let Some(writer) = BIBTEX.write {
        (writer.record)(record, &crate::formats::WriteOptions::default(), &mut out);
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ")
}
