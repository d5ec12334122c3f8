//! What stands behind a title and was taken for its end: `In:` and the book, a remark in brackets.

use super::super::chunk::{Chunk, Line};
use super::super::hash::word_hash;
use super::super::label::Label;
use super::super::words::{EDITION, EDITOR, class};

/// The class of words for theses and reports.
const THESIS: u8 = 16;

/// What is said in brackets of the medium of a work, lower case; the address behind it says so too.
const MEDIA: &[&str] = &[
    "internet",
    "online",
    "en",
    "línea",
    "ligne",
    "electronic",
    "resource",
    "recurso",
    "electrónico",
    "website",
];

/// What is said of its kind, lower case.
const REMARKS: &[&str] = &[
    "editorial",
    "letter",
    "letters",
    "carta",
    "comment",
    "comentario",
    "review",
    "abstract",
    "resumen",
    "news",
    "cd-rom",
    "dvd",
    "video",
    "film",
    "blog",
    "database",
];

impl Line<'_> {
    /// `Iron and brain. En: Preedy VR`, `Väggarnas språk, i: Rig`: a book or journal begins behind the
    /// word and its colon.
    pub(super) fn hosts_in_titles(&self, chunks: &mut Vec<Chunk>) {
        let Some(at) = chunks
            .iter()
            .position(|chunk| matches!(chunk.label, Label::Title | Label::Container))
        else {
            return;
        };
        let chunk = chunks[at];
        let word = (chunk.from + 2..chunk.to.saturating_sub(1)).find(|at| {
            let colon = self.is_mark(at + 1, ':') && is_in(self.word(*at));
            let before = ['.', ',', '?', '!', ')', '"'];
            let quoted = self.is_mark(at - 1, ',') && self.is_quote(at - 2);
            colon && (quoted || before.iter().any(|mark| self.is_mark(at - 1, *mark)))
                || quoted && matches!(self.word(*at), "in" | "In")
        });
        let Some(word) = word else { return };
        let behind = chunk.to;
        chunks[at].label = Label::Title;
        chunks[at].to = word;
        let from = word + 1 + usize::from(self.is_mark(word + 1, ':'));
        // `Preedy VR, editor. Handbook`: people up to the word, the book behind it.
        let role = (from + 1..(behind + 4).min(self.tokens.len()))
            .find(|at| self.class(*at) == EDITOR)
            // `In: Impact Studies, eds. Dypvik, H.`: people behind the word.
            .filter(|role| {
                chunks.iter().all(|chunk| {
                    let behind = (role + 1).max(chunk.from)..chunk.to;
                    chunk.label != Label::Editor || behind.into_iter().all(|at| !self.is_solid(at))
                })
            });
        let Some(role) = role.filter(|_| from == word + 2) else {
            let (label, mut to) = (Label::Container, behind);
            if let Some(next) = chunks.get(at + 1).copied()
                && next.label == Label::Container
                && next.from == behind
            {
                to = next.to;
                chunks.remove(at + 1);
            }
            chunks.insert(at + 1, Chunk { label, from, to });
            return;
        };
        let (label, to) = (Label::Editor, role);
        chunks.insert(at + 1, Chunk { label, from, to });
        if role + 1 < behind {
            let (label, from, to) = (Label::Container, role + 1, behind);
            chunks.insert(at + 2, Chunk { label, from, to });
            return;
        }
        for chunk in chunks.iter_mut().skip(at + 2) {
            chunk.from = chunk.from.max(role + 1).min(chunk.to);
        }
        let book = chunks
            .iter()
            .skip(at + 2)
            .position(|chunk| self.solid(*chunk).is_some());
        if let Some(next) = book.and_then(|book| chunks.get_mut(at + 2 + book))
            && matches!(next.label, Label::Title | Label::Editor | Label::Other)
        {
            next.label = Label::Container;
        }
        chunks.retain(|chunk| self.solid(*chunk).is_some());
    }

    /// `Väggarnas språk, i: Rig`: of two containers without a title the first is the title.
    pub(super) fn titles_in_containers(&self, chunks: &mut [Chunk]) {
        if chunks.iter().any(|chunk| chunk.label == Label::Title) {
            return;
        }
        let found = chunks.windows(3).position(|three| {
            let [first, between, second] = three else {
                return false;
            };
            let containers = first.label == Label::Container && second.label == Label::Container;
            let word = (between.from..between.to).find(|at| self.is_solid(*at));
            containers && word.is_some_and(|at| is_in(self.word(at)) && self.is_mark(at + 1, ':'))
        });
        if let Some(first) = found.and_then(|at| chunks.get_mut(at)) {
            first.label = Label::Title;
        }
    }

    /// `Przemiany narodowościowe, „Folia Geographica”, nr 10`: a journal in quotes behind a title without
    /// any.
    pub(super) fn journals_in_quotes(&self, chunks: &mut Vec<Chunk>) {
        let has = |label: Label| chunks.iter().any(|chunk| chunk.label == label);
        if has(Label::Container) || !(has(Label::Issue) || has(Label::Volume) || has(Label::Pages))
        {
            return;
        }
        let Some(at) = chunks.iter().position(|chunk| chunk.label == Label::Title) else {
            return;
        };
        let title = chunks[at];
        let Some((first, last)) = self.solid(title) else {
            return;
        };
        let closed = (last + 1..title.to).any(|at| self.is_quote(at));
        let open = (first + 2..last).rfind(|at| self.is_quote(*at));
        if let Some(open) =
            open.filter(|open| closed && self.is_mark(open - 1, ',') && last > *open)
            && !self.is_quote(title.from.saturating_sub(1))
            && !self.is_quote(title.from)
        {
            chunks[at].to = open;
            let (label, from, to) = (Label::Container, open + 1, title.to);
            chunks.insert(at + 1, Chunk { label, from, to });
        }
    }

    /// `„Kein Land ohne Deich“ Lebenswelten einer Gesellschaft (= Veröffentlichungen. Band 2)` and
    /// `外籍新娘」現象。台北`: a title goes on behind its quotes, and its series stands behind it.
    pub(super) fn quotes_in_titles(&self, chunks: &mut Vec<Chunk>) {
        let Some(at) = chunks.iter().position(|chunk| chunk.label == Label::Title) else {
            return;
        };
        let (title, next) = (chunks[at], chunks.get(at + 1).copied());
        if let Some(next) =
            next.filter(|next| next.label == Label::Container && next.from == title.to)
            && title.to > title.from
            && self.is_quote(title.to - 1)
            && self.is_solid(next.from)
        {
            let glued = self.is_han(next.from) && !self.spaced(next.from);
            let series = (next.from..next.to.saturating_sub(1))
                .any(|at| self.is_mark(at, '(') && self.is_mark(at + 1, '='));
            let end = if glued {
                (next.from..next.to).find(|at| self.is_mark(*at, '.') || self.is_mark(*at, ','))
            } else {
                series.then_some(next.to)
            };
            if let Some(end) = end {
                chunks[at].to = end;
                chunks[at + 1].from = end;
                // The quotes are part of the title then.
                if at > 0 && !glued && self.is_quote(title.from - 1) {
                    chunks[at - 1].to = chunks[at - 1].to.min(title.from - 1);
                    chunks[at].from = title.from - 1;
                }
            }
        }
        self.imprint_in_container(at + 1, chunks);
        let title = chunks[at];
        let series = (title.from + 1..title.to.saturating_sub(1))
            .find(|at| self.is_mark(*at, '(') && self.is_mark(at + 1, '='));
        if let Some(open) = series {
            chunks[at].to = open;
            let (label, from, to) = (Label::Series, open + 2, title.to);
            chunks.insert(at + 1, Chunk { label, from, to });
        }
        chunks.retain(|chunk| chunk.from < chunk.to);
    }

    /// `。台北：出版社`: a place and a publisher taken for a container.
    fn imprint_in_container(&self, at: usize, chunks: &mut Vec<Chunk>) {
        let Some(chunk) = chunks.get(at).copied() else {
            return;
        };
        let published = chunks.iter().any(|chunk| {
            matches!(
                chunk.label,
                Label::Publisher | Label::Volume | Label::Issue | Label::Pages
            )
        });
        let colon = (chunk.from..chunk.to).find(|at| self.word(*at) == "：");
        if let Some(colon) = colon.filter(|colon| {
            chunk.label == Label::Container
                && !published
                && (chunk.from..*colon).filter(|at| self.is_han(*at)).count() <= 4
        }) {
            chunks[at].label = Label::Location;
            chunks[at].to = colon;
            let (label, from, to) = (Label::Publisher, colon + 1, chunk.to);
            chunks.insert(at + 1, Chunk { label, from, to });
        }
    }

    fn is_quote(&self, at: usize) -> bool {
        self.is_mark(at, '"') || self.is_mark(at, '\'')
    }

    fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// `[tesis doctoral]`, `[Internet]`, `(2nd edition)` at the end of a title or container is no part of
    /// it.
    pub(super) fn remarks_in_titles(&self, chunks: &mut Vec<Chunk>) {
        let mut number = 0;
        while let Some(chunk) = chunks.get(number).copied() {
            number += 1;
            if !matches!(chunk.label, Label::Title | Label::Container) {
                continue;
            }
            let Some((open, close)) = self.last_bracket(chunk) else {
                continue;
            };
            let Some(label) = self.remark(chunk, open, close) else {
                continue;
            };
            if !(chunk.from..open).any(|at| self.is_solid(at)) {
                continue;
            }
            chunks[number - 1].to = open;
            let (from, to) = (open + 1, close);
            chunks.insert(number, Chunk { label, from, to });
            number += 1;
        }
    }

    /// The bracket a run ends with: where it opens, where it closes.
    fn last_bracket(&self, chunk: Chunk) -> Option<(usize, usize)> {
        let is_open =
            |at: usize| self.is_mark(at, '[') || self.is_mark(at, '(') || self.word(at) == "﹝";
        let is_close =
            |at: usize| self.is_mark(at, ']') || self.is_mark(at, ')') || self.word(at) == "﹞";
        // The mark that closes it may be counted to what follows.
        let last = (chunk.from..chunk.to).rfind(|at| self.is_solid(*at) || is_close(*at))?;
        let close = if is_close(last) {
            last
        } else if is_close(last + 1) {
            last + 1
        } else {
            return None;
        };
        let open = (chunk.from + 1..close).rfind(|at| is_open(*at))?;
        (close > open + 1).then_some((open, close))
    }

    /// What the words in a bracket are to the work; [`None`] where they belong to its title.
    fn remark(&self, chunk: Chunk, open: usize, close: usize) -> Option<Label> {
        let words: Vec<String> = (open + 1..close)
            .filter(|at| self.is_solid(*at))
            .map(|at| self.word(at).to_lowercase())
            .collect();
        let classes = || words.iter().map(|word| class(word_hash(word)));
        let joined = words.concat();
        let is_thesis =
            joined.contains("論文") || joined.contains("论文") || joined.contains("학위");
        if is_thesis || classes().any(|class| class == THESIS) && words.len() <= 8 {
            return (chunk.label == Label::Title).then_some(Label::Genre);
        }
        let short = words.len() <= 4;
        if short && (classes().any(|class| class == EDITION) || joined.starts_with("edisi")) {
            return (chunk.label == Label::Title).then_some(Label::Edition);
        }
        if !self.is_mark(open, '[') || !short || words.is_empty() {
            return None;
        }
        let among = |known: &[&str]| words.iter().all(|word| known.contains(&word.as_str()));
        if among(MEDIA) {
            return Some(Label::Other);
        }
        among(REMARKS).then_some(Label::Note)
    }
}

/// Whether a word stands before the book a work is in; a colon follows it.
fn is_in(word: &str) -> bool {
    matches!(
        word,
        "In" | "in" | "En" | "en" | "Em" | "em" | "Dans" | "dans" | "W" | "V" | "I" | "i"
    )
}
