//! Results of Google Scholar.
//!
//! ```text
//! [PDF] example.org
//! Sorting letters by hand
//! A Example, B Sample… - Postal Science, 2011 - example.org
//! A snippet of the text …
//! Save Cite Cited by 31 Related articles All 6 versions
//! ```
//!
//! An ellipsis cuts the names, the journal, or the title, that also at its front; a no-break space
//! stands before the first hyphen; `[BOOK]` and `[CITATION]` stand before the title. A result without
//! a venue has the year alone between the hyphens, and the house that hosts it is no journal. Some
//! dumps have lost all line breaks: `scholar_glued` cuts them before the bar of links.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{is_year, part, trim_by};
use crate::formats::pages::name_shape;
use crate::formats::pages::names;
use crate::formats::pages::noise;
use crate::formats::pages::scholar_glued as glued;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "google-scholar",
        summary: "Google Scholar results: title, then names, venue, year and host in one line",
        why: "Names, journal and title are cut with dots, even at the front of the title, and the line of sources looks like a sentence",
        examples: &[sample!("google-scholar"), sample!("google-scholar-glued")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// Google Scholar: title, then `authors - venue, year - host`.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let mut out = Vec::new();
    if !lines.iter().any(|line| glued::has_bar(line.of(text))) {
        return out;
    }
    let lines: &[Span] = &glued::relined(text, lines);
    for (at, &line) in lines.iter().enumerate() {
        let Some(mut draft) = scholar_line(text, line) else {
            continue;
        };
        let mark = lines[..at].last().map_or("", |line| line.of(text));
        if draft.entry_type.is_empty() && mark.starts_with("[BOOK]") {
            draft.entry_type = part(text, lines[at - 1], 1, 5);
        }
        let title = lines[..at].iter().rev().take(8).copied().find(|line| {
            let words = line.of(text);
            !noise::is_noise(words) && !is_host_mark(words)
        });
        let Some(title) = title else { continue };
        let mut title = title;
        while let Some(end) = title
            .of(text)
            .find(']')
            .filter(|_| title.of(text).starts_with('['))
        {
            let len = title.len();
            title = part(text, title, end + 1, len);
        }
        let title = trim_by(text, title, |c| c == '…' || c.is_whitespace());
        draft.add(Field::Title, title);
        if draft.identifies() {
            out.push(draft);
        }
    }
    out
}

/// `[PDF] host.org` alone on a line.
fn is_host_mark(words: &str) -> bool {
    let rest = words.split_once(']').map_or("", |(_, rest)| rest.trim());
    words.starts_with('[') && !rest.contains(' ') && (rest.contains('.') || rest.is_empty())
}

/// `B Bowman, C Laprade - 23rd International Symposium …, 2020 - usenix.org`
fn scholar_line(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let dash = |from: usize| {
        words[from..]
            .match_indices('-')
            .map(|(at, _)| from + at)
            .find(|&at| {
                words[..at].ends_with([' ', '\u{a0}'])
                    && words[at + 1..].starts_with([' ', '\u{a0}'])
            })
    };
    let first = dash(0)?;
    let middle_end = dash(first + 1).unwrap_or(words.len());
    let people = part(text, line, 0, first);
    let middle = part(text, line, first + 1, middle_end);
    let venue = middle.of(text);
    let from = venue.len().checked_sub(4)?;
    if !venue.is_char_boundary(from) || !is_year(&venue[from..]) {
        return None;
    }
    let found = names::split(text, people);
    let fits = !found.names.is_empty()
        && found
            .names
            .iter()
            .all(|name| is_scholar_name(name.of(text)));
    if !fits {
        return None;
    }
    let mut draft = Draft::new(Role::Related);
    draft.add_names(&found);
    draft.add(Field::Date, part(text, middle, from, venue.len()));
    let container = venue::journal(text, part(text, middle, 0, from));
    let cut = container.of(text).contains('…');
    if cut {
        // A name cut off is no name, but its words still tell the kind of work.
        draft.entry_type = with_cut(text, container);
    } else {
        draft.add(Field::JournalTitle, container);
    }
    Some(draft)
}

/// A name as Google Scholar prints it: initials, then any family name, `CE Mac an tSaoir`.
pub(in crate::formats::pages) fn is_scholar_name(name: &str) -> bool {
    let initials = name.split_once(' ').is_some_and(|(given, family)| {
        given.len() <= 4 && names_initials(given) && family.len() < 40
    });
    initials && !name.bytes().any(|b| b.is_ascii_digit()) || name_shape::is_name(name)
}

fn names_initials(given: &str) -> bool {
    given.chars().all(char::is_uppercase)
}

/// The span up to the ellipsis behind it.
pub(in crate::formats::pages) fn with_cut(text: &str, span: Span) -> Span {
    let rest = text.get(span.end as usize..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let end = if rest[gap..].starts_with('…') {
        gap + '…'.len_utf8()
    } else {
        0
    };
    Span::new(span.start as usize, span.end as usize + end)
}
