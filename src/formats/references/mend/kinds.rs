//! Patents, standards and theses, whose numbers and schools were taken for those of a journal.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;

/// Who makes standards, lower case.
const MAKERS: &[&str] = &[
    "iec", "ieee", "iso", "ansi", "din", "astm", "en", "bs", "jis", "itu", "ietf",
];

impl Line<'_> {
    /// `U.S. Patent 8 707 764`, `IEC Std. 60076-7`: the numbers are that of the work.
    pub(super) fn numbers_of_works(&self, chunks: &mut Vec<Chunk>) {
        let Some(at) = chunks.iter().position(|chunk| {
            matches!(chunk.label, Label::Title | Label::Container) && self.kind_at(*chunk).is_some()
        }) else {
            return;
        };
        let (chunk, titled) = (
            chunks[at],
            chunks.iter().any(|one| one.label == Label::Title),
        );
        let Some((from, is_patent)) = self.kind_at(chunk) else {
            return;
        };
        let numbers = chunks
            .iter()
            .skip(at + 1)
            .take_while(|next| {
                matches!(
                    next.label,
                    Label::Volume | Label::Issue | Label::Pages | Label::Number
                )
            })
            .count();
        let last = numbers
            .checked_sub(1)
            .and_then(|more| chunks.get(at + 1 + more))
            .copied();
        let Some(last) =
            last.filter(|_| chunks.get(at + 1).is_some_and(|next| next.from == chunk.to))
        else {
            return;
        };
        if is_patent && chunk.label == Label::Title && from <= chunk.from {
            return;
        }
        chunks.drain(at + 1..=at + numbers);
        let (label, to) = (Label::Number, last.to);
        chunks.insert(
            at + 1,
            Chunk {
                label,
                from: chunk.to,
                to,
            },
        );
        let (label, to) = (Label::Genre, chunk.to);
        chunks.insert(at + 1, Chunk { label, from, to });
        chunks[at].to = from;
        if !titled {
            chunks[at].label = Label::Title;
        }
        chunks.retain(|chunk| chunk.from < chunk.to);
    }

    /// Where the words for a patent or standard begin that a run ends with, and whether it is a patent.
    fn kind_at(&self, chunk: Chunk) -> Option<(usize, bool)> {
        let (first, last) = self.solid(chunk)?;
        let word = self.word(last).to_lowercase();
        if matches!(word.as_str(), "patent" | "patents" | "patente" | "brevet") {
            let comma = (first..last).rfind(|at| self.is_mark(*at, ','));
            return Some((comma.map_or(chunk.from, |comma| comma + 1), true));
        }
        let named = matches!(word.as_str(), "std" | "standard" | "norm");
        let maker = if named { last.checked_sub(1)? } else { last };
        let known = MAKERS.contains(&self.word(maker).to_lowercase().as_str())
            && self.word(maker).chars().all(char::is_uppercase);
        let cut = maker > first + 2 && self.is_mark(maker - 1, ',');
        (known && cut).then_some((maker, false))
    }

    /// `Ph.D. dissertation, Dept. Elect. Eng., Univ. Strathclyde`: the kind of a thesis taken for a second
    /// title, its department for a journal.
    pub(super) fn theses(&self, chunks: &mut Vec<Chunk>) {
        let first = chunks.iter().position(|chunk| chunk.label == Label::Title);
        let Some(first) = first else { return };
        let is_thesis = |chunk: &Chunk| {
            self.words(*chunk) <= 2
                && self.solid(*chunk).is_some_and(|(from, _)| {
                    let word = self.word(from).to_lowercase();
                    matches!(word.as_str(), "dissertation" | "thesis" | "diss")
                })
        };
        let second = chunks.iter().skip(first + 1).position(|chunk| {
            matches!(chunk.label, Label::Title | Label::Container | Label::Other)
                && is_thesis(chunk)
        });
        let Some(at) = second.map(|at| first + 1 + at) else {
            return;
        };
        chunks[at].label = Label::Genre;
        let before = chunks[at - 1];
        if before.to == chunks[at].from && before.label != Label::Title && self.words(before) <= 3 {
            chunks[at].from = before.from;
            chunks.remove(at - 1);
        }
        // Behind it stand the department and the university.
        let at = chunks
            .iter()
            .position(|chunk| chunk.label == Label::Genre)
            .unwrap_or(at);
        if let Some(next) = chunks.get(at + 1).copied()
            && next.label == Label::Container
        {
            chunks[at + 1].label = Label::Publisher;
            if let Some(school) = chunks.get(at + 2).copied()
                && school.label == Label::Publisher
                && school.from == next.to
            {
                chunks[at + 1].to = school.to;
                chunks.remove(at + 2);
            }
        }
        // `Glasgow, U.K.`
        if let Some(place) = chunks.windows(2).position(|pair| {
            let [here, next] = pair else { return false };
            here.label == Label::Location
                && next.from == here.to
                && next.label == Label::Publisher
                && self.words(*next) == 1
                && self.word(next.from).chars().count() == 1
        }) {
            chunks[place].to = chunks[place + 1].to;
            chunks.remove(place + 1);
        }
    }
}
