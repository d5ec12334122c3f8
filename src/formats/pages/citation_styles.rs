//! One function a citation style: whether the text is of that style, and if so its parts.

use super::citation::Citation;
use super::lines::{is_wide, is_year, part, trim, trim_by};
use super::names::{self, NameList};
use super::citation_books::house;
use super::numbers::{Numbers, numbers};
use super::venue::{journal, type_mark};
use crate::source::Span;

/// `A,B.Title[J].Journal,2021,36(09):78-81.`
pub(super) fn by_type_mark(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some((at, inside, end)) = type_mark(words) else {
        return false;
    };
    out.mark = part(
        text,
        body,
        inside,
        inside
            + words[inside..]
                .bytes()
                .take_while(u8::is_ascii_uppercase)
                .count(),
    );
    let head = part(text, body, 0, at);
    names_and_title(text, head, out);
    let tail = trim_by(text, part(text, body, end, words.len()), |c| {
        matches!(c, '.' | ',' | '．' | '，' | '。' | '/') || c.is_whitespace()
    });
    out.numbers = numbers(text, tail);
    let before = Span::new(
        tail.start as usize,
        out.numbers.run.start.max(tail.start) as usize,
    );
    let before = if out.numbers.parts() == 0 {
        tail
    } else {
        before
    };
    if matches!(out.mark.of(text), "M" | "D" | "C" | "G" | "R" | "S" | "Z") {
        let imprint = trim_by(text, before, |c| {
            c.is_whitespace() || matches!(c, ',' | '，' | '.' | '．' | ':' | '：')
        });
        let words = imprint.of(text);
        // `北京：中华书局`, perhaps after a sentence on the translator.
        let colon = words.rfind([':', '：']);
        let from = words[..colon.unwrap_or(0)]
            .rfind(['.', '．', '。'])
            .map_or(0, |at| {
                at + words[at..].chars().next().map_or(1, char::len_utf8)
            });
        if let Some(colon) = colon {
            let width = words[colon..].chars().next().map_or(1, char::len_utf8);
            out.place = part(text, imprint, from, colon);
            out.publisher = part(text, imprint, colon + width, words.len());
        } else {
            out.publisher = imprint;
        }
        if words.chars().filter(|c| c.is_alphabetic()).count() == 0 {
            out.publisher = Span::default();
        }
        out.numbers.volume = Span::default();
        out.numbers.issue = Span::default();
    } else {
        out.container = journal(text, before);
    }
    true
}

/// Authors up to a stop, then the title.
fn names_and_title(text: &str, head: Span, out: &mut Citation) {
    if let Some((found, end)) = names::leading(text, head) {
        out.authors = found;
        out.title = part(text, head, end, head.len());
        return;
    }
    let words = head.of(text);
    let stop = words.char_indices().find(|(at, c)| {
        matches!(c, '.' | '．' | '。')
            && *at > 3
            && !words[..*at].ends_with(|l: char| l.is_uppercase())
    });
    if let Some((at, c)) = stop
        && let Some(found) = names::list(text, part(text, head, 0, at))
    {
        out.authors = found;
        out.title = part(text, head, at + c.len_utf8(), words.len());
        return;
    }
    out.title = head;
}

/// `Фам И. О. Title // Journal. 2013. Т. 6, № 44. С. 1–9`
pub(super) fn by_slashes(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(at) = words.find(" // ").or_else(|| words.find(" //")) else {
        return false;
    };
    let head = part(text, body, 0, at);
    let tail = trim_by(text, part(text, body, at, words.len()), |c| {
        c == '/' || c.is_whitespace()
    });
    out.numbers = numbers(text, tail);
    if out.numbers.parts() == 0 {
        return false;
    }
    let run = out.numbers.run.start;
    out.container = journal(text, Span::new(tail.start as usize, run as usize));
    names_and_title(text, head, out);
    // `Title / А. Р. Лурия` repeats the authors.
    if let Some(slash) = out.title.of(text).rfind(" / ") {
        out.title = part(text, out.title, 0, slash);
    }
    true
}

/// A title in quotation marks.
pub(super) fn by_quotes(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    for (open, close) in [
        ('“', '”'),
        ('"', '"'),
        ('«', '»'),
        ('„', '“'),
        ('「', '」'),
        ('‘', '’'),
        ('\'', '\''),
    ] {
        let Some(from) = words.find(open) else {
            continue;
        };
        // An apostrophe is no quotation mark.
        if open == '\'' && !words[..from].ends_with([' ', '.', ',']) {
            continue;
        }
        let inside = from + open.len_utf8();
        // The mark that closes the title is the last one before the numbers begin to follow.
        let Some(to) = words[inside..].find(close).map(|n| n + inside) else {
            continue;
        };
        if to - inside < 8 || from > 1500 {
            continue;
        }
        let tail = part(text, body, to + close.len_utf8(), words.len());
        out.numbers = numbers(text, tail);
        let before = part(text, body, 0, from);
        let (before, year) = without_year(text, before);
        if !year.is_empty() {
            out.numbers.year = year;
        }
        if out.numbers.year.is_empty() {
            out.numbers.year = year_behind(text, body);
        }
        if out.numbers.parts() == 0 {
            return false;
        }
        let authors = names::split(text, before);
        if !authors
            .names
            .iter()
            .all(|name| names::is_name(name.of(text)))
        {
            return false;
        }
        let run = out.numbers.run;
        let container = if run.is_empty() {
            tail
        } else {
            Span::new(tail.start as usize, run.start.max(tail.start) as usize)
        };
        out.title = part(text, body, inside, to);
        out.container = container_of(text, container);
        out.authors = authors;
        return true;
    }
    false
}

/// A year that stands behind an arXiv identifier after the body.
fn year_behind(text: &str, body: Span) -> Span {
    let rest = text.get(body.end as usize..).unwrap_or_default();
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let line = line.trim_start();
    let Some(id) = line.strip_prefix("arXiv:") else {
        return Span::default();
    };
    let base = id.as_ptr() as usize - text.as_ptr() as usize;
    let words = id.split([' ', ',', '.', '(', ')', '[', ']']).skip(2);
    words
        .filter(|word| is_year(word))
        .map(|word| {
            let at = base + (word.as_ptr() as usize - id.as_ptr() as usize);
            Span::new(at, at + word.len())
        })
        .last()
        .unwrap_or_default()
}

/// The container of a quoted citation, without what follows it.
fn container_of(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = [
        " [En ligne]",
        "[Online]",
        " [en ligne]",
        " [Электронный ресурс]",
        ", vol",
        " vol.",
    ]
    .iter()
    .filter_map(|mark| words.find(mark))
    .min()
    .unwrap_or(words.len());
    journal(text, part(text, span, 0, end))
}

/// A year that ends the text, in brackets or after a comma or stop, and the text before it.
fn without_year(text: &str, span: Span) -> (Span, Span) {
    let close =
        |c: char| c.is_whitespace() || matches!(c, ')' | '.' | ',' | ':' | '）' | '(' | '（');
    let body = trim_by(text, span, close);
    let words = body.of(text);
    let from = words.len().saturating_sub(4);
    if words.is_char_boundary(from) && is_year(&words[from..]) {
        let year = part(text, body, from, words.len());
        return (part(text, body, 0, from), year);
    }
    (span, Span::default())
}

/// `Names (2017). Title. Journal, 5(1), 1–8.`
pub(super) fn by_year_after_names(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    for (at, open) in words.match_indices(['(', '（']) {
        let inside = at + open.len();
        let year = words.get(inside..inside + 4).unwrap_or_default();
        if !is_year(year) || at > 2500 {
            continue;
        }
        let Some(close) = words[inside..].find([')', '）']).map(|n| inside + n) else {
            continue;
        };
        let rest = words[close..]
            .chars()
            .next()
            .map_or(close, |c| close + c.len_utf8());
        let head = part(text, body, 0, at);
        let authors = names::split(text, head);
        let named = !authors.names.is_empty()
            && authors
                .names
                .iter()
                .all(|name| names::is_name(name.of(text)));
        if close - inside > 30 || !named || head.of(text).contains(['“', '"', '«']) {
            return false;
        }
        out.authors = authors;
        let tail = part(text, body, rest, words.len());
        out.numbers = numbers(text, tail);
        // A lone number with words behind it is part of the title: `plan 2013–2020. Geneva: …`
        let behind = Span::new(out.numbers.run.end as usize, tail.end as usize);
        let words_behind = behind.of(text).chars().filter(|c| c.is_alphabetic());
        if out.numbers.parts() <= 1 && words_behind.count() > 7 {
            out.numbers = Numbers::default();
        }
        let run = out.numbers.run;
        out.numbers.year = part(text, body, inside, inside + 4);
        let before = if out.numbers.volume.is_empty()
            && out.numbers.pages.is_empty()
            && out.numbers.issue.is_empty()
        {
            tail
        } else {
            Span::new(tail.start as usize, run.start.max(tail.start) as usize)
        };
        let before = trim_by(text, before, |c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ':' | '．')
        });
        (out.title, out.container) = title_and_container(text, before);
        if out.numbers.parts() == 1 {
            house(text, out);
        }
        return true;
    }
    false
}

/// `Jane Doe and John Smith. 2020. Title. In Proceedings (CHI '20). ACM, 1–13.`
pub(super) fn by_year_between_stops(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    for (at, _) in words.match_indices(". ").take(30) {
        let year = words.get(at + 2..at + 6).unwrap_or_default();
        if !is_year(year) || !words[at + 6..].starts_with('.') {
            continue;
        }
        let authors = names::split(text, part(text, body, 0, at + 1));
        let named = !authors.names.is_empty()
            && authors
                .names
                .iter()
                .all(|name| names::is_name(name.of(text)));
        if !named {
            return false;
        }
        let tail = part(text, body, at + 7, words.len());
        let inside = tail.of(text);
        out.authors = authors;
        if let Some(cut) = inside.find(". In ") {
            out.title = part(text, tail, 0, cut);
            let rest = part(text, tail, cut + 5, inside.len());
            let end = rest.of(text).find(". ").unwrap_or(rest.len());
            out.container = journal(text, part(text, rest, 0, end));
            out.numbers.pages = numbers(text, part(text, rest, end, rest.len())).pages;
        } else {
            out.numbers = numbers(text, tail);
            let to = if out.numbers.parts() == 0 {
                tail.end
            } else {
                out.numbers.run.start
            };
            let before = Span::new(tail.start as usize, to.max(tail.start) as usize);
            (out.title, out.container) = title_and_container(text, before);
        }
        out.numbers.year = part(text, body, at + 2, at + 6);
        return true;
    }
    false
}

/// Full names up to the first stop, where the numbers behind leave no doubt.
fn full_names(text: &str, body: Span) -> Option<(NameList, usize)> {
    let words = body.of(text);
    let stop = words
        .find(". ")
        .filter(|at| *at < 1000 && !words[..*at].ends_with(char::is_uppercase))?;
    let found = names::list(text, part(text, body, 0, stop))?;
    let sure = numbers(text, body).parts() >= 3;
    sure.then_some((found, stop + 1))
}

/// `Names. Title. Journal. 2014;65(4):429–41.` and its kin.
pub(super) fn by_sentences(text: &str, body: Span, out: &mut Citation) -> bool {
    let Some((authors, end)) = names::leading(text, body).or_else(|| full_names(text, body)) else {
        return false;
    };
    let mut rest = part(text, body, end, body.len());
    // A year may stand between the names and the title.
    let head = rest.of(text).get(..4).unwrap_or_default();
    let mut year = Span::default();
    if is_year(head) && rest.of(text)[4..].starts_with(['.', ',', ' ']) {
        year = part(text, rest, 0, 4);
        rest = trim_by(text, part(text, rest, 4, rest.len()), |c| {
            matches!(c, '.' | ',' | ' ')
        });
    }
    out.numbers = numbers(text, rest);
    let run = out.numbers.run;
    if !year.is_empty() {
        out.numbers.year = year;
    }
    if out.numbers.year.is_empty() {
        return false;
    }
    out.authors = authors;
    let before = Span::new(rest.start as usize, run.start.max(rest.start) as usize);
    (out.title, out.container) = title_and_container(text, trim(text, before));
    if out.numbers.parts() == 1 {
        house(text, out);
    }
    !out.title.is_empty()
}

/// Cuts `Title. Journal` at the stop after the title: the last one whose word before it is no
/// abbreviation, as `Tech. J.` are.
pub(super) fn title_and_container(text: &str, span: Span) -> (Span, Span) {
    let span = trim_by(text, span, |c| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | '（')
    });
    let words = span.of(text);
    let inner = words.trim_end_matches(['.', ' ', '．']);
    let stops: Vec<(usize, usize)> = inner
        .char_indices()
        .filter(|(at, c)| {
            let after = inner[at + c.len_utf8()..].chars().next();
            match c {
                '.' | '?' | '!' => {
                    after.is_some_and(|n| n.is_whitespace() || (is_wide(n) && *c == '.'))
                }
                '．' | '。' => true,
                _ => false,
            }
        })
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    let mut chosen = None;
    for &(at, end) in stops.iter().rev() {
        chosen = Some((at, end));
        let before = &inner[..at];
        let word = before.rsplit([' ', '.', '(']).next().unwrap_or("");
        let short = word.chars().count() <= 6
            && word.starts_with(char::is_uppercase)
            && !word.chars().any(is_wide)
            && (word.chars().count() <= 4 || inner[end..].split_whitespace().count() <= 3);
        let initial = inner.as_bytes().get(at) == Some(&b'.');
        if !(short && initial) {
            break;
        }
    }
    match chosen {
        Some((at, end)) => {
            let keep = if inner[at..end].starts_with(['?', '!']) {
                end
            } else {
                at
            };
            let container = journal(text, part(text, span, end, words.len()));
            (part(text, span, 0, keep), container)
        }
        None => (part(text, span, 0, inner.len()), Span::default()),
    }
}
