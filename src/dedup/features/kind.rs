//! [`Kinds`]: what a title says the record is, beside its subject.

use super::kind_phrases::At::{self, Any, Ends, Start, Whole};
use super::kind_phrases::{PHRASES, STRONG};
use crate::model::EntryType;
use std::ops::BitOr;
use std::sync::OnceLock;

/// A set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Kinds(u16);

impl Kinds {
    /// Nothing said.
    pub const NONE: Self = Self(0);
    /// Erratum, corrigendum, correction.
    pub const ERRATUM: Self = Self(1);
    /// Notice of a retraction (not the retracted work).
    pub const RETRACTION: Self = Self(1 << 1);
    /// Reply, response, rejoinder.
    pub const REPLY: Self = Self(1 << 2);
    /// Comment, commentary, letter about another work.
    pub const COMMENT: Self = Self(1 << 3);
    /// Editorial, preface, introduction to an issue.
    pub const EDITORIAL: Self = Self(1 << 4);
    /// Review of a book.
    pub const BOOK_REVIEW: Self = Self(1 << 5);
    /// News, announcement, meeting report.
    pub const NEWS: Self = Self(1 << 6);
    /// Obituary.
    pub const OBITUARY: Self = Self(1 << 7);
    /// Reprint of something printed before.
    pub const REPRINT: Self = Self(1 << 8);
    /// Preprint.
    pub const PREPRINT: Self = Self(1 << 9);

    /// What accompanies a work: its data, its code, its supplementary files.
    pub const MATERIAL: Self = Self(1 << 10);

    /// The kinds that are another publication than the work whose title they carry.
    pub const ABOUT_ANOTHER: Self = Self(
        Self::ERRATUM.0 | Self::RETRACTION.0 | Self::REPLY.0 | Self::REPRINT.0 | Self::MATERIAL.0,
    );
    /// The kinds that databases often forget to name.
    pub const OFTEN_UNNAMED: Self = Self(
        Self::COMMENT.0 | Self::EDITORIAL.0 | Self::BOOK_REVIEW.0 | Self::NEWS.0 | Self::OBITUARY.0,
    );

    /// The kinds in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The kinds in one set only.
    #[must_use]
    pub const fn differing(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }

    /// Whether no kind is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a kind of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The kind an entry type is.
pub(super) fn of_type(entry_type: EntryType) -> Kinds {
    match entry_type {
        EntryType::Preprint => Kinds::PREPRINT,
        _ => Kinds::NONE,
    }
}

/// The kinds a folded title names; `signed` says whether [`SIGN`] may stand in it twice in a row.
pub(super) fn of_title(folded: &str, signed: bool) -> Kinds {
    let mut kinds = Kinds::NONE;
    if folded.is_empty() {
        return kinds;
    }
    let spaced = &*super::head_and_end(folded, 200, 100);
    let bytes = spaced.as_bytes();
    let table = table();
    let mut look = |phrases: &[Phrase]| {
        for phrase in phrases {
            if !kinds.has(phrase.kind) && stands(spaced, phrase) {
                kinds = kinds | phrase.kind;
            }
        }
    };
    look(table.starts.of(bytes));
    look(
        table.ends.of(bytes
            .get(bytes.len().saturating_sub(2)..)
            .unwrap_or_default()),
    );
    if !signed {
        return kinds;
    }
    // A phrase stands at the beginning of a word.
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        for phrase in table.anywhere.of(rest) {
            let rest = spaced.get(at..);
            let rest = rest.and_then(|rest| rest.strip_prefix(phrase.text));
            if rest.is_some_and(|rest| phrase.may_end_before(rest)) {
                kinds = kinds | phrase.kind;
            }
        }
        at += memchr::memchr(b' ', rest).map_or(bytes.len(), |space| space + 1);
    }
    kinds
}

/// Every phrase that may stand anywhere has this letter twice in a row, and few titles do.
pub(super) const SIGN: u8 = b'r';

/// One phrase of [`PHRASES`].
#[derive(Clone, Copy)]
struct Phrase {
    kind: Kinds,
    at: At,
    text: &'static str,
    /// Whether it is of a script that puts no spaces.
    spaceless: bool,
}

impl Phrase {
    fn new(kind: Kinds, at: At, text: &'static str) -> Self {
        let spaceless = !text.is_ascii() && text.chars().any(|c| c >= '\u{2E80}');
        // One word alone at the start (`response`, `correction`) names the kind only when nothing
        // follows: "Correction of scoliosis" is about scoliosis.
        let alone = at == Start && !text.contains(' ') && !spaceless && !STRONG.contains(&text);
        Self {
            kind,
            at: if alone { Whole } else { at },
            text,
            spaceless,
        }
    }

    /// Whether a word may end between the phrase and `rest`.
    fn may_end_before(&self, rest: &str) -> bool {
        rest.is_empty() || rest.starts_with(' ') || self.spaceless
    }
}

/// The phrases by the two bytes that a title which holds them must begin or end with.
struct Table {
    starts: ByPair,
    ends: ByPair,
    anywhere: ByPair,
    /// Those that a segment of a title may be.
    segments: ByPair,
}

/// Phrases by two bytes of theirs; some pairs share a place.
struct ByPair(Vec<Vec<Phrase>>);

impl ByPair {
    const PLACES: usize = 512;

    fn new() -> Self {
        Self(vec![Vec::new(); Self::PLACES])
    }

    /// Where phrases with the first two of `bytes` are.
    fn place(bytes: &[u8]) -> Option<usize> {
        let [one, other, ..] = bytes else { return None };
        Some((usize::from(*one) * 29 + usize::from(*other)) % Self::PLACES)
    }

    fn add(&mut self, bytes: &[u8], phrase: Phrase) {
        if let Some(place) = Self::place(bytes).and_then(|place| self.0.get_mut(place)) {
            place.push(phrase);
        }
    }

    fn of(&self, bytes: &[u8]) -> &[Phrase] {
        let place = Self::place(bytes).and_then(|place| self.0.get(place));
        place.map_or(&[], Vec::as_slice)
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table {
            starts: ByPair::new(),
            ends: ByPair::new(),
            anywhere: ByPair::new(),
            segments: ByPair::new(),
        };
        for (kind, at, phrases) in PHRASES {
            for text in *phrases {
                let bytes = text.as_bytes();
                let phrase = Phrase::new(*kind, *at, text);
                // `Introduction: …` and `News: …` head a work of their own.
                if *at != Whole && !kind.has(Kinds::MATERIAL) {
                    table.segments.add(bytes, phrase);
                }
                match at {
                    Any => table.anywhere.add(bytes, phrase),
                    Start | Whole => table.starts.add(bytes, phrase),
                    Ends => {
                        table.starts.add(bytes, phrase);
                        let last = bytes.get(bytes.len().saturating_sub(2)..);
                        table.ends.add(last.unwrap_or_default(), phrase);
                    }
                }
            }
        }
        table
    })
}

/// The kinds a segment of a title names that says nothing else: `Correction`, `Author response`.
pub(super) fn of_segment(folded: &str) -> Kinds {
    if folded.is_empty() || folded.len() > 40 {
        return Kinds::NONE;
    }
    let phrases = table().segments.of(folded.as_bytes()).iter();
    phrases
        .filter(|phrase| phrase.text == folded)
        .fold(Kinds::NONE, |kinds, phrase| kinds | phrase.kind)
}

/// Whether `phrase` stands at the beginning or end of `title`, as it asks.
fn stands(title: &str, phrase: &Phrase) -> bool {
    let at_start = || {
        let rest = title.strip_prefix(phrase.text);
        rest.is_some_and(|rest| phrase.may_end_before(rest))
    };
    let at_end = || {
        let rest = title.strip_suffix(phrase.text);
        rest.is_some_and(|rest| phrase.spaceless || rest.is_empty() || rest.ends_with(' '))
    };
    match phrase.at {
        Whole => title == phrase.text,
        Start => at_start(),
        Ends | Any => at_start() || at_end(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(folded: &str) -> Kinds {
        of_title(folded, true)
    }

    #[test]
    fn phrases_that_stand_anywhere_have_the_sign() {
        let mut anywhere = PHRASES.iter().filter(|(_, at, _)| *at == Any);
        assert!(anywhere.all(|(_, _, phrases)| phrases.iter().all(|text| text.contains("rr"))));
    }

    #[test]
    fn a_long_title_is_read_at_its_end_too() {
        let long = "growth of form ".repeat(30);
        assert!(named(&format!("{long}reply")).has(Kinds::REPLY));
        assert_eq!(named(long.trim_end()), Kinds::NONE);
    }

    #[test]
    fn kinds_are_named_by_phrases_in_their_place() {
        assert_eq!(named("correction to x and y"), Kinds::ERRATUM);
        assert_eq!(named("correction of scoliosis"), Kinds::NONE);
        assert_eq!(named("sepsis in children reply"), Kinds::REPLY);
        assert_eq!(
            named("introduction to computational learning theory"),
            Kinds::NONE
        );
        assert_eq!(named("introduction"), Kinds::EDITORIAL);
        assert_eq!(named("commentary to gebel 2012"), Kinds::COMMENT);
        assert_eq!(named("勘误 某文"), Kinds::ERRATUM);
        assert_eq!(named(""), Kinds::NONE);
    }
}
