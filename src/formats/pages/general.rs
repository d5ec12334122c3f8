//! Any page with labelled fields, a citation of itself, or a title above its authors.

use super::citation::{Citation, citation};
use super::draft::Draft;
use super::fields::{self, labels_of};
use super::heading;
use super::labels::Label;
use super::lines::{after_mark, doi_in, part, trim_by};
use super::listing;
use super::noise;
use super::numbers::{Numbers, numbers};
use super::reflist::{only_citations, references, same_title};
use super::venue::{self, Venue};
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

/// Labels and buttons in the first lines tell a page from other text.
fn sniff(text: &str) -> Likelihood {
    let head: &str = match text.char_indices().nth(20_000) {
        Some((at, _)) => &text[..at],
        None => text,
    };
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
    match labels.len() + buttons.min(3) {
        0 => Likelihood::No,
        1..=2 => Likelihood::Possible,
        _ => Likelihood::Likely,
    }
}

/// How many unlabelled lines of a work are kept.
const FREE: usize = 400;

/// What is collected of the page's own work.
#[derive(Default)]
struct Work {
    draft: Draft,
    /// Dates that count only where nothing else tells the year.
    late: Vec<Span>,
    citations: Vec<Citation>,
    /// Unlabelled lines.
    free: Vec<Span>,
    /// Unlabelled lines that were there before.
    twice: Vec<Span>,
    /// Journals with numbers that no label names; a citation says it better.
    venues: Vec<Venue>,
    labels: usize,
    /// A DOI that stands in unlabelled text.
    loose_doi: Span,
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    let text = page.text();
    let lines = split_glued(text, &page.lines());
    if let Some(drafts) = listing::read(text, &lines).or_else(|| list_of_citations(text, &lines)) {
        for draft in drafts {
            draft.push(page.reader, out);
        }
        return;
    }
    let end = lines
        .iter()
        .position(|line| heads(text, *line, &[Label::References, Label::Related]))
        .filter(|at| *at > 0)
        .unwrap_or(lines.len());
    for work in works(text, &lines[..end]) {
        if let Some(draft) = finish(text, work) {
            draft.push(page.reader, out);
        }
    }
    for draft in after_page(text, &lines[end..]) {
        draft.push(page.reader, out);
    }
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
    let filled: Vec<Span> = rest
        .iter()
        .copied()
        .filter(|line| !line.is_empty() && !noise::is_noise(line.of(text)))
        .collect();
    let found = references(text, rest, role);
    if found.is_empty() {
        listing::triples(text, &with_years(text, rest, &filled), role)
    } else {
        found
    }
}

/// Lines without buttons, but with the bare years that look like counts.
fn with_years(text: &str, all: &[Span], _: &[Span]) -> Vec<Span> {
    all.iter()
        .copied()
        .filter(|line| {
            let words = line.of(text);
            !words.is_empty() && (super::lines::is_year(words) || !noise::is_noise(words))
        })
        .collect()
}

/// Labels that some Chinese pages print at the end of the line before their value.
static GLUED: &[&str] = &[
    "关键词",
    "Key words",
    "引用本文复制引用",
    "引用本文",
    "分类",
    "基金项目",
    "摘要",
];

/// Lines, with a label glued to the end of one as a line of its own.
fn split_glued(text: &str, lines: &[Span]) -> Vec<Span> {
    let mut out = Vec::with_capacity(lines.len());
    for &line in lines {
        let words = line.of(text);
        let label = GLUED.iter().find(|label| {
            words.len() > label.len() + 6
                && words.ends_with(**label)
                && !words[..words.len() - label.len()].ends_with(['：', ':', ' ', '、', '，'])
        });
        match label {
            Some(label) => {
                let at = words.len() - label.len();
                out.push(part(text, line, 0, at));
                let label_end = at + label.strip_suffix("复制引用").unwrap_or(label).len();
                out.push(part(text, line, at, label_end));
            }
            None => out.push(line),
        }
    }
    out
}

/// Collects the fields of the page; a second title or arXiv identifier begins another work.
fn works(text: &str, lines: &[Span]) -> Vec<Work> {
    let mut out = vec![Work::default()];
    let mut open: Option<(Label, Vec<Span>)> = None;
    for &raw in lines {
        let (line, bullet) = if raw.of(text).starts_with(['•', '·', '■', '●', '▪']) {
            after_mark(text, raw)
        } else {
            (raw, false)
        };
        let words = line.of(text);
        if words.is_empty() {
            // A blank line ends a value, but may stand between a label and its value.
            let ends = open
                .as_ref()
                .is_some_and(|(label, values)| !values.is_empty() && *label != Label::Citation);
            if ends
                && !open
                    .as_ref()
                    .is_some_and(|(label, _)| *label == Label::Abstract)
            {
                close(text, open.take(), &mut out);
            }
            continue;
        }
        let item = after_mark(text, line).0;
        if super::lines::starts_with(item.of(text), "arXiv:") && item.start > line.start {
            close(text, open.take(), &mut out);
            begin(&mut out);
            if let Some(work) = out.last_mut() {
                fields::arxiv(text, part(text, item, 6, item.len()), &mut work.draft);
                work.labels += 1;
            }
            continue;
        }
        let (before, labels) = labels_of(text, line);
        if !labels.is_empty() {
            // An abstract's own sections are not labels of the page.
            close(text, open.take(), &mut out);
            for found in labels {
                let repeats = found.label == Label::Title
                    && out.last().is_some_and(|work| work.draft.has(Field::Title));
                if repeats {
                    close(text, open.take(), &mut out);
                    begin(&mut out);
                }
                close(text, open.take(), &mut out);
                let values = if found.value.is_empty() {
                    Vec::new()
                } else {
                    vec![found.value]
                };
                open = Some((found.label, values));
                if let Some(work) = out.last_mut() {
                    work.labels += 1;
                    if found.label == Label::Volume && !work.draft.has(Field::JournalTitle) {
                        let journal = journal_above(text, &work.free, "");
                        let numbers = Numbers::default();
                        work.venues.push(Venue { journal, numbers });
                    }
                }
            }
            if let (false, Some(work)) = (before.is_empty(), out.last_mut()) {
                free_line(text, before, work);
                if matches!(open, Some((Label::Doi | Label::Date, _))) {
                    journal_before_date(text, before, work);
                }
            }
            continue;
        }
        let number = words.bytes().any(|b| b.is_ascii_digit());
        let awaited = open.as_ref().is_some_and(|(label, values)| {
            (values.is_empty() && number && *label != Label::Abstract)
                || (*label == Label::Author && words.len() <= 2)
        });
        if noise::is_noise(words) && !awaited {
            if matches!(open, Some((Label::Citation | Label::Abstract, _))) {
                continue;
            }
            close(text, open.take(), &mut out);
            continue;
        }
        match open.as_mut() {
            Some((label, values)) if takes(text, *label, values, line, bullet) => {
                if *label == Label::Citation && citation(text, line).is_none() && !values.is_empty()
                {
                    join(values, line);
                } else {
                    values.push(line);
                }
            }
            _ => {
                close(text, open.take(), &mut out);
                if let Some(work) = out.last_mut() {
                    free_line(text, line, work);
                }
            }
        }
    }
    close(text, open.take(), &mut out);
    out
}

/// A citation that goes on in the next line.
fn join(values: &mut [Span], line: Span) {
    if let Some(last) = values.last_mut() {
        last.end = line.end;
    }
}

fn begin(out: &mut Vec<Work>) {
    if out
        .last()
        .is_some_and(|work| !work.draft.is_empty() || work.labels > 0)
    {
        out.push(Work::default());
    }
}

/// Whether an open label takes another line as its value.
fn takes(text: &str, label: Label, values: &[Span], line: Span, _: bool) -> bool {
    match label {
        Label::Abstract => values.len() <= 200,
        Label::Keywords => {
            values.is_empty()
                || (values.len() < 15 && line.len() < 60 && values.iter().all(|v| v.len() < 60))
        }
        Label::Citation => values.len() < 12,
        Label::Author => {
            values.is_empty()
                || line.len() < 4
                || super::names::list(text, line).is_some()
                || heading::is_body(line.of(text))
        }
        Label::Title => values.is_empty(),
        Label::Aside | Label::Affiliation => {
            values.len() < usize::from(label == Label::Affiliation) * 8
                && (line
                    .of(text)
                    .starts_with(|c: char| c.is_ascii_digit() || c == '[')
                    || values.is_empty())
        }
        _ => values.is_empty() && line.len() < 400,
    }
}

/// Gives what was collected under a label to the work.
fn close(text: &str, open: Option<(Label, Vec<Span>)>, out: &mut [Work]) {
    let (Some((label, values)), Some(work)) = (open, out.last_mut()) else {
        return;
    };
    if label == Label::Citation {
        for value in values {
            match citation(text, value) {
                Some(found) => work.citations.push(found),
                None => {
                    if let Some(venue) = venue::read(text, value).filter(|v| v.numbers.parts() >= 3)
                    {
                        venue.add_to(text, &mut work.draft);
                    }
                }
            }
        }
        return;
    }
    fields::add(text, label, &values, &mut work.draft, &mut work.late);
}

/// A line without label: a citation, a venue, a DOI, or a line that may be title or names.
fn free_line(text: &str, line: Span, work: &mut Work) {
    let words = line.of(text);
    if words.len() > 6000 {
        return;
    }
    if let Some(found) = doi_in(words)
        && work.loose_doi.is_empty()
    {
        work.loose_doi = part(text, line, found.start, found.end);
    }
    if words.len() < 400 && venue_line(text, line, work) {
        return;
    }
    if let Some(found) =
        citation(text, line).filter(|c| c.numbers.parts() >= 2 || !c.mark.is_empty())
    {
        work.citations.push(found);
        return;
    }
    // Title, names and journal stand near the top; the rest of a long page is not kept.
    if work.free.len() >= FREE {
        return;
    }
    let again = words.len() < 200
        && work
            .free
            .iter()
            .rev()
            .take(30)
            .any(|held| held.of(text) == words);
    if again {
        work.twice.push(line);
    }
    work.free.push(line);
}

/// A line of a journal and its numbers, or of numbers below the journal.
fn venue_line(text: &str, line: Span, work: &mut Work) -> bool {
    let words = line.of(text);
    let end = ["doi", "http", "Cite this article"]
        .iter()
        .filter_map(|tail| super::lines::find(words, tail))
        .min()
        .unwrap_or(words.len());
    let mark = |c: char| c.is_whitespace() || matches!(c, '.' | ';' | ',' | ':' | '|' | '·');
    let body = trim_by(text, part(text, line, 0, end), mark);
    let found = numbers(text, body);
    let alone = found.run.start <= body.start + 1 && found.run.len() + 2 >= body.len();
    if alone && found.parts() >= 2 && !(found.volume.is_empty() && found.issue.is_empty()) {
        let journal = journal_above(text, &work.free, words);
        if found.parts() >= 3 || !journal.is_empty() {
            work.venues.push(Venue {
                journal,
                numbers: found,
            });
            return true;
        }
    }
    if alone
        && found.parts() == 1
        && !found.year.is_empty()
        && words.chars().any(char::is_alphabetic)
    {
        // `August 2017`
        work.late.push(body);
        return true;
    }
    let ends = found.run.end + 1 >= body.end;
    let name = venue::journal(
        text,
        Span::new(
            body.start as usize,
            found.run.start.max(body.start) as usize,
        ),
    );
    let bracketed = !found.volume.is_empty() && !found.issue.is_empty() && found.year.is_empty();
    let read = venue::read(text, body)
        .filter(|v| v.numbers.parts() >= 3)
        .or_else(|| {
            let short = words.len() < 120 && name.of(text).split(' ').count() <= 9;
            let fits = (bracketed && ends && short)
                || !found.volume.is_empty() && !found.issue.is_empty() && !found.year.is_empty();
            fits.then_some(Venue {
                journal: name,
                numbers: found,
            })
        });
    let Some(venue) = read.filter(|v| !v.journal.is_empty() && v.journal.len() < 160) else {
        return false;
    };
    // `Yayımlandığı Sayı Yıl 2019`: a label, not a journal.
    let name = venue.journal.of(text);
    let label = name
        .rsplit(' ')
        .next()
        .is_some_and(|word| super::labels::lookup(word).is_some());
    let dative = venue::dans(text, venue.journal);
    if label && dative == venue.journal
        || name.contains(['>', '›', '@'])
        || citation(text, line).is_some()
    {
        return false;
    }
    work.venues.push(Venue {
        journal: dative,
        ..venue
    });
    true
}

/// The heading of a journal right above its numbers: one line, or two in capitals.
fn journal_above(text: &str, free: &[Span], numbers: &str) -> Span {
    let capitals = |span: &Span| {
        let words = span.of(text);
        words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
    };
    let Some(last) = free.last().filter(|last| last.len() < 120) else {
        return Span::default();
    };
    // `. 2020 Feb 27;382(9):e12.` and `Volume 20, Issue 3` have nothing but their journal above.
    let bound = numbers.starts_with(". ") || super::lines::starts_with(numbers, "vol");
    if (bound && super::names::list(text, *last).is_none()) || heading::is_journal(last.of(text)) {
        return *last;
    }
    if !capitals(last) || last.of(text).starts_with(|c: char| c.is_ascii_digit()) {
        return Span::default();
    }
    match free
        .get(free.len().wrapping_sub(2))
        .filter(|before| capitals(before) && last.start < before.end + 4)
    {
        Some(before) => Span {
            start: before.start,
            end: last.end,
        },
        None => *last,
    }
}

/// `Journal of Affective Disorders ( IF 4.9 ) Pub Date : 2022-03-15`
fn journal_before_date(text: &str, before: Span, work: &mut Work) {
    let words = before.of(text);
    let Some(at) = words.find("( IF").or_else(|| words.find("(IF")) else {
        return;
    };
    work.draft
        .add_first(Field::JournalTitle, part(text, before, 0, at));
    work.free.pop();
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
    let titleless = !draft.has(Field::Title) && identified && work.labels > 0 && evidence > 1;
    (named || titleless).then_some(draft)
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
