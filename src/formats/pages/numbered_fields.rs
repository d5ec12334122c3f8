//! What the values of labels for dates, volumes and pages give a record.

use super::draft::Draft;
use super::labels::Label;
use super::lines::{doi_in, floor, is_wide, part, trim_by};
use super::needles::position;
use super::numbers::numbers;
use super::venue;
use crate::model::Field;
use crate::source::Span;

/// A bare year is the year. Other dates count only where nothing else tells the year: a page may
/// have several.
pub(super) fn date(text: &str, value: Span, draft: &mut Draft, late: &mut Vec<Span>) {
    // `First published: 14 May 2017 https://doi.org/…`
    let words = value.of(text);
    let end = position(words, "http").or_else(|| super::needles::find(words, "doi:"));
    if let Some(end) = end.filter(|end| *end > 0) {
        if let Some(doi) = doi_in(words) {
            draft.add_first(Field::Doi, part(text, value, doi.start, doi.end));
        }
        date(text, part(text, value, 0, end), draft, late);
        return;
    }
    let bare = trim_by(text, value, |c| !c.is_ascii_digit());
    if super::lines::is_year(bare.of(text)) && words.chars().count() <= 6 {
        draft.add_first(Field::Date, bare);
        return;
    }
    let found = numbers(text, value);
    if found.year.is_empty() {
        if doi_in(words).is_none() && venue::read(text, value).is_none() && words.len() < 40 {
            late.push(value);
        }
        return;
    }
    // `66卷6期（2019 / 12 / 01）` says more than a date.
    if found.parts() > 1 && words.contains(is_wide) {
        found.add_to(text, draft);
    } else if let Some(venue) =
        venue::read(text, value).filter(|v| v.numbers.parts() >= 3 && !v.journal.is_empty())
    {
        venue.add_to(text, draft);
    } else {
        let end = words
            .find([',', ';'])
            .filter(|_| doi_in(words).is_some())
            .unwrap_or(words.len());
        late.push(part(text, value, 0, end));
    }
}

pub(super) fn volume(text: &str, label: Label, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let end = words
        .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '（' | '，'))
        .unwrap_or(words.len());
    let inner = trim_by(text, part(text, value, 0, end), |c| {
        matches!(c, '.' | '第' | '卷' | '期' | '巻' | '号')
    });
    let field = if label == Label::Volume {
        Field::Volume
    } else {
        Field::Number
    };
    if inner.of(text).bytes().any(|b| b.is_ascii_digit()) && inner.len() <= 16 {
        draft.add_first(field, inner);
        let rest = numbers(text, part(text, value, end, words.len()));
        if rest.parts() > 0 {
            rest.add_to(text, draft);
        }
    } else {
        numbers(text, value).add_to(text, draft);
    }
}

pub(super) fn pages(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let lead = words.len() - words.trim_start_matches(['p', 'P', '.', ' ']).len();
    // `301-322(22쪽)`, `58-67 （共10页）`
    let count = words
        .find(['(', '（'])
        .filter(|at| words[lead..*at].bytes().any(|b| b.is_ascii_digit()))
        .filter(|_| words.ends_with([')', '）']))
        .unwrap_or(words.len());
    let value = trim_by(text, part(text, value, lead, count), |c| {
        c.is_whitespace() || matches!(c, ',' | '.' | ';')
    });
    let words = value.of(text);
    // `112, Pages 1 - 13`
    if let Some((number, range)) = words.split_once(", Pages ") {
        draft.add_first(Field::Eid, part(text, value, 0, number.len()));
        draft.add_first(
            Field::Pages,
            part(text, value, words.len() - range.len(), words.len()),
        );
        return;
    }
    if let Some(number) = words.strip_prefix("Article ") {
        let eid = part(text, value, words.len() - number.len(), words.len());
        draft.add_first(Field::Eid, eid);
        return;
    }
    if words.len() <= 30 && doi_in(words).is_none() {
        draft.add_first(Field::Pages, value);
    } else {
        numbers(text, value).add_to(text, draft);
    }
}

/// What looks like a page is the number of the article where the page says so below the title:
/// `Scientific Parcels volume 11, Article number: 9804 (2021)`.
pub(super) fn number_of_article(text: &str, draft: &mut Draft) {
    let (Some(title), Some(pages)) = (draft.first(Field::Title), draft.first(Field::Pages)) else {
        return;
    };
    let number = pages.of(text);
    if draft.has(Field::Eid) || !number.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return;
    }
    let from = title.end as usize;
    let below = &text[from..floor(text, (from + 2_000).min(text.len()))];
    let said = below.match_indices("rticle number").any(|(at, mark)| {
        let rest = below[at + mark.len()..].trim_start_matches([':', ' ']);
        rest.strip_prefix(number)
            .is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric()))
    });
    if said {
        draft.clear(Field::Pages);
        draft.add(Field::Eid, pages);
    }
}
