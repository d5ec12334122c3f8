//! [`BLOCKING_RULES`]: which records are worth comparing. Two records are a candidate pair where
//! any rule gives both the same key.

mod abstract_start;
mod block;
mod candidates;
mod doi;
mod finer;
mod handles;
mod identifiers;
mod people;
mod place;
mod rare_words;
mod surname;
mod surname_and_word;
mod surname_and_year;
mod title;
mod title_ends;
mod year_and_pages;

pub use candidates::Blocking;
pub use handles::Handles;

use crate::doc::Doc;
use handles::join;

/// One blocking rule.
#[derive(Debug)]
pub struct BlockingRule {
    /// Documentation.
    pub doc: Doc,
    /// Appends the keys of a record. 0 is no key: what is missing matches nothing.
    pub keys: fn(&Handles, &mut Vec<u32>),
    /// What parts blocks that have grown too large; nothing where other rules make the parts.
    pub refined_by: &'static [Refinement],
}

/// All blocking rules.
pub static BLOCKING_RULES: &[&BlockingRule] = &[
    &title::RULE,
    &title_ends::RULE,
    &rare_words::RULE,
    &surname_and_word::RULE,
    &surname_and_year::RULE,
    &surname::RULE,
    &people::RULE,
    &place::RULE,
    &year_and_pages::RULE,
    &doi::RULE,
    &identifiers::RULE,
    &abstract_start::RULE,
];

/// What parts a block that has grown too large. Copies in it agree in one of these more often than
/// other records do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refinement {
    /// Each of the rare words of the title.
    Words,
    /// The surname of the first person.
    FirstSurname,
    /// The year.
    Year,
    /// The volume.
    Volume,
    /// The first page.
    Page,
}

impl Refinement {
    /// Appends the further keys of a record; 0 is none.
    fn keys(self, handles: &Handles, keys: &mut Vec<u32>) {
        // Numbers are told apart from each other and from hashes by what they are numbers of.
        let number = |number: u32| join(&[self as u32 + 1, number]);
        match self {
            Self::Words => keys.extend(handles.rare),
            Self::FirstSurname => keys.push(handles.surnames[0]),
            Self::Year => keys.push(handles.year),
            Self::Volume => keys.push(number(handles.volume)),
            Self::Page => keys.push(number(handles.pages[0])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_is_documented_once() {
        let ids: BTreeSet<&str> = BLOCKING_RULES.iter().map(|rule| rule.doc.id).collect();
        assert_eq!(ids.len(), BLOCKING_RULES.len());
        for rule in BLOCKING_RULES {
            assert!(
                !rule.doc.summary.is_empty()
                    && !rule.doc.why.is_empty()
                    && !rule.doc.sources.is_empty()
            );
        }
    }

    #[test]
    fn nothing_known_gives_no_key() {
        let empty = crate::dedup::Features::of(&crate::model::Record::default());
        let handles = Handles::of(&empty, &super::super::Context::default(), 1);
        for rule in BLOCKING_RULES {
            let mut keys = Vec::new();
            (rule.keys)(&handles, &mut keys);
            assert!(keys.iter().all(|key| *key == 0), "{}", rule.doc.id);
        }
    }
}
