//! Where a field begins and ends within the run of tokens that has its label.

use super::label::Label;
use super::token::{Token, TokenKind};
use crate::source::Span;

/// The span of a run of tokens without the marks around it.
pub(super) fn bounds(text: &str, chunk: &[Token], label: Label) -> Option<Span> {
    let solid = |token: &&Token| !matches!(token.kind, TokenKind::Mark(_) | TokenKind::Link(_));
    let first = chunk.iter().position(|token| solid(&token))?;
    let last = chunk.iter().rposition(|token| solid(&token))?;
    let mut end = chunk.get(last)?.end;
    let mut start = chunk.get(first)?.start;
    // A bracket opened inside is closed inside, and a question mark belongs to its title.
    for token in chunk.get(last + 1..)? {
        let inner = text.get(start..end)?;
        let opened =
            |open: char, close: char| inner.matches(open).count() > inner.matches(close).count();
        match token.kind {
            TokenKind::Mark(')') if opened('(', ')') || opened('（', '）') => end = token.end,
            TokenKind::Mark(']') if opened('[', ']') => end = token.end,
            // The stop of an initial, and of the last of several abbreviations.
            TokenKind::Mark('.') if token.start == end && keeps_stop(inner, label) => {
                end = token.end;
            }
            TokenKind::Mark('?' | '!' | '%' | '+') if token.start == end => end = token.end,
            // `ЮЗУ „Неофит Рилски“`
            TokenKind::Mark('"') if token.start == end && is_quote_open(inner) => end = token.end,
            _ => break,
        }
    }
    if first > 0 {
        let before = chunk.get(first - 1)?;
        // `¿Quién mide la anemia?`
        if matches!(before.kind, TokenKind::Mark('¿' | '¡')) && before.end == start {
            start = before.start;
        }
        let inner = text.get(start..end)?;
        if matches!(before.kind, TokenKind::Mark('('))
            && inner.matches([')', '）']).count() > inner.matches(['(', '（']).count()
        {
            start = before.start;
        }
        if matches!(before.kind, TokenKind::Mark('"'))
            && before.end == start
            && text.get(start..end).is_some_and(is_quote_open)
        {
            start = before.start;
        }
    }
    Some(Span::new(start, end))
}

/// Whether a quotation begun in `words` goes on behind them.
fn is_quote_open(words: &str) -> bool {
    let quotes = ['"', '“', '”', '„', '«', '»'];
    words.matches(quotes).count() % 2 == 1
}

/// Whether the stop behind `words` belongs to their last word.
fn keeps_stop(words: &str, label: Label) -> bool {
    match label {
        Label::Author | Label::Editor | Label::Translator => {
            let last = words
                .rsplit([' ', '.', '-', ','])
                .next()
                .unwrap_or_default();
            words.len() > last.len()
                && last.chars().count() == 1
                && last.chars().all(char::is_uppercase)
        }
        Label::Container => words.contains(". "),
        _ => false,
    }
}
