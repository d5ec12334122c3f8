//! [`BLOCKING_RULES`]: which records are worth comparing. Two records are a candidate pair where
//! any rule gives both the same key.

mod abstract_start;
mod candidates;
mod doi;
mod identifiers;
mod people;
mod place;
mod rare_words;
mod surname_and_word;
mod surname_and_year;
mod title;
mod title_ends;
mod year_and_pages;

pub use candidates::candidates;

use super::context::Context;
use super::features::Features;
use crate::doc::Doc;

/// One blocking rule.
#[derive(Debug)]
pub struct BlockingRule {
    /// Documentation.
    pub doc: Doc,
    /// Appends the keys of a record. 0 is no key: what is missing matches nothing.
    pub keys: fn(&Features, &Context, &mut Vec<u64>),
}

/// All blocking rules.
pub static BLOCKING_RULES: &[&BlockingRule] = &[
    &title::RULE,
    &title_ends::RULE,
    &rare_words::RULE,
    &surname_and_word::RULE,
    &surname_and_year::RULE,
    &people::RULE,
    &place::RULE,
    &year_and_pages::RULE,
    &doi::RULE,
    &identifiers::RULE,
    &abstract_start::RULE,
];

/// One key of several parts; 0 if one of them is 0.
fn join(parts: &[u64]) -> u64 {
    let mut key = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        if *part == 0 {
            return 0;
        }
        // One round of a multiplicative mix; the parts are good hashes or small numbers.
        key = (key ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        key ^= key >> 29;
    }
    key.max(1)
}

/// The rarest words of a title by how few titles have them, rarest first, at most `count`.
fn rare(features: &Features, context: &Context, count: usize) -> Vec<u64> {
    use super::features::{hash_text, words};
    let mut found: Vec<(u32, u64)> = words(features.title())
        .filter(|word| word.len() >= 2)
        .map(hash_text)
        .map(|hash| (context.titles_with(hash), hash))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(count);
    found.into_iter().map(|(_, hash)| hash).collect()
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
        let empty = Features::of(&crate::model::Record::default());
        for rule in BLOCKING_RULES {
            let mut keys = Vec::new();
            (rule.keys)(&empty, &Context::default(), &mut keys);
            assert!(keys.iter().all(|key| *key == 0), "{}", rule.doc.id);
        }
    }
}
