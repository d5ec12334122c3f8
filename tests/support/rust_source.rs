//! Rust source as tokens, just enough of the language to see which paths a file names and which
//! statics it defines. Comments (and so doc examples) are no tokens.

use std::fs;
use std::path::{Path, PathBuf};

/// A token and the line it begins on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word: identifier, keyword, number, lifetime.
    Word(String),
    /// What a string literal holds, escapes as written.
    Text(String),
    /// `::`
    PathSep,
    /// Any other character.
    Mark(char),
}

impl Token {
    /// Whether this is the word `word`.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(found) if found == word)
    }

    /// Whether this is the character `mark`.
    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The word this is, if it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Every `.rs` file below `folder`, by path.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The tokens of `source`.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    while at < chars.len() {
        let begin = at;
        let kind = match peek(at) {
            '/' if peek(at + 1) == '/' => {
                while at < chars.len() && peek(at) != '\n' {
                    at += 1;
                }
                None
            }
            '/' if peek(at + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (peek(at), peek(at + 1)) {
                        ('/', '*') => (depth, at) = (depth + 1, at + 2),
                        ('*', '/') => (depth, at) = (depth - 1, at + 2),
                        _ => at += 1,
                    }
                    if depth == 0 || at >= chars.len() {
                        break None;
                    }
                }
            }
            '"' => {
                at = past_string(&chars, at);
                Some(Kind::Text(inner(&chars, begin + 1, at, 1)))
            }
            'r' | 'b' | 'c' if prefixed_string(&chars, at).is_some() => {
                let (quote, hashes, raw) = prefixed_string(&chars, at).unwrap_or_default();
                at = if raw {
                    past_raw_string(&chars, quote, hashes)
                } else {
                    past_string(&chars, quote)
                };
                Some(Kind::Text(inner(&chars, quote + 1, at, hashes + 1)))
            }
            '\'' => {
                // A lifetime is a quote and a word with no quote after its first letter.
                if peek(at + 1) != '\\' && peek(at + 2) != '\'' {
                    at += 1;
                } else {
                    at += if peek(at + 1) == '\\' { 3 } else { 2 };
                    while at < chars.len() && peek(at) != '\'' {
                        at += 1;
                    }
                    at += 1;
                }
                None
            }
            ':' if peek(at + 1) == ':' => {
                at += 2;
                Some(Kind::PathSep)
            }
            c if c == '_' || c.is_alphanumeric() => {
                while peek(at) == '_' || peek(at).is_alphanumeric() {
                    at += 1;
                }
                Some(Kind::Word(chars[begin..at].iter().collect()))
            }
            c => {
                at += 1;
                (!c.is_whitespace()).then_some(Kind::Mark(c))
            }
        };
        tokens.extend(kind.map(|kind| Token { line, kind }));
        at = at.min(chars.len());
        line += chars[begin..at].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

/// The text of a literal between `from` and its closing delimiter of `width` characters.
fn inner(chars: &[char], from: usize, past: usize, width: usize) -> String {
    let to = past.saturating_sub(width).min(chars.len()).max(from);
    chars.get(from..to).unwrap_or_default().iter().collect()
}

/// Past the string whose opening quote is at `at`.
fn past_string(chars: &[char], mut at: usize) -> usize {
    at += 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Past the raw string whose opening quote is at `quote`.
fn past_raw_string(chars: &[char], quote: usize, hashes: usize) -> usize {
    let mut at = quote + 1;
    while at < chars.len() {
        let closes = chars[at] == '"'
            && chars[at + 1..]
                .iter()
                .take(hashes)
                .filter(|&&c| c == '#')
                .count()
                == hashes;
        at += 1;
        if closes {
            return at + hashes;
        }
    }
    at
}

/// Where the quote of the string at `at` with a prefix (`r#"`, `b"`, `br"`) stands, its hashes,
/// and whether it is raw.
fn prefixed_string(chars: &[char], at: usize) -> Option<(usize, usize, bool)> {
    let letters = chars[at..]
        .iter()
        .take(2)
        .take_while(|c| matches!(c, 'r' | 'b' | 'c'))
        .count();
    let raw = chars[at..at + letters].contains(&'r');
    let hashes = chars[at + letters..]
        .iter()
        .take_while(|&&c| c == '#')
        .count();
    let quote = at + letters + hashes;
    // A word that ends in one of these letters is no prefix; the tokenizer takes words whole, so
    // only the beginning of a word arrives here.
    (chars.get(quote) == Some(&'"') && (raw || hashes == 0)).then_some((quote, hashes, raw))
}

/// `tokens` without the items marked `#[cfg(test)]`, and the names of the test modules that live
/// in files of their own.
pub(crate) fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let mut kept = Vec::new();
    let mut elsewhere = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !is_cfg_test(&tokens[at..]) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += 7;
        let begin = at;
        let mut depth = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token.kind {
                Kind::Mark('{') => depth += 1,
                Kind::Mark('}') => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                Kind::Mark(';') if depth == 0 => {
                    let item = &tokens[begin..at];
                    if let Some(place) = item.iter().position(|token| token.is_word("mod")) {
                        elsewhere
                            .extend(item.get(place + 1).and_then(Token::word).map(str::to_owned));
                    }
                    break;
                }
                _ => {}
            }
        }
    }
    (kept, elsewhere)
}

/// Whether `tokens` begin with `#[cfg(test)]`.
fn is_cfg_test(tokens: &[Token]) -> bool {
    tokens.len() > 7
        && tokens[0].is_mark('#')
        && tokens[1].is_mark('[')
        && tokens[2].is_word("cfg")
        && tokens[3].is_mark('(')
        && tokens[4].is_word("test")
        && tokens[5].is_mark(')')
        && tokens[6].is_mark(']')
}
