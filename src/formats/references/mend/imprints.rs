//! Who published a work and where, taken for something else.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;

impl Line<'_> {
    /// `Frampas. Salamanca, CEME` and `NMFS. Conservation plan. NMFS, Juneau, Alaska`: what stands before
    /// a publisher is its place, and an author may be the publisher.
    pub(super) fn imprints(&self, chunks: &mut Vec<Chunk>) {
        let numbered = chunks.iter().any(|chunk| {
            matches!(chunk.label, Label::Volume | Label::Issue)
                || chunk.label == Label::Pages && !self.is_total(*chunk)
        });
        let titled = chunks.iter().any(|chunk| chunk.label == Label::Title);
        let author = chunks
            .iter()
            .find(|chunk| chunk.label == Label::Author)
            .copied();
        for at in 1..chunks.len() {
            let here = chunks[at];
            if here.label != Label::Container || numbered || !titled {
                continue;
            }
            let same = author.is_some_and(|author| {
                self.words(author) == self.words(here) && self.bare(author) == self.bare(here)
            });
            if same {
                chunks[at].label = Label::Publisher;
                if let Some(place) = chunks.get(at + 1).copied()
                    && place.label == Label::Location
                    && let Some(next) = chunks.get_mut(at + 2)
                    && next.label == Label::Publisher
                    && next.from == place.to
                {
                    next.label = Label::Location;
                }
            } else if self.words(here) <= 2
                && chunks[at - 1].label == Label::Title
                && chunks[at - 1].to == here.from
                && self.is_mark(here.to - 1, ',')
                && chunks
                    .get(at + 1)
                    .is_some_and(|next| next.label == Label::Publisher && next.from == here.to)
            {
                chunks[at].label = Label::Location;
            }
        }
        join(chunks);
        self.publisher_in_container(chunks);
    }

    /// `Kulturlandschaft Nordseemarschen. Nordfriisk Instituut, Bredstedt 1997`: the publisher behind
    /// the book.
    fn publisher_in_container(&self, chunks: &mut Vec<Chunk>) {
        if chunks.iter().any(|chunk| chunk.label == Label::Publisher)
            || !chunks.iter().any(|chunk| chunk.label == Label::Editor)
        {
            return;
        }
        let found = chunks.windows(2).position(|pair| {
            let [here, next] = pair else { return false };
            here.label == Label::Container && next.label == Label::Location && next.from == here.to
        });
        let Some(at) = found else { return };
        let here = chunks[at];
        let stop = (here.from + 1..here.to.saturating_sub(1)).rfind(|at| {
            let long = |at: usize| self.word(at).chars().count() > 4;
            self.is_mark(*at, '.') && long(at - 1) && long(at + 1) && self.is_solid(at + 1)
        });
        if let Some(stop) = stop {
            chunks[at].to = stop;
            let (label, from, to) = (Label::Publisher, stop + 1, here.to);
            chunks.insert(at + 1, Chunk { label, from, to });
        }
    }

    /// Its words without the marks around them.
    fn bare(&self, chunk: Chunk) -> &str {
        let ends = self.solid(chunk);
        let span = ends.and_then(|(first, last)| {
            let (first, last) = (self.tokens.get(first)?, self.tokens.get(last)?);
            self.text.get(first.start..last.end)
        });
        span.unwrap_or_default()
    }

    /// `122 pp.`: how many pages a book has.
    fn is_total(&self, chunk: Chunk) -> bool {
        self.solid(chunk).is_some_and(|(first, last)| {
            last == first + 1 && self.class(last) == super::super::words::PAGES
        })
    }
}

/// Joins neighbours with one label.
fn join(chunks: &mut Vec<Chunk>) {
    chunks.dedup_by(|next, here| {
        let one = next.label == here.label && next.from == here.to && here.label == Label::Location;
        if one {
            here.to = next.to;
        }
        one
    });
}
