//! [`Bound`]: the most a pair can score, told by signatures alone.

use super::comparisons::{
    abstracts, authors, container, doi, first_author, identifiers, information, leftover, pages,
    title, volume, year,
};
use super::context::Context;
use super::decide::{REVIEW_BAND, VETO_COST, threshold};
use super::score::Score;
use super::signature::{
    ARTICLE_NUMBER, CONTAINER, DAMAGED, IN_SUPPLEMENT, PREPRINT, Signature, YEAR,
};
use super::weights::{PRIOR, WEIGHTS};

/// Bits in which the sketches of like abstracts differ at most.
const LIKE_SKETCHES: u32 = 22;

/// The weights of all levels a signature cannot tell apart, as one: the highest of them.
#[derive(Debug)]
pub(super) struct Bound {
    /// What any pair may have: prior, numbers, kinds, issue.
    base: f32,
    /// By the words left over in the longer title: none, one, more.
    like: [f32; 3],
    /// By how much like titles say.
    information: [f32; 3],
    unlike: f32,
    untitled: f32,
    /// By the words left over in the shorter title.
    leftover: [f32; 4],
    /// With a name in common, without, and where one side names nobody.
    people: [f32; 3],
    year: [f32; 5],
    /// Where both name it, and where one does not.
    container: [f32; 2],
    volume: [f32; 3],
    /// One first page, one last page or overlapping, neither, missing.
    pages: [f32; 4],
    /// Same, other, missing.
    doi: [f32; 3],
    identifiers: [f32; 3],
    /// Like, other, missing.
    abstracts: [f32; 3],
    /// The least score of a pair that somebody will see, for bare pairs and others.
    least: [f32; 2],
    /// Whether titles that are unlike are apart wherever the place is not the same.
    unlike_is_apart: bool,
}

/// The highest weight among some levels of a comparison.
fn most(comparison: &str, levels: std::ops::RangeInclusive<u8>) -> f32 {
    let row = WEIGHTS.iter().find(|row| row.comparison == comparison);
    row.and_then(|row| {
        row.weights
            .get(usize::from(*levels.start())..=usize::from(*levels.end()))
    })
    .unwrap_or_default()
    .iter()
    .copied()
    .fold(f32::MIN, f32::max)
}

impl Bound {
    pub(super) fn of(context: &Context) -> Self {
        let one = |comparison, level: u8| most(comparison, level..=level);
        let any = |comparison| {
            let row = WEIGHTS.iter().find(|row| row.comparison == comparison);
            row.map_or(0.0, |row| {
                row.weights.iter().copied().fold(f32::MIN, f32::max)
            })
        };
        let like = most("title-information", 0..=information::Level::UNLIKE.0 - 1);
        let unlike = one("title-information", information::Level::UNLIKE.0);
        let to_main = title::Level::EDIT_65.0;
        let least = |bare| {
            let mut score = Score::default();
            score.bare = bare;
            threshold(&score, context) - REVIEW_BAND
        };
        let mut bound = Self {
            base: PRIOR + any("title-numbers") + any("kind") + any("issue"),
            like: [
                title::Level::SAME.0,
                title::Level::EDIT_96.0,
                title::Level::EDIT_90.0,
            ]
            .map(|level| most("title", level..=to_main)),
            information: [
                information::Level::LONG.0,
                information::Level::MIDDLE.0,
                information::Level::SHORT.0,
            ]
            .map(|level| most("title-information", level..=information::Level::GENERIC.0)),
            unlike: unlike + most("title", title::Level::SOME.0..=title::Level::NONE.0),
            untitled: like.max(unlike) + one("title", title::Level::MISSING.0),
            leftover: [0, 1, 2, 3]
                .map(|level| most("leftover-words", level..=leftover::Level::MORE.0)),
            people: [
                any("authors") + any("first-author"),
                one("authors", authors::Level::NONE.0)
                    + one("first-author", first_author::Level::OTHER.0),
                most(
                    "authors",
                    authors::Level::BOTH_MISSING.0..=authors::Level::MISSING.0,
                ) + one("first-author", first_author::Level::MISSING.0),
            ],
            year: [0, 1, 2, 3, year::Level::MISSING.0].map(|level| one("year", level)),
            container: [
                any("container"),
                one("container", container::Level::MISSING.0),
            ],
            volume: [
                volume::Level::SAME.0,
                volume::Level::OTHER.0,
                volume::Level::MISSING.0,
            ]
            .map(|level| one("volume", level)),
            pages: [
                any("pages"),
                most("pages", pages::Level::ONE_END.0..=pages::Level::OVERLAP.0),
                most("pages", pages::Level::NEXT.0..=pages::Level::OTHER.0),
                one("pages", pages::Level::MISSING.0),
            ],
            doi: [
                most("doi", doi::Level::SAME.0..=doi::Level::VERSION.0),
                one("doi", doi::Level::OTHER.0),
                one("doi", doi::Level::MISSING.0),
            ],
            identifiers: [
                identifiers::Level::SAME.0,
                identifiers::Level::OTHER.0,
                identifiers::Level::MISSING.0,
            ]
            .map(|level| one("identifiers", level)),
            abstracts: [
                most(
                    "abstract",
                    abstracts::Level::SAME.0..=abstracts::Level::LIKE.0,
                ),
                one("abstract", abstracts::Level::OTHER.0),
                one("abstract", abstracts::Level::MISSING.0),
            ],
            least: [least(false), least(true)],
            unlike_is_apart: false,
        };
        let highest = |levels: &[f32]| levels.iter().copied().fold(f32::MIN, f32::max);
        let elsewhere = bound.base
            + bound.unlike
            + bound.leftover[2]
            + highest(&bound.people)
            + highest(&bound.year)
            + highest(&bound.container)
            + highest(&bound.volume)
            + highest(&bound.pages[1..])
            + highest(&bound.doi[1..])
            + highest(&bound.identifiers[1..])
            + highest(&bound.abstracts);
        bound.unlike_is_apart = elsewhere < bound.least[0].min(bound.least[1]) + VETO_COST;
        bound
    }

    /// Whether it is all but certain that a pair neither merges nor is left to a person.
    #[inline]
    pub(super) fn is_hopeless(&self, a: &Signature, b: &Signature) -> bool {
        let words = |one: &Signature| one.words[0].count_ones() + one.words[1].count_ones();
        let (count_a, count_b) = (words(a), words(b));
        let shared =
            (a.words[0] & b.words[0]).count_ones() + (a.words[1] & b.words[1]).count_ones();
        let (shorter, longer) = (count_a.min(count_b), count_a.max(count_b));
        let titled = a.is_titled() && b.is_titled();
        let ends = a.head == b.head || a.tail == b.tail;
        let like = shared * 2 >= longer || ends && (shared * 2 >= shorter || shorter <= 2);
        let one_page = a.first == b.first && a.first != 0;
        let elsewhere =
            !one_page && (a.doi_stem != b.doi_stem || a.doi_stem == 0) && !same_number(a, b);
        if titled && !like && elsewhere && self.unlike_is_apart {
            return true;
        }
        let titles = match (titled, like) {
            (false, _) => self.untitled,
            (true, true) => {
                let nats = information::by_nats(a.information.min(b.information));
                self.like[(longer - shared).min(2) as usize]
                    + self.information[usize::from(nats.0).min(2)]
            }
            (true, false) => self.unlike,
        };
        // A word may be paired with one that is spelt another way.
        let left = (shorter - shared).saturating_sub(1).min(3) as usize;
        let most = self.base + titles + self.leftover[left] + self.people(a, b) + self.place(a, b);
        let bare = (a.volume == 0 || b.volume == 0)
            && (a.first | a.last == 0 || b.first | b.last == 0)
            && (a.doi_stem == 0 || b.doi_stem == 0)
            && (a.abstract_sketch == 0 || b.abstract_sketch == 0);
        let least = self.least[usize::from(bare)];
        if titled && !like && !one_page {
            most < least + VETO_COST
        } else {
            most < least
        }
    }

    #[inline]
    fn people(&self, a: &Signature, b: &Signature) -> f32 {
        let (one, other) = (a.surnames, b.surnames);
        if one == 0 || other == 0 {
            return self.people[2];
        }
        // Surname and given name may be exchanged, the latter cut to its initial.
        let exchanged = |one: &Signature, other: &Signature| {
            one.surnames & other.given != 0 && (one.given == 0 || one.given & other.surnames != 0)
        };
        let known = one & other != 0 || exchanged(a, b) || exchanged(b, a);
        self.people[usize::from(!known)]
    }

    /// Year, container, volume, pages, identifiers and abstract.
    #[inline]
    fn place(&self, a: &Signature, b: &Signature) -> f32 {
        let both = |flag| a.has_all(flag) && b.has_all(flag);
        let one_only = |flag| (a.flags ^ b.flags) & flag != 0;
        let either = |flag| (a.flags | b.flags) & flag != 0;
        let year = match (both(YEAR), a.year.abs_diff(b.year)) {
            (false, _) => 4,
            (true, 0) => 0,
            (true, 1) => 1,
            (true, 2 | 3) => 2,
            (true, _) => 3,
        };
        let version = one_only(PREPRINT);
        let container = usize::from(version || !both(CONTAINER));
        let volume = if a.volume == 0 || b.volume == 0 {
            2
        } else if a.volume == b.volume {
            0
        } else {
            1 + usize::from(either(IN_SUPPLEMENT))
        };
        let end = |one: &Signature| one.last.max(one.first);
        let pages = if end(a) == 0 || end(b) == 0 {
            3
        } else if a.first == b.first {
            0
        } else if one_only(ARTICLE_NUMBER) || either(DAMAGED) {
            3
        } else if a.first <= end(b) && b.first <= end(a) || a.last == b.last {
            1
        } else {
            2
        };
        let doi = match (a.doi_stem, b.doi_stem) {
            (0, _) | (_, 0) => 2,
            (one, other) if one == other => 0,
            _ => 1 + usize::from(version),
        };
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
        self.year[year]
            + self.container[container]
            + self.volume[volume]
            + self.pages[pages]
            + self.doi[doi]
            + self.identifiers[identifiers]
            + self.abstracts[abstracts]
    }
}

#[inline]
fn same_number(a: &Signature, b: &Signature) -> bool {
    let each = a.identifiers.iter().zip(b.identifiers);
    each.into_iter()
        .any(|(one, other)| *one != 0 && *one == other)
}
