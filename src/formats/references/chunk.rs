//! Runs of tokens with one label, put right where the words around them leave no doubt.

use super::decode::Labelled;
use super::hash::word_hash;
use super::journals::Sign;
use super::label::Label;
use super::token::{Token, TokenKind};
use super::words::{EDITOR, TRANSLATOR, class};

/// A run of tokens with one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) label: Label,
    /// The first token.
    pub(super) from: usize,
    /// Behind the last token.
    pub(super) to: usize,
}

/// The runs of one label, in order.
pub(super) fn chunks(
    text: &str,
    tokens: &[Token],
    signs: &[Sign],
    labelled: &Labelled,
) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::new();
    for (at, label) in labelled.labels.iter().enumerate() {
        match out.last_mut() {
            Some(last) if last.label == *label => last.to = at + 1,
            _ => out.push(Chunk {
                label: *label,
                from: at,
                to: at + 1,
            }),
        }
    }
    let line = Line {
        text,
        tokens,
        signs,
    };
    line.complete_names(&mut out);
    line.mend(&mut out);
    line.roles(&mut out);
    one_list_of_authors(&mut out);
    out
}

/// A reference's text and tokens.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// What the names of journals tell of each token.
    pub(super) signs: &'a [Sign],
}

impl Line<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Mark(mark))
    }

    /// A letter, or the letters a Cyrillic one is written with: `D. Yu. Vodolazov`.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        let word = self.word(at);
        word.chars().count() == 1 && word.chars().all(char::is_uppercase)
            || matches!(
                word,
                "Yu" | "Ya" | "Kh" | "Sh" | "Ch" | "Zh" | "Ts" | "Ye" | "Yo"
            )
    }

    /// `J. Dilts and D. | Maxwell Yamabe classification`: where given names come first, a name does
    /// not end with an initial.
    fn complete_names(&self, chunks: &mut [Chunk]) {
        for at in 1..chunks.len() {
            let (before, here) = (chunks[at - 1], chunks[at]);
            let initials_first = self.is_initial(before.from) && self.is_mark(before.from + 1, '.');
            let cut = before.to >= before.from + 4
                && self.is_mark(before.to - 1, '.')
                && self.is_initial(before.to - 2);
            let family = self.word(here.from);
            let sign = self.signs.get(here.from).copied().unwrap_or_default();
            let capital = family.chars().next().is_some_and(char::is_uppercase)
                && family.chars().count() > 1
                && here.to > here.from + 1
                && !(here.label == Label::Container && (sign.place > 0 || sign.short));
            if before.label == Label::Author
                && matches!(here.label, Label::Title | Label::Container)
                && !self.is_mark(here.from, '.')
                && initials_first
                && cut
                && capital
            {
                chunks[at - 1].to += 1;
                chunks[at].from += 1;
            }
        }
    }

    /// People with `(eds.)`, `, eds` behind them are editors.
    fn roles(&self, chunks: &mut [Chunk]) {
        for chunk in chunks.iter_mut() {
            if !matches!(chunk.label, Label::Author | Label::Editor) {
                continue;
            }
            let mut at = chunk.to;
            let open = |at: usize| {
                self.is_mark(at, ',')
                    || self.is_mark(at, '(')
                    || self.is_mark(at, '[')
                    || self.is_mark(at, '.')
            };
            while open(at) && at < chunk.to + 2 {
                at += 1;
            }
            // The word may have been taken in.
            let mut last = chunk.to;
            while last > chunk.from
                && matches!(
                    self.tokens.get(last - 1).map(|t| t.kind),
                    Some(TokenKind::Mark(_))
                )
            {
                last -= 1;
            }
            let inside = last > chunk.from + 1 && class(word_hash(self.word(last - 1))) == EDITOR;
            let number = if inside { last - 1 } else { at };
            let role = class(word_hash(self.word(number)));
            let mut behind = number + 1;
            while self.is_mark(behind, '.') {
                behind += 1;
            }
            let closed = self.is_mark(behind, ')')
                || self.is_mark(behind, ']')
                || self.is_mark(behind, ',')
                || self.is_mark(behind, ':')
                || behind > number + 1
                || behind >= self.tokens.len();
            // `…, ed. by`, `ed. Don E. Fehrenbacher`: the people come behind.
            let bracketed = self.is_mark(number.wrapping_sub(1), '(')
                || self.is_mark(number.wrapping_sub(1), '[');
            let plural = matches!(
                self.word(number).to_lowercase().as_str(),
                "eds" | "editors" | "hrsg" | "hg" | "hgg" | "comps"
            );
            let front = chunk.from == 0
                && self.is_mark(number.wrapping_sub(1), ',')
                && self.is_mark(number + 1, '.');
            if closed
                && (front || bracketed || plural || inside)
                && !(inside && number == chunk.from)
            {
                if role == EDITOR {
                    chunk.label = Label::Editor;
                    if inside {
                        chunk.to = number;
                    }
                } else if role == TRANSLATOR && bracketed {
                    chunk.label = Label::Translator;
                }
            }
        }
    }
}

/// Of several lists of authors the first is theirs, unless little stands between.
fn one_list_of_authors(chunks: &mut Vec<Chunk>) {
    let mut end: Option<usize> = None;
    chunks.retain_mut(|chunk| {
        if chunk.label != Label::Author {
            return true;
        }
        let near = end.is_none_or(|end| chunk.from <= end + 3);
        if near {
            end = Some(chunk.to);
        }
        near
    });
}
