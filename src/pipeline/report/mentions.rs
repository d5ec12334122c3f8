//! The works that citation statements mention.

use std::collections::BTreeMap;

use serde::Serialize;

use super::places::Places;
use super::rows::PlaceRow;
use crate::pipeline::Run;
use crate::pipeline::mentions::{Basis, Found, MentionCounts, Outcome};

/// All mentions of a run.
#[derive(Serialize)]
pub(super) struct MentionsRow<'a> {
    #[serde(flatten)]
    counts: MentionCounts,
    works: Vec<MentionedRow<'a>>,
    not_linked: Vec<MentionRow<'a>>,
}

/// A work that is mentioned.
#[derive(Serialize)]
struct MentionedRow<'a> {
    #[serde(flatten)]
    work: NameRow<'a>,
    count: usize,
    mentions: Vec<MentionRow<'a>>,
}

/// What a work is called: a work of the list has a key.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum NameRow<'a> {
    Key(&'a str),
    Id(&'a str),
}

/// Equal mentions in the statements about one work.
#[derive(Serialize)]
struct MentionRow<'a> {
    text: &'a str,
    about: &'a str,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Basis>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<NameRow<'a>>,
    #[serde(flatten)]
    place: PlaceRow<'a>,
}

/// What equal mentions have in common: the work of the statements, the text, the link.
type Same<'a> = (u32, &'a str, Option<(u32, Basis)>);

/// Mentions that are equal but for their place: the first of them, and how many there are.
struct Folded<'a> {
    found: &'a Found,
    count: usize,
}

pub(super) fn row<'a>(run: &'a Run, places: &Places<'a>) -> MentionsRow<'a> {
    let mentions = run.mentions();
    let mut works: BTreeMap<u32, Vec<MentionRow<'a>>> = BTreeMap::new();
    let mut not_linked = Vec::new();
    for Folded { found, count } in folded(&mentions.found) {
        let row = |by, candidates: &[u32]| MentionRow {
            text: &found.text,
            about: run
                .groups()
                .get(found.about as usize)
                .map_or("", |group| &*group.key),
            count,
            by,
            candidates: candidates.iter().map(|work| name(run, *work)).collect(),
            place: places.row(found.place),
        };
        match &found.outcome {
            Outcome::Linked(work, basis) => {
                works.entry(*work).or_default().push(row(Some(*basis), &[]));
            }
            Outcome::Ambiguous(candidates) => not_linked.push(row(None, candidates)),
            Outcome::Unlinked => not_linked.push(row(None, &[])),
        }
    }
    let works = works.into_iter().map(|(work, mentions)| MentionedRow {
        work: name(run, work),
        count: mentions.iter().map(|row| row.count).sum(),
        mentions,
    });
    MentionsRow {
        counts: mentions.counts,
        works: works.collect(),
        not_linked,
    }
}

/// The mentions, equal ones counted, in order of the first.
fn folded(all: &[Found]) -> Vec<Folded<'_>> {
    let mut rows: Vec<Folded<'_>> = Vec::new();
    let mut known: BTreeMap<Same<'_>, usize> = BTreeMap::new();
    for found in all {
        let linked = match found.outcome {
            Outcome::Linked(work, basis) => Some((work, basis)),
            _ => None,
        };
        let at = *known
            .entry((found.about, &found.text, linked))
            .or_insert(rows.len());
        match rows.get_mut(at) {
            Some(row) => row.count += 1,
            None => rows.push(Folded { found, count: 1 }),
        }
    }
    rows
}

fn name(run: &Run, work: u32) -> NameRow<'_> {
    if let Some(group) = run.groups().get(work as usize) {
        return NameRow::Key(&group.key);
    }
    let groups = u32::try_from(run.groups().len()).unwrap_or(u32::MAX);
    NameRow::Id(run.id(work.saturating_sub(groups)))
}
