//! The works of a run by first surname and year, and by their numbers in a list.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::names::People;
use super::numbers::digit;
use crate::dedup::{self, Features};
use crate::model::{Role, Statement};
use crate::pipeline::Run;
use crate::source::Span;
use crate::text::transliterate::key;

/// The works that mentions may name. A work is told by a number: that of its group, or, where it is
/// in no group, the number of groups and that of its entry.
pub(super) struct Works<'r> {
    run: &'r Run,
    /// The work of every entry.
    of_entry: Vec<u32>,
    /// Entries by a surname that is mentioned and a year that is mentioned with it.
    by_name: HashMap<(String, i32), Vec<u32>>,
}

impl<'r> Works<'r> {
    /// Finds the works for the `wanted` surnames and years.
    pub(super) fn new(run: &'r Run, wanted: impl Iterator<Item = (String, i32)>) -> Self {
        let mut works = Self {
            run,
            of_entry: of_entry(run),
            by_name: wanted.map(|wanted| (wanted, Vec::new())).collect(),
        };
        if works.by_name.is_empty() {
            return works;
        }
        let years: std::collections::HashSet<i32> =
            works.by_name.keys().map(|(_, year)| *year).collect();
        for entry in 0..narrow(run.entries().len()) {
            let found = works.with_features(entry, |features| {
                let year = i32::from(features.year?);
                let first = features.people().next().filter(|_| years.contains(&year))?;
                let whole = key(&format!("{}{}", first.surname, first.given));
                Some([(key(first.surname), year), (format!("={whole}"), year)])
            });
            for wanted in found.flatten().into_iter().flatten() {
                if let Some(entries) = works.by_name.get_mut(&wanted) {
                    entries.push(entry);
                }
            }
        }
        works
    }

    /// The entries that people and a year name: those under the first spelling that any is under.
    pub(super) fn named(&self, people: &People, year: i32) -> Vec<u32> {
        let mut spellings = people.spellings.iter();
        let found = spellings.find_map(|spelling| {
            let entries = self.by_name.get(&(spelling.clone(), year))?;
            let fits = |entry: &&u32| self.has_second(**entry, people.second.as_deref());
            let entries: Vec<u32> = entries.iter().filter(fits).copied().collect();
            (!entries.is_empty()).then_some(entries)
        });
        found.unwrap_or_default()
    }

    /// Whether the first surname of an entry is one of these.
    pub(super) fn is_by(&self, entry: u32, people: &People) -> bool {
        let surname = self.with_features(entry, |features| {
            features.people().next().map(|first| key(first.surname))
        });
        surname
            .flatten()
            .is_some_and(|surname| people.spellings.contains(&surname))
    }

    /// Whether an entry names people.
    pub(super) fn has_people(&self, entry: u32) -> bool {
        self.with_features(entry, |features| features.people().next().is_some()) == Some(true)
    }

    /// The year of an entry.
    pub(super) fn year(&self, entry: u32) -> Option<i32> {
        self.with_features(entry, |features| features.year.map(i32::from))
            .flatten()
    }

    /// Whether the second of exactly two people is the one named; so it is where one is not known.
    fn has_second(&self, entry: u32, second: Option<&str>) -> bool {
        let Some(second) = second else { return true };
        let own = self.with_features(entry, |features| {
            features.people().nth(1).map(|person| key(person.surname))
        });
        own.flatten().is_none_or(|own| own == second)
    }

    fn with_features<T>(&self, entry: u32, of: impl FnOnce(&Features) -> T) -> Option<T> {
        if self.run.features.is_empty() {
            return Some(of(&dedup::features(&self.run.record(entry))));
        }
        self.run.features.get(entry as usize).map(of)
    }

    /// The works of entries, each once, in order.
    pub(super) fn of(&self, entries: &[u32]) -> Vec<u32> {
        let works = entries.iter();
        let works = works.filter_map(|entry| self.of_entry.get(*entry as usize).copied());
        let mut works: Vec<u32> = works.collect();
        works.sort_unstable();
        works.dedup();
        works
    }

    /// The entries of the page that a statement stands on: the one it is about, which of `entries`
    /// it is, and what follows up to the next page's or the next of a list.
    pub(super) fn page(&self, entries: &[u32], statement: &Statement) -> Range<u32> {
        let holds = |entry: &&u32| {
            self.raw(**entry).is_some_and(|(input, raw)| {
                let (input, place) = (self.run.inputs().get(input), statement.place);
                input.is_some_and(|input| input.source.id == place.source)
                    && raw.span.start <= place.span.start
                    && place.span.end <= raw.span.end
            })
        };
        let Some(about) = entries.iter().find(holds).or(entries.first()).copied() else {
            return 0..0;
        };
        let input = self.raw(about).map(|(input, _)| input);
        let mut end = about + 1;
        while let Some((of, raw)) = self.raw(end) {
            if Some(of) != input || raw.role == Role::Primary {
                break;
            }
            end += 1;
        }
        about..end
    }

    /// The entries of the input of an entry.
    pub(super) fn input(&self, entry: u32) -> Range<u32> {
        let entries = self.run.entries();
        let Some(own) = entries.get(entry as usize).map(|entry| entry.input) else {
            return 0..0;
        };
        let start = entries.partition_point(|entry| entry.input < own);
        let end = entries.partition_point(|entry| entry.input <= own);
        narrow(start)..narrow(end)
    }

    /// The entries among these that bear a number in a list, by number.
    pub(super) fn numbered(&self, entries: Range<u32>) -> BTreeMap<u16, Vec<u32>> {
        let mut numbered: BTreeMap<u16, Vec<u32>> = BTreeMap::new();
        for entry in entries {
            let number = self.raw(entry).and_then(|(input, raw)| {
                number(&self.run.inputs().get(input)?.source.text, raw.span)
            });
            if let Some(number) = number {
                numbered.entry(number).or_default().push(entry);
            }
        }
        numbered
    }

    fn raw(&self, entry: u32) -> Option<(usize, &'r crate::formats::RawRecord)> {
        let entry = self.run.entries().get(entry as usize)?;
        let input = self.run.inputs().get(entry.input as usize)?;
        Some((
            entry.input as usize,
            input.raws.records.get(entry.record as usize)?,
        ))
    }
}

/// The work of every entry. A record that a library holds is the library's.
fn of_entry(run: &Run) -> Vec<u32> {
    let groups = narrow(run.groups().len());
    let mut all: Vec<u32> = (0..narrow(run.entries().len()))
        .map(|entry| groups.saturating_add(entry))
        .collect();
    for (group, work) in run.groups().iter().zip(0..) {
        for entry in &group.entries {
            if let Some(of) = all.get_mut(*entry as usize) {
                *of = work;
            }
        }
    }
    for known in run.known() {
        if let Some(of) = all.get_mut(known.entry as usize) {
            *of = groups.saturating_add(known.library);
        }
    }
    all
}

/// The number a list gives the record at `span`: at its start, or before it on its line.
fn number(text: &str, span: Span) -> Option<u16> {
    let own = marked(span.of(text));
    own.or_else(|| {
        let before = text
            .get(..span.start as usize)?
            .trim_end_matches([' ', '\t']);
        let start = before
            .char_indices()
            .rev()
            .take(8)
            .find(|(_, c)| *c == '\n');
        let line = before.get(start.map_or(0, |(at, _)| at)..)?;
        let line = line.trim_start();
        (line.chars().count() < 8).then(|| marked(line)).flatten()
    })
}

/// The number at the start of a text: `[12]`, `12.`, `(12)`.
fn marked(text: &str) -> Option<u16> {
    let text = text.trim_start_matches(['•', '*', ' ', '\t']);
    let inner = text.trim_start_matches(['[', '［', '(', '（', '〔', '【']);
    let mut number: u16 = 0;
    let mut digits = 0;
    let mut after = None;
    for c in inner.chars().take(4) {
        let Some(digit) = digit(c) else {
            after = Some(c);
            break;
        };
        number = number.checked_mul(10)?.checked_add(digit)?;
        digits += 1;
    }
    let closes = match after {
        Some(']' | '］' | ')' | '）' | '〕' | '】' | '、' | '．') => true,
        Some('.') => inner.len() == text.len(),
        _ => false,
    };
    ((1..=3).contains(&digits) && number > 0 && closes).then_some(number)
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_listed_record() {
        for (text, start, expected) in [
            ("[12] Smith J. A title.", 0, Some(12)),
            ("References\n 3. Smith J. A title.", 15, Some(3)),
            ("• [7] Smith", 8, Some(7)),
            ("2010. A title", 0, None),
            ("[J] 12", 0, None),
            ("see Smith 12. A title", 14, None),
        ] {
            let span = Span::new(start, text.len());
            assert_eq!(number(text, span), expected, "{text}");
        }
    }
}
