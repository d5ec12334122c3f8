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

/// The kinds a folded title names.
pub(super) fn of_title(folded: &str) -> Kinds {
    let mut kinds = Kinds::NONE;
    if folded.is_empty() {
        return kinds;
    }
    let spaced = &*super::head_and_end(folded, 200, 100);
    let bytes = spaced.as_bytes();
    let table = table();
    let mut look = |phrases: &[Phrase]| {
        for (kind, at, phrase) in phrases {
            if !kinds.has(*kind) && stands(spaced, phrase, *at) {
                kinds = kinds | *kind;
            }
        }
    };
    let with = |phrases: &'static [Vec<Phrase>], byte: Option<&u8>| {
        let place = byte.and_then(|byte| phrases.get(usize::from(*byte)));
        place.map_or(&[][..], Vec::as_slice)
    };
    look(with(&table.starts, bytes.first()));
    look(with(&table.ends, bytes.last()));
    // A phrase stands at the beginning of a word.
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        for (kind, _, phrase) in with(&table.anywhere, Some(byte)) {
            let rest = spaced.get(at..).and_then(|rest| rest.strip_prefix(phrase));
            if rest.is_some_and(|rest| ends_word(rest, phrase)) {
                kinds = kinds | *kind;
            }
        }
        at += memchr::memchr(b' ', bytes.get(at..).unwrap_or_default())
            .map_or(bytes.len(), |space| space + 1);
    }
    kinds
}

/// One phrase of [`PHRASES`].
type Phrase = (Kinds, At, &'static str);

/// The phrases by the byte that a title which holds them must begin or end with.
struct Table {
    starts: Vec<Vec<Phrase>>,
    ends: Vec<Vec<Phrase>>,
    anywhere: Vec<Vec<Phrase>>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table {
            starts: vec![Vec::new(); 256],
            ends: vec![Vec::new(); 256],
            anywhere: vec![Vec::new(); 256],
        };
        let add = |places: &mut [Vec<Phrase>], byte: Option<&u8>, phrase| {
            if let Some(place) = byte.and_then(|byte| places.get_mut(usize::from(*byte))) {
                place.push(phrase);
            }
        };
        for (kind, at, phrases) in PHRASES {
            for phrase in *phrases {
                let bytes = phrase.as_bytes();
                let entry = (*kind, *at, *phrase);
                match at {
                    Any => add(&mut table.anywhere, bytes.first(), entry),
                    Start | Whole => add(&mut table.starts, bytes.first(), entry),
                    Ends => {
                        add(&mut table.starts, bytes.first(), entry);
                        add(&mut table.ends, bytes.last(), entry);
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
    PHRASES
        .iter()
        .filter(|(kind, at, phrases)| {
            // `Introduction: …` and `News: …` head a work of their own.
            *at != Whole && !kind.has(Kinds::MATERIAL) && phrases.contains(&folded)
        })
        .fold(Kinds::NONE, |kinds, (kind, _, _)| kinds | *kind)
}

/// Whether `phrase` is of a script that puts no spaces.
fn is_spaceless(phrase: &str) -> bool {
    !phrase.is_ascii() && phrase.chars().any(|c| c >= '\u{2E80}')
}

/// Whether a word may end between `phrase` and `rest`.
fn ends_word(rest: &str, phrase: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ') || is_spaceless(phrase)
}

/// Whether `phrase` stands at the beginning or end of `title`, as `at` asks.
fn stands(title: &str, phrase: &str, at: At) -> bool {
    let spaceless = is_spaceless(phrase);
    let at_start = || {
        let rest = title.strip_prefix(phrase);
        rest.is_some_and(|rest| ends_word(rest, phrase))
    };
    let at_end = || {
        title
            .strip_suffix(phrase)
            .is_some_and(|rest| spaceless || rest.is_empty() || rest.ends_with(' '))
    };
    match at {
        Whole => title == phrase,
        // One word alone at the start (`response`, `correction`) names the kind only when nothing
        // follows: "Correction of scoliosis" is about scoliosis.
        Start if !phrase.contains(' ') && !spaceless && !STRONG.contains(&phrase) => {
            title == phrase
        }
        Start => at_start(),
        Ends | Any => at_start() || at_end(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_read_at_its_end_too() {
        let long = "growth of form ".repeat(30);
        assert!(of_title(&format!("{long}reply")).has(Kinds::REPLY));
        assert_eq!(of_title(long.trim_end()), Kinds::NONE);
    }

    #[test]
    fn kinds_are_named_by_phrases_in_their_place() {
        assert_eq!(of_title("correction to x and y"), Kinds::ERRATUM);
        assert_eq!(of_title("correction of scoliosis"), Kinds::NONE);
        assert_eq!(of_title("sepsis in children reply"), Kinds::REPLY);
        assert_eq!(
            of_title("introduction to computational learning theory"),
            Kinds::NONE
        );
        assert_eq!(of_title("introduction"), Kinds::EDITORIAL);
        assert_eq!(of_title("commentary to gebel 2012"), Kinds::COMMENT);
        assert_eq!(of_title("勘误 某文"), Kinds::ERRATUM);
        assert_eq!(of_title(""), Kinds::NONE);
    }
}
