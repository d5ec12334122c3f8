//! Citation styles in which the year stands between the names and the title.

use super::citation::Citation;
use super::citation_books::house;
use super::citation_styles::title_and_container;
use super::lines::{is_year, part, trim_by};
use super::name_shape;
use super::names;
use super::numbers::{Numbers, numbers};
use super::venue::journal;
use crate::source::Span;

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
                .all(|name| name_shape::is_name(name.of(text)));
        if close - inside > 30 || !named || head.of(text).contains(['“', '"', '«']) {
            return false;
        }
        out.authors = authors;
        let tail = part(text, body, rest, words.len());
        out.numbers = numbers(text, tail);
        // A lone number with words behind it is part of the title: `plan 2013–2020. Geneva: …`
        let behind = Span::new(
            out.numbers.run.end.max(tail.start) as usize,
            tail.end as usize,
        );
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
                .all(|name| name_shape::is_name(name.of(text)));
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
        } else if let Some(article) = inside.find(", Article ") {
            // `Title. Proc. ACM Hum.-Comput. Interact. 5, CSCW1, Article 176 (April 2021), 29 pages.`
            let Some(cut) = inside
                .find(". ")
                .or_else(|| inside.find("? "))
                .filter(|cut| *cut + 2 < article)
            else {
                return false;
            };
            out.title = part(text, tail, 0, cut);
            let rest = part(text, tail, cut + 2, article);
            let end = rest
                .of(text)
                .find(|c: char| c.is_ascii_digit())
                .unwrap_or(rest.len());
            out.container = journal(text, part(text, rest, 0, end));
            let volume = part(text, rest, end, rest.len());
            let comma = volume.of(text).find(',').unwrap_or(volume.len());
            out.numbers.volume = part(text, volume, 0, comma);
            out.numbers.issue = part(text, volume, (comma + 1).min(volume.len()), volume.len());
            let number = part(text, tail, article + ", Article ".len(), inside.len());
            let digits = number
                .of(text)
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(number.len());
            out.eid = part(text, number, 0, digits);
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
