//! Any page with labelled fields, a citation of itself, or a title above its authors.

use super::citation::Citation;
use super::cn_aggregator;
use super::collect::{Work, split_glued, works};
use super::draft::Draft;
use super::fields;
use super::heading;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{doi_in, lines};
use super::listing;
use super::noise;
use super::reflist::{only_citations, references, same_title};
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
            "a record with title, author and year",
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
    draft.has(Field::Title) && (names || identified || marked) && said.iter().filter(|s| **s).count() >= 2
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    for draft in drafts(page.text(), &page.lines()) {
        draft.push(page.reader, out);
    }
}

/// The records of a page's lines.
fn drafts(text: &str, lines: &[Span]) -> Vec<Draft> {
    let lines = split_glued(text, lines);
    if let Some(drafts) = listing::read(text, &lines).or_else(|| list_of_citations(text, &lines)) {
        return drafts;
    }
    let end = lines
        .iter()
        .position(|line| heads(text, *line, &[Label::References, Label::Related]))
        .filter(|at| *at > 0)
        .unwrap_or(lines.len());
    let mut out: Vec<Draft> = works(text, &lines[..end])
        .into_iter()
        .filter_map(|work| finish(text, work))
        .collect();
    out.extend(after_page(text, &lines[end..]));
    out
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

/// Whether the line is a heading of one of these kinds, with a count or without.
fn heads(text: &str, line: Span, kinds: &[Label]) -> bool {
    labels_of(text, line)
        .1
        .iter()
        .any(|found| found.value.is_empty() && kinds.contains(&found.label))
}

/// References after their heading; other works after theirs are read only where each is whole.
fn after_page(text: &str, lines: &[Span]) -> Vec<Draft> {
    let Some((head, rest)) = lines.split_first() else {
        return Vec::new();
    };
    let role = if heads(text, *head, &[Label::References]) {
        Role::Reference
    } else {
        Role::Related
    };
    let end = rest
        .iter()
        .position(|line| heads(text, *line, &[Label::Related]))
        .unwrap_or(rest.len());
    let rest = &rest[..end];
    let found = references(text, rest, role);
    if !found.is_empty() {
        return found;
    }
    let triples = listing::triples(text, &with_years(text, rest), role);
    if role == Role::Reference {
        return triples;
    }
    // Marked items of a title, names one a line, and a journal with numbers.
    let items: Vec<Draft> = cn_aggregator::items(text, rest)
        .into_iter()
        .map(|item| cn_aggregator::related_work(text, item))
        .filter(|draft| draft.has(Field::Title) && draft.has(Field::Date))
        .collect();
    if items.len() > triples.len() {
        items
    } else {
        triples
    }
}

/// Lines without buttons, but with the bare years that look like counts.
fn with_years(text: &str, all: &[Span]) -> Vec<Span> {
    all.iter()
        .copied()
        .filter(|line| {
            let words = line.of(text);
            !words.is_empty() && (super::lines::is_year(words) || !noise::is_noise(words))
        })
        .collect()
}

/// Puts the work together and decides whether it is one.
fn finish(text: &str, mut work: Work) -> Option<Draft> {
    let mut draft = std::mem::take(&mut work.draft);
    draft.role = Role::Primary;
    let labelled_title = draft.first(Field::Title);
    let shaped = heading::title(text, &work.free);
    let cited = work.citations.iter().find(|found| {
        labelled_title.is_none_or(|title| same_title(title.of(text), found.title.of(text)))
    });
    let cited = cited.or_else(|| work.citations.first().filter(|_| labelled_title.is_none()));
    let heading_at = match cited {
        Some(found) => work
            .free
            .iter()
            .position(|line| same_title(line.of(text), found.title.of(text))),
        None if labelled_title.is_none() => shaped,
        None => None,
    };
    let below = heading_at.and_then(|at| heading::authors_below(text, &work.free, at));
    if labelled_title.is_none() {
        match (heading_at, cited) {
            (Some(at), _) => draft.add(Field::Title, heading::without_kind(text, work.free[at])),
            (None, Some(found)) => draft.add(Field::Title, found.title),
            _ => {}
        }
    }
    // Where a page gives a translation above the title, the record below is in the language of the
    // title.
    if let Some(at) = heading_at.filter(|_| labelled_title.is_none() && cited.is_none())
        && work.translated
        && let Some(original) = work.free.get(at + 1)
        && work.free[at].of(text).chars().any(super::lines::is_wide)
        && !original.of(text).chars().any(super::lines::is_wide)
        && original.of(text).split(' ').count() >= 3
    {
        draft.clear(Field::Title);
        draft.add(Field::Title, *original);
        draft.add(Field::TitleAddon, work.free[at]);
    }
    // Names under the title are given in full, those of a citation in initials.
    let in_citation = cited.map_or(0, |found| found.authors.names.len());
    if !draft.has(Field::Author)
        && let Some((_, found)) = &below
    {
        // But only a citation tells where a family name of two words begins.
        let double = cited.is_some_and(|c| {
            c.authors.names.iter().any(|name| {
                name.of(text)
                    .split_once(',')
                    .is_some_and(|(family, _)| family.contains(' '))
            })
        });
        if in_citation == 0 || (found.names.len() >= in_citation && !double) {
            Citation {
                authors: found.clone(),
                ..Citation::default()
            }
            .add_authors(&mut draft);
        }
    }
    let range = |span: Span| span.of(text).contains(['-', '–', '‐', '—', '/', '~']);
    let better = cited
        .map(|found| found.numbers.pages)
        .into_iter()
        .chain(work.venues.iter().map(|venue| venue.numbers.pages))
        .find(|pages| range(*pages));
    // `Pages: 14` beside `p187-200` counts them.
    if better.is_some() && draft.first(Field::Pages).is_some_and(|held| !range(held)) {
        draft.clear(Field::Pages);
    }
    if let Some(found) = cited {
        reconcile(text, &mut draft, found);
        // The citation is whole where labels are scattered; but what a label said stays.
        found.add_to(text, &mut draft);
        for other in &work.citations {
            if same_title(other.title.of(text), found.title.of(text)) {
                other.add_to(text, &mut draft);
            }
        }
    }
    for venue in &work.venues {
        venue.add_to(text, &mut draft);
    }
    if !draft.has(Field::JournalTitle) && draft.entry_type.is_empty() && !draft.has(Field::Eprint) {
        let journal = heading::journal(text, &work.free, &work.twice, draft.first(Field::Title));
        draft.add(Field::JournalTitle, journal);
    }
    if !draft.has(Field::Keywords)
        && work.twice.len() + work.labels > 1
        && let Some(line) = heading::keywords(text, &work.free)
    {
        fields::keywords(text, &[line], &mut draft);
    }
    if let Some(date) = work.late.first() {
        draft.add_first(Field::Date, *date);
    }
    let evidence = usize::from(draft.has(Field::Author))
        + usize::from(draft.has(Field::Doi) || draft.has(Field::Pmid) || draft.has(Field::Eprint))
        + usize::from(draft.has(Field::JournalTitle) || draft.has(Field::Issn))
        + usize::from(draft.has(Field::Date))
        + usize::from(draft.has(Field::Abstract) && draft.has(Field::Keywords));
    if draft.has(Field::Title) && evidence > 0 {
        draft.add_first(Field::Doi, work.loose_doi);
    }
    if labelled_title.is_none() && cited.is_none() && !draft.has(Field::Abstract) {
        abstract_by_shape(text, &work.free, heading_at, &mut draft);
    }
    let identified = draft.has(Field::Doi) || draft.has(Field::Pmid);
    let named = draft.has(Field::Title) && evidence > 0;
    // A work without title is told by who wrote it, when, and where in its journal.
    let placed = draft.has(Field::Author)
        && draft.has(Field::Date)
        && draft.has(Field::Volume)
        && draft.has(Field::Pages);
    let titleless = !draft.has(Field::Title)
        && work.labels > 0
        && (identified && evidence > 1 || placed);
    (named || titleless).then_some(draft)
}

/// Takes what is no author out of the names that stand under a label: where somebody works is
/// often printed among them, and a citation names the authors alone.
fn reconcile(text: &str, draft: &mut Draft, cited: &Citation) {
    let held: Vec<Span> = draft.all(Field::Author).collect();
    let wide = |span: &Span| span.of(text).chars().any(super::lines::is_wide);
    let whole = cited.authors.cut.is_empty() && !cited.authors.names.is_empty();
    if held.is_empty() || !whole || held.iter().chain(&cited.authors.names).any(wide) {
        return;
    }
    let families: Vec<String> = cited
        .authors
        .names
        .iter()
        .map(|name| {
            let name = name.of(text);
            let family = name.split_once(',').map(|(family, _)| family);
            let family = family.or_else(|| name.split([' ', '.']).max_by_key(|word| word.len()));
            family.unwrap_or(name).to_lowercase()
        })
        .collect();
    // After the family name of an author may stand one more word, not the name of a body.
    let names_author = |span: &Span| {
        let name = span.of(text).to_lowercase();
        families.iter().any(|family| {
            name.rfind(family.as_str()).is_some_and(|at| {
                name.contains(',')
                    || at == 0
                    || name[at + family.len()..].split_whitespace().count() <= 1
            })
        })
    };
    let kept: Vec<Span> = held.iter().copied().filter(names_author).collect();
    if kept.len() == held.len() && held.len() >= families.len() {
        return;
    }
    draft.clear(Field::Author);
    if kept.len() == families.len() {
        for name in kept {
            draft.add(Field::Author, name);
        }
    } else {
        cited.add_authors(draft);
    }
}

/// Prose under the title of a page: a line that ends a sentence and is no name or heading.
fn abstract_by_shape(text: &str, free: &[Span], title: Option<usize>, draft: &mut Draft) {
    let Some(title) = title else { return };
    let prose = free.iter().skip(title + 1).find(|line| {
        let words = line.of(text);
        let wide = words.chars().filter(|c| super::lines::is_wide(*c)).count();
        let ends = words.ends_with(['.', '。', '．', '…']);
        ends && (words.split_whitespace().count() >= 5 || wide >= 8)
            && !words.contains('@')
            && super::names::list(text, **line).is_none()
            && doi_in(words).is_none()
            && !words.starts_with(|c: char| c.is_ascii_digit() || c == '*')
    });
    if let Some(line) = prose {
        draft.add_first(Field::Abstract, *line);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_as;
    use super::*;

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
