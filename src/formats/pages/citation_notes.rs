//! Citations as they stand in footnotes: all parts set off by commas, the names given first.

use super::citation::Citation;
use super::houses::{is_house, is_town};
use super::lines::{is_year, part, trim_by};
use super::name_lists;
use super::name_shape::is_name;
use super::names::NameList;
use super::needles::{holds, position};
use super::numbers::{Numbers, numbers};
use crate::source::Span;

/// `Pablo Pérez Bueno, Retrato de una ciudad, Séville, CSIC, 2001, p. 112.` and
/// `LEMARCHAND, Y., Du dépérissement, Nantes, Ouest Éditions, 1993.`: a town, a house, a year.
pub(super) fn by_town(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    if !has_year_behind_comma(words) {
        return false;
    }
    // The cuts lie at `, ` or at the comma alone where no spaces follow it.
    let gap = if holds(words, ", ") { ", " } else { "," };
    let mut pieces: Vec<Span> = Vec::new();
    let mut from = 0;
    for (at, _) in words.match_indices(gap).take(40) {
        pieces.push(part(text, body, from, at));
        from = at + gap.len();
    }
    pieces.push(part(text, body, from, words.len()));
    let year = (2..pieces.len()).find(|&n| {
        let piece = pieces[n].of(text).trim_end_matches(['.', ' ']);
        // `1990 [1980]`
        let first = piece.split_once(" [").map_or(piece, |(year, _)| year);
        is_year(first)
    });
    let Some(year) = year else { return false };
    // `Ann Arbor：University of Michigan Press` is one piece.
    let joined = pieces[year - 1].of(text).find([':', '：']).filter(|at| {
        let (town, house) = pieces[year - 1].of(text).split_at(*at);
        town.len() < 40
            && town.starts_with(char::is_uppercase)
            && (is_town(town) || is_house(house.trim_start_matches([':', '：', ' '])))
    });
    let (place, publisher, end) = match joined {
        Some(at) => {
            let piece = pieces[year - 1];
            let width = piece.of(text)[at..]
                .chars()
                .next()
                .map_or(1, char::len_utf8);
            (
                part(text, piece, 0, at),
                part(text, piece, at + width, piece.len()),
                year - 1,
            )
        }
        None if year >= 3 && is_town(pieces[year - 2].of(text)) => {
            (pieces[year - 2], pieces[year - 1], year - 2)
        }
        None if year >= 2 && is_house(pieces[year - 1].of(text)) => {
            (Span::default(), pieces[year - 1], year - 1)
        }
        None => return false,
    };
    let Some((authors, title)) = heading(text, body, &pieces, end) else {
        return false;
    };
    let book = Span {
        start: pieces[title].start,
        end: pieces[end - 1].end,
    };
    if book.of(text).contains(['“', '«', '"', '„']) || book.of(text).contains(" in: ") {
        return false;
    }
    out.authors = authors;
    out.title = book;
    out.place = place;
    out.publisher = publisher;
    let last = pieces[year];
    out.numbers = Numbers {
        year: part(text, last, 0, 4),
        pages: Span::default(),
        ..numbers(text, Span::new(last.end as usize, last.end as usize))
    };
    true
}

/// Whether a year may stand right behind a comma.
fn has_year_behind_comma(words: &str) -> bool {
    let bytes = words.as_bytes();
    memchr::memchr_iter(b',', bytes).any(|comma| {
        let behind = bytes.get(comma + 1..).unwrap_or_default();
        // What is no space between them need not be told apart here.
        let mut solid = behind.iter().skip_while(|byte| !byte.is_ascii_graphic());
        (0..4).all(|_| solid.next().is_some_and(u8::is_ascii_digit))
            && solid
                .next()
                .is_none_or(|byte| matches!(byte, b',' | b'.') || !byte.is_ascii_graphic())
    })
}

/// The names that begin such a citation, and the piece its title begins with.
fn heading(text: &str, body: Span, pieces: &[Span], end: usize) -> Option<(NameList, usize)> {
    if let Some((found, from)) = name_lists::leading(text, body) {
        let from = body.start as usize + from;
        let next = pieces
            .iter()
            .position(|piece| piece.start as usize >= from)?;
        return (next < end).then_some((found, next));
    }
    // `LEMARCHAND, Y., Du …`: family name and initials are two pieces.
    let mut names = NameList::default();
    let mut at = 0;
    while at + 1 < end {
        let first = pieces[at].of(text);
        let pair = Span {
            start: pieces[at].start,
            end: pieces[at + 1].end,
        };
        let initials = super::name_shape::is_initials(pieces[at + 1].of(text));
        if initials && is_name(first) {
            names.names.push(pair);
            at += 2;
        } else if first.contains([' ', '.']) && is_name(first) && !is_town(first) {
            names.names.push(pieces[at]);
            at += 1;
        } else if let Some(found) =
            name_lists::list(text, pieces[at]).filter(|list| list.names.len() > 1)
        {
            // `Jean-Louis Boithias et Antoine de La Vernhe`
            names.names.extend(found.names);
            at += 1;
        } else {
            break;
        }
    }
    // The last piece that looks like a name may be the title.
    if at == end && names.names.len() > 1 {
        names.names.pop();
        at -= 1;
    }
    (!names.names.is_empty() && at < end).then_some((names, at))
}

/// `刘伯山主编：《徽州文书》第三辑，桂林：广西师范大学出版社，2009年。`, `蒋纯焦：《题》，博士学位论文，
/// 华东师范大学，2006年，第88页。`, `王力：《题》，《刊》2008年第5期`.
pub(super) fn by_title_marks(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(open) = words.find('《').filter(|at| *at < 200) else {
        return false;
    };
    let head = words[..open].trim_end();
    let Some(people) = head.strip_suffix(['：', ':', '，', ',']) else {
        return false;
    };
    let Some(close) = closing(words, open) else {
        return false;
    };
    let role = ["主编", "编著", "编", "著", "译", "等"]
        .iter()
        .find(|role| people.ends_with(**role));
    out.edited = matches!(role, Some(&"主编" | &"编"));
    let people = role
        .and_then(|role| people.strip_suffix(role))
        .unwrap_or(people);
    let authors = super::names::split(text, part(text, body, 0, people.len()));
    if authors.names.is_empty() || !authors.names.iter().all(|name| is_name(name.of(text))) {
        return false;
    }
    let inside = open + '《'.len_utf8();
    let rest = part(text, body, close + '》'.len_utf8(), words.len());
    let found = numbers(text, rest);
    if found.year.is_empty() {
        return false;
    }
    let tail = rest.of(text);
    out.authors = authors;
    out.title = part(text, body, inside, close);
    if let Some(second) = tail.find('《')
        && let Some(end) = closing(tail, second)
    {
        out.container = part(text, rest, second + '《'.len_utf8(), end);
        out.numbers = found;
        return true;
    }
    out.numbers.year = found.year;
    let pieces = tail.split(['，', ',']);
    for piece in pieces {
        let at = piece.as_ptr() as usize - tail.as_ptr() as usize;
        let span = part(text, rest, at, at + piece.len());
        if holds(piece, "学位论文") || holds(piece, "學位論文") {
            out.mark = span;
        } else if let Some(colon) = piece.find(['：', ':']) {
            let width = piece[colon..].chars().next().map_or(1, char::len_utf8);
            out.place = part(text, rest, at, at + colon);
            out.publisher = part(text, rest, at + colon + width, at + piece.len());
        } else if out.publisher.is_empty()
            && ["大学", "学院", "出版社", "书局", "大學", "書局"]
                .iter()
                .any(|end| piece.trim_end().ends_with(end))
        {
            out.publisher = span;
        }
    }
    !out.publisher.is_empty() || !out.mark.is_empty()
}

/// Where the mark that `open` opens closes; titles hold others.
fn closing(words: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in words[open..].char_indices() {
        match c {
            '《' => depth += 1,
            '》' if depth <= 1 => return Some(open + at),
            '》' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `Пат. 2187888 Российская Федерация, МПК7 Н 04 В 1/38. Приёмник / Чугаева В. И. ; … опубл. 20.08.02`
pub(super) fn by_patent(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let heads = ["Пат. ", "Патент ", "А. с. ", "А.с. ", "Заявка "];
    if !heads.iter().any(|head| words.starts_with(head)) {
        return false;
    }
    let Some(slash) = position(words, " / ") else {
        return false;
    };
    let Some(stop) = words[..slash].rfind(". ") else {
        return false;
    };
    let behind = part(text, body, slash + 3, words.len());
    let end = behind
        .of(text)
        .find([';', '–', '—'])
        .unwrap_or(behind.len());
    out.authors = name_lists::list(text, part(text, behind, 0, end)).unwrap_or_default();
    out.title = part(text, body, stop + 2, slash);
    out.mark = part(text, body, 0, words.find(' ').unwrap_or(0));
    let published = position(words, "опубл.").map_or(words.len(), |at| at + "опубл.".len());
    let date = trim_by(text, part(text, body, published, words.len()), |c| {
        c.is_whitespace()
    });
    let length = date
        .of(text)
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(date.len());
    let date = part(text, date, 0, length);
    let year = date
        .of(text)
        .trim_end_matches('.')
        .rsplit('.')
        .next()
        .unwrap_or("");
    if is_year(year) {
        let from = date.of(text).trim_end_matches('.').len() - 4;
        out.numbers.year = part(text, date, from, from + 4);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn footnotes_are_read() {
        for (string, title, publisher, year, authors) in [
            (
                "Pablo Emilio Pérez-Mallaína Bueno, Retrato de una ciudad. La sociedad ante el sismo, Séville, CSIC, 2001, p. 112.",
                "Retrato de una ciudad. La sociedad ante el sismo",
                "CSIC",
                "2001",
                1,
            ),
            (
                "LEMARCHAND, Y., Du dépérissement. Enquête sur un concept, Nantes, Ouest Éditions, 1993.",
                "Du dépérissement. Enquête sur un concept",
                "Ouest Éditions",
                "1993",
                1,
            ),
            (
                "Evelyn S.Rawski,Education and Popular Literacy in Ch'ing China,Ann Arbor：University of Michigan Press,1979,p.54.",
                "Education and Popular Literacy in Ch'ing China",
                "University of Michigan Press",
                "1979",
                1,
            ),
            (
                "刘伯山主编：《徽州文书》第三辑，桂林：广西师范大学出版社，2009年。",
                "徽州文书",
                "广西师范大学出版社",
                "2009",
                1,
            ),
            (
                "蒋纯焦：《一个阶层的消失：塾师研究》，博士学位论文，华东师范大学，2006年，第88页。",
                "一个阶层的消失：塾师研究",
                "华东师范大学",
                "2006",
                1,
            ),
            (
                "Пат. 2187888 Российская Федерация, МПК7 Н 04 В 1/38, Н 04 J 13/00. Приёмник / Чугаева В. И. ; заявитель ин-т связи. – № 2000131736/09 ; опубл. 20.08.2002, Бюл. № 23.",
                "Приёмник",
                "",
                "2002",
                1,
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [found.title, found.publisher, found.numbers.year].map(|span| span.of(string)),
                [title, publisher, year],
            );
            assert_eq!(found.authors.names.len(), authors, "{string}");
            assert!(found.container.is_empty(), "{string}");
        }
    }
}
