//! [`Handles`]: what a record can be found by, worked out once for all rules.

use crate::dedup::comparisons::information;
use crate::dedup::context::Context;
use crate::dedup::features::Features;
use crate::dedup::hash::{hash_text, mix};
use crate::dedup::title_words::{WORDS, each_word, has_content};

/// Rare words kept of a title.
const RARE: usize = 5;
/// The same in a file of [`MANY`] records. Two words more find thirty in a million pairs of one work
/// there, and take a tenth of the time of matching.
const RARE_OF_MANY: usize = 3;
/// So many records are many.
const MANY: usize = 200_000;
/// Letters a title's part before the colon needs to stand for the whole.
const MAIN_LETTERS: usize = 12;
/// Surnames the key of [`Handles::people`] is made of.
const PEOPLE: usize = 4;

/// Hashes of parts of a record, 0 where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Handles {
    /// The first letters of the title, in their order.
    pub(super) start: u64,
    /// The whole folded title.
    pub(super) title: u32,
    /// The title without spaces.
    pub(super) letters: u32,
    /// The title before its colon.
    pub(super) main: u32,
    /// The first fourteen letters of the title, its last sixteen, and the sixteen eight letters
    /// before.
    pub(super) ends: [u32; 3],
    /// The words of the title that fewest titles have, rarest first.
    pub(super) rare: [u32; RARE],
    /// The same in the order of their hashes.
    pub(super) in_order: [u32; RARE],
    /// The surnames of the first and second person and the alphabetically first.
    pub(super) surnames: [u32; 3],
    /// The four alphabetically first surnames, of lists that long.
    pub(super) people: u32,
    /// The year.
    pub(super) year: u32,
    /// Volume, first and last page, as they are.
    pub(super) volume: u32,
    pub(super) pages: [u32; 2],
    /// The letter before the pages.
    pub(super) page_letter: u8,
    /// The level of how much the title says.
    pub(in crate::dedup) information: u8,
    /// The DOI and, where that is another, the DOI without its version.
    pub(super) dois: [u32; 2],
    /// PubMed, archive and book number.
    pub(super) identifiers: [u32; 3],
    /// The first letters of the abstract.
    pub(super) abstract_start: u32,
}

impl Handles {
    /// Those of `features` in the file of `count` records that `context` was counted over.
    pub fn of(features: &Features, context: &Context, count: usize) -> Self {
        Self::with(features, context, count, &mut String::new())
    }

    /// The same, with room for the letters of the title.
    pub(super) fn with(
        features: &Features,
        context: &Context,
        count: usize,
        letters: &mut String,
    ) -> Self {
        let title = features.title();
        let main = features.main_title();
        unspaced(title, letters);
        let words = TitleWords::of(title, context, count);
        let mut start = [0; 8];
        for (slot, byte) in start.iter_mut().zip(title.bytes()) {
            *slot = byte;
        }
        let mut handles = Self {
            start: u64::from_be_bytes(start),
            title: half(features.title_hash),
            letters: half(hash_text(letters)),
            main: if main.len() >= MAIN_LETTERS {
                half(hash_text(main))
            } else {
                0
            },
            ends: ends(letters),
            rare: words.rare,
            in_order: words.rare,
            information: information::by_nats(words.nats).0,
            year: features
                .year
                .map_or(0, |year| half(mix(1, u64::from(year.unsigned_abs())))),
            volume: features.volume,
            pages: [features.pages.first, features.pages.last],
            page_letter: features.pages.letter,
            identifiers: [features.pmid, features.eprint, features.isbn].map(half),
            abstract_start: half(features.abstract_start),
            ..Self::default()
        };
        handles.dois = [half(features.doi), half(features.doi_stem)];
        if handles.dois[0] == handles.dois[1] {
            handles.dois[1] = 0;
        }
        handles.in_order.sort_unstable();
        handles.read_people(features);
        handles
    }

    fn read_people(&mut self, features: &Features) {
        let hash = |surname: &str| half(hash_text(surname));
        let mut first: [&str; PEOPLE] = [""; PEOPLE];
        let mut count = 0_usize;
        for person in features.people() {
            if let Some(slot) = self.surnames.get_mut(count)
                && count < 2
            {
                *slot = hash(person.surname);
            }
            // Insertion into the alphabetically first.
            let mut surname = person.surname;
            for slot in first.iter_mut().take(count + 1) {
                if slot.is_empty() || surname < *slot {
                    std::mem::swap(slot, &mut surname);
                }
            }
            count += 1;
        }
        if count > 2 {
            let [one, two, smallest] = &mut self.surnames;
            let hashed = hash(first[0]);
            if hashed != *one && hashed != *two {
                *smallest = hashed;
            }
        }
        if count >= PEOPLE {
            let joined = first.iter().fold(1, |hash, one| mix(hash, hash_text(one)));
            self.people = half(joined);
        }
    }
}

/// The upper half of a hash; 0 of 0 only.
fn half(hash: u64) -> u32 {
    match (hash, u32::try_from(hash >> 32)) {
        (0, _) | (_, Err(_)) => 0,
        (_, Ok(half)) => half.max(1),
    }
}

/// Lowest bits of a key; those above tell its group.
const IN_GROUP: u32 = (1 << 22) - 1;

/// One key of several parts; 0 if one of them is 0.
///
/// Keys with one first part are of one group and stand together when they are sorted. So blocks
/// that have many members in common are paired one after the other, while those are near at hand.
pub(super) fn join(parts: &[u32]) -> u32 {
    if parts.contains(&0) {
        return 0;
    }
    let first = parts.first().copied().unwrap_or_default();
    let whole = parts
        .iter()
        .fold(1, |hash, part| mix(hash, u64::from(*part)));
    half(mix(2, u64::from(first))) & !IN_GROUP | half(whole) & IN_GROUP | 1
}

/// The key of a part of the block of `key`, in the same group.
pub(super) fn join_under(key: u32, second: u32) -> u32 {
    let whole = mix(mix(3, u64::from(key)), u64::from(second));
    key & !IN_GROUP | half(whole) & IN_GROUP | 1
}

/// Puts a text without its spaces into `letters`.
fn unspaced(text: &str, letters: &mut String) {
    letters.clear();
    let mut from = 0;
    for at in memchr::memchr_iter(b' ', text.as_bytes()).chain([text.len()]) {
        letters.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
    }
}

/// Hashes of the first fourteen letters, the last sixteen, and the sixteen eight letters before.
fn ends(letters: &str) -> [u32; 3] {
    // Where the letter of some number begins, counted from both sides.
    let plain = letters.is_ascii();
    let from_start = |count: usize| {
        if plain {
            return (count <= letters.len()).then_some(count);
        }
        let places = letters.char_indices().map(|(at, _)| at);
        places.chain([letters.len()]).nth(count)
    };
    let from_end = |count: usize| {
        if plain {
            return letters.len().checked_sub(count);
        }
        let mut places = letters.char_indices().rev().map(|(at, _)| at);
        places.nth(count.saturating_sub(1))
    };
    let hash = |part: Option<&str>| part.map_or(0, |part| half(hash_text(part)));
    let (start, end) = (from_start(14), from_end(16));
    let before = from_end(24).zip(from_end(8));
    [
        hash(start.and_then(|end| letters.get(..end))),
        hash(end.and_then(|start| letters.get(start..))),
        hash(before.and_then(|(start, end)| letters.get(start..end))),
    ]
}

/// What the file tells of the words of a title.
struct TitleWords {
    /// The rarest by how few titles have them, rarest first, each once.
    rare: [u32; RARE],
    /// How much those with content tell together.
    nats: f32,
}

impl TitleWords {
    fn of(title: &str, context: &Context, count: usize) -> Self {
        let mut found: [(u32, u32); RARE] = [(u32::MAX, 0); RARE];
        let (mut nats, mut looked_at) = (0.0, 0);
        each_word(title, |word| {
            let hash = hash_text(word);
            let (titles, tells) = context.titles_with(hash);
            looked_at += 1;
            if looked_at <= WORDS && has_content(word) {
                nats += tells;
            }
            let is_letter = word.len() < 2;
            let mut word = (titles, half(hash));
            if is_letter || found.contains(&word) {
                return;
            }
            for slot in &mut found {
                if word < *slot {
                    std::mem::swap(slot, &mut word);
                }
            }
        });
        let mut rare = found.map(|(_, hash)| hash);
        if count >= MANY {
            rare.iter_mut()
                .skip(RARE_OF_MANY)
                .for_each(|word| *word = 0);
        }
        Self { rare, nats }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn handles(title: &str, authors: &str) -> Handles {
        let mut record = Record::default();
        record.put(Field::Title, title);
        record.put(Field::Author, authors);
        Handles::of(&Features::of(&record), &Context::default(), 1)
    }

    #[test]
    fn spaces_and_order_of_people_do_not_matter() {
        let one = handles(
            "Data warehousing in practice",
            "Li, A; Wu, B; Abe, C; Ott, D",
        );
        let other = handles(
            "Data ware housing in practice",
            "Abe, C; Ott, D; Wu, B; Li, A",
        );
        assert_eq!(one.letters, other.letters);
        assert_ne!(one.title, other.title);
        assert_eq!(one.ends, other.ends);
        assert_eq!(one.people, other.people);
        assert_eq!(one.surnames[2], other.surnames[0]);
    }

    #[test]
    fn what_is_missing_is_nothing() {
        let empty = handles("", "");
        assert_eq!(empty.ends, [0; 3]);
        assert_eq!(empty.rare, [0; RARE]);
        assert_eq!(empty.surnames, [0; 3]);
        assert_eq!(join(&[1, 0]), 0);
    }
}
