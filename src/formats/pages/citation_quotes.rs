//! Citation styles that put the title in quotation marks.

use super::citation::Citation;
use super::lines::{is_year, part, trim_by};
use super::name_shape;
use super::names;
use super::numbers::numbers;
use super::venue::journal;
use crate::source::Span;

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
        if !ends_title(&words[inside..to], &words[to + close.len_utf8()..], close) {
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
            .all(|name| name_shape::is_name(name.of(text)))
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

/// Whether a quotation that closes here is the whole title: a mark ends it, inside or outside. What
/// goes on in words is quoted within a title: `“Too far:” Distance as a reason`.
fn ends_title(inside: &str, rest: &str, close: char) -> bool {
    let marked = |c: char| matches!(c, ',' | '.' | ';' | '?' | '!' | ')' | '(' | '/' | ':');
    let led = ["in ", "In ", "vol", "[", "20", "19", "//", "—", "–"];
    matches!(close, '」' | '»' | '’' | '\'')
        || inside.ends_with([',', '.', '?', '!', '…'])
        || rest.trim_start().starts_with(marked)
        || led.iter().any(|lead| rest.trim_start().starts_with(lead))
        || rest.trim().is_empty()
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
