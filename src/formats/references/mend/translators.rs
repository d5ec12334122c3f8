//! Translators, whose names were cut or taken for something else.

use super::super::chunk::{Chunk, Line};
use super::super::label::Label;
use super::super::words::{AND, TRANSLATOR};

impl Line<'_> {
    /// Gives translators the names that are theirs.
    pub(super) fn translators(&self, chunks: &mut Vec<Chunk>) {
        let titled = chunks.iter().any(|chunk| chunk.label == Label::Title);
        if titled {
            self.names_before_role(chunks);
        }
        self.names_behind_role(chunks);
        self.names_cut_at_initials(chunks);
    }

    /// `Daphne Ellis (trans.), Wagner`, `Sallis J, trans. In:`
    fn names_before_role(&self, chunks: &mut [Chunk]) {
        for chunk in chunks.iter_mut().skip(1) {
            let here = *chunk;
            let Some((first, last)) = self.solid(here) else {
                continue;
            };
            let Some(role) = (last + 1..last + 4).find(|at| self.is_solid(*at)) else {
                continue;
            };
            let parted = (last + 1..role)
                .any(|at| self.is_mark(at, '(') || self.is_mark(at, '[') || self.is_mark(at, ','));
            let name = |at: usize| !self.is_solid(at) || self.is_name(at);
            if matches!(here.label, Label::Container | Label::Publisher)
                && parted
                && (2..=4).contains(&self.words(here))
                && self.class(role) == TRANSLATOR
                && self.is_mark(role + 1, '.')
                && (first..=last).all(name)
            {
                chunk.label = Label::Translator;
            }
        }
    }

    /// `Trans. Nicholas Rand. Critical Inquiry`: a container that begins with a translator.
    fn names_behind_role(&self, chunks: &mut Vec<Chunk>) {
        let Some(number) = chunks.iter().position(|chunk| {
            chunk.label == Label::Container
                && self.class(chunk.from) == TRANSLATOR
                && self.is_mark(chunk.from + 1, '.')
        }) else {
            return;
        };
        let chunk = chunks[number];
        let stop = (chunk.from + 3..chunk.to)
            .find(|at| self.is_mark(*at, '.') && self.word(at - 1).chars().count() > 2);
        let Some(stop) = stop else { return };
        let names = chunk.from + 2..stop;
        let count = names.clone().filter(|at| self.is_solid(*at)).count();
        let plain = names.clone().all(|at| {
            let short = self.signs.get(at).is_some_and(|sign| sign.short);
            self.is_mark(at, '.') || self.is_name(at) && (!short || self.is_initial(at))
        });
        if !(2..=4).contains(&count) || !plain {
            return;
        }
        chunks[number] = Chunk {
            label: Label::Translator,
            from: names.start,
            to: stop,
        };
        let rest = Chunk {
            from: stop + 1,
            ..chunk
        };
        if self.solid(rest).is_some() {
            chunks.insert(number + 1, rest);
        }
    }

    /// `ed. W. M. | Green. CCSL`, `by Trent Foley and Arthur G. | Holder. Liverpool`: a name does not
    /// end with the initials of given names that stand first.
    fn names_cut_at_initials(&self, chunks: &mut Vec<Chunk>) {
        for at in 1..chunks.len() {
            let (before, here) = (chunks[at - 1], chunks[at]);
            if !matches!(before.label, Label::Translator | Label::Editor)
                || !matches!(
                    here.label,
                    Label::Container | Label::Publisher | Label::Title | Label::Location
                )
                || before.to != here.from
                || !self.ends_with_given_names(before)
            {
                continue;
            }
            let mut family = here.from;
            while self.is_initial(family) && self.is_mark(family + 1, '.') {
                family += 2;
            }
            if family < here.to
                && self.is_name(family)
                && !self.is_initial(family)
                && (self.is_mark(family + 1, '.') || self.is_mark(family + 1, ','))
            {
                chunks[at - 1].to = family + 1;
                chunks[at].from = family + 1;
            }
        }
        chunks.retain(|chunk| chunk.from < chunk.to);
    }

    /// Whether the last name of a list has initials and no family name: `W. M.`, of translators also
    /// `Trent Foley and Arthur G.`
    fn ends_with_given_names(&self, chunk: Chunk) -> bool {
        let mut at = chunk.to;
        while at >= chunk.from + 2 && self.is_mark(at - 1, '.') && self.is_initial(at - 2) {
            at -= 2;
        }
        if at == chunk.to {
            return false;
        }
        let begins = |at: usize| at == chunk.from || self.class(at - 1) == AND;
        // `translated by A. W.`
        let by = |at: usize| at > chunk.from && matches!(self.word(at - 1), "by" | "par" | "von");
        begins(at)
            || by(at)
            || chunk.label == Label::Translator
                && at > chunk.from
                && self.is_name(at - 1)
                && (begins(at - 1) || by(at - 1))
    }

    /// A word of a name: it has a capital.
    fn is_name(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }
}
