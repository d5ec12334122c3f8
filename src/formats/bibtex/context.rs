//! [`BibContext`]: what the entries of one .bib file share.

use std::collections::BTreeMap;

use super::alike::alike;
use super::values::Macros;
use crate::formats::{RawRecord, RawRecords};
use crate::source::Span;

/// What the entries of one .bib file share.
#[derive(Debug, Default)]
pub struct BibContext {
    /// The `@string` definitions.
    pub macros: Macros,
    /// `@xdata` entries that another entry names. They are no works and make no records.
    pub(super) xdata: RawRecords,
    /// Where each of them stands in `xdata`.
    pub(super) xdata_by_key: BTreeMap<String, usize>,
    /// Which record has an alias in its `ids`: the first that has it.
    pub(super) by_alias: BTreeMap<String, usize>,
    /// Indices of the records, by key without regard to ASCII case, then by position.
    pub(super) by_key: Vec<u32>,
    /// `@preamble` blocks.
    pub(super) preambles: Vec<Span>,
    /// JabRef's `@comment{jabref-…}` blocks.
    pub(super) metadata: Vec<Span>,
    /// How many other comments and remarks there are.
    pub(super) comments: usize,
}

impl BibContext {
    /// Puts the keys of `records` in order.
    pub(super) fn index(&mut self, text: &str, records: &[RawRecord]) {
        let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
        self.by_key = (0..count).collect();
        let key = |at: u32| key_of(text, records, at);
        self.by_key
            .sort_unstable_by(|a, b| order(key(*a), key(*b)).then(a.cmp(b)));
    }

    /// The first record whose key is `key`, or else one whose key differs only in case, or else the
    /// first that has it in its `ids`.
    pub(super) fn find(&self, text: &str, records: &[RawRecord], key: &str) -> Option<usize> {
        let key_at = |at: usize| self.by_key.get(at).map(|at| key_of(text, records, *at));
        let exact = self
            .by_key
            .partition_point(|at| order(key_of(text, records, *at), key).is_lt());
        let like = |at: usize| key_at(at).is_some_and(|other| other.eq_ignore_ascii_case(key));
        let at = [Some(exact), exact.checked_sub(1)]
            .into_iter()
            .flatten()
            .find(|at| like(*at))
            .and_then(|at| self.by_key.get(at));
        match at {
            Some(at) => Some(*at as usize),
            None => self.by_alias.get(key).copied(),
        }
    }

    /// Calls `found` with each record whose key an earlier one has too, and that earlier one, in
    /// order of the keys.
    pub(super) fn repeats(
        text: &str,
        records: &[RawRecord],
        mut found: impl FnMut(&RawRecord, &RawRecord),
    ) {
        let alike = alike(records.iter().map(|record| record.key.of(text)), false);
        let mut alike: Vec<_> = alike.into_iter().filter_map(|at| records.get(at)).collect();
        alike.sort_by(|a, b| order(a.key.of(text), b.key.of(text)));
        let mut first: Option<&RawRecord> = None;
        for record in alike {
            match first {
                Some(first) if first.key.of(text) == record.key.of(text) => {
                    if !record.key.is_empty() {
                        found(record, first);
                    }
                }
                _ => first = Some(record),
            }
        }
    }
}

/// Keys in alphabetical order, those that differ only in ASCII case side by side.
fn order(a: &str, b: &str) -> std::cmp::Ordering {
    folded(a).cmp(folded(b)).then_with(|| a.cmp(b))
}

fn key_of<'t>(text: &'t str, records: &[RawRecord], at: u32) -> &'t str {
    records
        .get(at as usize)
        .map_or("", |record| record.key.of(text))
}

fn folded(key: &str) -> impl Iterator<Item = u8> + '_ {
    key.bytes().map(|byte| byte.to_ascii_lowercase())
}
