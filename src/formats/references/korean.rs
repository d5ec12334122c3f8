//! References as Korean scholars print them: every part between commas, titles in brackets of their
//! own, `저자, 〈논문〉, 편자 외, 《책》, 출판사, 2007, 305~380쪽`, or a book without any,
//! `저자, 책, 출판사, 2012, 512p`.

use super::found::Found;
use super::strip::Strip;
use super::token::TokenKind;
use crate::model::Field;

/// Reads a reference by its commas. [`None`] where it is not printed so.
pub(super) fn parse(text: &str, tokens: &[super::token::Token]) -> Option<Found> {
    let strip = Strip { text, tokens };
    if !is_korean(strip) {
        return None;
    }
    let parts = parts(strip);
    let work = parts
        .iter()
        .position(|part| matches!(part.word(0), "〈" | "「" | "《" | "『"));
    let mut out = Found::default();
    match work {
        Some(at) => titled(&parts, at, &mut out),
        None => plain(&parts, &mut out)?,
    }
    (out.has(Field::Title) && out.has(Field::Date)).then_some(out)
}

/// Whether most of its words are written in Hangul.
fn is_korean(strip: Strip<'_>) -> bool {
    let (mut hangul, mut words) = (0, 0);
    for at in 0..strip.len() {
        if strip.kind(at) == Some(TokenKind::Word) {
            words += 1;
            let first = strip.word(at).chars().next();
            hangul += usize::from(first.is_some_and(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')));
        }
    }
    hangul >= 3 && hangul * 3 >= words * 2
}

/// What stands between the commas that are in no bracket.
fn parts(strip: Strip<'_>) -> Vec<Strip<'_>> {
    let (mut out, mut from, mut depth) = (Vec::new(), 0, 0_i32);
    for at in 0..strip.len() {
        match strip.word(at) {
            "〈" | "「" | "《" | "『" | "(" | "（" | "[" => depth += 1,
            "〉" | "」" | "》" | "』" | ")" | "）" | "]" => depth -= 1,
            "," | "，" if depth <= 0 => {
                out.push(strip.part(from, at).trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    out.push(strip.part(from, strip.len()).trim());
    out.retain(|part| !part.is_empty());
    out
}

/// Reads a reference whose work, at `work`, stands in brackets.
fn titled(parts: &[Strip<'_>], work: usize, out: &mut Found) {
    let (front, back) = parts.split_at(work);
    for people in front {
        out.add(role(*people, Field::Author), people.span());
    }
    let mut named = false;
    for part in back {
        match part.word(0) {
            "〈" | "「" | "《" | "『" if !named => {
                named = true;
                bracketed(*part, Field::Title, out);
            }
            "《" | "『" | "〈" | "「" => bracketed(*part, Field::JournalTitle, out),
            _ if numbers(*part, out) => {}
            _ if out.has(Field::Date) => {}
            // People between the work and the book it stands in.
            _ if !out.has(Field::JournalTitle) && role(*part, Field::Author) == Field::Editor => {
                out.add(Field::Editor, part.span());
            }
            _ => out.add_first(Field::Publisher, part.span()),
        }
    }
    if out.has(Field::Publisher) {
        out.rename(Field::JournalTitle, Field::BookTitle);
    }
}

/// Reads a book without brackets: people, title, publisher, year, and how many pages it has.
fn plain(parts: &[Strip<'_>], out: &mut Found) -> Option<()> {
    let words = parts.len().checked_sub(2)?;
    let (words, numbers_of) = parts.split_at(words);
    let [people @ .., title, publisher] = words else {
        return None;
    };
    let [year, total] = numbers_of else {
        return None;
    };
    let whole = year.is_year(0) && year.len() == 1 && is_total(*total);
    if people.is_empty() || !whole || title.kind(0) != Some(TokenKind::Word) {
        return None;
    }
    for one in people {
        out.add(role(*one, Field::Author), one.span());
    }
    out.add(Field::Title, title.span());
    out.add(Field::Publisher, publisher.span());
    out.add(Field::Date, year.span());
    out.add(Field::PageTotal, total.part(0, 1).span());
    Some(())
}

/// What a person is by the last word: `홍길동 편`, `홍길동 외`.
fn role(people: Strip<'_>, otherwise: Field) -> Field {
    match people.word(people.len().saturating_sub(1)) {
        "편" | "엮음" | "편저" | "외" if people.len() > 1 && otherwise == Field::Author => {
            Field::Editor
        }
        "옮김" | "역" => Field::Translator,
        _ => otherwise,
    }
}

/// Adds what stands in the brackets a part begins with.
fn bracketed(part: Strip<'_>, field: Field, out: &mut Found) {
    let close = match part.word(0) {
        "〈" => "〉",
        "「" => "」",
        "《" => "》",
        _ => "』",
    };
    let Some(end) = (1..part.len()).find(|at| part.word(*at) == close) else {
        return;
    };
    out.add_first(field, part.part(1, end).span());
    let rest = part.part(end + 1, part.len()).trim();
    if !rest.is_empty() {
        numbers(rest, out);
    }
}

/// Reads `46권 2호`, `제22집`, `2007`, `305~380쪽`; whether a part is such numbers.
fn numbers(part: Strip<'_>, out: &mut Found) -> bool {
    if part.is_year(0) && (part.len() == 1 || matches!(part.word(1), "년" | ".")) {
        out.add_first(Field::Date, part.part(0, 1).span());
        return true;
    }
    if is_total(part) {
        out.add_first(Field::PageTotal, part.part(0, 1).span());
        return true;
    }
    let first = usize::from(matches!(part.word(0), "p" | "pp" | "쪽" | "면"))
        + usize::from(matches!(part.word(0), "p" | "pp") && part.is_mark(1, '.'));
    let range = part.is_number(first)
        && (part.is_mark(first + 1, '-') || part.is_mark(first + 1, '~'))
        && part.is_number(first + 2);
    if range {
        out.add_first(Field::Pages, part.part(first, first + 3).span());
        return true;
    }
    let mut found = false;
    for at in 0..part.len() {
        let field = match part.word(at + 1) {
            "권" | "집" | "卷" | "輯" => Field::Volume,
            "호" | "號" => Field::Number,
            _ => continue,
        };
        if part.is_number(at) {
            found = true;
            out.add_first(field, part.part(at, at + 1).span());
        }
    }
    found
}

/// Whether a part says how many pages there are: `512p`, `320쪽`.
fn is_total(part: Strip<'_>) -> bool {
    part.is_number(0) && matches!(part.word(1), "p" | "pp" | "쪽" | "면") && part.len() <= 3
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;
    use crate::formats::{Meaning, RawName};

    fn read(text: &str) -> Option<Vec<(Field, &str)>> {
        let found = parse(text, &tokens(text, &[]))?;
        let fields = found.fields.iter();
        let named = fields.filter_map(|raw| match raw.name {
            RawName::Meant(Meaning::Field(field)) => Some((field, raw.value.of(text))),
            _ => None,
        });
        Some(named.collect())
    }

    #[test]
    fn titles_in_brackets_are_told_apart() {
        let text =
            "김철수, 〈도시의 소리〉, 박영희 외, 《소리와 사회》, 나무출판사, 2009, 15~40쪽.";
        assert_eq!(
            read(text).unwrap(),
            [
                (Field::Author, "김철수"),
                (Field::Title, "도시의 소리"),
                (Field::Editor, "박영희 외"),
                (Field::BookTitle, "소리와 사회"),
                (Field::Publisher, "나무출판사"),
                (Field::Date, "2009"),
                (Field::Pages, "15~40"),
            ]
        );
        let text = "이영희, 「골목과 기억」, 『도시연구』 제12권 3호, 2014, 77-95쪽.";
        assert_eq!(
            read(text).unwrap(),
            [
                (Field::Author, "이영희"),
                (Field::Title, "골목과 기억"),
                (Field::JournalTitle, "도시연구"),
                (Field::Volume, "12"),
                (Field::Number, "3"),
                (Field::Date, "2014"),
                (Field::Pages, "77-95"),
            ]
        );
    }

    #[test]
    fn a_book_may_have_commas_only() {
        let text = "한국도시학회, 도시설계 편람, 나무출판사, 2012, 512p.";
        assert_eq!(
            read(text).unwrap(),
            [
                (Field::Author, "한국도시학회"),
                (Field::Title, "도시설계 편람"),
                (Field::Publisher, "나무출판사"),
                (Field::Date, "2012"),
                (Field::PageTotal, "512"),
            ]
        );
    }

    #[test]
    fn other_forms_are_left() {
        for text in [
            "김영희 (2003). 라디오의 출현과 청취자. 한국언론학보, 46권 2호, 150~183.",
            "Kim, J., A study of commas, Seoul, 2012, 512p.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
