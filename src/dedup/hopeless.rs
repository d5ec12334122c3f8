//! What [`Signature`]s say of a pair under a [`Bound`]: whether it is hopeless.

use super::bound::Bound;
use super::decide::VETO_COST;
use super::signature::{
    ARTICLE_NUMBER, CONTAINER, DAMAGED, IN_SUPPLEMENT, ONE_PERSON, PREPRINT, Signature, YEAR,
};

/// Bits in which the sketches of like abstracts differ at most.
const LIKE_SKETCHES: u32 = 22;

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
        mut people: impl FnMut() -> People,
    ) -> bool {
        let mut lists = None;
        let mut lists = || *lists.get_or_insert_with(&mut people);
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

#[inline]
fn same_number(a: &Signature, b: &Signature) -> bool {
    let each = a.identifiers.iter().zip(b.identifiers);
    each.into_iter()
        .any(|(one, other)| *one != 0 && *one == other)
}
