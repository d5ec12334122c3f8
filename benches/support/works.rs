//! Made-up works, every fifth a damaged copy of another: the same for the same seed.

use bibsift::model::{Field, Record};

/// A work as a database has it.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) title: String,
    /// Family and given name.
    pub(crate) authors: Vec<(String, String)>,
    pub(crate) journal: String,
    pub(crate) year: i32,
    pub(crate) volume: usize,
    pub(crate) pages: String,
    pub(crate) doi: Option<String>,
}

impl Work {
    /// The work as a record.
    pub(crate) fn record(&self) -> Record {
        let mut record = Record::default();
        let authors: Vec<String> = self
            .authors
            .iter()
            .map(|(family, given)| format!("{family}, {given}"))
            .collect();
        record.put(Field::Title, self.title.as_str());
        record.put(Field::Author, authors.join("; "));
        record.put(Field::JournalTitle, self.journal.as_str());
        record.put(Field::Date, self.year.to_string());
        record.put(Field::Volume, self.volume.to_string());
        record.put(Field::Pages, self.pages.as_str());
        if let Some(doi) = &self.doi {
            record.put(Field::Doi, doi.as_str());
        }
        record
    }
}

const SYLLABLES: &[&str] = &[
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "an", "el",
];
const JOURNALS: &[&str] = &[
    "Journal of Hydrology",
    "Annals of Form",
    "Physical Letters",
    "Archives of Disease",
];

/// `count` works.
pub(crate) fn made(count: usize, seed: u64) -> Vec<Work> {
    let mut dice = Dice(seed);
    let mut works: Vec<Work> = Vec::with_capacity(count);
    while works.len() < count {
        let copied = (dice.below(5) == 0)
            .then(|| works.get(dice.below(works.len().max(1))).cloned())
            .flatten();
        let work = match copied {
            Some(work) => damaged(work, &mut dice),
            None => work(works.len(), &mut dice),
        };
        works.push(work);
    }
    works
}

fn work(number: usize, dice: &mut Dice) -> Work {
    let first = 1 + dice.below(2_000);
    Work {
        title: (0..6 + dice.below(6))
            .map(|_| word(dice))
            .collect::<Vec<_>>()
            .join(" "),
        authors: (0..=dice.below(5))
            .map(|_| (word(dice), "J. P.".to_owned()))
            .collect(),
        journal: JOURNALS[dice.below(JOURNALS.len())].to_owned(),
        year: 1975 + i32::try_from(dice.below(50)).unwrap_or_default(),
        volume: 1 + dice.below(120),
        pages: format!("{first}-{}", first + dice.below(20)),
        doi: (dice.below(4) > 0).then(|| format!("10.1000/work.{number}")),
    }
}

fn damaged(mut work: Work, dice: &mut Dice) -> Work {
    match dice.below(4) {
        0 => work.title.make_ascii_uppercase(),
        1 => {
            let at = dice.below(work.title.len().max(1));
            if work.title.is_char_boundary(at) {
                work.title.remove(at);
            }
        }
        2 => work.doi = None,
        _ => work.authors.truncate(1),
    }
    work
}

fn word(dice: &mut Dice) -> String {
    (0..2 + dice.below(3))
        .map(|_| SYLLABLES[dice.below(SYLLABLES.len())])
        .collect()
}

/// Splitmix64: seeded, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or_default() % end
    }
}
