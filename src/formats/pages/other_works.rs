//! The works that stand below the headings of a page: its references, its notes, and related works.

use super::citation::citation;
use super::dashed;
use super::draft::Draft;
use super::entries::entries;
use super::lines::{is_year, part};
use super::list_cuts::cuts;
use super::listed::of_cuts;
use super::listing;
use super::noise;
use super::reference_lines::{bare_items, bracketed_years};
use super::reflist::references;
use super::sites::{cn_aggregator, pubmed_page};
use super::volume_cards::cards;
use super::year_first::year_first;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works of a list: references, or other works, which are read only where each is whole.
pub(super) fn others(text: &str, rest: &[Span], role: Role) -> Vec<Draft> {
    if let Some(told) = summarised(text, rest) {
        return entries(text, &with_kinds(text, &told), role);
    }
    let filled = with_years(text, rest);
    let mut triples = listing::triples(text, &filled, role);
    let entries = entries(text, &with_kinds(text, rest), role);
    if entries.len() > triples.len() {
        triples = entries;
    }
    for found in [
        year_first(text, rest, role),
        dashed::items(text, rest, role),
        cards(text, rest, role),
    ] {
        if found.len() > triples.len() {
            triples = found;
        }
    }
    let similar = pubmed_page::similar(text, &filled, role);
    if !similar.is_empty() && similar.len() >= triples.len() {
        triples = similar;
    }
    if role == Role::Reference {
        let bracketed = bracketed_years(text, rest, role);
        let cuts = cuts(text, rest);
        // Each cut is one reference at most, and labelling their words takes longest.
        let beaten = |most: usize| most * 2 < triples.len() + 1;
        let found =
            if bracketed.len() >= 2 && bracketed.len() + 1 >= cuts.len() || beaten(cuts.len()) {
                Vec::new()
            } else {
                of_cuts(text, &cuts, role)
            };
        if bracketed.len() >= 2 && bracketed.len() + 1 >= found.len() {
            return bracketed;
        }
        let mut out = if found.is_empty() || beaten(found.len()) {
            triples
        } else {
            found
        };
        let titled = |held: &Draft, item: &Draft| {
            let title = |draft: &Draft| draft.first(Field::Title).map(|span| span.start);
            title(item).is_some() && title(held) == title(item)
        };
        for item in bare_items(text, rest) {
            if !out.iter().any(|held| titled(held, &item)) {
                out.push(item);
            }
        }
        return out;
    }
    let found = references(text, rest, role);
    // Marked items of a title, names one a line, and a journal with numbers.
    let items: Vec<Draft> = cn_aggregator::items(text, rest)
        .into_iter()
        .map(|item| cn_aggregator::related_work(text, item))
        .filter(|draft| {
            draft.has(Field::Title) && (draft.has(Field::Date) || draft.has(Field::Volume))
        })
        .collect();
    // A line that holds a whole citation has no part of another work above it.
    let best = if items.len() > triples.len() {
        items
    } else {
        triples
    };
    if found.len() > best.len() {
        found
    } else {
        best
    }
}

/// The lines of a list without what a machine says of its works, as Semantic Scholar prints it below
/// `TLDR`; [`None`] where a list has no such thing.
fn summarised(text: &str, lines: &[Span]) -> Option<Vec<Span>> {
    let head = |line: &Span| line.of(text) == "TLDR";
    if !lines.iter().any(head) {
        return None;
    }
    let mut behind = false;
    let kept = lines.iter().copied().filter(|line| {
        let dropped = behind || head(line);
        behind = head(line);
        !dropped
    });
    Some(kept.collect())
}

/// The works that footnotes cite from their first word on. Other notes only mention works, or none.
pub(super) fn notes(text: &str, lines: &[Span]) -> Vec<Draft> {
    let mut seen = std::collections::HashSet::new();
    lines
        .iter()
        .filter_map(|line| {
            let words = line.of(text);
            let rest = words
                .trim_start_matches(|c: char| c.is_ascii_digit() || "[]^.) \u{a0}".contains(c));
            let rest = REMARKS
                .iter()
                .find_map(|lead| rest.strip_prefix(lead))
                .unwrap_or(rest);
            let found = citation(
                text,
                part(text, *line, words.len() - rest.len(), words.len()),
            )?;
            let told = !found.authors.names.is_empty()
                && !found.numbers.year.is_empty()
                && (!found.publisher.is_empty() || found.numbers.parts() >= 2)
                && found.title.of(text).contains(' ');
            (told && seen.insert(found.title.of(text).to_lowercase())).then_some(found)
        })
        .map(|found| {
            let mut draft = Draft::new(Role::Reference);
            found.add_to(text, &mut draft);
            draft
        })
        .collect()
}

/// What stands before a work that a note points to, the longer of two that begin alike first.
static REMARKS: &[&str] = &[
    "See also ",
    "See, for example, ",
    "See e.g. ",
    "See, e.g., ",
    "See ",
    "Cf. ",
    "cf. ",
    "Compare ",
    "Vgl. dazu ",
    "Vgl. auch ",
    "Vgl. ",
    "Siehe ",
    "S. dazu ",
    "Voir aussi ",
    "Voir ",
    "Véase ",
    "Ver ",
    "Cfr. ",
    "Quoted in ",
    "Zit. n. ",
    "См. также: ",
    "См.: ",
    "См. ",
];

/// Lines without buttons, but with those that say what kind of work stands above.
fn with_kinds(text: &str, all: &[Span]) -> Vec<Span> {
    all.iter()
        .copied()
        .filter(|line| {
            let words = line.of(text);
            let said = is_year(words) || noise::is_kind(words);
            !words.is_empty() && (said || !noise::is_noise(words))
        })
        .collect()
}

/// Lines without buttons, but with the bare years that look like counts.
fn with_years(text: &str, all: &[Span]) -> Vec<Span> {
    all.iter()
        .copied()
        .filter(|line| {
            let words = line.of(text);
            !words.is_empty() && (is_year(words) || !noise::is_noise(words))
        })
        .collect()
}
