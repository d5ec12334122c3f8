//! What is no part of a title.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;
use super::super::words::IN;

impl Line<'_> {
    /// `2007 b: Cluster analysis`, `self-organizing map 2001 Int. J. of …`, `'Die Schicht,' in`: what
    /// does not belong to the title is given to whom it belongs.
    pub(super) fn dates_in_titles(&self, chunks: &mut Vec<Chunk>) {
        let dated = chunks.iter().any(|chunk| chunk.label == Label::Date);
        let mut at = 0;
        while let Some(chunk) = chunks.get(at).copied() {
            at += 1;
            if chunk.label != Label::Title {
                continue;
            }
            let Some((first, last)) = self.solid(chunk) else {
                continue;
            };
            let letter = self.word(chunk.from);
            let glued = self.tokens.get(chunk.from).is_some_and(|t| !t.spaced);
            if at >= 2
                && chunks[at - 2].label == Label::Date
                && chunks[at - 2].to == chunk.from
                && glued
                && letter.len() == 1
                && letter.bytes().all(|b| b.is_ascii_lowercase())
            {
                chunks[at - 2].to += 1;
                chunks[at - 1].from += 1;
                continue;
            }
            if last > first + 1
                && self.class(last) == IN
                && !self.is_solid(last - 1)
                && !self.is_mark(last - 1, '-')
            {
                chunks[at - 1].to = last;
                continue;
            }
            let container = chunks
                .get(at)
                .is_some_and(|next| next.label == Label::Container && next.from == chunk.to);
            let year = (first + 3..=last).rfind(|at| self.is_year(*at));
            if let Some(year) = year
                .filter(|year| !dated && container && last - year <= 3 && self.is_solid(year - 1))
            {
                chunks[at - 1].to = year;
                chunks[at].from = year + 1;
                let (from, to) = (year, year + 1);
                chunks.insert(
                    at,
                    Chunk {
                        label: Label::Date,
                        from,
                        to,
                    },
                );
            }
        }
    }

    /// `Hadron structure, plenary talk given at …`: the kind of work is no part of its title.
    pub(super) fn kinds_in_titles(&self, chunks: &mut Vec<Chunk>) {
        const KINDS: &[&[&str]] = &[
            &["technical", "report"],
            &["tech", "rep"],
            &["phd", "thesis"],
            &["ph", "d", "thesis"],
            &["ph", "d", "dissertation"],
            &["m", "s", "thesis"],
            &["m", "sc", "thesis"],
            &["m", "a", "thesis"],
            &["msc", "thesis"],
            &["tesis", "doctoral"],
            &["tesis", "de"],
            &["tese", "de"],
            &["thèse", "de"],
            &["phd", "dissertation"],
            &["master's", "thesis"],
            &["masters", "thesis"],
            &["plenary", "talk"],
            &["invited", "talk"],
            &["talk", "given"],
            &["talk", "at"],
            &["talk", "presented"],
            &["doctoral", "dissertation"],
            &["doctoral", "thesis"],
            &["diploma", "thesis"],
        ];
        let mut number = 0;
        while let Some(chunk) = chunks.get(number).copied() {
            number += 1;
            let container = chunk.label == Label::Container;
            if !container && !matches!(chunk.label, Label::Title | Label::Author) {
                continue;
            }
            let begins = |from: usize| {
                let mut words = (from..self.tokens.len()).filter(|at| self.is_solid(*at));
                let found: Vec<String> = words
                    .by_ref()
                    .take(3)
                    .map(|at| self.word(at).to_lowercase())
                    .collect();
                KINDS.iter().any(|kind| {
                    kind.len() <= found.len() && kind.iter().zip(&found).all(|(a, b)| a == b)
                })
            };
            if container {
                // `Technical report, Champaign`
                if self.words(chunk) <= 3 && begins(chunk.from) {
                    chunks[number - 1].label = Label::Genre;
                }
                continue;
            }
            let cut = (chunk.from + 2..chunk.to).find(|at| {
                self.is_solid(*at)
                    && (self.is_mark(at - 1, ',') || self.is_mark(at - 1, '.'))
                    && begins(*at)
            });
            if let Some(from) = cut {
                chunks[number - 1].to = from;
                let (label, to) = (Label::Genre, chunk.to);
                chunks.insert(number, Chunk { label, from, to });
                number += 1;
            }
        }
    }
}
