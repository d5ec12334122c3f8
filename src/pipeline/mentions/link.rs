//! From a mention to the work it names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::names::People;
use super::read::{Cited, Mention};
use super::works::Works;
use super::{Basis, Outcome};
use crate::model::Statement;

/// The statements about one work, read, and what is known of the work.
pub(super) struct About<'r> {
    pub(super) work: u32,
    pub(super) entries: &'r [u32],
    pub(super) statements: Vec<(Statement, Vec<Mention>)>,
}

/// Names the work of every mention in the statements, in order.
pub(super) fn link(about: &About<'_>, works: &Works<'_>, inputs: &mut Lists) -> Vec<Vec<Outcome>> {
    let own = own_name(about, works);
    let mut pages = Lists::default();
    let each = about.statements.iter().map(|(statement, mentions)| {
        let page = works.page(about.entries, statement);
        let numbers: Vec<u16> = mentions.iter().filter_map(number).collect();
        let list = if numbers.is_empty() {
            None
        } else {
            let list = match pages.of(page.clone(), works) {
                Some(list) => Some(list),
                None => inputs.of(works.input(page.start), works),
            };
            list.filter(|list| is_its_list(list, &numbers, about.work, works))
        };
        let each = mentions.iter().map(|mention| match &mention.cited {
            Cited::Number(number) => {
                let listed = list.and_then(|list| list.get(number));
                one(works.of(listed.map_or(&[], Vec::as_slice)), Basis::Number)
            }
            Cited::Work {
                people,
                year,
                letter,
            } => {
                if own
                    .as_deref()
                    .is_some_and(|own| is_own(own, people, *year, about, works))
                {
                    return Outcome::Linked(about.work, Basis::Statements);
                }
                let Some(year) = *year else {
                    let named = about
                        .entries
                        .iter()
                        .any(|entry| works.is_by(*entry, people));
                    return if named {
                        Outcome::Linked(about.work, Basis::Statements)
                    } else {
                        Outcome::Unlinked
                    };
                };
                let entries = works.named(people, year);
                let found = works.of(&entries);
                // Two works of one year are told apart by letters that records do not have.
                if letter.is_some() && lettered(mentions, people, year) > 1 {
                    return match found.as_slice() {
                        [] => Outcome::Unlinked,
                        _ => Outcome::Ambiguous(found),
                    };
                }
                if found.contains(&about.work) {
                    return Outcome::Linked(about.work, Basis::SurnameAndYear);
                }
                let near: Vec<u32> = entries
                    .into_iter()
                    .filter(|entry| page.contains(entry))
                    .collect();
                let near = works.of(&near);
                one(
                    if near.is_empty() { found } else { near },
                    Basis::SurnameAndYear,
                )
            }
        });
        each.collect()
    });
    each.collect()
}

fn one(works: Vec<u32>, basis: Basis) -> Outcome {
    match works.as_slice() {
        [] => Outcome::Unlinked,
        [work] => Outcome::Linked(*work, basis),
        _ => Outcome::Ambiguous(works),
    }
}

fn number(mention: &Mention) -> Option<u16> {
    match mention.cited {
        Cited::Number(number) => Some(number),
        Cited::Work { .. } => None,
    }
}

/// How many works of these people and this year a statement tells apart by letters.
fn lettered(mentions: &[Mention], by: &People, of: i32) -> usize {
    let letters = mentions.iter().filter_map(|mention| match &mention.cited {
        Cited::Work {
            people,
            year,
            letter,
        } if *year == Some(of) => letter.filter(|_| people.spellings == by.spellings),
        _ => None,
    });
    letters.collect::<BTreeSet<char>>().len()
}

/// The numbers of a statement count in the list of the text it was taken from. A list at hand is
/// that one where a number of the statement is in it that of the work the statement is about.
fn is_its_list(list: &Listed, numbers: &[u16], work: u32, works: &Works<'_>) -> bool {
    let mut entries = numbers.iter().filter_map(|number| list.get(number));
    entries.any(|entries| works.of(entries) == [work])
}

/// Entries by their number in a list.
type Listed = BTreeMap<u16, Vec<u32>>;

/// Numbered lists of pages or of inputs, by the first entry of either.
#[derive(Default)]
pub(super) struct Lists(BTreeMap<u32, Listed>);

impl Lists {
    /// The list among these entries.
    fn of(&mut self, entries: Range<u32>, works: &Works<'_>) -> Option<&Listed> {
        let first = entries.start;
        let list = self
            .0
            .entry(first)
            .or_insert_with(|| works.numbered(entries));
        (!list.is_empty()).then_some(&*list)
    }
}

/// The first surname of a work whose record names nobody, as its statements tell: all of them cite
/// the work, so it is the name with the record's year in more than half of those that name anybody
/// with it, and in more than any other name.
fn own_name(about: &About<'_>, works: &Works<'_>) -> Option<String> {
    if about.entries.iter().any(|entry| works.has_people(*entry)) {
        return None;
    }
    about.entries.iter().find_map(|entry| works.year(*entry))?;
    let mut voices: BTreeMap<&str, usize> = BTreeMap::new();
    let mut total = 0;
    for (_, mentions) in &about.statements {
        let names = mentions.iter().filter_map(|mention| match &mention.cited {
            Cited::Work { people, year, .. } if is_of_year(*year, about, works) => {
                people.spellings.first().map(String::as_str)
            }
            _ => None,
        });
        let names: BTreeSet<&str> = names.collect();
        total += usize::from(!names.is_empty());
        for name in names {
            *voices.entry(name).or_default() += 1;
        }
    }
    let (name, most) = voices.iter().max_by_key(|(_, voices)| **voices)?;
    let alone = voices.values().filter(|voices| *voices == most).count() == 1;
    (alone && most * 2 > total).then(|| (*name).to_owned())
}

/// Whether a year is that of the work; one that was lost may be.
fn is_of_year(year: Option<i32>, about: &About<'_>, works: &Works<'_>) -> bool {
    let mut own = about.entries.iter().filter_map(|entry| works.year(*entry));
    year.is_none_or(|year| own.any(|own| own == year))
}

fn is_own(own: &str, by: &People, year: Option<i32>, about: &About<'_>, works: &Works<'_>) -> bool {
    by.spellings.first().is_some_and(|name| name == own) && is_of_year(year, about, works)
}
