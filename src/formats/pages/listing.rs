//! Lists of results: records of a title, a line of names and a line of numbers each.

use super::below_source;
use super::draft::Draft;
use super::fields;
use super::labelled;
use super::labels::Label;
use super::lines::{after_mark, doi_in, has_four_digits, has_wide, is_letter, is_year, part};
use super::name_lists;
use super::names::NameList;
use super::needles::position;
use super::noise;
use super::numbers::numbers;
use super::result_lines::{NOBODY, language_behind, patent, thesis};
use super::sites;
use super::sites::google_scholar::with_cut;
use super::venue;
use super::year_first::year_first;
use crate::model::{Field, Role};
use crate::source::Span;

/// The records of a page that is a list of results; [`None`] for any other page.
pub(super) fn read(text: &str, lines: &[Span]) -> Option<Vec<Draft>> {
    let filled: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| !line.is_empty())
        .collect();
    let of_site = sites::read(text, &filled);
    if !of_site.is_empty() {
        return Some(of_site);
    }
    let table = super::table::table(text, &filled);
    if !table.is_empty() {
        return Some(table);
    }
    let contents = super::contents::read(text, &filled);
    if !contents.is_empty() {
        return Some(contents);
    }
    let dashed = super::dashed::items(text, &filled, Role::Related);
    if dashed.len() >= 2 && !below_a_work(text, lines, &dashed) {
        return Some(dashed);
    }
    let dated = year_first(text, lines, Role::Related);
    let own = |draft: &Draft| {
        let title = draft.first(Field::Title).unwrap_or_default();
        filled.iter().take(6).any(|line| line.start == title.start)
    };
    if dated.len() >= 2 || dated.first().is_some_and(own) {
        return Some(dated);
    }
    let triples = triples(text, &filled, Role::Related);
    (triples.len() >= 2 && !below_a_work(text, lines, &triples)).then_some(triples)
}

/// Whether the works stand in a list of related works, below labels that tell of another.
fn below_a_work(text: &str, lines: &[Span], works: &[Draft]) -> bool {
    let Some(title) = works.first().and_then(|draft| draft.first(Field::Title)) else {
        return false;
    };
    let heading = lines.iter().position(|line| {
        line.start < title.start
            && matches!(labelled::labels_of(text, *line).1.as_slice(),
                [only] if only.label == Label::Related && only.value.is_empty())
    });
    let own = lines.get(..heading.unwrap_or(0)).unwrap_or_default();
    let told = |label: Label| {
        own.iter().any(|line| {
            let labels = labelled::labels_of(text, *line).1;
            labels.iter().any(|found| found.label == label)
        })
    };
    heading.is_some()
        && (told(Label::Abstract) || told(Label::Citation))
        && (told(Label::Author) || told(Label::Doi))
}

/// Title, names, venue, in three lines; the year may stand in a fourth.
pub(super) fn triples(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut at = 0;
    while at + 2 < lines.len() {
        match triple(text, &lines[at..], role) {
            Some((mut draft, used)) => {
                at += used;
                at += below_source::add(text, lines.get(at..).unwrap_or_default(), &mut draft);
                at += below_source::cited_by(text, lines.get(at..).unwrap_or_default(), &mut draft);
                out.push(draft);
            }
            None => at += 1,
        }
    }
    out
}

/// One record of three or four lines, and how many they are.
pub(super) fn triple(text: &str, lines: &[Span], role: Role) -> Option<(Draft, usize)> {
    let [title, people, source] = *lines.get(..3)? else {
        return None;
    };
    if !has_four_digits(source.of(text))
        && !lines
            .get(3)
            .is_some_and(|line| has_four_digits(line.of(text)))
    {
        return None;
    }
    let (title, people) = (after_mark(text, title).0, people);
    let words = title.of(text);
    let digits = people.of(text).bytes().filter(u8::is_ascii_digit).count();
    // What takes longest is asked last.
    let title_like = digits <= 3
        && words.chars().filter(|c| is_letter(*c)).nth(7).is_some()
        && !noise::is_noise(words)
        && doi_in(words).is_none()
        && labelled::labels_of(text, title).1.is_empty();
    if !title_like {
        return None;
    }
    let found = if NOBODY.contains(&people.of(text)) {
        NameList::default()
    } else {
        name_lists::list(text, people)?
    };
    if name_lists::list(text, title).is_some() {
        return None;
    }
    // A short title in Chinese below one in Latin letters is its translation.
    if found.names.len() == 1 && has_wide(people.of(text)) && !has_wide(words) {
        return None;
    }
    let mut draft = Draft::new(role);
    draft.add(Field::Title, title);
    draft.add_names(&found);
    let words = source.of(text);
    let end = super::needles::find(words, "doi")
        .or_else(|| position(words, "http"))
        .unwrap_or(words.len());
    let body = part(text, source, 0, end);
    // `Москва, 2011.`: a book.
    if let Some((town, year)) = body.of(text).trim_end_matches('.').rsplit_once(", ")
        && is_year(year)
        && super::houses::is_town(town)
    {
        draft.add(Field::Location, part(text, body, 0, town.len()));
        draft.add(
            Field::Date,
            part(text, body, town.len() + 2, town.len() + 6),
        );
        return Some((draft, 3));
    }
    if let Some(number) = patent(body.of(text)) {
        draft.entry_type = part(text, body, number.start - "Patent ".len(), number.start);
        draft.add(Field::Number, part(text, body, number.start, number.end));
        draft.add(Field::Date, part(text, body, number.end + 2, body.len()));
        return Some((draft, 3));
    }
    if let Some((kind, school)) = thesis(body.of(text)) {
        draft.entry_type = part(text, body, 0, kind);
        draft.add(
            Field::Institution,
            part(text, body, school.start, school.end),
        );
        draft.add(Field::Date, numbers(text, body).year);
        return Some((draft, 3));
    }
    if let Some(venue) = venue::read(text, body).filter(|v| !v.journal.is_empty()) {
        let journal = venue::dans(text, venue.journal);
        venue::Venue { journal, ..venue }.add_to(text, &mut draft);
        if let Some(doi) = doi_in(words) {
            draft.add(Field::Doi, part(text, source, doi.start, doi.end));
        }
        let next = lines.get(3).copied().unwrap_or_default();
        if next.of(text).starts_with("PMID:") {
            for found in labelled::labels_of(text, next).1 {
                fields::add(
                    text,
                    found.label,
                    &[found.value],
                    &mut draft,
                    &mut Vec::new(),
                );
            }
            draft.add_first(Field::Language, language_behind(text, next));
        }
        return Some((draft, 3));
    }
    let year = *lines.get(3)?;
    // `Year: 2020 | Volume: 68, Issue: 7 | Journal Article`
    let stated = labelled::labels_of(text, year).1;
    if stated.len() > 1 && stated.iter().any(|found| found.label == Label::Date) {
        if words.len() > 200 || !labelled::labels_of(text, source).1.is_empty() {
            return None;
        }
        draft.add(Field::JournalTitle, venue::journal(text, source));
        for found in stated {
            fields::add(
                text,
                found.label,
                &[found.value],
                &mut draft,
                &mut Vec::new(),
            );
            let year = found.value.of(text).get(..4).unwrap_or_default();
            if found.label == Label::Date && is_year(year) {
                draft.add_first(Field::Date, part(text, found.value, 0, 4));
            }
        }
        return draft.has(Field::Date).then_some((draft, 4));
    }
    if is_year(year.of(text)) && words.len() < 200 && labelled::labels_of(text, source).1.is_empty()
    {
        let name = venue::journal(text, source);
        if name.of(text).contains('…') {
            draft.entry_type = with_cut(text, name);
        } else {
            draft.add(Field::JournalTitle, name);
        }
        draft.add(Field::Date, year);
        return Some((draft, 4));
    }
    None
}
