//! The ids of records in lists of duplicates and decisions.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::BuildHasher as _;

use rayon::prelude::*;

use super::Run;
use super::fingerprint::fingerprint;
use super::texts::Texts;
use crate::error::{Error, ErrorKind};
use crate::model::{Field, Record};
use crate::source::{LineIndex, Place};

/// What the records say of their ids, taken when they are first made.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// The own id of every entry; empty where there is none.
    own: Texts,
    /// Where those stand that have none, in order.
    places: Vec<(u32, Place)>,
    /// The keys of records that others were merged into, with the keys of those.
    held: Vec<(u32, Vec<String>)>,
}

impl Stated {
    pub(super) fn reserve(&mut self, count: usize) {
        self.own.reserve(count);
    }

    /// Adds the record of `entry`: its citation key, else the format's own id.
    pub(super) fn push(&mut self, entry: u32, record: &Record) {
        let accession = record.text(Field::AccessionNumber).unwrap_or_default();
        let own = [record.key.as_str(), accession]
            .into_iter()
            .find(|id| !id.is_empty());
        if own.is_none() {
            self.places.push((entry, record.place));
        }
        self.own
            .push_with(|out| push_plain(own.unwrap_or_default(), out));
        if !record.merged_keys.is_empty() {
            let mut held = record.merged_keys.clone();
            held.push(record.key.clone());
            self.held.push((entry, held));
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        self.own.append(&other.own);
        self.places.extend(other.places);
        self.held.extend(other.held);
    }
}

/// What every entry is called.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: Texts,
    /// The record that holds a key, for the keys of records others were merged into.
    holders: HashMap<String, u32>,
}

impl Run {
    /// The id of every entry: its citation key, else the format's own id (RIS `ID`, then `AN`),
    /// else `file:line`. A repeated one gets `#2`, `#3` in input order; tabs become spaces.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.names().ids.iter()
    }

    /// The id of an entry; empty for an entry there is not.
    pub fn id(&self, entry: u32) -> &str {
        self.names().ids.get(entry as usize).unwrap_or("")
    }

    /// The [`fingerprint`] of every entry.
    pub(super) fn digits(&self) -> &[u32] {
        self.digits.get_or_init(|| {
            let count = u32::try_from(self.entries().len()).unwrap_or(u32::MAX);
            let entries = (0..count).into_par_iter();
            entries
                .map(|entry| fingerprint(&self.record(entry)))
                .collect()
        })
    }

    /// The entry that the record of this key was merged into, or that others were merged into under
    /// it, when the list was made that is an input now.
    pub(super) fn holder(&self, key: &str) -> Option<u32> {
        self.names().holders.get(key).copied()
    }

    /// The id of an entry followed by `~` and eight hex digits of its content: it is found by these
    /// when the id has changed with the list it stands in.
    pub fn durable_id(&self, entry: u32) -> String {
        let digits = match self.digits.get() {
            Some(known) => known.get(entry as usize).copied().unwrap_or_default(),
            None => fingerprint(&self.record(entry)),
        };
        format!("{}~{digits:08x}", self.id(entry))
    }

    /// The entry that `wanted` means: an id, or one with digits. Of several entries with these
    /// digits it is the one with this id, else the first.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownName`] where no record is called so.
    pub fn entry(&self, wanted: &str) -> Result<u32, Error> {
        let (id, digits) = split_digits(wanted);
        let entries = || 0_u32..;
        let by_id = |id: &str| entries().zip(self.ids()).find(|(_, own)| *own == id);
        let mut found = by_id(wanted).map(|(entry, _)| entry);
        if let (None, Some(digits)) = (found, digits) {
            let has = |entry: u32| self.digits().get(entry as usize) == Some(&digits);
            found = by_id(id).map(|(entry, _)| entry).filter(|at| has(*at));
            found = found.or_else(|| entries().take(self.ids().len()).find(|at| has(*at)));
        }
        found.ok_or_else(|| {
            let message = format!("no record has the id '{wanted}'");
            Error::new(ErrorKind::UnknownName, message)
        })
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let Stated { own, places, held } = &self.stated;
            let mut holders = HashMap::new();
            for (entry, keys) in held {
                for key in keys {
                    holders.entry(key.clone()).or_insert(*entry);
                }
            }
            Names {
                ids: numbered(&self.placed(own, places)),
                holders,
            }
        })
    }

    /// The own ids of all entries, `file:line` for those that have none.
    fn placed<'a>(&self, own: &'a Texts, places: &[(u32, Place)]) -> Cow<'a, Texts> {
        if places.is_empty() {
            return Cow::Borrowed(own);
        }
        let lines: Vec<LineIndex> = self
            .inputs()
            .iter()
            .map(|input| LineIndex::new(&input.source.text))
            .collect();
        let mut placed = Texts::default();
        placed.reserve(own.len());
        let mut places = places.iter().peekable();
        for (entry, id) in (0_u32..).zip(own.iter()) {
            let place = places.next_if(|(unnamed, _)| *unnamed == entry);
            placed.push_with(|out| {
                let Some((_, place)) = place else {
                    out.push_str(id);
                    return;
                };
                let at = place.source.0 as usize;
                if let Some((input, lines)) = self.inputs().get(at).zip(lines.get(at)) {
                    let source = &input.source;
                    let line = lines.line_column(&source.text, place.span.start).line;
                    push_plain(&source.name, out);
                    let _ = write!(out, ":{line}");
                }
            });
        }
        Cow::Owned(placed)
    }
}

/// Ids of which each after the first of its kind has its number.
fn numbered(ids: &Texts) -> Texts {
    // Sorted by hash, the many that are met once cost no map.
    let hasher = RandomState::new();
    let mut hashed: Vec<(u64, u32)> = ids.iter().map(|id| hasher.hash_one(id)).zip(0..).collect();
    hashed.par_sort_unstable();
    let mut numbers: HashMap<u32, usize> = HashMap::new();
    for alike in hashed.chunk_by(|one, other| one.0 == other.0) {
        if alike.len() < 2 {
            continue;
        }
        let mut times: HashMap<&str, usize> = HashMap::new();
        for (_, entry) in alike {
            let met = times
                .entry(ids.get(*entry as usize).unwrap_or(""))
                .or_default();
            *met += 1;
            if *met > 1 {
                numbers.insert(*entry, *met);
            }
        }
    }
    drop(hashed);
    let mut numbered = Texts::default();
    numbered.reserve(ids.len());
    for (entry, id) in (0_u32..).zip(ids.iter()) {
        numbered.push_with(|out| {
            out.push_str(id);
            if let Some(number) = numbers.get(&entry) {
                let _ = write!(out, "#{number}");
            }
        });
    }
    numbered
}

/// Adds a text whose control characters become spaces.
fn push_plain(text: &str, out: &mut String) {
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte)) {
        out.push_str(text);
    } else {
        out.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
}

/// An id and the digits that follow it, if any do.
pub(super) fn split_digits(text: &str) -> (&str, Option<u32>) {
    let cut = text.rsplit_once('~').and_then(|(id, digits)| {
        let hex = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let digits = hex.then(|| u32::from_str_radix(digits, 16).ok())??;
        Some((id, Some(digits)))
    });
    cut.unwrap_or((text, None))
}

/// A record on one line: first surname, year, title.
pub fn one_line(record: &Record) -> String {
    let name = record
        .names(Field::Author)
        .first()
        .map_or("", |name| &name.family);
    let year = record
        .year()
        .map(|year| year.to_string())
        .unwrap_or_default();
    let title = record.text(Field::Title).unwrap_or("(no title)");
    let mut line = String::with_capacity(name.len() + year.len() + title.len() + 2);
    for word in [name, &year, title] {
        if !word.is_empty() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    if line.contains(char::is_control) {
        line = line.replace(char::is_control, " ");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_eight_and_hex() {
        assert_eq!(split_digits("a~00ff00FF"), ("a", Some(0x00ff_00ff)));
        assert_eq!(split_digits("a~b~0000000a"), ("a~b", Some(10)));
        for plain in ["a", "a~", "a~12", "a~0000000g", "a~+0000001"] {
            assert_eq!(split_digits(plain), (plain, None));
        }
    }
}
