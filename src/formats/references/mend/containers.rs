//! What a work stands in: journals whose names are known, and books.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;
use super::super::words::{EDITION, FUNCTION, IN, JOURNAL, MEETING};

impl Line<'_> {
    /// The name of a journal that ends where a container does: where it begins, and whether it is of
    /// several words.
    pub(super) fn name_before(&self, to: usize) -> Option<(usize, bool)> {
        let sign = self.signs.get(to)?;
        match sign.place {
            4 => Some((to, false)),
            3 => {
                let from = (0..to).rfind(|at| self.signs.get(*at).is_some_and(|s| s.place == 1))?;
                Some((from, true))
            }
            _ => None,
        }
    }

    /// A container begins where the known name of a journal does that it ends with.
    pub(super) fn names_of_journals(&self, chunks: &mut Vec<Chunk>) {
        // `Cell, Vol. 109`: a journal where the authors should be.
        if let [first, rest @ ..] = chunks.as_mut_slice()
            && matches!(first.label, Label::Author | Label::Title)
            && rest.iter().any(|chunk| chunk.label == Label::Volume)
            && !rest
                .iter()
                .any(|chunk| matches!(chunk.label, Label::Title | Label::Container | Label::Author))
            && let Some((from, to)) = self.solid(*first)
            && self.name_before(to).is_some_and(|(start, _)| start == from)
        {
            first.label = Label::Container;
        }
        for at in 1..chunks.len() {
            let (before, here) = (chunks[at - 1], chunks[at]);
            if here.label != Label::Container || before.to != here.from {
                continue;
            }
            let Some((first, last)) = self.solid(here) else {
                continue;
            };
            let Some((start, several)) = self.name_before(last) else {
                continue;
            };
            let free = matches!(before.label, Label::Title | Label::Author);
            if start < first && several && free && start >= before.from {
                chunks[at - 1].to = start;
                chunks[at].from = start;
            } else if start > first && before.label == Label::Title {
                // `Research Group (CHARG). Hum Exp Toxicol`
                let sentence = self.is_mark(start - 1, '.')
                    && (self.word(start - 2).chars().count() > 4 || self.is_mark(start - 2, ')'));
                let small = (first..start).any(|at| {
                    let word = self.word(at);
                    word.starts_with(char::is_lowercase) && word.chars().count() > 4
                });
                // `official journal of the American Society of Clinical Oncology`
                let goes_on = matches!(self.class(start - 1), FUNCTION | JOURNAL)
                    || (first..start).any(|at| matches!(self.class(at), JOURNAL | MEETING));
                if sentence && (several || !small)
                    || several && small && self.is_solid(start - 1) && !goes_on
                {
                    chunks[at - 1].to = start;
                    chunks[at].from = start;
                }
            }
        }
        chunks.retain(|chunk| chunk.from < chunk.to);
    }

    /// `In: M. Ideli (Hg.): Menschenlandschaften`: a second title behind editors or `in` is the
    /// book; `Ruzmaikin, 1988, Magnetic Fields, Kluwer`: a book alone is the work.
    pub(super) fn books(&self, chunks: &mut [Chunk]) {
        let has = |chunks: &[Chunk], labels: &[Label]| {
            chunks.iter().any(|chunk| labels.contains(&chunk.label))
        };
        let title = chunks.iter().position(|chunk| chunk.label == Label::Title);
        let mut turned = false;
        for chunk in chunks
            .iter_mut()
            .skip(title.map_or(usize::MAX, |at| at + 1))
        {
            let inside = |from: usize, to: usize| (from..to).any(|at| self.class(at) == IN);
            turned |= chunk.label == Label::Editor
                || chunk.label == Label::Other && inside(chunk.from, chunk.to);
            if chunk.label == Label::Container {
                break;
            }
            if chunk.label != Label::Title || self.words(*chunk) < 2 {
                continue;
            }
            // `2000 In Proceedings of …`
            if inside(chunk.from, chunk.from + 1) && self.word(chunk.from).starts_with('I') {
                chunk.from += 1;
                turned = true;
            }
            if turned {
                chunk.label = Label::Container;
                break;
            }
        }
        let numbered = [Label::Volume, Label::Issue, Label::Pages];
        for chunk in chunks.iter_mut() {
            // `9. Auflage`
            if chunk.label == Label::Container
                && self.words(*chunk) <= 3
                && self.solid(*chunk).is_some_and(|(first, last)| {
                    last > first
                        && self.class(last) == EDITION
                        && self.word(first).starts_with(|c: char| c.is_ascii_digit())
                })
            {
                chunk.label = Label::Edition;
            }
        }
        if !has(chunks, &[Label::Title])
            && !has(chunks, &numbered)
            && has(chunks, &[Label::Publisher, Label::Location, Label::Editor])
        {
            for chunk in chunks.iter_mut() {
                let journal = self.solid(*chunk).is_some_and(|(first, last)| {
                    self.name_before(last)
                        .is_some_and(|(from, _)| from == first)
                });
                if chunk.label == Label::Container && !journal {
                    chunk.label = Label::Title;
                    break;
                }
            }
        }
    }

    /// `Paper presented at the Symposium`: the meeting without the words before it.
    pub(super) fn meetings(&self, chunks: &mut Vec<Chunk>) {
        for chunk in chunks.iter_mut() {
            if chunk.label != Label::Container {
                continue;
            }
            let is = |at: usize, word: &str| self.word(at).eq_ignore_ascii_case(word);
            let from = chunk.from;
            if is(from, "paper") && is(from + 1, "presented") && is(from + 2, "at") {
                chunk.from = (from + 3 + usize::from(is(from + 3, "the"))).min(chunk.to);
            }
        }
        chunks.retain(|chunk| chunk.from < chunk.to);
    }

    /// `PoS LATTICE2013 (2014) 039`: the proceedings of science have the name of a meeting for a
    /// volume.
    pub(super) fn proceedings_of_science(&self, chunks: &mut Vec<Chunk>) {
        for number in 0..chunks.len() {
            let chunk = chunks[number];
            let code = chunk.from + 1;
            let is_code = code < chunk.to
                && self.word(code).chars().all(char::is_uppercase)
                && self.is_solid(code);
            if chunk.label != Label::Container || self.word(chunk.from) != "PoS" || !is_code {
                continue;
            }
            chunks[number].to = code;
            match chunks.get_mut(number + 1) {
                Some(next) if next.label == Label::Volume => next.from = code,
                _ => {
                    let (label, from, to) = (Label::Volume, code, chunk.to);
                    chunks.insert(number + 1, Chunk { label, from, to });
                }
            }
            return;
        }
    }
}
