//! The page of a paper on Europe PMC.
//!
//! ```text
//! Europe PMC
//! Bells and sleep: a survey of two valleys.
//! Example-Sample A 1 , Other B 2 , Third CD ,
//! Author information
//! J Bells, 20 Feb 2015, 33(16):1972-1978
//! https://doi.org/10.9999/bells.15 PMID: 12345678
//! Abstract
//! …
//! Similar articles
//! ```
//!
//! Numbers between names lead to where the authors work. A book or a preprint has no numbers behind
//! its date. The papers beside it have title, names and journal in three lines, as in its lists of
//! results.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, is_year, part};
use crate::formats::pages::listing::triples;
use crate::formats::pages::name_shape::is_name;
use crate::formats::pages::needles::position;
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::token_words::whole_date;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "europe-pmc",
        summary: "Europe PMC: the page of a paper, and lists of papers",
        why: "Numbers of affiliations stand between the names as words, and every name ends in a comma",
        examples: &[sample!("europe-pmc")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The paper of such a page and those beside it; empty for any other page.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let site = |line: &Span| line.of(text).starts_with("Europe PMC");
    if !lines.iter().take(40).any(site) {
        return Vec::new();
    }
    let byline = lines.iter().take(60).position(|line| {
        let words = line.of(text);
        words.contains(" , ") || words.ends_with(" ,")
    });
    let Some(at) = byline.filter(|at| *at > 0) else {
        return Vec::new();
    };
    let mut draft = Draft::new(Role::Primary);
    draft.add(Field::Title, lines[at - 1]);
    let mut from = 0;
    for piece in lines[at].of(text).split(',') {
        let name = piece.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let name = part(text, lines[at], from, from + name.len());
        from += piece.len() + 1;
        if name.of(text).contains(' ') && is_name(name.of(text)) {
            draft.add(Field::Author, name);
        }
    }
    let below = lines.get(at + 1..).unwrap_or_default();
    let Some(place) = below
        .iter()
        .position(|line| source(text, *line, &mut draft))
    else {
        return Vec::new();
    };
    if !draft.has(Field::Author) {
        return Vec::new();
    }
    let rest = below.get(place + 1..).unwrap_or_default();
    for line in rest.iter().take(3) {
        let words = line.of(text);
        if let Some(doi) = doi_in(words) {
            draft.add_first(Field::Doi, part(text, *line, doi.start, doi.end));
        }
        if let Some(at) = position(words, "PMID: ") {
            let from = at + "PMID: ".len();
            let digits = words[from..].bytes().take_while(u8::is_ascii_digit).count();
            draft.add_first(Field::Pmid, part(text, *line, from, from + digits));
        }
    }
    let heading = rest.iter().position(|line| line.of(text) == "Abstract");
    if let Some(line) = heading.and_then(|at| rest.get(at + 1)) {
        draft.add_first(Field::Abstract, *line);
    }
    let mut out = vec![draft];
    for mut draft in triples(text, rest, Role::Related) {
        if let Some(year) = draft.first(Field::Date) {
            draft.clear(Field::Date);
            draft.add(Field::Date, whole_date(text, year));
        }
        out.push(draft);
    }
    out
}

/// `J Bells, 20 Feb 2015, 33(16):1972-1978`
fn source(text: &str, line: Span, draft: &mut Draft) -> bool {
    let words = line.of(text);
    if words.len() > 300 {
        return false;
    }
    let mut from = 0;
    for piece in words.split(", ") {
        let year = piece.rsplit(' ').next().unwrap_or_default();
        let dated = piece.starts_with(|c: char| c.is_ascii_digit())
            && is_year(year)
            && (2..=3).contains(&piece.split(' ').count());
        if dated && from > 2 {
            let end = from + piece.len();
            draft.add(Field::JournalTitle, part(text, line, 0, from - 2));
            draft.add(Field::Date, part(text, line, from, end));
            let rest = part(text, line, (end + 2).min(words.len()), words.len());
            numbers(text, rest).add_to(text, draft);
            return true;
        }
        from += piece.len() + 2;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::general::LAYOUT;
    use crate::formats::pages::tests::read_as;

    #[test]
    fn numbers_between_names_are_places_of_work() {
        let page = "Europe PMC\nAdvanced search\nAbstract\nFull text in PMC\nBells and sleep: a survey of two valleys.\nExample-Sample A 1 , Other-Ito B 2 , O'Third CD ,\nAuthor information\nAffiliations\n1. University of Elsewhere, Oslo, Norway. (2 authors)\nJ Bells, 20 Feb 2015, 33(16):1972-1978\nhttps://doi.org/10.9999/bells.15 PMID: 12345678\nShare this article\nAbstract\nOf 712 sleepers 38% woke at every bell of the night and of the morning.\nSimilar articles\nTowers and noise in Graz.\nMuster-Beispiel B, Sample S.\nBMC Bells, 18(1):204, 26 Jun 2018\nCited by: 3 articles | PMID: 29900001 | PMCID: PMC6000001\nFree full text in Europe PMC\nSilent clocks: what works?\nOther E, et al.\nBells, 25(23):4599-4607, 01 Apr 2007\nCited by: 45 articles | PMID: 17400001\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 3);
        let own = &records[0];
        assert_eq!(own.names(Field::Author).len(), 3);
        assert_eq!(own.text(Field::JournalTitle), Some("J Bells"));
        assert_eq!(own.text(Field::Pages), Some("1972-1978"));
        assert_eq!(own.text(Field::Pmid), Some("12345678"));
        assert!(own.has(Field::Abstract));
        assert_eq!(records[1].text(Field::Pmid), Some("29900001"));
        assert_eq!(records[2].text(Field::Pmid), Some("17400001"));
    }
}
