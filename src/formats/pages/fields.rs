//! What the values of labels give a record.

use super::byline;
use super::draft::Draft;
use super::labels::Label;
use super::lines::{after_mark, doi_in, has_wide, is_wide, is_year, part, trim_by};
use super::name_shape;
use super::names;
use super::needles::{holds, position};
use super::numbered_fields::{date, pages, volume};
use super::numbers::numbers;
use super::venue;
use crate::formats::Meaning;
use crate::model::Field;
use crate::source::Span;

/// Adds what a label and its values say. `lines` are the value's lines; the first may have stood
/// behind the label.
pub(super) fn add(
    text: &str,
    label: Label,
    lines: &[Span],
    draft: &mut Draft,
    late: &mut Vec<Span>,
) {
    let (Some(&first), Some(&last)) = (lines.first(), lines.last()) else {
        return;
    };
    let words = first.of(text);
    let has_digit = words.bytes().any(|b| b.is_ascii_digit());
    let short = words.len() < 400;
    match label {
        Label::Title if words.len() < 1000 => title(text, first, draft),
        Label::OtherTitle if short => draft.add_first(Field::TitleAddon, first),
        Label::Author => authors(text, lines, draft),
        Label::Editor if short => people(text, first, Field::Editor, draft),
        Label::Translator if short => people(text, first, Field::Translator, draft),
        Label::Journal | Label::Source if short && !is_sentence(words) => {
            source(text, first, draft);
        }
        Label::BookTitle if short => book(text, first, draft),
        Label::Venue if short => draft.add_first(Field::Venue, first),
        Label::Event if short => draft.add_first(Field::EventTitle, first),
        Label::Series if short => draft.add_first(Field::Series, first),
        Label::Date if short && has_digit => date(text, first, draft, late),
        Label::Numbers if short && has_digit => numbers(text, first).add_to(text, draft),
        Label::Volume | Label::Issue if short && has_digit => volume(text, label, first, draft),
        // `Article Number: e5` beside pages.
        Label::Pages
            if draft.has(Field::Pages)
                && words.strip_prefix('e').is_some_and(|rest| {
                    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
                }) =>
        {
            draft.add_first(Field::Eid, first);
        }
        Label::Pages if short && has_digit => pages(text, first, draft),
        Label::PageTotal if short && has_digit => {
            // `6(365-370)`
            let range = words
                .split_once('(')
                .and_then(|(_, rest)| rest.strip_suffix(')'));
            if let Some(range) = range.filter(|range| range.contains('-')) {
                let from = words.len() - range.len() - 1;
                draft.add_first(Field::Pages, part(text, first, from, words.len() - 1));
            } else {
                // `iv, 92 p. ; 26 cm`
                let end = [" p.", " pages", " s.", " ;"]
                    .iter()
                    .filter_map(|mark| position(words, mark))
                    .min()
                    .unwrap_or(words.len());
                draft.add_first(Field::PageTotal, part(text, first, 0, end));
            }
        }
        Label::Doi => {
            if let Some(found) = doi_in(words) {
                draft.add_first(Field::Doi, part(text, first, found.start, found.end));
            }
        }
        Label::Issn => issn(text, first, draft),
        Label::Isbn if short && has_digit && !draft.has(Field::Isbn) => {
            draft.add(Field::Isbn, first);
        }
        Label::Pmid => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            draft.add_first(Field::Pmid, part(text, first, 0, digits));
        }
        Label::Pmcid if words.starts_with("PMC") => {
            let end = words.find([' ', ';', ',', '.']).unwrap_or(words.len());
            draft.add_first(Field::Pmcid, part(text, first, 0, end));
        }
        Label::Arxiv => arxiv(text, first, draft),
        Label::Url if words.starts_with("http") && !holds(words, "doi.org") => {
            let end = words.find(char::is_whitespace).unwrap_or(words.len());
            draft.add_first(Field::Url, part(text, first, 0, end));
        }
        Label::Keywords => keywords(text, lines, draft),
        // What a machine says of the work, as Semantic Scholar has it.
        Label::Abstract if words.ends_with(" Expand") => {}
        Label::Abstract => {
            draft.add_first(
                Field::Abstract,
                Span {
                    start: first.start,
                    end: last.end,
                },
            );
        }
        Label::Publisher if short && is_imprint(first.of(text)) => imprint(text, first, draft),
        Label::Publisher if short => draft.add_first(Field::Publisher, first),
        Label::Imprint if short => imprint(text, first, draft),
        Label::Location if short => draft.add_first(Field::Location, first),
        Label::Institution if short => draft.add_first(Field::Institution, first),
        Label::Language if short => draft.add_first(Field::Language, first),
        Label::Type if short && draft.entry_type.is_empty() => draft.entry_type = first,
        _ => {}
    }
}

/// `Nights and Hospitals (pp.101-120)`: a book, and the pages of the chapter in it.
fn book(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let paged = words
        .rfind(" (pp")
        .filter(|_| words.ends_with(')'))
        .map(|at| (at, part(text, value, at + " (".len(), words.len() - 1)));
    let Some((at, pages)) = paged else {
        draft.add_first(Field::BookTitle, value);
        return;
    };
    draft.add_first(Field::BookTitle, part(text, value, 0, at));
    draft.add_first(Field::Pages, numbers(text, pages).pages);
}

/// Whether a value is running text, as `Journal information` heads on some pages.
fn is_sentence(words: &str) -> bool {
    words.ends_with('.')
        && (words.split(' ').count() > 12 || holds(words, " is published "))
        && !words.bytes().rev().take(12).any(|b| b.is_ascii_digit())
}

/// A title, and behind `=` the same in another script, as catalogues print it.
pub(super) fn title(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let wide = |words: &str| has_wide(words);
    match words.split_once(" = ") {
        Some((own, other))
            if wide(own) != wide(other) && own.len() > 5 && !draft.has(Field::Title) =>
        {
            draft.add(Field::Title, part(text, value, 0, own.len()));
            let from = words.len() - other.len();
            draft.add_first(Field::TitleAddon, part(text, value, from, words.len()));
        }
        _ => draft.add_first(Field::Title, value),
    }
}

/// An arXiv identifier that begins the span.
pub(super) fn arxiv(text: &str, span: Span, draft: &mut Draft) {
    let words = span.of(text);
    let end = words
        .find(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | ',' | ';'))
        .unwrap_or(words.len());
    if words[..end].bytes().filter(u8::is_ascii_digit).count() >= 7 {
        draft.add_first(Field::Eprint, part(text, span, 0, end));
        // `[math.CO]`
        let class = words[end..].trim_start();
        if class.starts_with('[') {
            let to = class.find(']').unwrap_or(0);
            let from = words.len() - class.len();
            arxiv_class(text, part(text, span, from, from + to), draft);
        }
    }
}

/// The class of a paper on arXiv, the first of those in a line: `math.CO cs.DM`, or in brackets
/// `Combinatorics (math.CO); Discrete Mathematics (cs.DM)`.
pub(super) fn arxiv_class(text: &str, line: Span, draft: &mut Draft) {
    let words = line.of(text);
    let is_class = |word: &str| {
        let (archive, class) = word.split_once('.').unwrap_or((word, "XX"));
        !archive.is_empty()
            && archive.len() < 12
            && archive.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            && (2..=10).contains(&class.len())
            && class.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
    };
    let class = words
        .split([' ', '(', ')', ';', '[', ']'])
        .find(|word| word.contains(['.', '-']) && is_class(word));
    if let Some(class) = class {
        let at = class.as_ptr() as usize - words.as_ptr() as usize;
        draft.add_first(Field::EprintClass, part(text, line, at, at + class.len()));
    }
}

fn people(text: &str, value: Span, field: Field, draft: &mut Draft) {
    for name in names::split(text, value).names {
        if name_shape::is_name(name.of(text)) {
            draft.add(field, name);
        }
    }
}

/// `欧阳雪 王芳 OUYANG Xue;WANG Fang(…)`: names before the same in Latin letters.
fn before_latin(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let Some(latin) = words.find(|c: char| c.is_ascii_uppercase()) else {
        return line;
    };
    let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
    let head = &words[..latin];
    let names = head.split_whitespace().count();
    let plain = head.chars().all(|c| han(c) || c.is_whitespace());
    // `王芳 W`: an initial is no second list.
    let listed = words[latin..].contains([';', '；', ',']);
    if names > 0 && plain && listed && head.ends_with(char::is_whitespace) {
        part(text, line, 0, latin)
    } else {
        line
    }
}

/// Lines of names: the first was labelled and is believed, others must look like names.
fn authors(text: &str, lines: &[Span], draft: &mut Draft) {
    let nobody =
        |words: &str| matches!(words, "nan" | "N/A" | "None" | "null" | "NULL" | "-" | "—");
    if draft.has(Field::Author) || lines.iter().all(|line| nobody(line.of(text))) {
        return;
    }
    for (n, &line) in lines.iter().enumerate() {
        let line = after_mark(text, line).0;
        let line = before_latin(text, line);
        let words = line.of(text);
        if matches!(words, "..." | "…" | "等" | "et al.") {
            draft.mark(Meaning::AuthorsTruncated, line);
            continue;
        }
        let found = names::split(text, line);
        let looks = found
            .names
            .iter()
            .all(|name| name_shape::is_name(name.of(text)));
        if n > 0 && (!looks || byline::is_body(words)) {
            continue;
        }
        if n > 0
            && draft
                .first(Field::Author)
                .is_some_and(|name| byline::has_han(name.of(text)))
            && byline::is_kana_reading(words)
        {
            continue;
        }
        // The same names again in Latin letters are not more authors.
        let wide = |span: Span| has_wide(span.of(text));
        if n > 0 && draft.first(Field::Author).is_some_and(wide) && !wide(line) {
            continue;
        }
        // Among labelled names an organisation may have any words, a sentence may not.
        let believed =
            looks || words.len() < 200 && !words.ends_with('.') && words.split(' ').count() <= 12;
        if !believed {
            continue;
        }
        for name in found.names {
            draft.add(Field::Author, name);
        }
        if !found.cut.is_empty() && draft.has(Field::Author) {
            draft.mark(Meaning::AuthorsTruncated, found.cut);
        }
    }
}

/// `JOURNAL, 2021, № 4, p. 3019-3073`, or the journal alone.
pub(super) fn source(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    if let Some(found) = venue::around_issn(text, value) {
        issn(text, value, draft);
        found.add_to(text, draft);
        return;
    }
    let end = position(words, " ISSN")
        .or_else(|| position(words, "http"))
        .unwrap_or(words.len());
    let mut value = part(text, value, 0, end);
    // `《中华护理杂志》 CAS 北大核心 2019年第3期365-370,共6页`
    if let Some(rest) = value.of(text).strip_prefix('《')
        && let Some((name, _)) = rest.split_once('》')
    {
        let open = '《'.len_utf8();
        draft.add_first(
            Field::JournalTitle,
            part(text, value, open, open + name.len()),
        );
        let from = open + name.len() + '》'.len_utf8();
        numbers(text, part(text, value, from, value.len())).add_to(text, draft);
        return;
    }
    // `2020, Building Materials, № 14, p. 119898`
    let led = value.of(text).get(..6).is_some_and(|head| {
        head.ends_with(", ") && super::lines::is_year(head.get(..4).unwrap_or_default())
    });
    if led && value.len() > 8 {
        draft.add_first(Field::Date, part(text, value, 0, 4));
        value = part(text, value, 6, value.len());
    }
    let found = numbers(text, value);
    // `Proceedings of the 2020 Conference on X`: the year is a word of the name.
    let behind = text
        .get(found.run.end as usize..value.end as usize)
        .is_some_and(|rest| rest.chars().any(char::is_alphabetic));
    let name = if found.parts() == 0 || (found.parts() == 1 && behind) {
        value
    } else {
        Span::new(
            value.start as usize,
            found.run.start.max(value.start) as usize,
        )
    };
    let name = venue::journal(text, name);
    if name.of(text).ends_with('…') || name.of(text).ends_with("...") {
        if draft.entry_type.is_empty() {
            draft.entry_type = name;
        }
    } else if name.len() < 300 {
        draft.add_first(Field::JournalTitle, name);
    }
    if found.parts() > 0 {
        found.add_to(text, draft);
    }
}

/// `Zutphen : De Walburg Pers, 1991.`: place, house and year, as catalogues print them behind the label
/// of the publisher.
fn is_imprint(words: &str) -> bool {
    let words = words.trim_end_matches(['.', ']', ' ']);
    let year = words
        .get(words.len().saturating_sub(4)..)
        .unwrap_or_default();
    holds(words, " : ") && is_year(year)
}

/// `서울 : 숙명여자대학교 대학원, 2016`: place, publisher or university, year.
fn imprint(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let found = numbers(text, value);
    let end = if found.year.is_empty() {
        words.len()
    } else {
        found.run.start.saturating_sub(value.start) as usize
    };
    let colon = words[..end].find([':', '：']);
    if let Some(colon) = colon {
        draft.add_first(Field::Location, part(text, value, 0, colon));
    }
    let width = |at: usize| words[at..].chars().next().map_or(1, char::len_utf8);
    let after = colon.map_or(0, |at| at + width(at));
    let house = trim_by(text, part(text, value, after, end), |c| {
        c.is_whitespace() || matches!(c, ',' | ':' | '：' | ';')
    });
    let school = [
        "대학교",
        "대학원",
        "大学",
        "大學",
        "University",
        "Universit",
    ];
    let press = ["Press", "出版", "출판", "Verlag"];
    let has = |words: &[&str]| words.iter().any(|word| house.of(text).contains(word));
    let thesis = has(&school) && !has(&press);
    draft.add_first(
        if thesis {
            Field::Institution
        } else {
            Field::Publisher
        },
        house,
    );
    draft.add_first(Field::Date, found.year);
}

/// Every ISSN of an unlabelled line that says what it is: `versão impressa ISSN 1413-8123`.
pub(super) fn issn_in(text: &str, line: Span, draft: &mut Draft) -> bool {
    let named = memchr::memmem::find(line.of(text).as_bytes(), b"ISSN").is_some();
    if named {
        issn(text, line, draft);
    }
    named
}

/// Every ISSN in the value.
fn issn(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let bytes = words.as_bytes();
    for at in memchr::memchr_iter(b'-', bytes) {
        let (Some(from), to) = (at.checked_sub(4), at + 5) else {
            continue;
        };
        let Some(found) = bytes.get(from..to) else {
            continue;
        };
        let digits = found[..4]
            .iter()
            .chain(&found[5..8])
            .all(u8::is_ascii_digit);
        let check = found[8].is_ascii_digit() || found[8].eq_ignore_ascii_case(&b'x');
        let span = part(text, value, from, to);
        if digits
            && check
            && !draft
                .all(Field::Issn)
                .any(|known| known.of(text) == span.of(text))
        {
            draft.add(Field::Issn, span);
        }
    }
    if bytes.len() == 8 && bytes[..7].iter().all(u8::is_ascii_digit) {
        draft.add_first(Field::Issn, value);
    }
}

/// Keywords split at the strongest separator in the value, or one a line.
pub(super) fn keywords(text: &str, lines: &[Span], draft: &mut Draft) {
    for &line in lines {
        let words = line.of(text);
        // `#라디오 #시장`
        let tagged = words.starts_with('#') && words.split_whitespace().count() > 1;
        let separators: &[char] = if tagged {
            &['#']
        } else if words.contains([';', '；']) {
            &[';', '；']
        } else if words.contains('·')
            || words.contains('•')
            || words.contains('|')
            || words.contains('◽')
        {
            &['·', '•', '|', '◽']
        } else if words.contains([',', '，', '、']) {
            &[',', '，', '、']
        } else if holds(words, "  ") || words.contains('\u{3000}') {
            // Terms have spaces in them, but one at a time.
            for piece in words.split("  ").flat_map(|piece| piece.split('\u{3000}')) {
                let at = piece.as_ptr() as usize - words.as_ptr() as usize;
                draft.add(Field::Keywords, part(text, line, at, at + piece.len()));
            }
            continue;
        } else if words.contains('/') {
            &['/']
        } else if words.chars().filter(|c| is_wide(*c)).count() * 2 > words.chars().count() {
            &[' ', '\u{3000}', '\u{a0}']
        } else {
            &['\t']
        };
        let base = words.as_ptr() as usize;
        for piece in words.split(separators) {
            let at = piece.as_ptr() as usize - base;
            let found = trim_by(text, part(text, line, at, at + piece.len()), |c| {
                c.is_whitespace() || matches!(c, '.' | ',' | ';' | '。' | '#')
            });
            if found.len() < 120 && found.of(text).chars().any(char::is_alphanumeric) {
                draft.add(Field::Keywords, found);
            }
        }
    }
}
