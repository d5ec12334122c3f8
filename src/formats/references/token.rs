//! [`Token`]: the pieces a reference is labelled by: words, runs of digits, single marks of
//! punctuation, single Han and kana characters, and each found identifier or address as one piece.

use super::links::{Link, LinkKind};

/// One piece of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset after its last byte.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// A Han or kana character.
    Han,
    /// A mark, as its ASCII look-alike where it has one.
    Mark(char),
    /// An identifier, address or date of access.
    Link(LinkKind),
}

/// Cuts `text` into tokens; each of `links` (in order, apart from each other) is one.
///
/// ```
/// use bibsift::formats::references::token::tokens;
/// let text = "Cell 56:345";
/// let words: Vec<&str> = tokens(text, &[]).iter().map(|t| &text[t.start..t.end]).collect();
/// assert_eq!(words, ["Cell", "56", ":", "345"]);
/// ```
pub fn tokens(text: &str, links: &[Link]) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 4 + 4);
    let mut links = links.iter().peekable();
    let mut spaced = false;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if let Some(link) = links.next_if(|link| link.start <= at) {
            let end = link.end.max(at + c.len_utf8());
            out.push(Token {
                start: at,
                end,
                kind: TokenKind::Link(link.kind),
                spaced,
            });
            spaced = false;
            at = end;
            continue;
        }
        let kind = kind_of(c);
        let Some(kind) = kind else {
            spaced = true;
            at += c.len_utf8();
            continue;
        };
        let limit = links.peek().map_or(text.len(), |link| link.start);
        let mut end = at + c.len_utf8();
        if matches!(kind, TokenKind::Word | TokenKind::Number) {
            end += run(text.get(end..limit).unwrap_or_default(), kind);
            let word = text.get(at..end).unwrap_or_default();
            // `PoSLATTICE2013`: the proceedings of science, and the name of a meeting.
            if word.starts_with("PoS") && word.as_bytes().get(3).is_some_and(u8::is_ascii_uppercase)
            {
                end = at + 3;
            }
        }
        out.push(Token {
            start: at,
            end,
            kind,
            spaced,
        });
        spaced = false;
        at = end;
    }
    out
}

/// How many bytes at the front of `rest` go on with a token of this kind.
fn run(rest: &str, kind: TokenKind) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let apostrophe = matches!(c, '\'' | '’' | 'ʼ')
            && kind == TokenKind::Word
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let goes_on = kind_of(c) == Some(kind) || apostrophe || is_combining(c);
        if !goes_on {
            return at;
        }
    }
    rest.len()
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The kind of token `c` begins; [`None`] for white space.
fn kind_of(c: char) -> Option<TokenKind> {
    if c.is_ascii() {
        return match c {
            'a'..='z' | 'A'..='Z' => Some(TokenKind::Word),
            '0'..='9' => Some(TokenKind::Number),
            _ if c.is_ascii_whitespace() || c.is_ascii_control() => None,
            _ => Some(TokenKind::Mark(c)),
        };
    }
    if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') {
        return None;
    }
    if is_han(c) {
        return Some(TokenKind::Han);
    }
    if c.is_alphabetic() || is_combining(c) {
        return Some(TokenKind::Word);
    }
    if c.is_numeric() && !matches!(c, '\u{2070}'..='\u{209c}' | '²' | '³' | '¹') {
        return Some(TokenKind::Number);
    }
    Some(TokenKind::Mark(plain_mark(c)))
}

/// Whether `c` is a Han or kana character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && c != '\u{30fb}'
}

/// The ASCII mark a mark of another block looks and works like.
pub(super) fn plain_mark(c: char) -> char {
    match c {
        '，' | '、' | '،' => ',',
        '．' | '。' => '.',
        '：' | '∶' | '﹕' => ':',
        '；' | '؛' => ';',
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '［' | '〔' | '【' => '[',
        '］' | '〕' | '】' => ']',
        '＆' => '&',
        '／' => '/',
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' | '″' | '《'
        | '》' | '〈' | '〉' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '～' | '〜' | '﹣' => {
            '-'
        }
        '·' | '・' | '•' => '·',
        '？' => '?',
        '！' => '!',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, &[])
            .iter()
            .map(|token| text.get(token.start..token.end).unwrap())
            .collect()
    }

    #[test]
    fn words_numbers_marks_and_characters_are_apart() {
        assert_eq!(
            words("O’Brien, J. (2016a) 文献3 한국어"),
            [
                "O’Brien",
                ",",
                "J",
                ".",
                "(",
                "2016",
                "a",
                ")",
                "文",
                "献",
                "3",
                "한국어"
            ]
        );
    }

    #[test]
    fn a_link_is_one_token() {
        let text = "Nature. http://a.b/c 3";
        let link = Link {
            kind: LinkKind::Url,
            start: 8,
            end: 20,
            value: (8, 20),
        };
        let found = tokens(text, &[link]);
        assert_eq!(found.len(), 4);
        assert_eq!(found[2].kind, TokenKind::Link(LinkKind::Url));
        assert!(found[3].spaced);
    }
}
