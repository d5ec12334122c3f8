//! [`Bound`]: the highest weight each comparison may have in a pair, as far as
//! [`Signature`](super::signature::Signature)s tell.

use super::comparisons::{
    abstracts, authors, container, doi, first_author, identifiers, information, leftover, pages,
    title, volume, year,
};
use super::context::Context;
use super::decide::{REVIEW_BAND, VETO_COST, threshold};
use super::score::Score;
use std::ops::RangeInclusive;

/// The weights of all levels a signature cannot tell apart, as one: the highest of them.
#[derive(Debug)]
pub(super) struct Bound {
    /// What any pair may have: prior, numbers, kinds, issue.
    pub(super) base: f32,
    /// By the words left over in the longer title: none, one, more.
    pub(super) like: [f32; 3],
    /// By how much like titles say.
    pub(super) information: [f32; 3],
    /// Of titles that have little more than half of their words in common.
    pub(super) half_like: f32,
    pub(super) unlike: f32,
    pub(super) untitled: f32,
    /// By the words left over in the shorter title.
    pub(super) leftover: [f32; 4],
    /// By the share of the shorter list that may be in the other: most, half, some, none.
    pub(super) authors: [f32; 4],
    /// The same person first, another, nobody in common.
    pub(super) first_author: [f32; 3],
    /// Where one side names nobody.
    pub(super) nobody: f32,
    pub(super) year: [f32; 5],
    /// One name or an abbreviation of it, another, missing.
    pub(super) container: [f32; 3],
    pub(super) volume: [f32; 3],
    /// One first page, one last page or overlapping, neither, missing.
    pub(super) pages: [f32; 4],
    /// Same, other, missing.
    pub(super) doi: [f32; 3],
    pub(super) identifiers: [f32; 3],
    /// Like, other, missing.
    pub(super) abstracts: [f32; 3],
    /// The most that people, container, identifiers and abstract together may have.
    pub(super) others: f32,
    /// The least score of a pair that somebody will see, for bare pairs and others.
    pub(super) least: [f32; 2],
    /// Whether titles that are unlike are apart wherever the place is not the same.
    pub(super) unlike_is_apart: bool,
    /// The same where besides nobody is in both lists.
    pub(super) unlike_of_strangers_is_apart: bool,
    /// Whether people may be spelt beyond recognition, as in scanned lists of citations.
    pub(super) is_scanned: bool,
}

impl Bound {
    pub(super) fn of(context: &Context) -> Self {
        let row = |comparison: &str| {
            let mut rows = context.weights.rows.iter();
            let row = rows.find(|row| row.comparison == comparison);
            row.map_or(&[][..], |row| row.weights)
        };
        let highest = |levels: &[f32]| levels.iter().copied().fold(f32::MIN, f32::max);
        // The highest weight among some levels of a comparison.
        let most = |comparison, levels: RangeInclusive<u8>| {
            let levels = usize::from(*levels.start())..=usize::from(*levels.end());
            highest(row(comparison).get(levels).unwrap_or_default())
        };
        let one = |comparison, level: u8| most(comparison, level..=level);
        let any = |comparison| highest(row(comparison));
        let like = most("title-information", 0..=information::Level::UNLIKE.0 - 1);
        let unlike = one("title-information", information::Level::UNLIKE.0);
        let to_main = title::Level::EDIT_65.0;
        let least = |bare| {
            let mut score = Score::default();
            score.bare = bare;
            threshold(&score, context) - REVIEW_BAND
        };
        let mut bound = Self {
            base: context.weights.prior + any("title-numbers") + any("kind") + any("issue"),
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
            half_like: unlike + one("title", title::Level::EDIT_65.0),
            unlike: unlike + most("title", title::Level::SOME.0..=title::Level::NONE.0),
            untitled: like.max(unlike) + one("title", title::Level::MISSING.0),
            leftover: [0, 1, 2, 3]
                .map(|level| most("leftover-words", level..=leftover::Level::MORE.0)),
            authors: [
                any("authors"),
                most("authors", authors::Level::HALF.0..=authors::Level::NONE.0),
                most("authors", authors::Level::SOME.0..=authors::Level::NONE.0),
                one("authors", authors::Level::NONE.0),
            ],
            first_author: [
                any("first-author"),
                most(
                    "first-author",
                    first_author::Level::ELSEWHERE.0..=first_author::Level::OTHER.0,
                ),
                one("first-author", first_author::Level::OTHER.0),
            ],
            nobody: most(
                "authors",
                authors::Level::BOTH_MISSING.0..=authors::Level::MISSING.0,
            ) + one("first-author", first_author::Level::MISSING.0),
            year: [0, 1, 2, 3, year::Level::MISSING.0].map(|level| one("year", level)),
            container: [
                any("container"),
                most(
                    "container",
                    container::Level::HALF.0..=container::Level::OTHER.0,
                ),
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
            others: 0.0,
            least: [least(false), least(true)],
            unlike_is_apart: false,
            unlike_of_strangers_is_apart: false,
            is_scanned: context.bare,
        };
        let people = (highest(&bound.authors) + highest(&bound.first_author)).max(bound.nobody);
        bound.others = people
            + highest(&bound.container)
            + highest(&bound.identifiers)
            + highest(&bound.abstracts);
        // The most that unlike titles and another place leave: in general, and where only title,
        // people, year and container can be compared.
        let elsewhere = bound.base
            + bound.unlike
            + bound.leftover[0]
            + highest(&bound.year)
            + highest(&bound.container)
            + highest(&bound.identifiers[1..]);
        let full = elsewhere
            + highest(&bound.volume)
            + highest(&bound.pages[1..])
            + highest(&bound.doi[1..])
            + highest(&bound.abstracts);
        let bare = elsewhere + bound.volume[2] + bound.pages[3] + bound.doi[2] + bound.abstracts[2];
        let are_apart = |people: f32| {
            full + people < bound.least[0] + VETO_COST && bare + people < bound.least[1] + VETO_COST
        };
        bound.unlike_is_apart = are_apart(people);
        bound.unlike_of_strangers_is_apart = are_apart(bound.authors[3] + bound.first_author[2]);
        bound
    }
}
