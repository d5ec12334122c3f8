//! Authors and titles that were taken for each other.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;
use super::super::words::BODY;

impl Line<'_> {
    /// `H. P. Moser and V. Dahinden, Transformerboard II. Rapperswil: Weidmann`: the title behind names
    /// that begin with initials.
    pub(super) fn titles_in_authors(&self, chunks: &mut Vec<Chunk>) {
        let has = |label: Label| chunks.iter().any(|chunk| chunk.label == label);
        if has(Label::Title) || has(Label::Container) || !has(Label::Publisher) {
            return;
        }
        let Some(at) = chunks.iter().position(|chunk| chunk.label == Label::Author) else {
            return;
        };
        let chunk = chunks[at];
        let initial = |at: usize| self.word(at).chars().count() == 1 && self.is_mark(at + 1, '.');
        let comma = (chunk.from + 2..chunk.to).rfind(|at| self.is_mark(*at, ','));
        let Some(comma) = comma.filter(|comma| {
            initial(chunk.from)
                && self.is_solid(comma + 1)
                && self.word(comma + 1).chars().count() > 3
                && (comma + 1..chunk.to).all(|at| !initial(at))
        }) else {
            return;
        };
        chunks[at].to = comma;
        let (label, from, to) = (Label::Title, comma + 1, chunk.to);
        chunks.insert(at + 1, Chunk { label, from, to });
    }

    /// `Instituto Nacional de Estadística. Perú: Encuesta Demográfica. Lima: INEI`: a body before the title
    /// of what it published.
    pub(super) fn bodies_in_titles(&self, chunks: &mut Vec<Chunk>) {
        // `Department of Fish and Game (DFG). 2011. Harvest`
        if let [first, second, ..] = chunks.as_mut_slice()
            && first.from == 0
            && first.label == Label::Publisher
            && second.label == Label::Author
            && self.is_mark(second.from.saturating_sub(1), '(')
        {
            first.label = Label::Author;
            second.label = Label::Note;
            return;
        }
        let has = |label: Label| chunks.iter().any(|chunk| chunk.label == label);
        let Some(title) = chunks.first().copied().filter(|first| {
            first.label == Label::Title && !has(Label::Author) && has(Label::Publisher)
        }) else {
            return;
        };
        let stop = (title.from + 2..title.to.saturating_sub(3)).find(|at| {
            self.is_mark(*at, '.') && self.word(at - 1).chars().count() > 3 && self.is_solid(at + 1)
        });
        if let Some(stop) = stop.filter(|_| self.class(title.from) == BODY) {
            let (label, from, to) = (Label::Author, title.from, stop + 1);
            chunks[0].from = to;
            chunks.insert(0, Chunk { label, from, to });
        }
    }
}
