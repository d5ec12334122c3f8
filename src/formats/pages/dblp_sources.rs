//! Where a work was published, as `dblp` prints it behind the title.

use super::draft::Draft;
use super::fields;
use super::houses::is_house;
use super::lines::{is_year, part};
use super::needles::{holds, position};
use super::venue;
use crate::model::Field;
use crate::source::Span;

/// Adds what a source says; `false` where it says nothing that could be one.
pub(super) fn source(text: &str, span: Span, draft: &mut Draft) -> bool {
    let words = span.of(text);
    let words = words.strip_suffix("[contents]").unwrap_or(words).trim_end();
    let span = part(text, span, 0, words.len());
    if let Some(at) = position(words, "ISBN ") {
        let from = at + "ISBN ".len();
        let digits = words[from..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | 'X' | 'x')))
            .map_or(words.len(), |n| from + n);
        draft.add(Field::Isbn, part(text, span, from, digits));
        let head = words[..at].trim_end_matches([',', ' ']);
        return book(text, part(text, span, 0, head.len()), draft, true);
    }
    preprint(text, span, draft)
        || journal(text, span, draft)
        || thesis(text, span, draft)
        || book(text, span, draft, false)
        || conference(text, span, draft)
        || numbered(text, span, draft)
}

/// `(2011)` at the end: where the bracket opens, and the year.
pub(super) fn year_in_brackets(text: &str, span: Span) -> Option<(usize, Span)> {
    let words = span.of(text).trim_end_matches('.');
    let head = words.strip_suffix(')')?;
    let (before, year) = head.rsplit_once('(')?;
    is_year(year).then(|| {
        let from = before.len() + 1;
        (before.len(), part(text, span, from, from + 4))
    })
}

/// `CoRR abs/2004.01234 (2020)`
fn preprint(text: &str, span: Span, draft: &mut Draft) -> bool {
    let Some(rest) = span.of(text).strip_prefix("CoRR ") else {
        return false;
    };
    let Some((end, year)) = year_in_brackets(text, span) else {
        return false;
    };
    let from = "CoRR ".len() + if rest.starts_with("abs/") { 4 } else { 0 };
    fields::arxiv(text, part(text, span, from, end), draft);
    draft.add(Field::Date, year);
    draft.has(Field::Eprint)
}

/// `J. Post. Sci. 12(3): 45:1-45:17 (2020)`: volume, and perhaps issue and pages.
fn journal(text: &str, span: Span, draft: &mut Draft) -> bool {
    let Some((end, year)) = year_in_brackets(text, span) else {
        return false;
    };
    let Some(numbers) = volume_and_pages(text, part(text, span, 0, end)) else {
        return false;
    };
    if numbers.volume.is_empty() || !numbers.name.of(text).contains(char::is_alphabetic) {
        return false;
    }
    draft.add(Field::JournalTitle, numbers.name);
    draft.add(Field::Volume, numbers.volume);
    draft.add(Field::Number, numbers.issue);
    draft.add(Field::Pages, numbers.pages);
    draft.add(Field::Date, year);
    true
}

/// A name and its numbers.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Numbered {
    /// The journal.
    pub(super) name: Span,
    /// The volume.
    pub(super) volume: Span,
    /// The issue.
    pub(super) issue: Span,
    /// The pages.
    pub(super) pages: Span,
}

/// Cuts `NAME 12 (3): 45-67` from its end; every number may be missing.
pub(super) fn volume_and_pages(text: &str, span: Span) -> Option<Numbered> {
    let mut out = Numbered::default();
    let words = span.of(text);
    let mut rest = words.trim_end_matches([' ', ',', '.']);
    // The pages hold no blank, and `45:1-45:17` holds colons.
    let colon = rest
        .char_indices()
        .rev()
        .take_while(|(_, c)| !c.is_whitespace())
        .filter(|(_, c)| *c == ':')
        .last()
        .map(|(at, _)| at)
        .or_else(|| rest.rfind(": "));
    if let Some(at) = rest.rfind(": ").filter(|at| is_pages(&rest[at + 2..])) {
        out.pages = part(text, span, at + 2, rest.len());
        rest = rest[..at].trim_end();
    } else if let Some(at) = colon.filter(|at| is_pages(rest[at + 1..].trim())) {
        out.pages = part(text, span, at + 1, rest.len());
        rest = rest[..at].trim_end();
    }
    if let Some((head, issue)) = rest
        .strip_suffix(')')
        .and_then(|head| head.rsplit_once('('))
    {
        let numbered = issue.len() <= 20 && !issue.is_empty();
        let behind = head.trim_end().ends_with(|c: char| c.is_ascii_digit());
        if numbered && behind {
            out.issue = part(text, span, head.len() + 1, head.len() + 1 + issue.len());
            rest = head.trim_end();
        }
    }
    let last = rest.rfind(' ').map_or(0, |at| at + 1);
    let volume = &rest[last..];
    let numbered = volume.starts_with(|c: char| c.is_ascii_digit())
        && volume.len() <= 9
        && volume
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'A'..=b'Z'));
    if numbered && last > 0 {
        out.volume = part(text, span, last, rest.len());
        rest = rest[..last].trim_end();
    }
    out.name = part(text, span, 0, rest.trim_end_matches(',').len());
    (!out.name.is_empty()).then_some(out)
}

/// Whether words may be pages: no blank, and a digit or small Roman numbers.
fn is_pages(words: &str) -> bool {
    let roman = words
        .bytes()
        .all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b'-'));
    !words.is_empty()
        && words.len() <= 30
        && (roman || words.bytes().any(|b| b.is_ascii_digit()))
        && words
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | ':' | '.' | ',' | '+'))
}

/// `University of Elsewhere, Norway, 2009, pp. 1-200`
fn thesis(text: &str, span: Span, draft: &mut Draft) -> bool {
    let words = span.of(text);
    let head = position(words, ", pp. ").map_or(words, |at| &words[..at]);
    let Some((school, year)) = head.trim_end_matches('.').rsplit_once(", ") else {
        return false;
    };
    let named = [
        "Univ",
        "Institut",
        "College",
        "School",
        "ETH ",
        "EPFL",
        "Hochschule",
        "Polyt",
        "KTH",
    ];
    if !is_year(year) || !named.iter().any(|word| holds(school, word)) {
        return false;
    }
    draft.add(
        Field::Date,
        part(text, span, school.len() + 2, school.len() + 6),
    );
    // The last part is the country.
    let name = school.rsplit_once(", ").map_or(school, |(name, _)| name);
    draft.add(Field::Institution, part(text, span, 0, name.len()));
    true
}

/// `Texts in Post 12, Springer 2007`
fn book(text: &str, span: Span, draft: &mut Draft, sure: bool) -> bool {
    let words = span.of(text).trim_end_matches(['.', ',', ' ']);
    let Some((head, year)) = words.rsplit_once([' ', ',']) else {
        return false;
    };
    let head = head.trim_end_matches(',');
    let (series, house) = head.rsplit_once(", ").unwrap_or(("", head));
    if !is_year(year) || !(sure || is_house(house)) {
        return sure;
    }
    draft.add(
        Field::Publisher,
        part(text, span, head.len() - house.len(), head.len()),
    );
    let named = series.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    draft.add(Field::Series, part(text, span, 0, named.len()));
    draft.add(Field::Date, part(text, span, words.len() - 4, words.len()));
    true
}

/// `MAILCONF (2) 2020: 11-20`, `MAILCONF 2020`
fn conference(text: &str, span: Span, draft: &mut Draft) -> bool {
    let words = span.of(text).trim_end_matches('.');
    let (head, pages) = words
        .rsplit_once(": ")
        .filter(|(_, pages)| is_pages(pages))
        .unwrap_or((words, ""));
    let Some((name, year)) = head.rsplit_once(' ') else {
        return false;
    };
    // Without pages, a short name of capitals tells a conference from the end of a sentence.
    let capitals = name.chars().filter(|c| c.is_uppercase()).count() >= 2;
    if !is_year(year)
        || !name.starts_with(char::is_alphanumeric)
        || pages.is_empty() && (!capitals || name.split(' ').count() > 4)
    {
        return false;
    }
    draft.add(Field::BookTitle, part(text, span, 0, name.len()));
    draft.add(Field::Date, part(text, span, head.len() - 4, head.len()));
    let from = words.len() - pages.len();
    draft.add(Field::Pages, part(text, span, from, words.len()));
    true
}

/// Any other journal with numbers.
fn numbered(text: &str, span: Span, draft: &mut Draft) -> bool {
    let found = venue::read(text, span)
        .filter(|venue| !venue.journal.is_empty() && venue.numbers.parts() >= 2);
    let told = found.is_some();
    if let Some(venue) = found {
        venue.add_to(text, draft);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_cut_from_the_end() {
        for (line, cut) in [
            (
                "J. Post. Sci. 12(3): 45:1-45:17",
                ["J. Post. Sci.", "12", "3", "45:1-45:17"],
            ),
            ("Mind 129 (515):741-769", ["Mind", "129", "515", "741-769"]),
            ("Erkenntnis:1-20", ["Erkenntnis", "", "", "1-20"]),
            ("Inquiry: A Journal 4", ["Inquiry: A Journal", "4", "", ""]),
            ("Noûs", ["Noûs", "", "", ""]),
            ("Synthese 199 (1-2):xi", ["Synthese", "199", "1-2", "xi"]),
        ] {
            let found = volume_and_pages(line, Span::new(0, line.len())).unwrap();
            let found = [found.name, found.volume, found.issue, found.pages];
            assert_eq!(found.map(|span| span.of(line)), cut, "{line}");
        }
    }
}
