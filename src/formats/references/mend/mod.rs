//! What the words around leave no doubt of, where the labels of a reference contradict each other.

mod authors;
mod containers;
mod hosts;
mod imprints;
mod kinds;
mod numbers;
mod titles;
mod translators;

use super::chunk::{Chunk, Line};
use super::hash::word_hash;
use super::token::TokenKind;
use super::words::class;

impl Line<'_> {
    /// Mends the runs of one label.
    pub(super) fn mend(&self, chunks: &mut Vec<Chunk>) {
        self.dates_in_titles(chunks);
        self.hosts_in_titles(chunks);
        self.titles_in_containers(chunks);
        self.titles_in_authors(chunks);
        self.bodies_in_titles(chunks);
        self.remarks_in_titles(chunks);
        self.quotes_in_titles(chunks);
        self.journals_in_quotes(chunks);
        self.kinds_in_titles(chunks);
        self.theses(chunks);
        self.numbers_of_works(chunks);
        self.translators(chunks);
        self.names_of_journals(chunks);
        self.books(chunks);
        self.bodies_in_containers(chunks);
        self.meetings(chunks);
        self.proceedings_of_science(chunks);
        self.remarks(chunks);
        self.imprints(chunks);
        self.days_of_dates(chunks);
        self.numbers(chunks);
        self.pairs_of_numbers(chunks);
        self.places(chunks);
    }

    fn class(&self, at: usize) -> u8 {
        class(word_hash(self.word(at)))
    }

    fn is_solid(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| !matches!(token.kind, TokenKind::Mark(_) | TokenKind::Link(_)))
    }

    fn is_han(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Han)
    }

    /// The first and the last token of a run that are no marks.
    fn solid(&self, chunk: Chunk) -> Option<(usize, usize)> {
        let first = (chunk.from..chunk.to).find(|at| self.is_solid(*at))?;
        let last = (chunk.from..chunk.to).rfind(|at| self.is_solid(*at))?;
        Some((first, last))
    }

    fn words(&self, chunk: Chunk) -> usize {
        (chunk.from..chunk.to)
            .filter(|at| self.is_solid(*at))
            .count()
    }

    fn is_year(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() == 4
            && word.bytes().all(|b| b.is_ascii_digit())
            && (word.starts_with("19") || word.starts_with("20"))
    }
}

#[cfg(test)]
mod tests;
