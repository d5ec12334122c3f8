//! A closer look at pairs whose signatures say too little: the bits of two words or names may fall
//! together, the words and names themselves do not.

use super::features::Features;
use super::hopeless::{People, Shared};
use super::prefilter::Prefilter;
use super::signature::{NAME_STEM, STEM};
use super::title_words::{each_content, stem};

/// Words of a title, and names of a list, that are compared.
const MOST: usize = 64;

impl Prefilter<'_> {
    /// Whether the records at two places of the list are sure to be told apart by the words of
    /// their titles and the names of their people.
    pub(super) fn is_hopeless_closer(&self, a: u32, b: u32) -> bool {
        let Some((one, other)) = self.features(a).zip(self.features(b)) else {
            return false;
        };
        let (words_a, words_b) = (words_of(one), words_of(other));
        let words = Shared {
            words: words_a.shared_with(&words_b),
            of: [words_a.count(), words_b.count()],
        };
        let signatures = (self.signature(a), self.signature(b));
        self.bound
            .is_hopeless_by(&signatures.0, &signatures.1, words, || {
                people_of(one, other)
            })
    }
}

/// Some stems, each once.
struct Stems {
    stems: [u64; MOST],
    count: usize,
}

impl Stems {
    fn new() -> Self {
        Self {
            stems: [0; MOST],
            count: 0,
        }
    }

    fn all(&self) -> &[u64] {
        self.stems.get(..self.count).unwrap_or_default()
    }

    fn add(&mut self, stem: u64) {
        if !self.all().contains(&stem)
            && let Some(slot) = self.stems.get_mut(self.count)
        {
            *slot = stem;
            self.count += 1;
        }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.count).unwrap_or(u32::MAX)
    }

    fn shared_with(&self, other: &Self) -> u32 {
        let shared = self.all().iter().filter(|stem| other.all().contains(stem));
        u32::try_from(shared.count()).unwrap_or(u32::MAX)
    }
}

fn words_of(one: &Features) -> Stems {
    let mut stems = Stems::new();
    each_content(one.title(), |word| stems.add(stem::<STEM>(word)));
    stems
}

fn people_of(one: &Features, other: &Features) -> People {
    let (surnames_a, given_a) = names_of(one);
    let (surnames_b, given_b) = names_of(other);
    let shared = surnames_a.shared_with(&surnames_b);
    let exchanged = |surnames: &Stems, given: &Stems, surnames_of: &Stems, given_of: &Stems| {
        surnames.shared_with(given_of) > 0
            && (given.count == 0 || given.shared_with(surnames_of) > 0)
    };
    People {
        shared,
        fewer: surnames_a.count().min(surnames_b.count()),
        exchanged: shared == 0
            && (exchanged(&surnames_a, &given_a, &surnames_b, &given_b)
                || exchanged(&surnames_b, &given_b, &surnames_a, &given_a)),
    }
}

/// The surnames and the given names written out.
fn names_of(one: &Features) -> (Stems, Stems) {
    let (mut surnames, mut given) = (Stems::new(), Stems::new());
    for person in one.people() {
        surnames.add(stem::<NAME_STEM>(person.surname));
        for name in person.given.split(' ').filter(|name| name.len() > 1) {
            given.add(stem::<NAME_STEM>(name));
        }
    }
    (surnames, given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn features(title: &str, authors: &str) -> Features {
        let mut record = Record::default();
        record.put(Field::Title, title);
        record.put(Field::Author, authors);
        Features::of(&record)
    }

    #[test]
    fn words_are_shared_by_their_first_letters() {
        let one = words_of(&features("On the growth and forms of growths", ""));
        let other = words_of(&features("Growth and form in plants", ""));
        assert_eq!(one.count(), 2);
        assert_eq!(one.shared_with(&other), 1);
        assert_eq!(other.shared_with(&one), 1);
    }

    #[test]
    fn no_more_words_are_kept_than_there_is_room_for() {
        let mut stems = Stems::new();
        for stem in 0..1_000 {
            stems.add(stem);
        }
        assert_eq!(stems.all().len(), MOST);
    }

    #[test]
    fn people_are_shared_or_exchanged() {
        let people = |one: &str, other: &str| people_of(&features("", one), &features("", other));
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
