//! Chapters and conference papers as the ACM cites them: `Names. 2003. Title. In Book, Editors (Eds.).
//! House, Town, 7–13.`

use super::citation::Citation;
use super::lines::{is_year, part, trim_by};
use super::name_lists;
use super::name_shape::is_name;
use super::names;
use super::needles::position;
use super::venue::journal;
use crate::source::Span;

/// Names, a year between stops, a title, and the book it is in.
pub(super) fn by_acm(text: &str, body: Span, out: &mut Citation) -> bool {
    let end = position(body.of(text), "Google Scholar").unwrap_or(body.len());
    let body = part(text, body, 0, end);
    let words = body.of(text);
    let dated = words
        .match_indices(". ")
        .map(|(at, _)| at)
        .take(20)
        .find(|at| {
            let rest = &words[at + 2..];
            is_year(rest.get(..4).unwrap_or_default()) && rest[4..].starts_with(". ")
        });
    let Some(dated) = dated else { return false };
    let rest = part(text, body, dated + ". 2003. ".len(), words.len());
    let inner = rest.of(text);
    let Some(within) = position(inner, ". In ").or_else(|| position(inner, "? In ")) else {
        return false;
    };
    let people = part(text, body, 0, dated + 1);
    let authors = name_lists::list(text, people).unwrap_or_else(|| names::split(text, people));
    if authors.names.is_empty() || !authors.names.iter().all(|name| is_name(name.of(text))) {
        return false;
    }
    let source = part(text, rest, within + ". In ".len(), inner.len());
    let Some((book, imprint)) = cut(text, source, out) else {
        return false;
    };
    if !place(text, imprint, out) {
        return false;
    }
    out.authors = authors;
    out.title = part(text, rest, 0, within + 1);
    out.container = journal(text, book);
    out.numbers.year = part(text, body, dated + 2, dated + 6);
    out.book = true;
    !out.container.is_empty()
}

/// The book and what stands behind it; the editors between are taken.
fn cut(text: &str, source: Span, out: &mut Citation) -> Option<(Span, Span)> {
    let words = source.of(text);
    let edited = [" (Eds.). ", " (Ed.). ", " (Eds). "]
        .iter()
        .find_map(|role| Some((position(words, role)?, role.len())));
    if let Some((role, width)) = edited {
        let head = &words[..role];
        // The names begin behind the first comma from which all is names.
        let (at, found) = head.match_indices(", ").find_map(|(at, _)| {
            let people = part(text, source, at + 2, role);
            Some((at, name_lists::list(text, people)?))
        })?;
        out.editors = found;
        let book = part(text, source, 0, at);
        return Some((book, part(text, source, role + width, words.len())));
    }
    let stop = position(words, ". ")?;
    let book = part(text, source, 0, stop);
    Some((book, part(text, source, stop + 2, words.len())))
}

/// `Example House, San Remo, 7–13.`
fn place(text: &str, imprint: Span, out: &mut Citation) -> bool {
    let imprint = trim_by(text, imprint, |c| c.is_whitespace() || c == '.');
    let words = imprint.of(text);
    let range = |words: &str| {
        words.starts_with(|c: char| c.is_ascii_digit())
            && words
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ':'))
    };
    let (head, pages) = match words.rsplit_once(", ") {
        Some((head, pages)) if range(pages) => (head, pages),
        _ => return false,
    };
    out.numbers.pages = part(text, imprint, words.len() - pages.len(), words.len());
    let Some((house, town)) = head.split_once(", ") else {
        out.publisher = part(text, imprint, 0, head.len());
        return true;
    };
    let plain = |words: &str| {
        words
            .chars()
            .all(|c| c.is_alphabetic() || " ,.'&-".contains(c))
    };
    if !plain(house) || !plain(town) || town.split(", ").count() > 3 {
        return false;
    }
    out.publisher = part(text, imprint, 0, house.len());
    out.place = part(text, imprint, house.len() + 2, head.len());
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use super::*;

    #[test]
    fn book_editors_and_house_stand_behind_in() {
        let string = "Christine Ahl and Ben Sneider. 2003. Visual Queues for Bakers. In The Craft of Counters, Benita B. Berger and Ben Sneider (Eds.). Example Kaufmann, San Remo, 7–13.";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        assert_eq!(found.title.of(string), "Visual Queues for Bakers");
        assert_eq!(found.container.of(string), "The Craft of Counters");
        assert_eq!(found.editors.names.len(), 2);
        assert_eq!(found.publisher.of(string), "Example Kaufmann");
        assert_eq!(found.place.of(string), "San Remo");
        assert_eq!(found.numbers.pages.of(string), "7–13");
        assert!(found.book);
    }
}
