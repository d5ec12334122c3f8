//! Given names in full, as a page prints them around its title, where its citation has initials.

use super::draft::Draft;
use super::lines::{floor, part};
use super::needles::holds;
use super::work::Work;
use crate::formats::Meaning;
use crate::model::Field;
use crate::source::Span;

/// How much of a page is searched for the names of its authors, and for how many of them.
const REACH: usize = 60_000;
const AUTHORS: usize = 40;
/// So many places of a family name are looked at, and so many bytes before each.
const PLACES: usize = 60;
const NEAR: usize = 120;

/// Puts the full names that stand in the lines of the work, or in `held`, in the place of those with
/// initials.
pub(super) fn spell_out(text: &str, work: &Work, held: &[Span], draft: &mut Draft) {
    let authors: Vec<Span> = draft.all(Field::Author).collect();
    let lines = || work.free.iter().chain(held);
    let (Some(from), Some(to)) = (
        lines().map(|line| line.start as usize).min(),
        lines().map(|line| line.end as usize).max(),
    ) else {
        return;
    };
    let page = Span::new(from, floor(text, to.min(from + REACH)).max(from));
    let full: Vec<Option<Full>> = authors
        .iter()
        .take(AUTHORS)
        .map(|author| full_name(text, page, *author))
        .collect();
    if full.iter().all(Option::is_none) {
        return;
    }
    draft.clear(Field::Author);
    for (n, author) in authors.into_iter().enumerate() {
        match full.get(n).copied().flatten() {
            Some(found) => {
                draft.add(Field::Author, found.name);
                draft.mark(Meaning::FamilyName, found.family);
            }
            None => draft.add(Field::Author, author),
        }
    }
}

/// A name in full.
#[derive(Debug, Clone, Copy)]
struct Full {
    name: Span,
    family: Span,
}

/// The full form of `Family, G. N.` in `page`: words with these initials before the same family name.
fn full_name(text: &str, page: Span, author: Span) -> Option<Full> {
    let (family, given) = author.of(text).split_once(", ")?;
    let small = in_small_letters(family);
    let family = small.as_deref().unwrap_or(family);
    let initials: Vec<char> = initials(given)?;
    if family.chars().count() < 2 {
        return None;
    }
    let words = page.of(text);
    for at in memchr::memmem::find_iter(words.as_bytes(), family.as_bytes()).take(PLACES) {
        let end = at + family.len();
        let ends = !words[end..].starts_with(char::is_alphabetic)
            && !words[end..].starts_with(['-', '’', '\'']);
        let near = floor(words, at.saturating_sub(NEAR));
        let line = words[near..at].rfind('\n').map_or(near, |n| near + n + 1);
        if !ends {
            continue;
        }
        if let Some(from) = begin(&words[line..at], &initials) {
            return Some(Full {
                name: part(text, page, line + from, end),
                family: part(text, page, at, end),
            });
        }
    }
    None
}

/// A family name in capitals, as Brazilian citations have it, in small letters: `DA SILVA-REIS` is
/// `da Silva-Reis`.
fn in_small_letters(family: &str) -> Option<String> {
    if family.chars().count() < 3 || family.contains(char::is_lowercase) {
        return None;
    }
    let mut out = String::with_capacity(family.len());
    for word in family.split_inclusive([' ', '-']) {
        let lower = word.to_lowercase();
        if ["da ", "de ", "do ", "dos ", "das ", "e "].contains(&lower.as_str()) {
            out.push_str(&lower);
            continue;
        }
        let mut letters = word.chars();
        out.extend(letters.next());
        out.extend(letters.flat_map(char::to_lowercase));
    }
    Some(out)
}

/// The letters of given names that are nothing but initials: `J.-P.`, `M. T.`, `MT`.
fn initials(given: &str) -> Option<Vec<char>> {
    let mut out = Vec::new();
    for word in given.split([' ', '.', '-', '\u{a0}']) {
        if word.chars().count() > 3 || !word.chars().all(char::is_uppercase) {
            return None;
        }
        out.extend(word.chars());
    }
    (!out.is_empty()).then_some(out)
}

/// Where the given names with these initials begin that end `before`; nothing but another name may
/// stand before them.
fn begin(before: &str, initials: &[char]) -> Option<usize> {
    let kept = before.strip_suffix([' ', '\u{a0}'])?;
    let mut from = kept.len();
    let mut left = initials;
    let mut spelled = false;
    while !left.is_empty() {
        let head = kept[..from].trim_end_matches([' ', '\u{a0}']);
        let start = head
            .char_indices()
            .rev()
            .find(|(_, c)| matches!(c, ' ' | '\u{a0}' | ',' | ';' | '|' | '•'))
            .map_or(0, |(at, c)| at + c.len_utf8());
        let word = &head[start..];
        let letters: Vec<char> = word
            .split('-')
            .filter_map(|piece| piece.chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        let same = word.starts_with(char::is_uppercase)
            && (left.ends_with(&letters) || letters.len() > 1 && left.ends_with(&letters[..1]));
        if !same {
            return None;
        }
        let used = if left.ends_with(&letters) {
            letters.len()
        } else {
            1
        };
        left = &left[..left.len() - used];
        spelled |= word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        from = start;
    }
    let head = kept[..from].trim_end_matches([' ', '\u{a0}']);
    let word = head.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let apart = head.is_empty()
        || head.ends_with([',', ';', '&', '•', '|', ':', '*', '†', ')', '…'])
        || head.ends_with(|c: char| c.is_ascii_digit())
        || JOINED.contains(&word)
        || holds(word, "ORCID");
    (spelled && apart).then_some(from)
}

/// Words that join the last name of a list, or stand before the first.
static JOINED: &[&str] = &[
    "and", "And", "et", "y", "e", "und", "by", "By", "i", "ve", "og", "och", "dan", "en",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn full<'t>(page: &'t str, author: &str) -> Option<(&'t str, &'t str)> {
        let text = format!("{page}\n{author}");
        let whole = Span::new(0, page.len());
        let author = Span::new(page.len() + 1, text.len());
        let found = full_name(&text, whole, author)?;
        let of = |span: Span| &page[span.start as usize..span.end as usize];
        Some((of(found.name), of(found.family)))
    }

    #[test]
    fn initials_are_spelled_out_where_the_page_does() {
        let page = "A title by Nobody\nby Inés Rey de Pan 1,2, Jean-Paul Mora and Thi Mai Nguyễn\nM. del Río";
        assert_eq!(
            full(page, "Rey de Pan, I."),
            Some(("Inés Rey de Pan", "Rey de Pan"))
        );
        assert_eq!(full(page, "Mora, J.-P."), Some(("Jean-Paul Mora", "Mora")));
        assert_eq!(
            full(page, "Nguyễn, T. M."),
            Some(("Thi Mai Nguyễn", "Nguyễn"))
        );
        assert_eq!(
            full(
                "    João Paulo Viana Júnior Universidade",
                "VIANA JÚNIOR, J. P."
            ),
            Some(("João Paulo Viana Júnior", "Viana Júnior"))
        );
        assert_eq!(full(page, "del Río, M."), None);
        assert_eq!(full(page, "Mora, K."), None);
        assert_eq!(full(page, "Mora, Jean"), None);
    }
}
