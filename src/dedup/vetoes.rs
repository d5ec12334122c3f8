//! [`VETOES`]: what forbids a merge however much agrees. Evidence of the same work never
//! outvotes a contradiction of the publication; equal pages or an equal DOI may.

use super::comparisons::{
    Levels, authors, container, doi, first_author, identifiers, information, issue, kind, leftover,
    numbers, pages, title, volume, year,
};
use super::contradictions::{
    agrees_in_place, authors_agree, authors_all, common_title, differ, has_locator, is_bare,
    is_located, other_class, other_container,
};
use super::features::Form;
use super::pair::Pair;
use crate::doc::Doc;

/// A cannot-link rule.
#[derive(Debug)]
pub struct Veto {
    /// Documentation.
    pub doc: Doc,
    /// Whether it tells of two publications. Others only find the evidence of a pair too thin:
    /// other records of the two clusters may make up for it.
    pub tells_two: bool,
    /// Whether the pair must not be merged.
    pub forbids: fn(&Pair, &Levels) -> bool,
}

/// All vetoes; at most 32.
pub static VETOES: &[Veto] = &[
    Veto {
        doc: Doc {
            id: "other-container",
            summary: "Containers differ, and nothing but equal pages or DOI could outweigh it",
            why: "One text printed in two journals, or as abstract of two congresses, is two publications",
            examples: &[],
            sources: &["ISO 690:2021", "PRISMA-S"],
        },
        tells_two: true,
        forbids: other_container,
    },
    Veto {
        doc: Doc {
            id: "journal-and-proceedings",
            summary: "One is in a journal, the other in proceedings, a thesis or a report",
            why: "The conference paper and the journal article after it are cited apart",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: true,
        forbids: other_class,
    },
    Veto {
        doc: Doc {
            id: "other-kind",
            summary: "One is an erratum, retraction, reply, reprint, comment or editorial, the other is not",
            why: "An erratum carries the title of the work it mends",
            examples: &[],
            sources: &["PubMed publication types"],
        },
        tells_two: true,
        forbids: |_, levels| match levels.kind() {
            kind::Level::OTHER => true,
            kind::Level::UNNAMED => !agrees_in_place(levels),
            _ => false,
        },
    },
    Veto {
        doc: Doc {
            id: "other-volume-and-place",
            summary: "Volumes differ, and pages, issues or DOIs do too, or the container is not known to be the same",
            why: "A second printing of the same text stands in another volume on other pages",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: true,
        forbids: |_, levels| {
            levels.volume() == volume::Level::OTHER
                && levels.pages() != pages::Level::SAME
                && levels.doi() != doi::Level::SAME
                && (differ(levels)
                    // Where no year tells, one page in common may be chance.
                    || levels.pages() == pages::Level::ONE_END
                        && levels.year() != year::Level::SAME
                    || levels.doi() == doi::Level::OTHER
                    || levels.issue() == issue::Level::OTHER
                    || levels.container() > container::Level::CONTAINED)
        },
    },
    Veto {
        doc: Doc {
            id: "other-issue",
            summary: "Issues differ within a volume, and neither pages nor DOI agree",
            why: "Two parts of one study in one volume have authors and title in common",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: true,
        forbids: |_, levels| {
            levels.issue() == issue::Level::OTHER
                && levels.volume() != volume::Level::OTHER
                && (matches!(levels.pages(), pages::Level::OTHER | pages::Level::NEXT)
                    || levels.volume() == volume::Level::SAME && !is_located(levels))
        },
    },
    Veto {
        doc: Doc {
            id: "other-pages",
            summary: "Pages lie wholly elsewhere, and the DOI does not say otherwise",
            why: "An abstract and its paper, two parts of a study, a text and its second printing agree in all but the pages",
            examples: &[("A254", "1107-1115")],
            sources: &["ISO 690:2021"],
        },
        tells_two: true,
        forbids: |pair, levels| {
            // Sources do err in pages: where all else is one, two ranges may be one article.
            let ranges = !pair.a.pages.is_single() && !pair.b.pages.is_single();
            let all_else = ranges
                && levels.title() == title::Level::SAME
                && levels.authors() <= authors::Level::ONE
                && levels.year() == year::Level::SAME
                && levels.container() == container::Level::SAME
                && levels.volume() == volume::Level::SAME;
            levels.pages() == pages::Level::OTHER
                && !all_else
                && !matches!(levels.doi(), doi::Level::SAME | doi::Level::VERSION)
        },
    },
    Veto {
        doc: Doc {
            id: "other-doi",
            summary: "DOIs differ, and neither pages nor volume and issue agree",
            why: "One publication has one DOI; a second one, of another registrant, comes with the same pages",
            examples: &[],
            sources: &["DOI Handbook 2.2"],
        },
        tells_two: true,
        forbids: |_, levels| {
            levels.doi() == doi::Level::OTHER
                && levels.pages() > pages::Level::ONE_END
                && !(levels.pages() == pages::Level::MISSING
                    && levels.volume() == volume::Level::SAME
                    && levels.issue() != issue::Level::OTHER)
        },
    },
    Veto {
        doc: Doc {
            id: "other-part",
            summary: "Titles number different parts, or other numbers differ and volume and pages are not both equal",
            why: "\"Part I\" and \"Part II\", annual reports, case series",
            examples: &[],
            sources: &["ISO 690:2021, parts of works"],
        },
        tells_two: true,
        forbids: |_, levels| {
            let in_place =
                levels.volume() == volume::Level::SAME && levels.pages() == pages::Level::SAME;
            match levels.numbers() {
                numbers::Level::PART | numbers::Level::CONFLICT => !in_place,
                _ => false,
            }
        },
    },
    Veto {
        doc: Doc {
            id: "other-abstract-page",
            summary: "Both are one-page items, and the pages differ",
            why: "A congress prints several abstracts of one group on neighbouring pages",
            examples: &[],
            sources: &["PRISMA-S"],
        },
        tells_two: true,
        forbids: |pair, levels| {
            let single = pair.a.pages.is_single() && pair.b.pages.is_single();
            // Two databases may give one abstract the pages on both sides of a turn.
            let alike = levels.title() <= title::Level::EDIT_96
                && levels.leftover() == leftover::Level::NONE
                && authors_agree(levels);
            match levels.pages() {
                pages::Level::OTHER => single,
                pages::Level::NEXT => !alike,
                _ => false,
            }
        },
    },
    Veto {
        doc: Doc {
            id: "word-exchanged",
            summary: "A word of the title is another, and nothing of volume, pages and DOI makes up for it",
            why: "\"… in mice\" and \"… in rats\" by the same people",
            examples: &[],
            sources: &["Winkler 1990"],
        },
        tells_two: false,
        forbids: |_, levels| {
            let elsewhere = differ(levels) || levels.doi() == doi::Level::OTHER;
            let nowhere = !is_located(levels) && levels.volume() != volume::Level::SAME;
            levels.leftover() != leftover::Level::NONE
                && (is_bare(levels) || nowhere || elsewhere && !agrees_in_place(levels))
        },
    },
    Veto {
        doc: Doc {
            id: "common-title",
            summary: "The title heads a section or is used by many, and the place of printing is not the same",
            why: "\"Editorial\", \"Book reviews\", \"In memoriam\" of one author in one volume are many works",
            examples: &[],
            sources: &["Spärck Jones 1972"],
        },
        tells_two: true,
        forbids: common_title,
    },
    Veto {
        doc: Doc {
            id: "no-title",
            summary: "A title is missing, and people, year and volume or pages do not all agree",
            why: "Without a title only the place of printing tells a work",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: false,
        forbids: |pair, levels| {
            levels.title() == title::Level::MISSING
                && !(authors_agree(levels)
                    && levels.year() == year::Level::SAME
                    && (levels.pages() == pages::Level::SAME
                        && levels.volume() != volume::Level::OTHER
                        && levels.container() != container::Level::OTHER
                        || levels.doi() == doi::Level::SAME && pair.a.people_count > 0))
        },
    },
    Veto {
        doc: Doc {
            id: "other-title",
            summary: "Titles are unlike, and not even a translation in the same place",
            why: "Two abstracts on one page share volume, page and often a name",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: false,
        forbids: |pair, levels| {
            (title::Level::SOME..=title::Level::NONE).contains(&levels.title()) && {
                let translated = levels.pages() == pages::Level::SAME
                    && pair.a.pages.last != pair.a.pages.first
                    && levels.volume() == volume::Level::SAME
                    && authors_agree(levels);
                !translated
            }
        },
    },
    Veto {
        doc: Doc {
            id: "other-year-bare",
            summary: "Years differ, and nothing but title, people and container to make up for it",
            why: "The same people give a talk of the same name in two years",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: false,
        forbids: |_, levels| {
            is_bare(levels)
                && levels.year() != year::Level::SAME
                && levels.year() != year::Level::MISSING
                && (levels.container() == container::Level::OTHER
                    || levels.container() > container::Level::CONTAINED
                        && (!authors_all(levels) || levels.year() != year::Level::ONE_OFF)
                    || levels.information() > information::Level::MIDDLE
                    || levels.title() > title::Level::EDIT_90)
        },
    },
    Veto {
        doc: Doc {
            id: "other-year-and-doi",
            summary: "Years and DOIs differ, and pages do not agree",
            why: "The introduction to a conference's track has one title and one group of authors every year",
            examples: &[],
            sources: &["DOI Handbook 2.2"],
        },
        tells_two: true,
        forbids: |_, levels| {
            levels.doi() == doi::Level::OTHER
                && levels.pages() != pages::Level::SAME
                && !matches!(levels.year(), year::Level::SAME | year::Level::MISSING)
        },
    },
    Veto {
        doc: Doc {
            id: "nothing-but-title",
            summary: "Container, and in a list of citations year too, cannot be compared, and nothing speaks for one place of printing",
            why: "Title and people alone are those of an abstract, its paper and every second printing",
            examples: &[],
            sources: &["ISO 690:2021"],
        },
        tells_two: false,
        forbids: |pair, levels| {
            (levels.year() == year::Level::MISSING || pair.context.located)
                && levels.container() == container::Level::MISSING
                && levels.volume() != volume::Level::SAME
                && levels.identifiers() != identifiers::Level::SAME
                && !is_located(levels)
                && !pair.context.bare
                && !pair.is_preprint_and_version()
                && (has_locator(pair.a) || has_locator(pair.b))
        },
    },
    Veto {
        doc: Doc {
            id: "loose-title-bare",
            summary: "Nothing but title, people, year and container to compare, and the titles agree only in part",
            why: "A proposal and the study itself have half a title in common",
            examples: &[],
            sources: &["Winkler 1990"],
        },
        tells_two: false,
        forbids: |_, levels| {
            is_bare(levels)
                && levels.title() > title::Level::AFFIX
                && levels.title() != title::Level::MISSING
        },
    },
    Veto {
        doc: Doc {
            id: "title-alone",
            summary: "Nothing but the titles can be compared, and they differ by more than a slip",
            why: "A work, its website and the policy or standard named after it have most of a title in common",
            examples: &[(
                "Certificate Transparency",
                "Certificate Transparency Policy",
            )],
            sources: &["Winkler 1990"],
        },
        tells_two: false,
        forbids: |_, levels| {
            is_bare(levels)
                && levels.authors() >= authors::Level::BOTH_MISSING
                && levels.year() == year::Level::MISSING
                && levels.container() == container::Level::MISSING
                && levels.identifiers() != identifiers::Level::SAME
                && levels.title() > title::Level::EDIT_96
                && levels.title() != title::Level::MISSING
        },
    },
    Veto {
        doc: Doc {
            id: "other-people",
            summary: "People differ wholly, or mostly under a title that is not the same; neither pages nor DOI agree",
            why: "A title may be used by two groups",
            examples: &[],
            sources: &["Fellegi and Sunter 1969"],
        },
        tells_two: false,
        forbids: |pair, levels| {
            // Scanned lists of citations spell people beyond recognition.
            let scanned = pair.context.bare
                && is_bare(levels)
                && levels.information() == information::Level::LONG
                && levels.leftover() == leftover::Level::NONE;
            let first = levels.first_author();
            let others = levels.authors() == authors::Level::NONE
                && first == first_author::Level::OTHER
                && !scanned;
            // A group of one clinic publishes twice under titles that differ in a word.
            let overlapping = levels.authors() == authors::Level::SOME
                && matches!(
                    first,
                    first_author::Level::OTHER | first_author::Level::ELSEWHERE
                )
                && levels.title() > title::Level::EDIT_96
                && !scanned;
            (others || overlapping) && !agrees_in_place(levels)
        },
    },
    Veto {
        doc: Doc {
            id: "other-list-of-people",
            summary: "Each list has people the other lacks, or another comes first, and neither pages nor DOI agree",
            why: "The abstract of a study and its paper have one title, and seldom the same authors in the same order",
            examples: &[],
            sources: &["PRISMA-S"],
        },
        tells_two: false,
        forbids: |pair, levels| {
            let each_lacks = matches!(
                levels.authors(),
                authors::Level::MOST | authors::Level::HALF | authors::Level::SOME
            );
            let reordered = levels.first_author() == first_author::Level::ELSEWHERE
                && levels.authors() <= authors::Level::MOST;
            pair.context.located
                && (each_lacks || reordered)
                && !is_located(levels)
                && levels.identifiers() != identifiers::Level::SAME
                && levels.issue() != issue::Level::SAME
        },
    },
    Veto {
        doc: Doc {
            id: "other-edition",
            summary: "Both name an edition, and the editions differ",
            why: "Two editions are cited apart",
            examples: &[("2nd", "3rd")],
            sources: &["ISO 690:2021, edition"],
        },
        tells_two: true,
        forbids: |pair, _| {
            let (a, b) = (pair.a.edition, pair.b.edition);
            a != 0 && b != 0 && a != b && !pair.context.options.merge_versions
        },
    },
    Veto {
        doc: Doc {
            id: "other-version",
            summary: "Versions differ; or both are programs or manuals, and years do",
            why: "A program keeps its title and its authors from release to release; what was used is one release",
            examples: &[("R package version 3.3.5", "R package version 3.4.0")],
            sources: &[
                "FORCE11 Software Citation Principles",
                "biblatex manual 2.2, version",
            ],
        },
        tells_two: true,
        forbids: |pair, levels| {
            let (a, b) = (pair.a, pair.b);
            let programs = a.form == Form::Software && b.form == Form::Software;
            let years = !matches!(levels.year(), year::Level::SAME | year::Level::MISSING);
            let versions = a.version != 0 && b.version != 0 && a.version != b.version;
            (versions || programs && years && (a.version == 0 || a.version != b.version))
                && levels.doi() != doi::Level::SAME
                && !pair.context.options.merge_versions
        },
    },
    Veto {
        doc: Doc {
            id: "other-address",
            summary: "Both are known by nothing but their place on the web, and the addresses differ",
            why: "The policies and news of two services, and the pages of one, share titles, people and year",
            examples: &[("https://a.org/policy", "https://b.org/policy")],
            sources: &["ISO 690:2021, online information resources"],
        },
        tells_two: true,
        forbids: |pair, _| pair.a.whereabouts.is_other_page(pair.b.whereabouts),
    },
    Veto {
        doc: Doc {
            id: "other-occasion",
            summary: "Both are talks or the like, given in different places in different months",
            why: "One talk given twice is cited by where it was heard",
            examples: &[("Delft, November", "Boston, December")],
            sources: &["ISO 690:2021"],
        },
        tells_two: true,
        forbids: |pair, _| pair.a.whereabouts.is_other_occasion(pair.b.whereabouts),
    },
    Veto {
        doc: Doc {
            id: "whole-and-part",
            summary: "One is a whole book or program, the other pages or a piece of it",
            why: "A chapter may be entered under the title of its book, with its own pages",
            examples: &[],
            sources: &["biblatex manual 2.1, inbook"],
        },
        tells_two: true,
        forbids: |pair, levels| {
            let forms = (pair.a.form, pair.b.form);
            let portion = matches!(forms, (Form::Whole, Form::Part) | (Form::Part, Form::Whole))
                && levels.pages() != pages::Level::SAME
                && levels.doi() != doi::Level::SAME;
            portion
                || matches!(
                    forms,
                    (Form::SoftwarePart, other) | (other, Form::SoftwarePart)
                        if other != Form::SoftwarePart
                )
        },
    },
    Veto {
        doc: Doc {
            id: "data-and-work",
            summary: "One is a data set, the other is not",
            why: "Data are deposited under the title of the study they were gathered for",
            examples: &[],
            sources: &["Joint Declaration of Data Citation Principles"],
        },
        tells_two: true,
        forbids: |pair, levels| {
            (pair.a.form == Form::Data) != (pair.b.form == Form::Data)
                && levels.doi() != doi::Level::SAME
        },
    },
    Veto {
        doc: Doc {
            id: "other-printing",
            summary: "Both are whole books, and years lie more than one apart",
            why: "A book printed again years later is another edition, whether or not it says so",
            examples: &[],
            sources: &["ISO 690:2021, edition"],
        },
        tells_two: true,
        forbids: |pair, levels| {
            pair.a.form == Form::Whole
                && pair.b.form == Form::Whole
                && levels.year() > year::Level::ONE_OFF
                && levels.year() != year::Level::MISSING
                && levels.doi() != doi::Level::SAME
                && (pair.a.isbn == 0 || pair.a.isbn != pair.b.isbn)
                && !pair.context.options.merge_versions
        },
    },
    Veto {
        doc: Doc {
            id: "preprint",
            summary: "One is a preprint, the other its version of record, and they are to be kept apart",
            why: "Some reviews count preprints as records of their own",
            examples: &[],
            sources: &["PRISMA-S"],
        },
        tells_two: true,
        forbids: |pair, _| pair.context.options.keep_preprints && pair.is_preprint_and_version(),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_veto_is_documented_once() {
        let ids: BTreeSet<&str> = VETOES.iter().map(|veto| veto.doc.id).collect();
        assert_eq!(ids.len(), VETOES.len());
        assert!(VETOES.len() <= 32);
        for Veto { doc, .. } in VETOES {
            assert!(
                !doc.summary.is_empty() && !doc.why.is_empty() && !doc.sources.is_empty(),
                "{}",
                doc.id
            );
        }
    }
}
