//! [`Prefilter`]: pairs that are not worth a comparison, told by [`Signature`]s.

use super::bound::Bound;
use super::context::Context;
use super::decide::VETO_COST;
use super::features::Features;
use super::signature::{
    ARTICLE_NUMBER, CONTAINER, DAMAGED, IN_SUPPLEMENT, ONE_PERSON, PREPRINT, Signature, YEAR,
};
use rayon::prelude::*;

/// Bits in which the sketches of like abstracts differ at most.
const LIKE_SKETCHES: u32 = 22;

/// The signatures of some records, and what they say of pairs.
#[derive(Debug)]
pub(super) struct Prefilter<'a> {
    features: &'a [Features],
    /// The records.
    ids: Vec<u32>,
    /// The place of each record among those.
    places: Vec<u32>,
    /// Theirs, in the same order.
    signatures: Vec<Signature>,
    pub(super) bound: Bound,
}

impl<'a> Prefilter<'a> {
    pub(super) fn of(features: &'a [Features], ids: &[u32], context: &Context) -> Self {
        let mut places = vec![u32::MAX; features.len()];
        for (place, id) in (0_u32..).zip(ids) {
            if let Some(slot) = places.get_mut(*id as usize) {
                *slot = place;
            }
        }
        let signatures = ids
            .par_iter()
            .map(|id| {
                let one = features.get(*id as usize);
                one.map_or_else(Signature::default, |one| Signature::of(one, context))
            })
            .collect();
        Self {
            features,
            ids: ids.to_vec(),
            places,
            signatures,
            bound: Bound::of(context),
        }
    }

    /// The signature of the record at a place in the list.
    #[inline]
    pub(super) fn signature(&self, place: u32) -> Signature {
        let found = self.signatures.get(place as usize);
        found.copied().unwrap_or_default()
    }

    /// Whether two records are sure to be told apart; not of records that are not among these.
    pub(super) fn is_hopeless(&self, a: u32, b: u32) -> bool {
        let place = |id: u32| {
            let found = self.places.get(id as usize).copied();
            found.filter(|place| *place != u32::MAX)
        };
        let Some((a, b)) = place(a).zip(place(b)) else {
            return false;
        };
        self.bound
            .is_hopeless(&self.signature(a), &self.signature(b))
            || self.is_hopeless_closer(a, b)
    }

    /// Has the features of the records at some places at hand.
    pub(super) fn fetch(&self, places: impl Iterator<Item = u32>) {
        Features::fetch(places.filter_map(|place| self.features(place)));
    }

    /// The features of the record at a place in the list.
    pub(super) fn features(&self, place: u32) -> Option<&Features> {
        self.features.get(*self.ids.get(place as usize)? as usize)
    }
}

/// How many words two titles share, and how many they have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    pub(super) words: u32,
    pub(super) of: [u32; 2],
}

/// What two lists of people have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct People {
    /// Surnames in both.
    pub(super) shared: u32,
    /// Surnames of the shorter list.
    pub(super) fewer: u32,
    /// Whether the surname of one may be the given name of the other, and the other way about.
    pub(super) exchanged: bool,
}

impl People {
    /// As far as signatures tell.
    #[inline]
    fn glanced(a: &Signature, b: &Signature) -> Self {
        // Surname and given name may be exchanged, the latter cut to its initial.
        let exchanged = |one: &Signature, other: &Signature| {
            one.surnames_as_given() & other.given != 0
                && (one.given == 0 || one.given & other.surnames_as_given() != 0)
        };
        let (one, other) = (a.surnames, b.surnames);
        Self {
            shared: (one & other).count_ones(),
            fewer: one.count_ones().min(other.count_ones()),
            exchanged: one & other == 0 && (exchanged(a, b) || exchanged(b, a)),
        }
    }
}

impl Bound {
    /// Whether it is all but certain that a pair neither merges nor is left to a person.
    #[inline]
    pub(super) fn is_hopeless(&self, a: &Signature, b: &Signature) -> bool {
        let shared = Shared {
            words: a.shared_words(b),
            of: [u32::from(a.count), u32::from(b.count)],
        };
        self.is_hopeless_by(a, b, shared, || People::glanced(a, b))
    }

    /// The same where it is known how many words the titles share, and which people the lists.
    #[inline]
    pub(super) fn is_hopeless_by(
        &self,
        a: &Signature,
        b: &Signature,
        words: Shared,
        people: impl Fn() -> People,
    ) -> bool {
        let mut lists = None;
        let mut lists = || *lists.get_or_insert_with(&people);
        let shared = words.words;
        let (shorter, longer) = (words.of[0].min(words.of[1]), words.of[0].max(words.of[1]));
        let titled = a.is_titled() && b.is_titled();
        let ends = a.head == b.head || a.tail == b.tail;
        // Half of the words may be misspelt; a title that was cut has all its words but one; one whose
        // spaces stand elsewhere has both its ends.
        let spaced = a.head == b.head && a.tail == b.tail;
        let cut = spaced || ends && shared + u32::from(shorter > 2) >= shorter;
        let like = shared * 2 > longer || ends && shared * 2 >= longer || cut;
        let one_page = a.first == b.first && a.first != 0;
        let elsewhere =
            !one_page && (a.doi_stem != b.doi_stem || a.doi_stem == 0) && !same_number(a, b);
        if titled && !like && elsewhere {
            if self.unlike_is_apart {
                return true;
            }
            if self.unlike_of_strangers_is_apart && a.surnames != 0 && b.surnames != 0 {
                let lists = lists();
                if lists.shared == 0 && !lists.exchanged {
                    return true;
                }
            }
        }
        let other = longer - shared;
        let titles = if !titled {
            self.untitled
        } else if !like {
            self.unlike
        } else if other > 2 && other * 3 > longer && !cut {
            self.half_like
        } else {
            let poorer = a.information().max(b.information()).min(2);
            self.like[other.min(2) as usize] + self.information[usize::from(poorer)]
        };
        // A word may be paired with one that is spelt another way.
        let left = (shorter - shared).saturating_sub(1).min(3) as usize;
        let some = self.base + titles + self.leftover[left] + self.numbers(a, b);
        let bare = (a.volume == 0 || b.volume == 0)
            && (a.first | a.last == 0 || b.first | b.last == 0)
            && (a.doi_stem == 0 || b.doi_stem == 0)
            && (a.abstract_sketch == 0 || b.abstract_sketch == 0);
        let cost = |vetoed: bool| if vetoed { VETO_COST } else { 0.0 };
        let vetoed = titled && !like && !one_page;
        let least = self.least[usize::from(bare)] + cost(vetoed);
        // The numbers tell most pairs apart whose titles are like.
        if some + self.others < least {
            return true;
        }
        let (people, strangers) = self.people(a, b, lists());
        // A surname misspelt in front looks like another, but the place is then the same or missing.
        let placed = a.first != 0 && b.first != 0;
        let vetoed = strangers && elsewhere && placed && !self.is_scanned && !vetoed;
        some + people + self.container(a, b) + self.texts(a, b) < least + cost(vetoed)
    }

    /// The most the people may weigh, and whether nobody is in both lists.
    #[inline]
    fn people(&self, a: &Signature, b: &Signature, lists: People) -> (f32, bool) {
        let strangers = (self.authors[3] + self.first_author[2], true);
        if a.surnames == 0 || b.surnames == 0 {
            return (self.nobody, false);
        }
        if lists.shared == 0 {
            if lists.exchanged {
                return (self.authors[0] + self.first_author[0], false);
            }
            return strangers;
        }
        let first = a.first_surname == b.first_surname;
        let namesake = first && a.first_initials() & b.first_initials() == 0;
        if namesake && (a.flags & b.flags) & ONE_PERSON != 0 {
            return strangers;
        }
        // One name may be misspelt.
        let found = lists.shared + 1 - u32::from(namesake);
        let share = if found * 4 >= lists.fewer * 3 {
            0
        } else if found * 2 >= lists.fewer {
            1
        } else {
            2
        };
        let first = self.first_author[usize::from(!first || namesake)];
        (self.authors[share] + first, false)
    }

    /// Year, volume, pages and DOI. Which level a pair has is no more foreseeable than a die, so it
    /// is chosen without a jump.
    #[allow(clippy::needless_bitwise_bool, reason = "a jump costs more")]
    #[inline]
    fn numbers(&self, a: &Signature, b: &Signature) -> f32 {
        let both = |flag| (a.flags & b.flags) & flag != 0;
        let one_only = |flag| (a.flags ^ b.flags) & flag != 0;
        let either = |flag| (a.flags | b.flags) & flag != 0;
        let choose = |condition: bool, then: usize, otherwise: usize| {
            otherwise ^ ((otherwise ^ then) & usize::from(condition).wrapping_neg())
        };
        let apart = usize::from(a.year.abs_diff(b.year)).min(4);
        let year = choose(both(YEAR), apart - usize::from(apart > 2), 4);
        let volume = choose(
            (a.volume == 0) | (b.volume == 0),
            2,
            choose(
                a.volume == b.volume,
                0,
                1 + usize::from(either(IN_SUPPLEMENT)),
            ),
        );
        let (end_a, end_b) = (a.last.max(a.first), b.last.max(b.first));
        let overlap = (a.first <= end_b) & (b.first <= end_a) | (a.last == b.last);
        let other = choose(
            one_only(ARTICLE_NUMBER) | either(DAMAGED),
            3,
            choose(overlap, 1, 2),
        );
        let pages = choose(
            (end_a == 0) | (end_b == 0),
            3,
            choose(a.first == b.first, 0, other),
        );
        let doi = choose(
            (a.doi_stem == 0) | (b.doi_stem == 0),
            2,
            choose(
                a.doi_stem == b.doi_stem,
                0,
                1 + usize::from(one_only(PREPRINT)),
            ),
        );
        self.year[year] + self.volume[volume] + self.pages[pages] + self.doi[doi]
    }

    #[inline]
    fn container(&self, a: &Signature, b: &Signature) -> f32 {
        let version = (a.flags ^ b.flags) & PREPRINT != 0;
        let letters = a.container & b.container;
        let level = if version || (a.flags & b.flags) & CONTAINER == 0 {
            2
        } else {
            usize::from(letters != a.container && letters != b.container)
        };
        self.container[level]
    }

    /// Identifiers and abstract.
    #[inline]
    fn texts(&self, a: &Signature, b: &Signature) -> f32 {
        let identifiers = if same_number(a, b) {
            0
        } else {
            let differ = |at: usize| a.identifiers[at] != 0 && b.identifiers[at] != 0;
            2 - usize::from(differ(0) || differ(1))
        };
        let abstracts = match (a.abstract_sketch, b.abstract_sketch) {
            (0, _) | (_, 0) => 2,
            (one, other) => usize::from((one ^ other).count_ones() > LIKE_SKETCHES),
        };
        self.identifiers[identifiers] + self.abstracts[abstracts]
    }
}

#[inline]
fn same_number(a: &Signature, b: &Signature) -> bool {
    let each = a.identifiers.iter().zip(b.identifiers);
    each.into_iter()
        .any(|(one, other)| *one != 0 && *one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn hopeless(a: &[(Field, &str)], b: &[(Field, &str)]) -> bool {
        let features: Vec<Features> = [a, b]
            .iter()
            .map(|fields| {
                let mut record = Record::default();
                for (field, text) in *fields {
                    record.put(*field, *text);
                }
                Features::of(&record)
            })
            .collect();
        let context = Context::of(&features, &crate::dedup::Options::default());
        Prefilter::of(&features, &[0, 1], &context).is_hopeless(0, 1)
    }

    #[test]
    fn titles_without_common_words_are_hopeless_unless_the_place_is_one() {
        let one = [(Field::Title, "On growth and form"), (Field::Date, "1917")];
        let other = [
            (Field::Title, "Deep learning of graphs"),
            (Field::Date, "1917"),
        ];
        assert!(hopeless(&one, &other));
        assert!(!hopeless(&one, &one));
        let placed = |title| {
            [
                (Field::Title, title),
                (Field::Date, "1917"),
                (Field::Author, "Thompson, D. W."),
                (Field::JournalTitle, "Annals of Form"),
                (Field::Volume, "4"),
                (Field::Pages, "17-29"),
                (Field::Doi, "10.1000/form.17"),
            ]
        };
        let translated = [placed("On growth and form"), placed("Über Wachstum")];
        assert!(!hopeless(&translated[0], &translated[1]));
    }

    #[test]
    fn one_title_of_other_people_elsewhere_is_hopeless() {
        let editorial = |author, year, volume, page| {
            [
                (Field::Title, "Editorial"),
                (Field::Author, author),
                (Field::Date, year),
                (Field::JournalTitle, "Blood"),
                (Field::Volume, volume),
                (Field::Pages, page),
            ]
        };
        let one = editorial("Ott, A.", "1990", "4", "1-2");
        assert!(hopeless(
            &one,
            &editorial("Wu, B.", "2001", "15", "100-101")
        ));
        assert!(!hopeless(&one, &editorial("Ott, A.", "1990", "4", "1")));
    }
}
