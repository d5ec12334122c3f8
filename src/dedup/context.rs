//! [`Context`]: what the whole file tells about a pair in it.

use super::Options;
use super::features::{Features, hash_text};
use super::hash::Secret;
use super::sort::sort;
use super::title_words::each_word;
use super::weights::{TABLE, Weights};
use rayon::prelude::*;
use std::collections::HashMap;

/// Titles whose words one parallel step reads.
const CHUNK: usize = 4096;

/// How rare words are, which titles many people use, and how full the records are.
#[derive(Debug)]
pub struct Context {
    /// In how many titles a word stands and how much it tells, by its hash; words of one title only
    /// are left out.
    titles_with: HashMap<u64, (u32, f32), Secret>,
    /// Under how many first authors a title stands, by its hash, where more than one.
    authors_under: HashMap<u64, u32, Secret>,
    /// How much a word of one title tells.
    most: f32,
    /// Whether most records lack volume, pages, DOI and abstract.
    pub bare: bool,
    /// Whether most records name their volume, as those of a bibliographic database do.
    pub located: bool,
    /// What the caller wants.
    pub options: Options,
    /// The weights evidence has.
    pub weights: &'static Weights,
}

impl Default for Context {
    fn default() -> Self {
        Self::of(&[], &Options::default())
    }
}

impl Context {
    /// Counts over `features`.
    pub fn of(features: &[Features], options: &Options) -> Self {
        // Copies would make the words of a title look common.
        let mut titles: Vec<(u64, u32)> = (0_u32..)
            .zip(features)
            .map(|(id, one)| (one.title_hash, id))
            .collect();
        sort(&mut titles);
        titles.dedup_by_key(|(hash, _)| *hash);
        // One of each, in the order in which they lie in the memory.
        let mut ids: Vec<u32> = titles.iter().map(|(_, id)| *id).collect();
        drop(titles);
        sort(&mut ids);
        let mut hashes: Vec<u64> = ids
            .par_chunks(CHUNK)
            .flat_map_iter(|ids| words_of(features, ids))
            .collect();
        sort(&mut hashes);
        let most = information(features.len(), 1);
        let titles_with = runs(&hashes, |hash| *hash)
            .map(|(hash, count)| (hash, (count, information(features.len(), count))))
            .collect();
        drop(hashes);
        let mut under: Vec<(u64, u64)> = features
            .par_iter()
            .filter(|one| one.title_hash != 0)
            .map(|one| (one.title_hash, one.first_surname()))
            .filter(|(_, surname)| *surname != 0)
            .collect();
        sort(&mut under);
        under.dedup();
        let bare = features.iter().filter(|one| one.is_bare()).count();
        let placed = features.iter().filter(|one| one.volume != 0).count();
        Self {
            titles_with,
            authors_under: runs(&under, |(title, _)| *title).collect(),
            most,
            bare: bare * 10 > features.len() * 6,
            located: placed * 2 > features.len(),
            options: *options,
            weights: &TABLE,
        }
    }

    /// How much a word tells, in nats: little where every title has it.
    pub fn information(&self, word: &str) -> f32 {
        self.information_of(hash_text(word))
    }

    /// The same of a word known by its hash.
    pub(super) fn information_of(&self, word: u64) -> f32 {
        self.titles_with(word).1
    }

    /// In how many titles a word stands, by its hash, and how much it tells.
    pub(super) fn titles_with(&self, word: u64) -> (u32, f32) {
        self.titles_with
            .get(&word)
            .copied()
            .unwrap_or((1, self.most))
    }

    /// Under how many first authors the title with this hash stands.
    pub fn authors_under(&self, title_hash: u64) -> u32 {
        self.authors_under.get(&title_hash).copied().unwrap_or(1)
    }
}

impl Features {
    /// Whether the record has none of volume, pages, DOI and abstract.
    pub fn is_bare(&self) -> bool {
        self.volume == 0 && self.pages.is_missing() && self.doi == 0 && self.abstract_sketch == 0
    }
}

/// The hashes of the words of some titles, each once a title.
fn words_of(features: &[Features], ids: &[u32]) -> Vec<u64> {
    let mut hashes = Vec::new();
    let mut of_title: Vec<u64> = Vec::new();
    for one in ids.iter().filter_map(|id| features.get(*id as usize)) {
        each_word(one.title(), |word| of_title.push(hash_text(word)));
        of_title.sort_unstable();
        of_title.dedup();
        hashes.append(&mut of_title);
    }
    hashes
}

/// How much a word tells that stands in `count` of `titles` titles.
fn information(titles: usize, count: u32) -> f32 {
    let titles = u32::try_from(titles).unwrap_or(u32::MAX);
    let ratio = (f64::from(titles) + 1_000.0) / f64::from(count.max(1));
    #[allow(clippy::cast_possible_truncation)]
    let nats = ratio.ln() as f32;
    nats
}

/// Lengths of the runs of equal keys in a sorted slice, of two and more.
fn runs<T>(sorted: &[T], key: impl Fn(&T) -> u64 + Copy) -> impl Iterator<Item = (u64, u32)> {
    sorted
        .chunk_by(move |a, b| key(a) == key(b))
        .filter(|run| run.len() > 1)
        .filter_map(move |run| {
            Some((
                key(run.first()?),
                u32::try_from(run.len()).unwrap_or(u32::MAX),
            ))
        })
}
