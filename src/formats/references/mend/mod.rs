//! What the words around leave no doubt of, where the labels of a reference contradict each other.

mod containers;
mod numbers;
mod titles;

use super::chunk::{Chunk, Line};
use super::hash::word_hash;
use super::token::TokenKind;
use super::words::class;

impl Line<'_> {
    /// Mends the runs of one label.
    pub(super) fn mend(&self, chunks: &mut Vec<Chunk>) {
        self.dates_in_titles(chunks);
        self.kinds_in_titles(chunks);
        self.names_of_journals(chunks);
        self.books(chunks);
        self.numbers(chunks);
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
mod tests {
    use super::super::journals::Journals;
    use super::super::label::Label::{
        self, Author, Container, Date, Editor, Genre, Issue, Location, Note, Other, Pages,
        Publisher, Title, Volume,
    };
    use super::super::token::tokens;
    use super::*;

    /// The runs of a reference, given and gotten as labels with their words.
    fn mended(runs: &[(Label, &str)]) -> Vec<(Label, String)> {
        let text: String = runs.iter().map(|(_, words)| *words).collect();
        let tokens = tokens(&text, &[]);
        let mut chunks = Vec::new();
        let (mut end, mut from) = (0, 0);
        for (label, words) in runs {
            end += words.len();
            let to = tokens.iter().filter(|token| token.start < end).count();
            let label = *label;
            chunks.push(Chunk { label, from, to });
            from = to;
        }
        let signs = &Journals::builtin().signs(&text, &tokens);
        let line = Line {
            text: &text,
            tokens: &tokens,
            signs,
        };
        line.mend(&mut chunks);
        let solid = chunks.iter().filter_map(|chunk| {
            let (first, last) = line.solid(*chunk)?;
            let words = text.get(tokens[first].start..tokens[last].end)?;
            Some((chunk.label, words.to_owned()))
        });
        solid.collect()
    }

    #[test]
    fn what_the_words_around_leave_no_doubt_of_is_mended() {
        for (runs, label, words) in [
            (
                &[
                    (Author, "R. Yuan. "),
                    (Title, "A map of signals 2001 "),
                    (Container, "J. Exp. Biol. "),
                    (Volume, "1"),
                ][..],
                Date,
                "2001",
            ),
            (
                &[
                    (Author, "A. Bude. "),
                    (Title, "'Die Schicht,' in "),
                    (Container, "Soziologie "),
                    (Volume, "7"),
                ],
                Title,
                "Die Schicht",
            ),
            (
                &[
                    (Author, "S. Collins, "),
                    (Title, "Hadron structure, plenary talk given at Lattice"),
                ],
                Genre,
                "plenary talk given at Lattice",
            ),
            (
                &[
                    (Title, "Essential acids. Research Group (RG). Phys. "),
                    (Container, "Rev. Lett. "),
                    (Volume, "5"),
                ],
                Container,
                "Phys. Rev. Lett",
            ),
            (
                &[
                    (Author, "M. Ideli. "),
                    (Title, "Migration. "),
                    (Other, "In: "),
                    (Editor, "H. Kieser (Hg.): "),
                    (Title, "Neue Landschaften. "),
                    (Date, "2011"),
                ],
                Container,
                "Neue Landschaften",
            ),
            (
                &[
                    (Author, "A. Ruzmaikin, "),
                    (Date, "1988, "),
                    (Container, "Magnetic Fields, "),
                    (Publisher, "Kluwer"),
                ],
                Title,
                "Magnetic Fields",
            ),
            (
                &[
                    (Container, "Phys. Rev. Lett. "),
                    (Volume, "111 ("),
                    (Date, "2013) "),
                    (Volume, "14, "),
                    (Pages, "141601"),
                ],
                Issue,
                "14",
            ),
            (
                &[(Title, "Maps. "), (Publisher, "Springer Heidelberg")],
                Location,
                "Heidelberg",
            ),
            (
                &[(Title, "Maps. "), (Publisher, "Unpublished manuscript")],
                Note,
                "Unpublished manuscript",
            ),
            (
                &[
                    (Title, "Maps. "),
                    (Container, "Conference on Vision (CV). IEEE"),
                ],
                Publisher,
                "IEEE",
            ),
        ] {
            let found = mended(runs);
            assert!(
                found.contains(&(label, words.to_owned())),
                "{label:?} {words}: {found:?}"
            );
        }
    }

    #[test]
    fn what_is_sound_stays() {
        let runs = [
            (Author, "D. Maxwell. "),
            (Title, "Pain in the chronic. "),
            (Container, "Journal of the American Medical Association. "),
            (Volume, "12("),
            (Issue, "3): "),
            (Pages, "4-5. "),
            (Publisher, "University of Toronto"),
        ];
        let labels: Vec<Label> = mended(&runs).into_iter().map(|(label, _)| label).collect();
        let expected: Vec<Label> = runs.iter().map(|(label, _)| *label).collect();
        assert_eq!(labels, expected);
    }
}
