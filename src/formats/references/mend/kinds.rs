//! Patents, standards and theses, whose numbers and schools were taken for those of a journal.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;
use super::super::words::{BODY, JOURNAL, MEETING, THESIS};

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

    /// `Technical University of Vienna, May 1993`: where nothing is numbered, a body is no journal.
    /// `博士学位论文, 中国政法大学`: nor is a kind of work with the university behind it.
    pub(super) fn bodies_in_containers(&self, chunks: &mut Vec<Chunk>) {
        let has = |label: Label| chunks.iter().any(|chunk| chunk.label == label);
        if has(Label::Publisher) || !has(Label::Title) {
            return;
        }
        let numbered = has(Label::Volume) || has(Label::Issue) || has(Label::Pages);
        let Some(number) = chunks
            .iter()
            .position(|chunk| chunk.label == Label::Container)
        else {
            return;
        };
        let chunk = chunks[number];
        let is_body = |from: usize| {
            if self.is_han(from) {
                let name = self.span(from, chunk.to);
                let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
                return name.ends_with(['学', '院', '所', '學']);
            }
            self.class(from) == BODY
                || self.word(from) == "Technical"
                    && (from..chunk.to).any(|at| self.class(at) == BODY)
        };
        let comma = (chunk.from + 1..chunk.to.saturating_sub(1)).find(|at| self.is_mark(*at, ','));
        if let Some(comma) = comma
            && self.is_kind(chunk.from, comma)
            && self.is_solid(comma + 1)
            && is_body(comma + 1)
        {
            chunks[number] = Chunk {
                label: Label::Genre,
                to: comma,
                ..chunk
            };
            let (label, from, to) = (Label::Publisher, comma + 1, chunk.to);
            chunks.insert(number + 1, Chunk { label, from, to });
            return;
        }
        let Some((first, last)) = self.solid(chunk) else {
            return;
        };
        if self.is_kind(first, last + 1) {
            chunks[number].label = Label::Genre;
            return;
        }
        let journal = (first..=last).any(|at| matches!(self.class(at), JOURNAL | MEETING));
        if !numbered && !journal && !self.is_han(first) && is_body(first) {
            chunks[number].label = Label::Publisher;
        }
    }

    /// Whether words are nothing but a kind of work: `Ph.D. thesis`, `report`, `博士学位论文`.
    fn is_kind(&self, from: usize, to: usize) -> bool {
        let words = self.span(from, to);
        let lower = words.to_lowercase();
        if self.is_han(from) {
            return words.ends_with("论文") && words.contains("学位");
        }
        ["thesis", "dissertation", "report"]
            .iter()
            .any(|kind| lower.ends_with(kind))
            && (from..to).all(|at| {
                !self.is_solid(at)
                    || self.class(at) == THESIS
                    || self.is_initial(at)
                    || matches!(self.word(at), "D" | "S" | "Sc")
            })
    }

    /// The text of some tokens.
    fn span(&self, from: usize, to: usize) -> &str {
        let ends = (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1)));
        let (Some(first), Some(last)) = ends else {
            return "";
        };
        self.text.get(first.start..last.end).unwrap_or_default()
    }

    /// `private communication`: a remark, no title and no journal.
    pub(super) fn remarks(&self, chunks: &mut [Chunk]) {
        for chunk in chunks {
            if !matches!(chunk.label, Label::Title | Label::Container) {
                continue;
            }
            let Some((first, last)) = self.solid(*chunk) else {
                continue;
            };
            let is = |at: usize, words: &[&str]| {
                words
                    .iter()
                    .any(|word| self.word(at).eq_ignore_ascii_case(word))
            };
            if last == first + 1
                && is(first, &["private", "personal"])
                && is(last, &["communication", "communications"])
            {
                chunk.label = Label::Note;
            }
        }
    }
}
