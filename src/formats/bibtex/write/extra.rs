//! Fields of no data model, under names that stand in the entry once.

use std::borrow::Cow;

use super::Writing;
use crate::formats::bibtex::escape::{legal_name, prose, raw};
use crate::formats::bibtex::values;
use crate::model::{Extra, Markup};

/// An entry of fewer fields is short.
const SHORT: usize = 64;

impl<'r> Writing<'r, '_> {
    pub(super) fn extra(&mut self, extra: &'r Extra) {
        let content = &extra.value.value;
        let value = match content.markup {
            Markup::Plain => prose(content),
            Markup::Latex => raw(&content.content),
        };
        if value.is_empty() {
            return;
        }
        let name = self.free_name(&extra.name);
        let month = extra.name.eq_ignore_ascii_case("month") && values::MONTHS.contains(&&*value);
        if month && name == "month" {
            self.put_bare("month", &value);
        } else {
            self.put(name, &value);
        }
    }

    /// The name, spelled so that BibTeX can read it, and so that the entry has it once.
    fn free_name(&mut self, name: &'r str) -> Cow<'r, str> {
        let legal = legal_name(name);
        // In a short entry looking at each name is less than keeping an index.
        let clashes = || {
            let mut written = self.written.iter();
            written.any(|written| written.eq_ignore_ascii_case(&legal))
        };
        if self.taken.is_empty() && self.written.len() < SHORT && !clashes() {
            return legal;
        }
        if self.taken.is_empty() {
            let written = self
                .written
                .iter()
                .map(|name| (name.to_ascii_lowercase(), 1));
            self.taken = written.collect();
        }
        let lower = legal.to_ascii_lowercase();
        let Some(mut n) = self.taken.get(&lower).copied() else {
            self.taken.insert(lower, 1);
            return legal;
        };
        let free = loop {
            n += 1;
            let name = format!("{lower}-{n}");
            if !self.taken.contains_key(&name) {
                break name;
            }
        };
        self.taken.insert(lower, n);
        self.taken.insert(free, 1);
        Cow::Owned(format!("{legal}-{n}"))
    }
}
