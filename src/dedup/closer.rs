//! A closer look at pairs whose signatures say too little: the bits of two words or names may fall
//! together, the words and names themselves do not.

use super::features::Features;
use super::hopeless::{People, Shared};
use super::prefilter::Prefilter;
use super::signature::{NAME_STEM, STEM};
use super::title_words::{each_content, stem};

/// Words of a title, and names of a list, that are compared.
const MOST: usize = 64;

/// Looks at pairs one after the other. Pairs with one first record stand together in a sorted list,
/// so what was worked out of that is kept until another comes.
pub(super) struct Closer<'a> {
    prefilter: &'a Prefilter<'a>,
    first: Looked,
    second: Looked,
}

impl<'a> Closer<'a> {
    pub(super) fn new(prefilter: &'a Prefilter<'a>) -> Self {
        Self {
            prefilter,
            first: Looked::default(),
            second: Looked::default(),
        }
    }

    /// Whether the records at two places of the list are sure to be told apart by the words of
    /// their titles and the names of their people.
    pub(super) fn is_hopeless(&mut self, a: u32, b: u32) -> bool {
        let Self {
            prefilter,
            first,
            second,
        } = self;
        let Some((one, other)) = prefilter.features(a).zip(prefilter.features(b)) else {
            return false;
        };
        first.turn_to(a, one);
        second.turn_to(b, other);
        let words = Shared {
            words: first.words.shared_with(&second.words),
            of: [first.words.count(), second.words.count()],
        };
        let people = || People::of(first.people_of(one), second.people_of(other));
        let signatures = (prefilter.signature(a), prefilter.signature(b));
        let bound = &prefilter.bound;
        bound.is_hopeless_by(&signatures.0, &signatures.1, words, people)
    }
}

/// What is looked at of a record.
#[derive(Default)]
struct Looked {
    place: Option<u32>,
    words: Stems,
    people: Lists,
    /// Whether the people are those of the record: most pairs are decided without them.
    has_people: bool,
}

impl Looked {
    fn turn_to(&mut self, place: u32, one: &Features) {
        if self.place != Some(place) {
            self.place = Some(place);
            self.has_people = false;
            self.words.read(one.title());
        }
    }

    fn people_of(&mut self, one: &Features) -> &Lists {
        if !self.has_people {
            self.has_people = true;
            self.people.read(one);
        }
        &self.people
    }
}

/// Some stems, each once.
#[derive(Default)]
struct Stems(Vec<u64>);

impl Stems {
    /// Those of the words of a title.
    fn read(&mut self, title: &str) {
        self.0.clear();
        each_content(title, |word| self.add(stem::<STEM>(word)));
    }

    fn add(&mut self, stem: u64) {
        if self.0.len() < MOST && !self.0.contains(&stem) {
            self.0.push(stem);
        }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    fn shared_with(&self, other: &Self) -> u32 {
        let shared = self.0.iter().filter(|stem| other.0.contains(stem));
        u32::try_from(shared.count()).unwrap_or(u32::MAX)
    }
}

/// The surnames of a list and the given names written out.
#[derive(Default)]
struct Lists {
    surnames: Stems,
    given: Stems,
}

impl Lists {
    fn read(&mut self, one: &Features) {
        self.surnames.0.clear();
        self.given.0.clear();
        for person in one.people() {
            self.surnames.add(stem::<NAME_STEM>(person.surname));
            for name in person.given.split(' ').filter(|name| name.len() > 1) {
                self.given.add(stem::<NAME_STEM>(name));
            }
        }
    }

    /// Whether these are the names of `other` with surnames and given names exchanged.
    fn exchanged(&self, other: &Self) -> bool {
        self.surnames.shared_with(&other.given) > 0
            && (self.given.0.is_empty() || self.given.shared_with(&other.surnames) > 0)
    }
}

impl People {
    fn of(one: &Lists, other: &Lists) -> Self {
        let shared = one.surnames.shared_with(&other.surnames);
        Self {
            shared,
            fewer: one.surnames.count().min(other.surnames.count()),
            exchanged: shared == 0 && (one.exchanged(other) || other.exchanged(one)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn features(authors: &str) -> Features {
        let mut record = Record::default();
        record.put(Field::Author, authors);
        Features::of(&record)
    }

    #[test]
    fn words_are_shared_by_their_first_letters() {
        let (mut one, mut other) = (Stems::default(), Stems::default());
        one.read("on the growth and forms of growths");
        other.read("growth and form in plants");
        assert_eq!(one.count(), 2);
        assert_eq!(one.shared_with(&other), 1);
        assert_eq!(other.shared_with(&one), 1);
    }

    #[test]
    fn no_more_words_are_kept_than_there_is_room_for() {
        let mut stems = Stems::default();
        (0..1_000).for_each(|stem| stems.add(stem));
        assert_eq!(stems.0.len(), MOST);
    }

    #[test]
    fn people_are_shared_or_exchanged() {
        let people = |one: &str, other: &str| {
            let lists = [one, other].map(|authors| {
                let mut lists = Lists::default();
                lists.read(&features(authors));
                lists
            });
            People::of(&lists[0], &lists[1])
        };
        let shared = people("Doi, Hideyuki; Abe, Kenji", "Abe, K.; Ott, W.; Wu, B.");
        assert_eq!(
            (shared.shared, shared.fewer, shared.exchanged),
            (1, 2, false)
        );
        let exchanged = people("Doi, Hideyuki", "Hideyuki, Doi");
        assert_eq!((exchanged.shared, exchanged.exchanged), (0, true));
        let strangers = people("Smith, John", "Jones, John");
        assert_eq!((strangers.shared, strangers.exchanged), (0, false));
    }
}
