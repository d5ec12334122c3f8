//! People before and behind the title.

use super::is_cyrillic;
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;
use crate::source::Span;

/// How many tokens at the front are people, family names first: `Бахтин, М. М.`,
/// `Петров П. П., Иванов И. И. [и др.]`.
pub(super) fn people(strip: Strip<'_>) -> Option<usize> {
    let mut at = 0;
    let mut end = None;
    while let Some(next) = person(strip, at) {
        end = Some(next);
        let others = after_others(strip, next);
        if others > next {
            return Some(others);
        }
        let comma = strip.is_mark(next, ',') || strip.is_mark(next, ';');
        let and = matches!(strip.word(next), "и" | "and" | "та");
        if !comma && !and {
            break;
        }
        at = next + 1;
    }
    end
}

/// The end of a name whose family name begins at `at`.
fn person(strip: Strip<'_>, at: usize) -> Option<usize> {
    let capital = |at: usize| {
        strip.kind(at) == Some(TokenKind::Word) && strip.word(at).starts_with(char::is_uppercase)
    };
    let mut end = at;
    // `фон Визин`, `Van der Waals`
    while strip.kind(end) == Some(TokenKind::Word)
        && matches!(
            strip.word(end).to_lowercase().as_str(),
            "фон" | "ван" | "де" | "дер" | "ди" | "ла" | "van" | "von" | "de" | "der" | "ди'"
        )
        && end < at + 2
    {
        end += 1;
    }
    if !capital(end) || strip.word(end).chars().count() < 2 {
        return None;
    }
    end += 1;
    while strip.is_mark(end, '-') && !strip.spaced(end) && capital(end + 1) {
        end += 2;
    }
    if strip.is_mark(end, ',') {
        end += 1;
    }
    let mut initials = 0;
    loop {
        let word = strip.word(end);
        let short = word.chars().count() == 1
            || matches!(
                word,
                "Дж" | "Yu" | "Ya" | "Ch" | "Sh" | "Th" | "Ph" | "Ал" | "Вл" | "Ив"
            );
        if !capital(end) || !short || !strip.is_mark(end + 1, '.') {
            break;
        }
        initials += 1;
        end += 2;
        if strip.is_mark(end, '-') && !strip.spaced(end) {
            end += 1;
        }
        if initials == 3 {
            break;
        }
    }
    (initials > 0).then_some(end)
}

/// Behind `[и др.]`, `и др.`, `et al.`.
fn after_others(strip: Strip<'_>, at: usize) -> usize {
    let open = usize::from(strip.is_mark(at, '['));
    let comma = usize::from(strip.is_mark(at, ','));
    let from = at + open + comma;
    let known = matches!(
        (strip.word(from), strip.word(from + 1)),
        ("и", "др" | "соавт") | ("et", "al") | ("та", "ін")
    );
    if !known {
        return at;
    }
    let mut end = from + 2;
    if strip.is_mark(end, '.') {
        end += 1;
    }
    if open == 1 && strip.is_mark(end, ']') {
        end += 1;
        // `[и др.].`
        if strip.is_mark(end, '.') {
            end += 1;
        }
    }
    end
}

/// The span of a list of people, with the stop of its last initial.
pub(super) fn names(part: Strip<'_>) -> Span {
    let mut to = part.len();
    while to > 0
        && matches!(
            part.kind(to - 1),
            Some(TokenKind::Mark(',' | ';' | ':' | '-'))
        )
    {
        to -= 1;
    }
    part.part(0, to).span()
}

/// Reads `М. М. Бахтин, П. П. Петров ; под ред. И. И. Иванова ; пер. с англ. К. К. Ким`.
pub(super) fn responsibility(part: Strip<'_>, head: Option<Strip<'_>>, out: &mut Found) {
    let mut from = 0;
    let mut first = true;
    let mut authors = head.map(names).filter(|span| !span.is_empty());
    while from < part.len() {
        let to = (from..part.len())
            .find(|at| part.is_mark(*at, ';'))
            .unwrap_or(part.len());
        let group = part.part(from, to);
        from = to + 1;
        let lead = lead(group);
        let people = group.part(lead.1, group.len());
        let people = people.part(usize::from(people.is_mark(0, ':')), people.len());
        match lead.0 {
            Some(field) if has_initials(people) => out.add(field, names(trim_front(people))),
            // `/ М. М. Бахтин, П. П. Петров` names more people than the heading.
            None if first && head.is_some() && has_initials(people) => {
                let listed = names(trim_front(people));
                let count = |span: Span| span.of(part.text).matches(',').count();
                let more = authors.is_none_or(|held| count(listed) >= count(held).max(1));
                let heading = head.is_some_and(|head| {
                    head.find(',').is_some_and(|_| {
                        // `Бахтин, М. М.`: the comma of an inverted name.
                        head.len() <= 7
                    })
                });
                if authors.is_none()
                    || more && heading
                    || more && authors.is_some_and(|held| count(held) == 0)
                {
                    authors = Some(listed);
                }
            }
            _ => {}
        }
        first = false;
    }
    if let Some(authors) = authors {
        out.add(Field::Author, authors);
    }
}

fn trim_front(part: Strip<'_>) -> Strip<'_> {
    let from = (0..part.len())
        .find(|at| !matches!(part.kind(*at), Some(TokenKind::Mark(_))))
        .unwrap_or(0);
    // The area ends with `. –`; the stop of the last initial stays.
    let mut to = part.len();
    while to > from
        && matches!(
            part.kind(to - 1),
            Some(TokenKind::Mark('-' | ',' | ';' | ']' | '['))
        )
    {
        to -= 1;
    }
    part.part(from, to)
}

/// The role of a group of people, by the words before them, and how many tokens these take.
fn lead(group: Strip<'_>) -> (Option<Field>, usize) {
    let mut role = None;
    let mut at = 0;
    while at < group.len() {
        let word = group.word(at).to_lowercase();
        let field = match word.as_str() {
            "ред"
            | "редкол"
            | "редактор"
            | "сост"
            | "составитель"
            | "составители"
            | "edited"
            | "ed"
            | "eds"
            | "редактора"
            | "редакцией" => Some(Field::Editor),
            "пер" | "перевод" | "перевел" | "переводчик" | "translated" => {
                Some(Field::Translator)
            }
            _ => None,
        };
        let small = group.kind(at) == Some(TokenKind::Word)
            && !word.is_empty()
            && group.word(at).starts_with(char::is_lowercase);
        let mark = matches!(group.kind(at), Some(TokenKind::Mark(_)));
        if field.is_some() {
            role = role.or(field);
        } else if !small && !mark {
            break;
        }
        at += 1;
    }
    if role.is_none() {
        (None, 0)
    } else {
        (role, at)
    }
}

/// Whether an initial stands in it.
fn has_initials(part: Strip<'_>) -> bool {
    (0..part.len()).any(|at| {
        let word = part.word(at);
        part.is_mark(at + 1, '.')
            && word.chars().count() == 1
            && word.starts_with(char::is_uppercase)
            && (is_cyrillic(word) || word.is_ascii())
    })
}
