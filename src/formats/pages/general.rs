//! Any page with labelled fields, a citation of itself, or a title above its authors.

use super::assemble::finish;
use super::collect::works;
use super::draft::Draft;
use super::fields;
use super::glued_labels::split_glued;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::lines;
use super::listing;
use super::named_places;
use super::noise;
use super::other_works::{notes, others};
use super::reflist::{only_citations, scattered};
use super::sections::{Kind, sections};
use super::typed_items;
use super::{Layout, Page};
use crate::doc::Doc;
use crate::formats::{Likelihood, RawRecords};
use crate::model::{Field, Role};
use crate::report::Findings;
use crate::source::Span;

/// The reader for every page that no other layout knows. A field it is not sure of is left out;
/// a page without a title or an identifier, and without anything to confirm it, is no record.
pub(super) static LAYOUT: Layout = Layout {
    doc: Doc {
        id: "page",
        summary: "Any page: labelled fields in nineteen languages, a citation of itself, a title above its authors",
        why: "No list of layouts is ever complete; labels and citation styles are shared by thousands of sites",
        examples: &[(
            "Title: On Growth and Form\nAuthor: Thompson, D'Arcy W.\nYear: 1917",
            "@misc{thompson1917on,\n  author = {Thompson, D'Arcy W.},\n  title = {On Growth and Form},\n  date = {1917},\n}\n",
        )],
        sources: &[
            "field labels as printed by databases and journal platforms",
            "GB/T 7714, GOST R 7.0.5, APA, NLM, IEEE, MLA styles",
        ],
    },
    sniff,
    read,
};

/// How much of a text is looked at to tell whether it is a page.
const SNIFFED: usize = 32_000;

/// Labels tell a page from other text; so does a work that is found in it. Buttons alone make a
/// bar of navigation, and only add to labels.
fn sniff(text: &str) -> Likelihood {
    let head = &text[..super::lines::floor(text, SNIFFED)];
    let (mut labels, mut buttons) = (Vec::new(), 0);
    for line in head.lines().filter(|line| line.len() < 2_000) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let (_, found) = labels_of(line, Span::new(0, line.len()));
        for found in found {
            if !labels.contains(&found.label) {
                labels.push(found.label);
            }
        }
        let letters = line.chars().any(char::is_alphabetic);
        buttons += usize::from(letters && noise::is_noise(line));
    }
    if labels.len() >= 2 && labels.len() + buttons.min(2) >= 3 {
        return Likelihood::Likely;
    }
    let found = |enough: fn(&Draft) -> bool| {
        let lines = lines(head, Span::new(0, head.len()));
        drafts(head, &lines).iter().any(enough)
    };
    let possible = match labels.len() {
        0 => found(sound),
        1 => found(|_| true),
        _ => true,
    };
    if possible {
        Likelihood::Possible
    } else {
        Likelihood::No
    }
}

/// Whether a record says enough to show that the text it stands in is about works: prose and code
/// have words before a year too, but no names before them.
fn sound(draft: &Draft) -> bool {
    let names = draft.has(Field::Author);
    let dated = draft.has(Field::Date);
    let place = draft.has(Field::JournalTitle)
        && (draft.has(Field::Volume) || draft.has(Field::Number) || draft.has(Field::Pages));
    let identified = draft.has(Field::Doi) || draft.has(Field::Pmid) || draft.has(Field::Eprint);
    let marked = !draft.entry_type.is_empty();
    let said = [names, dated, place, identified, marked];
    draft.has(Field::Title)
        && (names || identified || marked)
        && said.iter().filter(|s| **s).count() >= 2
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    for draft in drafts(page.text(), &page.lines()) {
        draft.push(page.reader, out);
    }
}

/// How many headings may stand above the title of a page as links to its parts.
const TRIES: usize = 4;

/// The records of a page's lines.
fn drafts(text: &str, lines: &[Span]) -> Vec<Draft> {
    let lines = named_places::once(text, &split_glued(text, &single_spaced(lines)));
    if let Some(drafts) = listing::read(text, &lines).or_else(|| list_of_citations(text, &lines)) {
        return drafts;
    }
    let (lines, typed) = typed_items::cut(text, &lines);
    let mut parts = sections(text, lines);
    let mut own = Vec::new();
    let mut found = Vec::new();
    let mut tries = 0;
    // Above the title, headings are links to the parts of the page.
    for (kind, part) in &mut parts {
        if *kind != Kind::Own && found.is_empty() && tries < TRIES {
            tries += 1;
            found = finished(text, &own);
            if found.is_empty() && is_page(text, &own, part) {
                *kind = Kind::Own;
            }
        }
        if *kind == Kind::Own {
            own.append(part);
            found.clear();
        }
    }
    let mut out = if found.is_empty() {
        finished(text, &own)
    } else {
        found
    };
    if let [own] = out.as_mut_slice()
        && !own.has(Field::Issn)
        && own.has(Field::JournalTitle)
    {
        // The foot of the page stands below the references.
        let foot = parts
            .iter()
            .filter(|(kind, _)| *kind != Kind::Own)
            .flat_map(|(_, part)| part.iter().rev().take(8));
        let stated = |line: &&Span| {
            let words = line.of(text);
            words.len() < 60 && (words.starts_with("ISSN") || words.starts_with("eISSN"))
        };
        for line in foot.filter(stated) {
            fields::issn_in(text, *line, own);
        }
    }
    for (kind, part) in parts {
        match kind {
            Kind::Own => {}
            Kind::References => out.extend(others(text, below(&part), Role::Reference)),
            Kind::Related => out.extend(others(text, below(&part), Role::Related)),
            Kind::Notes => out.extend(notes(text, below(&part))),
        }
    }
    out.extend(typed);
    if out.is_empty() {
        out = scattered(text, lines);
    }
    out
}

/// The lines, without the blank line that stands between any two of them in some dumps: there it
/// says nothing.
fn single_spaced(lines: &[Span]) -> Vec<Span> {
    let pairs = lines.windows(2);
    let filled = lines.iter().filter(|line| !line.is_empty()).count();
    let touching = pairs
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
        .count();
    if filled < DOUBLED || touching * 10 > filled {
        return lines.to_vec();
    }
    let mut out = Vec::with_capacity(lines.len());
    let mut dropped = false;
    for &line in lines {
        if line.is_empty() && !dropped {
            dropped = true;
            continue;
        }
        dropped &= line.is_empty();
        out.push(line);
    }
    out
}

/// Fewer lines do not show how a dump is spaced.
const DOUBLED: usize = 10;

/// The lines of a part below its heading.
fn below(part: &[Span]) -> &[Span] {
    part.split_first().map_or(part, |(_, rest)| rest)
}

/// The works that lines say of their own page.
fn finished(text: &str, lines: &[Span]) -> Vec<Draft> {
    works(text, lines)
        .into_iter()
        .filter_map(|work| finish(text, work))
        .collect()
}

/// Whether the page goes on below a heading that stands above everything: few lines are before it,
/// and the next say how the page's own work is called or found.
fn is_page(text: &str, before: &[Span], part: &[Span]) -> bool {
    before.iter().filter(|line| line.len() > 60).count() < 3
        && part.iter().any(|line| {
            labels_of(text, *line).1.iter().any(|found| {
                matches!(
                    found.label,
                    Label::Abstract | Label::Keywords | Label::Title | Label::Citation
                )
            })
        })
}

/// A page of citations, and not a page that cites itself.
fn list_of_citations(text: &str, lines: &[Span]) -> Option<Vec<Draft>> {
    let own = lines.iter().any(|line| {
        labels_of(text, *line).1.iter().any(|found| {
            matches!(
                found.label,
                Label::Title | Label::Author | Label::Keywords | Label::Abstract
            )
        })
    });
    if own {
        return None;
    }
    let rest: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| {
            let heading = labels_of(text, *line).1.iter().any(|found| {
                found.value.is_empty() && matches!(found.label, Label::Citation | Label::References)
            });
            !heading && (line.is_empty() || !noise::is_noise(line.of(text)))
        })
        .collect();
    only_citations(text, &rest)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_as;
    use super::*;

    #[test]
    fn lists_and_citations_are_sniffed_and_prose_code_and_navigation_are_not() {
        for page in [
            "参考文献[1]王力．汉语史稿［M］．北京：中华书局，1980：23－25．[2]林语堂．苏东坡传［M］．张振玉，译．长沙：湖南文艺出版社，2012．",
            "Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\n",
            "Deep learning\nY LeCun, Y Bengio, G Hinton\nnature 521 (7553), 436-444, 2015\n98211\t2015\nGradient-based learning\nY LeCun, L Bottou, ...\nProceedings of the IEEE 86 (11), 2278-2324, 1998\n",
        ] {
            assert_ne!(sniff(page), Likelihood::No, "{page}");
        }
        for text in [
            "Home\nAbout\nLog in\nSearch\nContact us\nPrivacy Policy\n",
            "In 2015 the committee met, and nobody came. John Smith, the baker, opened the door.\n",
            "fn f(x: u32) -> u32 { x / 2010 } // see vol. 5, no. 3, pp. 1-2\nlet title = \"A study\"; let y = 2012;\n",
        ] {
            assert_eq!(sniff(text), Likelihood::No, "{text}");
        }
    }

    #[test]
    fn a_lone_year_begins_a_record_and_bodies_are_no_authors() {
        let page = "Recovery colleges: a scoping study\n\n2019 ◽  \nVol 28 (1-2) ◽  \npp. 15-31 ◽  \nAuthor(s):  \nAnna Toney ◽  \nRose Thompson\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].text(Field::Date), Some("2019"));
        assert_eq!(records[0].text(Field::Pages), Some("15-31"));
        assert!(!records[0].has(Field::JournalTitle));
        let page = "Wsparcie w leczeniu zaburzeń\nAutor\nAnna Kowalska\nUniwersytet Warszawski\nJan Nowak\nJak cytować\nKowalska, A., & Nowak, J. (2019). Wsparcie w leczeniu zaburzeń. Psychiatria Polska, 53(6), 1123–1134.\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records[0].names(Field::Author).len(), 2);
    }

    #[test]
    fn navigation_cookies_logins_and_prose_make_no_record() {
        for page in [
            "Home\nAbout\nLog in\nSearch\nContact\n",
            "We use cookies to improve your experience on our website. By clicking accept you agree.\nAccept all cookies\nManage cookies\n",
            "Sign in to your account\nEmail\nPassword\nForgot password?\nCreate account\n",
            "It was a dark night, and the wind blew over the hills as it had for years.\n\nNobody came. The door stayed closed until the morning, when John Smith, the baker, opened it.\n",
            "",
        ] {
            assert!(read_as(&LAYOUT, page).is_empty(), "{page}");
        }
    }
}
