//! From what was collected of a page's own work to its record.

use super::byline;
use super::citation::Citation;
use super::draft::Draft;
use super::fields;
use super::heading;
use super::journal_lines;
use super::lines::{doi_in, has_wide, trim_by};
use super::name_lists;
use super::numbered_fields::number_of_article;
use super::own_citation::{own_citation, reconcile};
use super::reflist::same_title;
use super::spelled_out::spell_out;
use super::titled::titled;
use super::translations::{translated_below, translated_pair, translation_below, without_brackets};
use super::work::Work;
use crate::model::{Field, Role};
use crate::source::Span;

/// Puts the work together and decides whether it is one.
pub(super) fn finish(text: &str, mut work: Work) -> Option<Draft> {
    let mut draft = std::mem::take(&mut work.draft);
    draft.role = Role::Primary;
    let said_by_label = [Field::Author, Field::Keywords, Field::Abstract]
        .iter()
        .any(|&field| draft.has(field));
    let labelled_title = draft.first(Field::Title);
    let around = titled(text, &work.boxes, &work.free, labelled_title);
    let boxed = work.boxed.min(work.citations.len());
    work.boxed = boxed + around.len();
    // Only here is the publisher told from the journal, and the town of a conference from both.
    let at = if around
        .iter()
        .any(|found| !found.publisher.is_empty() || found.book)
    {
        0
    } else {
        boxed
    };
    work.citations.splice(at..at, around);
    // On pages that give a translation, it stands right above the title.
    let paired = translated_pair(text, &work);
    let shaped = paired.or_else(|| heading::title(text, &work.free));
    let cited = own_citation(text, &work, labelled_title, shaped);
    let heading_at = match cited {
        Some(found) => work
            .free
            .iter()
            .position(|line| same_title(line.of(text), found.title.of(text))),
        None if labelled_title.is_none() => shaped,
        // The heading of the text again, with the names that no label tells.
        None => labelled_title
            .filter(|_| !draft.has(Field::Author))
            .and_then(|title| {
                work.free
                    .iter()
                    .position(|line| same_title(line.of(text), title.of(text)))
            }),
    };
    let below = heading_at
        .filter(|_| paired.is_none())
        .and_then(|at| byline::authors_below(text, &work.free, at));
    // In Russian journals they stand above it.
    let below = below.or_else(|| {
        let line = *work.free.get(heading_at?.checked_sub(1)?)?;
        let cyrillic = line
            .of(text)
            .contains(|c| matches!(c, '\u{400}'..='\u{4ff}'));
        (labelled_title.is_some() && cyrillic)
            .then(|| name_lists::list(text, line).map(|found| (1, found)))?
    });
    let below = below.or_else(|| {
        // ScienceDirect has printed the names above the title too.
        let line = *work.free.get(heading_at?.checked_sub(1)?)?;
        let links = line.of(text).starts_with("Author links");
        links.then(|| name_lists::list(text, line).map(|found| (1, found)))?
    });
    if labelled_title.is_none() {
        match (heading_at, cited) {
            (Some(at), _) => {
                let line = without_brackets(text, work.free[at]);
                fields::title(text, heading::without_kind(text, line), &mut draft);
            }
            (None, Some(found)) => draft.add(Field::Title, found.title),
            _ => {}
        }
    }
    // Titles end in a stop there, as in PubMed.
    if work.translated && !draft.has(Field::Title) {
        let wide = |line: &Span| has_wide(line.of(text));
        let pair = work.free.windows(2).find(|pair| {
            wide(&pair[0]) && !wide(&pair[1]) && pair[1].of(text).split(' ').count() >= 3
        });
        if let Some([translation, title]) = pair {
            let bare = |line: Span| trim_by(text, line, |c| matches!(c, '.' | '。' | ' '));
            draft.add(Field::Title, bare(*title));
            draft.add_first(Field::TitleAddon, bare(*translation));
        }
    }
    // Where a page gives a translation above the title, the record below is in the language of the
    // title.
    if let Some(at) = heading_at.filter(|_| labelled_title.is_none() && cited.is_none())
        && work.translated
        && let Some(original) = work.free.get(at + 1)
        && let original = &without_brackets(text, *original)
        && has_wide(work.free[at].of(text))
        && !has_wide(original.of(text))
        && original.of(text).split(' ').count() >= 3
    {
        draft.clear(Field::Title);
        draft.add(Field::Title, *original);
        draft.add(Field::TitleAddon, without_brackets(text, work.free[at]));
    }
    if let Some(at) = heading_at.filter(|_| !work.translated && !draft.has(Field::TitleAddon))
        && let Some(other) = translation_below(text, &work.free, at)
    {
        draft.add(Field::TitleAddon, other);
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
    let held: Vec<Span> = draft.all(Field::Author).collect();
    if let Some(found) = cited {
        reconcile(text, &mut draft, found);
        // The citation is whole where labels are scattered; but what a label said stays.
        found.add_to(text, &mut draft);
        for other in &work.citations {
            if !same_title(other.title.of(text), found.title.of(text)) {
                // The same citation in another script.
                let same = !found.numbers.pages.is_empty()
                    && other.numbers.pages.of(text) == found.numbers.pages.of(text)
                    && other.numbers.year.of(text) == found.numbers.year.of(text)
                    && other.numbers.volume.of(text) == found.numbers.volume.of(text);
                if same && has_wide(other.title.of(text)) != has_wide(found.title.of(text)) {
                    draft.add_first(Field::TitleAddon, other.title);
                }
                continue;
            }
            // What numbers a journal numbers no book.
            if found.book {
                draft.add_first(Field::Doi, other.doi);
            } else {
                other.add_to(text, &mut draft);
            }
        }
    }
    spell_out(text, &work, &held, &mut draft);
    for venue in &work.venues {
        // `Rev Cubana Enfermer` under the heading `Revista Cubana de Enfermería`.
        let full = work
            .free
            .iter()
            .take(40)
            .find(|line| journal_lines::abbreviates(venue.journal.of(text), line.of(text)));
        if let Some(full) = full {
            draft.add_first(Field::JournalTitle, *full);
        }
        venue.add_to(text, &mut draft);
    }
    // `Sci Rep` in the citation, `Scientific Reports` above the title.
    if let Some(short) = draft.first(Field::JournalTitle).filter(|_| cited.is_some()) {
        let venues = work.venues.iter().map(|venue| venue.journal);
        let full = venues
            .chain(work.free.iter().take(40).copied())
            .find(|full| journal_lines::abbreviates(short.of(text), full.of(text)));
        if let Some(full) = full {
            draft.clear(Field::JournalTitle);
            draft.add(Field::JournalTitle, full);
        }
    }
    if !draft.has(Field::JournalTitle) && draft.entry_type.is_empty() && !draft.has(Field::Eprint) {
        let journal =
            journal_lines::journal(text, &work.free, &work.twice, draft.first(Field::Title));
        draft.add(Field::JournalTitle, journal);
    }
    if !draft.has(Field::Keywords)
        && work.twice.len() + work.labels > 1
        && let Some(line) = heading::keywords(text, &work.free).or_else(|| {
            let authors: Vec<Span> = draft.all(Field::Author).collect();
            let named = !authors.is_empty();
            named.then(|| heading::terms(text, &work.free, &authors))?
        })
    {
        fields::keywords(text, &[line], &mut draft);
    }
    if draft.entry_type.is_empty() && !draft.has(Field::JournalTitle) {
        let thesis = work.free.iter().take(40).find(|line| {
            let words = line.of(text);
            let head = [
                "Thesis",
                "Dissertation",
                "Doctoral ",
                "PhD ",
                "Master's ",
                "学位论文",
            ];
            words.len() < 40 && head.iter().any(|head| words.starts_with(head))
        });
        draft.entry_type = thesis.copied().unwrap_or_default();
    }
    if let Some(date) = work.late.first() {
        draft.add_first(Field::Date, *date);
    }
    // `Conference: 5th Meeting of …`: the paper stands in what was printed of it.
    if let Some(event) = draft.first(Field::EventTitle)
        && !draft.has(Field::JournalTitle)
    {
        draft.add_first(Field::BookTitle, event);
    }
    let evidence = usize::from(draft.has(Field::Author))
        + usize::from(draft.has(Field::Doi) || draft.has(Field::Pmid) || draft.has(Field::Eprint))
        + usize::from(draft.has(Field::JournalTitle) || draft.has(Field::Issn))
        + usize::from(draft.has(Field::Date))
        + usize::from(draft.has(Field::Abstract) && draft.has(Field::Keywords));
    if draft.has(Field::Title) && evidence > 0 {
        draft.add_first(Field::Doi, work.loose_doi);
    }
    if labelled_title.is_none() && !draft.has(Field::Abstract) {
        // Beside a citation, a page has more text that is no abstract.
        let reach = if cited.is_some() {
            NEAR
        } else {
            work.free.len()
        };
        let near = &work.free[..work.free.len().min(heading_at.unwrap_or(0) + 1 + reach)];
        abstract_by_shape(text, near, heading_at, &mut draft);
    }
    number_of_article(text, &mut draft);
    let identified = draft.has(Field::Doi) || draft.has(Field::Pmid);
    // A line above a name is no work yet: news, letters and bars of buttons have both.
    let told = labelled_title.is_some()
        || cited.is_some()
        || evidence > usize::from(draft.has(Field::Author)) + usize::from(draft.has(Field::Date))
        || draft.has(Field::Author) && draft.has(Field::Date)
        || said_by_label
        || heading_at.is_some_and(|at| translated_below(text, &work.free, at))
            && draft.has(Field::Author)
        || latin_names(text, &draft) > 2;
    let named = draft.has(Field::Title) && evidence > 0 && told;
    // A work without title is told by who wrote it, when, and where in its journal.
    let placed = draft.has(Field::Author)
        && draft.has(Field::Date)
        && draft.has(Field::Volume)
        && draft.has(Field::Pages);
    let titleless =
        !draft.has(Field::Title) && work.labels > 0 && (identified && evidence > 1 || placed);
    (named || titleless).then_some(draft)
}

/// How many names in letters with capitals the draft has.
fn latin_names(text: &str, draft: &Draft) -> usize {
    draft
        .all(Field::Author)
        .filter(|name| name.of(text).contains(char::is_lowercase) && name.of(text).contains(' '))
        .count()
}

/// So many lines below its title begins the abstract of a page that cites itself.
const NEAR: usize = 6;

/// Prose under the title of a page: a line that ends a sentence and is no name or heading.
fn abstract_by_shape(text: &str, free: &[Span], title: Option<usize>, draft: &mut Draft) {
    let Some(title) = title else { return };
    let prose = free.iter().skip(title + 1).find(|line| {
        let words = line.of(text);
        let wide = words.chars().filter(|c| super::lines::is_wide(*c)).count();
        let ends = words.ends_with(['.', '。', '．', '…']) || words.ends_with(".)");
        ends && (words.split_whitespace().count() >= 5 || wide >= 8)
            && !words.contains('@')
            && name_lists::list(text, **line).is_none()
            && doi_in(words).is_none()
            && !words.starts_with(|c: char| c.is_ascii_digit() || c == '*')
    });
    if let Some(line) = prose {
        draft.add_first(Field::Abstract, *line);
    }
}
