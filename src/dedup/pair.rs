//! [`Pair`]: two records side by side, with what several comparisons need worked out once.

use super::comparisons::{authors, title};
use super::context::Context;
use super::features::{Class, Features};
use super::peel::peel;
use super::word_match::{WordMatch, match_words};
use std::cell::OnceCell;

/// Two records to be compared.
#[derive(Debug)]
pub struct Pair<'a> {
    /// One.
    pub a: &'a Features,
    /// The other.
    pub b: &'a Features,
    /// The file they stand in.
    pub context: &'a Context,
    /// How their titles relate word by word.
    pub words: WordMatch,
    /// How alike their titles are; several comparisons ask.
    pub titles: title::Level,
    /// The title of the first without what belongs to people and container.
    pub title_a: &'a str,
    /// The same of the second.
    pub title_b: &'a str,
    /// Whether one title stood behind names of the people.
    pub names_before: bool,
    /// How alike their lists of people are, once a comparison asks.
    lists: OnceCell<authors::Level>,
}

impl<'a> Pair<'a> {
    /// Sets two records side by side.
    pub fn new(a: &'a Features, b: &'a Features, context: &'a Context) -> Self {
        let peeled = peel(a, b);
        let words = match_words(peeled.a, peeled.b, context);
        let titles = title::of(a, b, &peeled, &words);
        Self {
            a,
            b,
            context,
            words,
            titles,
            title_a: peeled.a,
            title_b: peeled.b,
            names_before: peeled.names,
            lists: OnceCell::new(),
        }
    }

    /// How alike the lists of people are; several comparisons ask.
    pub fn lists(&self) -> authors::Level {
        *self.lists.get_or_init(|| authors::of(self.a, self.b))
    }

    /// Whether one of the two is a preprint and the other is not.
    pub fn is_preprint_and_version(&self) -> bool {
        use super::features::Kinds;
        let preprint =
            |one: &Features| one.class == Class::Preprint || one.kinds.has(Kinds::PREPRINT);
        preprint(self.a) != preprint(self.b)
    }
}
