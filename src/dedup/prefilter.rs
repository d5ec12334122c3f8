//! [`Prefilter`]: candidate pairs that are not worth a comparison, told by a few numbers.

use super::features::{Features, hash_text, words};
use super::pair::has_content;
use rayon::prelude::*;

/// Words of a title that are looked at.
const WORDS: usize = 64;

/// The content words of all titles as sorted hashes, one record after the other.
#[derive(Debug)]
pub(super) struct Prefilter {
    hashes: Vec<u32>,
    /// Where the words of each record end.
    ends: Vec<u32>,
}

impl Prefilter {
    pub(super) fn of(features: &[Features]) -> Self {
        let lists: Vec<Vec<u32>> = features
            .par_iter()
            .map(|one| {
                let mut hashes: Vec<u32> = words(one.title())
                    .filter(|word| has_content(word))
                    .take(WORDS)
                    .map(|word| u32::try_from(hash_text(word) >> 32).unwrap_or(0))
                    .collect();
                hashes.sort_unstable();
                hashes
            })
            .collect();
        let mut end = 0;
        let ends = lists
            .iter()
            .map(|list| {
                end += u32::try_from(list.len()).unwrap_or(0);
                end
            })
            .collect();
        Self {
            hashes: lists.concat(),
            ends,
        }
    }

    /// Whether two records have so little in common that no comparison is worth its cost: neither
    /// place nor DOI nor abstract, nor a quarter of the words or an end of the title.
    pub(super) fn is_hopeless(&self, a: u32, b: u32, features: &[Features]) -> bool {
        let (Some(one), Some(other)) = (features.get(a as usize), features.get(b as usize)) else {
            return true;
        };
        let same = |one: u64, other: u64| one != 0 && one == other;
        if same(one.doi_stem, other.doi_stem)
            || same(one.abstract_start, other.abstract_start)
            || same(u64::from(one.pages.first), u64::from(other.pages.first))
            || same(one.pmid, other.pmid)
            || same(one.eprint, other.eprint)
            || same(one.isbn, other.isbn)
        {
            return false;
        }
        let (title, other_title) = (one.title().as_bytes(), other.title().as_bytes());
        if title.is_empty() || other_title.is_empty() {
            return false;
        }
        let ends_alike = || {
            let start = title.iter().zip(other_title).take(8).all(|(x, y)| x == y);
            start
                || title
                    .iter()
                    .rev()
                    .zip(other_title.iter().rev())
                    .take(8)
                    .all(|(x, y)| x == y)
        };
        let (words, others) = (self.words(a), self.words(b));
        shared(words, others) * 4 < words.len().min(others.len()) && !ends_alike()
    }

    fn words(&self, id: u32) -> &[u32] {
        let end = |id: usize| self.ends.get(id).copied().unwrap_or(0) as usize;
        let start = (id as usize).checked_sub(1).map_or(0, end);
        self.hashes.get(start..end(id as usize)).unwrap_or_default()
    }
}

/// How many numbers two sorted lists have in common.
fn shared(mut a: &[u32], mut b: &[u32]) -> usize {
    let mut count = 0;
    while let (Some((one, rest_a)), Some((other, rest_b))) = (a.split_first(), b.split_first()) {
        if one <= other {
            a = rest_a;
        }
        if other <= one {
            b = rest_b;
        }
        count += usize::from(one == other);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    #[test]
    fn titles_without_common_words_are_hopeless() {
        let titled = |title: &str| {
            let mut record = Record::default();
            record.put(Field::Title, title);
            Features::of(&record)
        };
        let features = [
            titled("On growth and form"),
            titled("Notes on form and growth"),
            titled("Deep learning of graphs"),
        ];
        let filter = Prefilter::of(&features);
        assert!(!filter.is_hopeless(0, 1, &features));
        assert!(filter.is_hopeless(0, 2, &features));
        assert_eq!(shared(&[1, 2, 2, 5], &[2, 2, 3, 5]), 3);
    }
}
