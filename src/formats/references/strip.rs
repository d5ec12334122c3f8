//! [`Strip`]: a run of tokens with the questions a grammar asks of it.

use super::token::{Token, TokenKind};
use crate::source::Span;

/// A run of tokens of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strip<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> Strip<'a> {
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    /// The tokens from `from` to `to`.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        Self {
            tokens: self.tokens.get(from..to).unwrap_or_default(),
            ..self
        }
    }

    /// The words of one token.
    pub(super) fn word(self, at: usize) -> &'a str {
        let token = self.tokens.get(at);
        token
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    pub(super) fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_mark(self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(TokenKind::Mark(mark))
    }

    pub(super) fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_link(self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Link(_)))
    }

    /// Whether white space stands before a token; behind the last token it does.
    pub(super) fn spaced(self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// Whether a dash is longer than a hyphen, or stands apart.
    pub(super) fn spaced_or_long(self, at: usize) -> bool {
        self.spaced(at) || self.word(at) != "-"
    }

    pub(super) fn is_year(self, at: usize) -> bool {
        let word = self.word(at);
        self.is_number(at) && word.len() == 4 && (word.starts_with('1') || word.starts_with("20"))
    }

    /// The offset of the first token with this mark.
    pub(super) fn find(self, mark: char) -> Option<usize> {
        (0..self.len()).find(|at| self.is_mark(*at, mark))
    }

    pub(super) fn rfind(self, mark: char) -> Option<usize> {
        (0..self.len()).rev().find(|at| self.is_mark(*at, mark))
    }

    /// What the run covers; empty where it has no token.
    pub(super) fn span(self) -> Span {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }

    /// Its words.
    pub(super) fn words(self) -> &'a str {
        self.span().of(self.text)
    }

    /// The run without marks around it but brackets and quotes.
    pub(super) fn trim(self) -> Self {
        let loose = |at: usize| {
            matches!(
                self.kind(at),
                Some(TokenKind::Mark('.' | ',' | ':' | ';' | '/')) | None
            ) || self.is_link(at)
        };
        let mut to = self.len();
        while to > 0 && loose(to - 1) {
            to -= 1;
        }
        let from = (0..to).find(|at| !loose(*at)).unwrap_or(to);
        self.part(from, to)
    }

    /// Whether a sentence ends with the token at `at`.
    fn ends_sentence(self, at: usize) -> bool {
        if !self.is_mark(at, '.') {
            return false;
        }
        if matches!(self.word(at), "。" | "．") {
            return true;
        }
        let Some(next) = self.tokens.get(at + 1) else {
            return true;
        };
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let han = self.kind(before) == Some(TokenKind::Han);
        if !next.spaced && next.kind != TokenKind::Han && !han {
            return false;
        }
        if matches!(next.kind, TokenKind::Mark(mark) if mark != '(' && mark != '[' && mark != '"') {
            return false;
        }
        let word = self.word(before);
        let initial = self.kind(before) == Some(TokenKind::Word) && word.chars().count() == 1;
        let after_word = before > 0
            && matches!(
                self.kind(before - 1),
                Some(TokenKind::Word | TokenKind::Number | TokenKind::Mark('-'))
            );
        let date = word.eq_ignore_ascii_case("d")
            && before > 1
            && self.word(before - 2).eq_ignore_ascii_case("n");
        let short = matches!(
            word.to_lowercase().as_str(),
            "vol"
                | "no"
                | "pp"
                | "st"
                | "dr"
                | "vs"
                | "univ"
                | "dept"
                | "proc"
                | "int"
                | "conf"
                | "rep"
                | "bull"
        ) && !next.kind.is_word_in_capitals(self.word(at + 1));
        // `Rev. ed`: an abbreviation goes on in small letters.
        let goes_on = next.kind == TokenKind::Word
            && word.chars().count() <= 4
            && self.word(at + 1).starts_with(char::is_lowercase)
            && self.kind(before) == Some(TokenKind::Word);
        (!initial || after_word || date) && !short && !goes_on
    }

    /// The sentences, without their stops; a link ends one too.
    pub(super) fn sentences(self) -> Vec<Self> {
        let mut out = Vec::new();
        let mut from = 0;
        for at in 0..self.len() {
            if self.ends_sentence(at) || self.is_link(at) {
                let part = self.part(from, at);
                if !part.trim().is_empty() {
                    out.push(part);
                }
                from = at + 1;
            }
        }
        let rest = self.part(from, self.len());
        if !rest.trim().is_empty() {
            out.push(rest);
        }
        out
    }
}

impl TokenKind {
    /// Whether this is a word that begins with a capital, not an abbreviation going on.
    fn is_word_in_capitals(self, word: &str) -> bool {
        self == Self::Han
            || self == Self::Word
                && word.starts_with(char::is_uppercase)
                && word.chars().count() > 6
    }
}
