//! What levels taken together say: the sentences [`VETOES`](super::vetoes::VETOES) are made of.

use super::comparisons::{
    Levels, abstracts, authors, container, doi, first_author, information, issue, kind, numbers,
    pages, title, volume, year,
};
use super::features::{Class, Features, Form, Kinds};
use super::pair::Pair;
use crate::doc::Doc;

/// Whether pages or DOI are equal: then it is one place of printing.
pub(super) fn agrees_in_place(levels: &Levels) -> bool {
    levels.pages() == pages::Level::SAME || levels.doi() == doi::Level::SAME
}

/// Whether pages or DOI speak for one place of printing, be it in part.
pub(super) fn is_located(levels: &Levels) -> bool {
    levels.pages() <= pages::Level::ONE_END || levels.doi() <= doi::Level::VERSION
}

/// Whether the pages contradict.
pub(super) fn differ(levels: &Levels) -> bool {
    matches!(
        levels.pages(),
        pages::Level::OTHER | pages::Level::NEXT | pages::Level::OVERLAP
    )
}

/// Whether the people do not contradict each other, as far as both lists go.
pub(super) fn authors_agree(levels: &Levels) -> bool {
    levels.authors() <= authors::Level::ONE_OF
}

/// Whether the people are all the same.
pub(super) fn authors_all(levels: &Levels) -> bool {
    matches!(levels.authors(), authors::Level::ALL | authors::Level::ONE)
}

/// Whether volume, pages, DOI and abstract all say nothing.
pub(super) fn is_bare(levels: &Levels) -> bool {
    levels.volume() == volume::Level::MISSING
        && levels.pages() == pages::Level::MISSING
        && levels.doi() == doi::Level::MISSING
        && levels.abstracts() == abstracts::Level::MISSING
}

/// Whether a record says where the work is printed, beside its container.
pub(super) fn has_locator(one: &Features) -> bool {
    one.volume != 0 || !one.pages.is_missing() || one.doi != 0
}

/// Whether the containers are two, and nothing but equal pages or DOI could outweigh it.
pub(super) fn other_container(pair: &Pair, levels: &Levels) -> bool {
    if levels.container() < container::Level::HALF
        || levels.container() == container::Level::MISSING
        || agrees_in_place(levels)
    {
        return false;
    }
    let other = levels.container() == container::Level::OTHER;
    let contradicted = differ(levels)
        || levels.volume() == volume::Level::OTHER
        || levels.doi() == doi::Level::OTHER;
    // In a list of citations places are missing and containers spelt in any way; in an export a
    // record without a place is the rarity, and another container is another publication.
    let telling = has_locator(pair.a) && has_locator(pair.b) && other;
    telling || pair.context.located || contradicted
}

/// Whether one is in a journal, the other in proceedings, a thesis, a report.
pub(super) fn other_class(pair: &Pair, levels: &Levels) -> bool {
    let (a, b) = (pair.a.class, pair.b.class);
    if pair.context.options.merge_versions || a == b {
        return false;
    }
    if a == Class::Unknown || b == Class::Unknown {
        // A thesis and the entry for it in a list of dissertations a year later.
        let thesis = (a == Class::Thesis || b == Class::Thesis)
            && levels.container() == container::Level::MISSING
            && levels.year() != year::Level::SAME;
        // `VLDB` in one year, `VLDB J.` in the next: the paper and the article after it.
        let journal = (a == Class::Journal || b == Class::Journal)
            && levels.container() == container::Level::HALF
            && !matches!(levels.year(), year::Level::SAME | year::Level::MISSING);
        return (thesis || journal) && !agrees_in_place(levels);
    }
    let preprint = a == Class::Preprint || b == Class::Preprint;
    !preprint && !agrees_in_place(levels)
}

/// Whether the title heads a section or is used by many, and the place of printing is not the same.
pub(super) fn common_title(pair: &Pair, levels: &Levels) -> bool {
    let frequent = levels.information() != information::Level::LONG
        && pair
            .context
            .authors_under(pair.a.title_hash)
            .max(pair.context.authors_under(pair.b.title_hash))
            >= 4;
    let named = Kinds::EDITORIAL | Kinds::OBITUARY | Kinds::NEWS | Kinds::BOOK_REVIEW;
    let short = levels.information() == information::Level::SHORT
        && pair.a.kinds.and(pair.b.kinds).has(named);
    if !frequent && !short && levels.information() != information::Level::GENERIC {
        return false;
    }
    // One page of one issue is one place, though a source errs by a year.
    let one_place = levels.year() == year::Level::ONE_OFF
        && levels.volume() == volume::Level::SAME
        && levels.issue() == issue::Level::SAME
        && levels.pages() == pages::Level::SAME;
    let contradicted = levels.volume() == volume::Level::OTHER
        || differ(levels)
        || levels.doi() == doi::Level::OTHER
        || levels.issue() == issue::Level::OTHER
        || levels.year() > year::Level::SAME && levels.year() != year::Level::MISSING && !one_place;
    contradicted || !agrees_in_place(levels) && !begins_in_one_place(pair, levels)
}

/// Whether all that is known of the place is the same and the end of the pages is known of one record
/// only. A section begins on one page of an issue once, but on the first page of many an issue; replies
/// and reviews of one hand share a page.
fn begins_in_one_place(pair: &Pair, levels: &Levels) -> bool {
    let kinds = [pair.a.kinds, pair.b.kinds];
    let editorial = |kinds: Kinds| kinds == Kinds::EDITORIAL;
    let long = kinds.into_iter().all(editorial)
        || kinds.into_iter().all(Kinds::is_empty)
            && levels.information() != information::Level::GENERIC;
    long && authors_all(levels)
        && levels.year() == year::Level::SAME
        && levels.volume() == volume::Level::SAME
        && levels.issue() == issue::Level::SAME
        && levels.pages() == pages::Level::FIRST
        && levels.container() != container::Level::OTHER
}

/// The vetoes that speak of the printing and not of the work.
const OF_PRINTING: &[&str] = &[
    "journal-and-proceedings",
    "other-abstract-page",
    "other-container",
    "other-doi",
    "other-edition",
    "other-issue",
    "other-pages",
    "other-printing",
    "other-volume-and-place",
    "other-year-and-doi",
    "other-year-bare",
];

/// Whether a veto says only that two printings differ.
pub(super) fn is_of_printing(veto: &Doc) -> bool {
    OF_PRINTING.contains(&veto.id)
}

/// Whether the caller wants versions merged and these are two: one title that says much, the same
/// people, and another container or edition. Equal containers would make it a series.
pub(super) fn are_versions(pair: &Pair, levels: &Levels) -> bool {
    if !pair.context.options.merge_versions {
        return false;
    }
    let (a, b) = (pair.a, pair.b);
    let books = a.form == Form::Whole && b.form == Form::Whole;
    let elsewhere = a.class != b.class
        || levels.container() == container::Level::OTHER
        || levels.container() == container::Level::HALF;
    (books || elsewhere)
        && levels.title() == title::Level::SAME
        && (books || levels.information() <= information::Level::MIDDLE)
        && levels.information() <= information::Level::SHORT
        && levels.numbers() < numbers::Level::CONFLICT
        && levels.kind() <= kind::Level::NEITHER
        && levels.authors() <= authors::Level::ONE
        && levels.first_author() == first_author::Level::SAME
}
