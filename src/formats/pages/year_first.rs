//! Works whose source begins with the year in brackets: `(2018) Journal of Nursing, 26 (4), pp. 412-421.`

use super::draft::Draft;
use super::fields;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{doi_in, is_year, part, trim_by};
use super::name_lists;
use super::names::NameList;
use super::needles::{find, position};
use super::noise;
use super::numbers::numbers;
use super::result_lines::NOBODY;
use super::token_words::month;
use super::venue;
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works of a list in which title and names, in either order, stand above such a source.
pub(super) fn year_first(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    let filled: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| line.of(text).chars().any(char::is_alphabetic))
        .collect();
    let at: Vec<usize> = (0..filled.len())
        .filter(|&n| n >= 2 && year_of(filled[n].of(text)))
        .collect();
    let mut out = Vec::new();
    for (n, &source) in at.iter().enumerate() {
        let next = at.get(n + 1).map_or(filled.len(), |next| next - 2);
        if let Some(draft) = work(text, &filled, source, next, role) {
            out.push(draft);
        }
    }
    out
}

/// Whether the words begin with a year in brackets and a name.
fn year_of(words: &str) -> bool {
    let Some((year, rest)) = words
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "))
    else {
        return false;
    };
    is_year(year)
        && words.len() < 400
        && rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

fn work(text: &str, lines: &[Span], at: usize, next: usize, role: Role) -> Option<Draft> {
    let (above, last) = (*lines.get(at.checked_sub(2)?)?, *lines.get(at - 1)?);
    let names = |line: Span| {
        let nobody = NOBODY.contains(&line.of(text)).then(NameList::default);
        nobody.or_else(|| name_lists::list(text, line))
    };
    let (title, people): (Span, NameList) = match (names(last), names(above)) {
        (Some(people), None) => (above, people),
        (None, Some(people)) => (last, people),
        _ => return None,
    };
    let words = title.of(text);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 8
        || year_of(words)
        || noise::is_noise(words)
        || !labels_of(text, title).1.is_empty()
    {
        return None;
    }
    let mut draft = Draft::new(role);
    draft.add(Field::Title, title);
    for name in people.names {
        draft.add(Field::Author, name);
    }
    if !people.cut.is_empty() {
        draft.mark(Meaning::AuthorsTruncated, people.cut);
    }
    let line = lines[at];
    let words = line.of(text);
    draft.add(Field::Date, part(text, line, 1, 5));
    let end = [" Cited ", "http", "doi"]
        .iter()
        .filter_map(|mark| find(words, mark))
        .min()
        .unwrap_or(words.len());
    let body = trim_by(text, part(text, line, 6, end), |c| {
        c.is_whitespace() || matches!(c, '.' | ',')
    });
    // A journal may have a number in its name; the comma ends it.
    let comma = position(body.of(text), ", ").unwrap_or(body.len());
    let found = numbers(text, part(text, body, comma, body.len()));
    draft.add(
        Field::JournalTitle,
        venue::journal(text, part(text, body, 0, comma)),
    );
    found.add_to(text, &mut draft);
    // `16 (4 April), art. no. e1123`
    if !draft.has(Field::Number)
        && let Some((at, inside)) = body
            .of(text)
            .split_once(" (")
            .and_then(|(head, rest)| Some((head.len() + 2, rest.split_once(')')?.0)))
        && let Some((issue, name)) = inside.split_once(' ')
        && issue.bytes().all(|b| b.is_ascii_digit())
        && month(name)
    {
        draft.add(Field::Number, part(text, body, at, at + issue.len()));
    }
    for &below in lines.get(at + 1..next).unwrap_or_default().iter().take(12) {
        for found in labels_of(text, below).1 {
            if matches!(
                found.label,
                Label::Doi
                    | Label::Type
                    | Label::Issn
                    | Label::Pmid
                    | Label::Abstract
                    | Label::Keywords
                    | Label::Language
            ) && !found.value.of(text).starts_with("[No ")
            {
                fields::add(
                    text,
                    found.label,
                    &[found.value],
                    &mut draft,
                    &mut Vec::new(),
                );
            }
        }
        if names(below).is_some() && doi_in(below.of(text)).is_none() {
            break;
        }
    }
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn names_may_stand_above_the_title_or_below_it() {
        let page = "Ferreira-Alves, J., Nakamura, Y., de Wit, H.\n57190012345;7005678123;\nNight shifts and small errors: A diary study\n(2018) Journal of Nursing Management, 26 (4), pp. 412-421. Cited 12 times.\nDOI: 10.1111/jonm.12555\nDOCUMENT TYPE: Article\n\nNoise and the night ward\nPetit, L. , Øgaard, T.\n(2021) Noise and Health\n(2020) It was a year of rain, and nobody came.\n";
        let found = year_first(page, &lines(page, Span::new(0, page.len())), Role::Related);
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 2);
        assert_eq!(
            of(0, Field::Title),
            "Night shifts and small errors: A diary study"
        );
        assert_eq!(of(0, Field::Pages), "412-421");
        assert_eq!(of(0, Field::Doi), "10.1111/jonm.12555");
        assert_eq!(of(1, Field::JournalTitle), "Noise and Health");
        assert_eq!(found[1].all(Field::Author).count(), 2);
    }
}
