//! [`Features`]: the little of a record that matching looks at, computed once.

mod class;
mod container;
mod exact;
mod form;
mod glue;
mod identifiers;
mod initials;
mod kind;
mod kind_phrases;
mod locators;
mod pages;
mod people;
mod plain_name;
mod printed;
mod sketch;
mod tail;
mod title;
mod unsplit;
mod whereabouts;
mod written;

pub use class::Class;
pub use form::Form;
pub use kind::Kinds;
pub(crate) use locators::{SUPPLEMENT, roman};
pub use pages::PageSpan;
pub use people::Person;
pub use whereabouts::Whereabouts;

use super::hash::Mixer;
pub(crate) use super::hash::hash_text;
use crate::model::{Field, Record};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// What matching compares of one record. Everything is folded and cut to a fixed length, so a
/// hostile record costs no more than an honest one; hashes are 0 where there is nothing to hash,
/// and 0 never equals anything.
///
/// ```
/// use bibsift::{dedup, model::{Field, Record}};
/// let mut record = Record::default();
/// record.put(Field::Title, "On Growth and Form [Review] [45 refs]");
/// assert_eq!(dedup::features(&record).title(), "on growth and form");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Features {
    /// Folded title, people and container one after the other: one allocation instead of three.
    text: Box<str>,
    title_end: u16,
    people_end: u16,
    /// Where the part of the title before its first colon ends, 0 without a colon.
    main_end: u16,
    /// Where the part of the container before a colon or bracket ends.
    head_end: u16,
    /// Hash of all fields as they are.
    pub exact: u64,
    /// Hash of the whole folded title, however long.
    pub title_hash: u64,
    /// Hash of the DOI.
    pub doi: u64,
    /// Hash of the DOI without the version at its end (`.pub2`, `.v1`).
    pub doi_stem: u64,
    /// Hash of the PubMed identifier.
    pub pmid: u64,
    /// Hash of the identifier in an archive, without its version.
    pub eprint: u64,
    /// Hash of the ISBN of a work that is a book itself, not a part of one.
    pub isbn: u64,
    /// Sketch of the abstract's first words; near texts have near sketches.
    pub abstract_sketch: u64,
    /// Hash of the first letters of the abstract.
    pub abstract_start: u64,
    /// Year of publication.
    pub year: Option<i16>,
    /// Volume, 0 where absent or not credible.
    pub volume: u32,
    /// Issue, 0 where absent.
    pub issue: u32,
    /// First and last page.
    pub pages: PageSpan,
    /// What the title says the record is: erratum, reply, editorial …
    pub kinds: Kinds,
    /// The class of its container.
    pub class: Class,
    /// Whether the container was cut, with a mark that says so.
    pub container_cut: bool,
    /// Edition, 0 where absent.
    pub edition: u8,
    /// What the record is of, where its type says so for certain.
    pub form: Form,
    /// Hash of the version, 0 where none is named.
    pub version: u32,
    /// Where a page or talk is to be found that has no identifier.
    pub whereabouts: Whereabouts,
    /// How many people were named, those beyond the stored ones included.
    pub people_count: u16,
    /// Whether the volume was only "1)", the rest of a supplement.
    pub supplement: bool,
}

/// What the folded text of most records fits in.
const USUAL_BYTES: usize = 512;
/// Longest folded title kept. Of longer ones the middle is left out: the end tells parts, years
/// and numbers apart.
const TITLE_BYTES: usize = 400;
/// What is kept of the end of a longer title.
const TITLE_END_BYTES: usize = 100;
/// Longest folded container kept.
const CONTAINER_BYTES: usize = 160;

impl Features {
    /// Looks at `record`, whether or not the rules went over it.
    pub fn of(record: &Record) -> Self {
        let mut text = String::with_capacity(USUAL_BYTES);
        let title = title::read(record, &mut text);
        let title_hash = hash_text(&text);
        let shortened = match head_and_end(&text, TITLE_BYTES - TITLE_END_BYTES, TITLE_END_BYTES) {
            Cow::Owned(shortened) => Some(shortened),
            Cow::Borrowed(_) => None,
        };
        text = shortened.unwrap_or(text);
        let title_end = short(text.len());
        let people_count = people::read(record, &mut text);
        let people_end = short(text.len());
        let container = container::read(record, &mut text);
        let kept = cut(text.get(people_end.into()..).unwrap_or(""), CONTAINER_BYTES).len();
        text.truncate(usize::from(people_end) + kept);
        let locators = locators::read(record);
        let ids = identifiers::read(record);
        let (abstract_sketch, abstract_start) = record
            .get(Field::Abstract)
            .map_or((0, 0), |words| sketch::read(&written::text(words)));
        let (form, version) = form::read(record);

        Self {
            title_end,
            people_end,
            main_end: short(title.main.min(usize::from(title_end))),
            head_end: short(container.head.min(text.len() - usize::from(people_end))),
            // Not shrunk in place, which would leave a hole behind each record.
            text: text.as_str().into(),
            exact: exact::of(record),
            title_hash,
            doi: ids.doi,
            doi_stem: ids.doi_stem,
            pmid: ids.pmid,
            eprint: ids.eprint,
            isbn: ids.isbn,
            abstract_sketch,
            abstract_start,
            year: locators.year,
            volume: locators.volume,
            issue: locators.issue,
            pages: locators.pages,
            kinds: title.kinds | kind::of_type(record.entry_type),
            class: container.class,
            container_cut: container.cut,
            edition: locators.edition,
            form,
            version,
            whereabouts: whereabouts::read(record),
            people_count: short(people_count),
            supplement: locators.supplement,
        }
    }

    /// The folded title without the tails databases add.
    pub fn title(&self) -> &str {
        self.text.get(..usize::from(self.title_end)).unwrap_or("")
    }

    /// The folded title before its first colon; the whole title without one.
    pub fn main_title(&self) -> &str {
        match self.main_end {
            0 => self.title(),
            end => self.text.get(..usize::from(end)).unwrap_or("").trim_end(),
        }
    }

    /// The people, at most the first twelve.
    pub fn people(&self) -> impl Iterator<Item = Person<'_>> + Clone {
        let packed = self
            .text
            .get(usize::from(self.title_end)..usize::from(self.people_end))
            .unwrap_or("");
        people::unpack(packed)
    }

    /// The folded container.
    pub fn container(&self) -> &str {
        self.text.get(usize::from(self.people_end)..).unwrap_or("")
    }

    /// The folded container before a colon or bracket.
    pub fn container_head(&self) -> &str {
        self.container()
            .get(..usize::from(self.head_end))
            .unwrap_or("")
            .trim_end()
    }

    /// Hash of the first surname, 0 without people.
    pub fn first_surname(&self) -> u64 {
        self.people().next().map_or(0, |one| hash_text(one.surname))
    }

    /// Has records at hand that are compared next. They lie far apart in the memory, and fetching
    /// many side by side takes little longer than fetching one.
    pub(super) fn fetch<'a>(records: impl Iterator<Item = &'a Self>) {
        let sum: usize = records
            .map(|one| one.text.as_bytes().first().copied().map_or(0, usize::from))
            .sum();
        std::hint::black_box(sum);
    }

    /// Bytes this record takes in matching, its text included.
    pub fn bytes(&self) -> usize {
        size_of::<Self>() + self.text.len()
    }

    /// Whether all that is compared is equal; see [`Features::fingerprint`].
    pub fn is_like(&self, other: &Self) -> bool {
        let exact = self.exact;
        self.text == other.text
            && *self
                == Self {
                    exact,
                    ..other.clone()
                }
    }

    /// Hash of everything compared, of [`Features::exact`] excepted: records equal in it are
    /// judged alike against any third.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = Mixer::new();
        let Self {
            text,
            title_end,
            people_end,
            main_end,
            head_end,
            exact: _,
            title_hash,
            doi,
            doi_stem,
            pmid,
            eprint,
            isbn,
            abstract_sketch,
            abstract_start,
            year,
            volume,
            issue,
            pages,
            kinds,
            class,
            container_cut,
            edition,
            form,
            version,
            whereabouts,
            people_count,
            supplement,
        } = self;
        (text, title_end, people_end, main_end, head_end).hash(&mut hasher);
        (title_hash, doi, doi_stem, pmid, eprint, isbn).hash(&mut hasher);
        (abstract_sketch, abstract_start, year, volume, issue, pages).hash(&mut hasher);
        (
            kinds,
            class,
            container_cut,
            edition,
            form,
            version,
            whereabouts,
            people_count,
            supplement,
        )
            .hash(&mut hasher);
        hasher.finish()
    }
}

/// The words of a folded text that matching counts: what stands between spaces, and in scripts
/// that put no spaces each pair of neighbouring characters.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').flat_map(|word| {
        let step = if is_spaceless(word) { 2 } else { usize::MAX };
        Pieces { rest: word, step }
    })
}

/// Whether letters of a script that puts no spaces are in a text.
fn is_spaceless(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .any(|c| matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..))
}

/// A word whole (`step` above its length), or its overlapping pieces of `step` characters.
struct Pieces<'a> {
    rest: &'a str,
    step: usize,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let whole = self.rest;
        if self.step == usize::MAX {
            self.rest = "";
            return Some(whole);
        }
        let end = whole.char_indices().nth(self.step).map(|(at, _)| at);
        let next = whole.char_indices().nth(1).map(|(at, _)| at);
        if let (Some(end), Some(next)) = (end, next) {
            self.rest = whole.get(next..).unwrap_or("");
            whole.get(..end)
        } else {
            self.rest = "";
            Some(whole)
        }
    }
}

/// At most `bytes` of `text`, cut at a character.
fn cut(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes
        && text
            .bytes()
            .next_back()
            .is_none_or(|last| (b'!'..=b'~').contains(&last))
    {
        return text;
    }
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("").trim_end()
}

/// `text`, or of a longer one at most `head` bytes of its beginning and `end` bytes of its end, from
/// the start of a word: what a title is comes first, and what tells it from its like comes last.
fn head_and_end(text: &str, head: usize, end: usize) -> Cow<'_, str> {
    if text.len() <= head + end {
        return Cow::Borrowed(text);
    }
    let mut start = text.len() - end + 1;
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let last = text.get(start..).unwrap_or("");
    let last = last.split_once(' ').map_or(last, |(_, words)| words);
    Cow::Owned(format!("{} {last}", cut(text, head)))
}

fn short(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// Longest part of a value that is read, enough for any honest one.
const LONGEST: usize = 1 << 16;

/// [`crate::text::fold::fold`] of the part of a value that is read.
fn fold(text: &str) -> String {
    crate::text::fold::fold(cut(text, LONGEST))
}

/// Appends what [`fold`] gives.
fn fold_into(text: &str, out: &mut String) {
    crate::text::fold::fold_into(cut(text, LONGEST), out);
}

#[cfg(test)]
mod tests;
