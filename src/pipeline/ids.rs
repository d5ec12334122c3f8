//! The ids of records in lists of duplicates and decisions.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Run;
use super::fingerprint::fingerprint;
use crate::error::{Error, ErrorKind};
use crate::model::{Field, Record};
use crate::source::LineIndex;

/// What every entry is called.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: Vec<String>,
    digits: Vec<u32>,
    /// The record that holds a key, for the keys of records others were merged into.
    holders: HashMap<String, u32>,
}

impl Run {
    /// The id of every entry: its citation key, else the format's own id (RIS `ID`, then `AN`),
    /// else `file:line`. A repeated one gets `#2`, `#3` in input order; tabs become spaces.
    pub fn ids(&self) -> &[String] {
        &self.names().ids
    }

    /// The id of an entry; empty for an entry there is not.
    pub fn id(&self, entry: u32) -> &str {
        self.ids().get(entry as usize).map_or("", String::as_str)
    }

    /// The [`fingerprint`] of every entry.
    pub(super) fn digits(&self) -> &[u32] {
        &self.names().digits
    }

    /// The entry that the record of this key was merged into, or that others were merged into under
    /// it, when the list was made that is an input now.
    pub(super) fn holder(&self, key: &str) -> Option<u32> {
        self.names().holders.get(key).copied()
    }

    /// The id of an entry followed by `~` and eight hex digits of its content: it is found by these
    /// when the id has changed with the list it stands in.
    pub fn durable_id(&self, entry: u32) -> String {
        let digits = self.digits().get(entry as usize).copied();
        format!("{}~{:08x}", self.id(entry), digits.unwrap_or_default())
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
            let lines: Vec<LineIndex> = self
                .inputs()
                .iter()
                .map(|input| LineIndex::new(&input.source.text))
                .collect();
            let count = u32::try_from(self.entries().len()).unwrap_or(u32::MAX);
            let all: Vec<(String, u32, Vec<String>)> = (0..count)
                .into_par_iter()
                .map(|entry| {
                    let record = self.record(entry);
                    let (id, digits) = (self.base_id(&record, &lines), fingerprint(&record));
                    let mut held = record.merged_keys;
                    if !held.is_empty() {
                        held.push(record.key);
                    }
                    (id, digits, held)
                })
                .collect();
            let mut ids = Vec::with_capacity(all.len());
            let mut digits = Vec::with_capacity(all.len());
            let mut holders = HashMap::new();
            for (entry, (id, own, held)) in (0..).zip(all) {
                ids.push(id);
                digits.push(own);
                for key in held {
                    holders.entry(key).or_insert(entry);
                }
            }
            let mut times: HashMap<String, usize> = HashMap::new();
            for id in &mut ids {
                let met = times.entry(id.clone()).or_default();
                *met += 1;
                if *met > 1 {
                    *id = format!("{id}#{met}");
                }
            }
            Names {
                ids,
                digits,
                holders,
            }
        })
    }

    /// The id of a record, whoever else has it.
    fn base_id(&self, record: &Record, lines: &[LineIndex]) -> String {
        let accession = record.text(Field::AccessionNumber).unwrap_or_default();
        let own = [record.key.as_str(), accession]
            .into_iter()
            .find(|id| !id.is_empty());
        let id = own.map_or_else(
            || {
                let at = record.place.source.0 as usize;
                let place = self.inputs().get(at).zip(lines.get(at));
                place.map_or_else(String::new, |(input, lines)| {
                    let text = &input.source.text;
                    let line = lines.line_column(text, record.place.span.start).line;
                    format!("{}:{line}", input.source.name)
                })
            },
            str::to_owned,
        );
        id.replace(|c: char| c.is_control(), " ")
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
    let words: Vec<&str> = [name, year.as_str(), title]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").replace(|c: char| c.is_control(), " ")
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
