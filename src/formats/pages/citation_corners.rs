//! Citations of Japan and Korea with titles in corner brackets: `「article」『journal or book』`.

use super::citation::Citation;
use super::lines::{has_wide, is_year, part, trim_by};
use super::name_shape::is_name;
use super::names;
use super::needles::holds;
use super::numbers::{Numbers, numbers};
use crate::source::Span;

/// `小田切真理（2018）「判断」『看護科学会誌』38、301-310頁。`, `佐藤健二『音の社会学』有斐閣、2008年。`,
/// `中村雄「夜勤」高橋一郎編『睡眠の科学』朝倉書店、2012年、45-67頁。`
pub(super) fn by_corners(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    // The byte that all corners begin with.
    if memchr::memchr(0xe3, words.as_bytes()).is_none() {
        return false;
    }
    // `백미숙, 〈논문〉, 유선영 외, 《책》`: the corners of Korea.
    let angled = words.find('〈').filter(|at| holds(&words[*at..], "〉"));
    let Some(open) = words.find(['「', '『']).or(angled).filter(|at| *at < 300) else {
        return false;
    };
    let head = trim_by(text, part(text, body, 0, open), is_between);
    let (head, year) = dated(text, head);
    // `平松幸三・鳥越けい子（編）（1994）『…』`
    let editor = [" 編", "（編", "(編", "（編著", "（편", "(편"]
        .iter()
        .find_map(|role| head.of(text).strip_suffix(*role));
    let head = editor.map_or(head, |people| part(text, head, 0, people.len()));
    out.edited = editor.is_some();
    let authors = names::split(text, head);
    let named = !authors.names.is_empty()
        && authors.names.iter().all(|name| is_name(name.of(text)))
        && has_wide(head.of(text));
    let Some(close) = closing(words, open) else {
        return false;
    };
    if !named {
        return false;
    }
    let width = '「'.len_utf8();
    let title = part(text, body, open + width, close);
    let rest = part(text, body, close + width, words.len());
    let article = words[open..].starts_with(['「', '〈']);
    let tail = rest.of(text);
    let second = article
        .then(|| tail.find(['『', '《']))
        .flatten()
        .filter(|at| *at < 120);
    let behind = match second.and_then(|at| Some((at, closing(tail, at)?))) {
        Some((from, to)) => {
            out.container = part(text, rest, from + width, to);
            // `高橋一郎編`: a book.
            out.book = tail[..from]
                .trim_end()
                .trim_end_matches(['、', ',', '，'])
                .ends_with(['編', '著', '편', '엮', '외']);
            part(text, rest, to + width, tail.len())
        }
        None if article => return false,
        None => rest,
    };
    let found = numbers(text, behind);
    let piece = behind
        .of(text)
        .trim_start_matches(is_between)
        .split(['、', ',', '，', '。', '．'])
        .next()
        .unwrap_or_default();
    let at = piece.as_ptr() as usize - behind.of(text).as_ptr() as usize;
    let house = trim_by(text, part(text, behind, at, at + piece.len()), is_between);
    let lettered = !house.is_empty() && !house.of(text).bytes().any(|b| b.is_ascii_digit());
    if lettered && (!article || out.book) {
        // `서울: 한울`
        let colon = house.of(text).rfind([':', '：']);
        out.publisher = match colon {
            Some(at) => {
                let width = house.of(text)[at..]
                    .chars()
                    .next()
                    .map_or(1, char::len_utf8);
                out.place = part(text, house, 0, at);
                part(text, house, at + width, house.len())
            }
            None => house,
        };
        out.numbers = Numbers {
            year: found.year,
            pages: if out.book {
                found.pages
            } else {
                Span::default()
            },
            ..Numbers::default()
        };
    } else {
        out.numbers = found;
    }
    if !year.is_empty() {
        out.numbers.year = year;
    }
    out.authors = authors;
    out.title = title;
    !out.numbers.year.is_empty() && (!out.container.is_empty() || !out.publisher.is_empty())
}

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '、' | '，' | ',' | '。' | '．' | '.' | '：' | ':' | '（' | '）' | '(' | ')'
        )
}

/// The names, and the year in brackets behind them.
fn dated(text: &str, head: Span) -> (Span, Span) {
    let words = head.of(text).trim_end_matches('年');
    let from = words.len().saturating_sub(4);
    if words.is_char_boundary(from) && is_year(&words[from..]) {
        let year = part(text, head, from, words.len());
        return (trim_by(text, part(text, head, 0, from), is_between), year);
    }
    (head, Span::default())
}

/// Where the bracket that `open` opens closes; brackets stand within brackets.
fn closing(words: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in words[open..].char_indices() {
        match c {
            '「' | '『' | '〈' | '《' => depth += 1,
            '」' | '』' | '〉' | '》' if depth <= 1 => return Some(open + at),
            '」' | '』' | '〉' | '》' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn corner_brackets_hold_titles_journals_and_books() {
        for (string, title, container, publisher, year, pages) in [
            (
                "小田切真理（2018）「病棟の夜勤における判断」『日本看護科学会誌』38、301-310頁。",
                "病棟の夜勤における判断",
                "日本看護科学会誌",
                "",
                "2018",
                "301-310",
            ),
            (
                "佐藤健二『音の社会学』有斐閣、2008年。",
                "音の社会学",
                "",
                "有斐閣",
                "2008",
                "",
            ),
            (
                "中村雄「夜勤と睡眠」高橋一郎編『睡眠の科学』朝倉書店、2012年、45-67頁。",
                "夜勤と睡眠",
                "睡眠の科学",
                "朝倉書店",
                "2012",
                "45-67",
            ),
            (
                "남궁선, 『시장 골목의 겨울』, 한울, 2018.",
                "시장 골목의 겨울",
                "",
                "한울",
                "2018",
                "",
            ),
            (
                "이마리아, 「겨울의 소리」, 『생활사연구』 제70권 제2호, 2018, 33-58쪽.",
                "겨울의 소리",
                "생활사연구",
                "",
                "2018",
                "33-58",
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            assert_eq!(
                [
                    found.title,
                    found.container,
                    found.publisher,
                    found.numbers.year,
                    found.numbers.pages
                ]
                .map(|span| span.of(string)),
                [title, container, publisher, year, pages],
            );
            assert_eq!(found.authors.names.len(), 1, "{string}");
        }
    }
}
