//! Unicode to LaTeX that is safe to read again.
//!
//! `--` and the like, standing for themselves, are broken by `{}`, so that they do not become
//! dashes and quotes. Few commands are used, because reference managers know few; a brace that
//! has no partner must be named, because BibTeX counts it, backslash or not.

use std::borrow::Cow;

use super::tokens::{Token, Tokens};
use crate::text::ascii;

/// Escapes plain text for a .bib value: `\& \% \# \_ \$ \{ \}`, backslash and tilde safely; all
/// other characters as they are. The braces of the result balance, and [`super::decode`] gives
/// the text back (runs of white space as one space).
///
/// ```
/// use bibsift::text::latex::escape_plain;
/// assert_eq!(escape_plain("R&D {x}, a_b -- 5%"), r"R\&D \{x\}, a\_b -{}- 5\%");
/// ```
pub fn escape_plain(text: &str) -> Cow<'_, str> {
    if !needs_escape(text) && !has_structure(text) {
        return Cow::Borrowed(text);
    }
    let mut braces = Braces::default();
    for (at, character) in text.char_indices() {
        match character {
            '{' => braces.bare_open(at),
            '}' => braces.bare_close(at),
            _ => {}
        }
    }
    let matched = braces.matched();
    let mut output = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for run in text.split_inclusive(['\\', '{', '}', '$']) {
        let end = at + run.len();
        let bare = run
            .chars()
            .next_back()
            .filter(|c| matches!(c, '\\' | '{' | '}' | '$'));
        let prose = run
            .get(..run.len() - usize::from(bare.is_some()))
            .unwrap_or_default();
        text_into(prose, &mut output);
        if let Some(character) = bare {
            bare_into(
                character,
                matched.binary_search(&(end - 1)).is_ok(),
                &mut output,
            );
        }
        at = end;
    }
    Cow::Owned(output)
}

/// Escapes what [`super::decode`] left as LaTeX: `& % # _` outside mathematics and commands, the
/// rest as it stands. Braces are balanced afterwards, and decoding gives the same text again.
///
/// ```
/// use bibsift::text::latex::escape_latex;
/// assert_eq!(escape_latex(r"{DNA} & $x_1$ \emph{a_b}"), r"{DNA} \& $x_1$ \emph{a\_b}");
/// ```
pub fn escape_latex(latex: &str) -> Cow<'_, str> {
    let mut braces = Braces::default();
    let mut bare = false;
    for (place, token) in Tokens::new(latex).enumerate() {
        match token {
            Token::Bare(character) => {
                bare = true;
                match character {
                    '{' => braces.bare_open(place),
                    '}' => braces.bare_close(place),
                    _ => {}
                }
            }
            Token::Open => braces.open(),
            Token::Close => braces.close(),
            _ => {}
        }
    }
    if !bare && !needs_escape(latex) && braces.balanced() {
        return Cow::Borrowed(latex);
    }
    let matched = braces.matched();
    let mut depth = 0_usize;
    let mut output = String::with_capacity(latex.len() + 16);
    for (place, token) in Tokens::new(latex).enumerate() {
        match token {
            Token::Text(text) => text_into(text, &mut output),
            Token::Open => {
                depth += 1;
                output.push('{');
            }
            Token::Close if depth > 0 => {
                depth -= 1;
                output.push('}');
            }
            Token::Close => {}
            Token::Mathematics(sign, inner) => {
                output.push_str(sign);
                output.push_str(inner);
                output.push_str(sign);
            }
            Token::Word(verbatim) | Token::Verbatim(verbatim) | Token::Symbol(verbatim) => {
                output.push_str(verbatim);
            }
            Token::Bare(character) => {
                bare_into(
                    character,
                    matched.binary_search(&place).is_ok(),
                    &mut output,
                );
            }
        }
    }
    output.extend(std::iter::repeat_n('}', depth));
    Cow::Owned(output)
}

/// Finds the bare braces that match each other within one group.
#[derive(Default)]
struct Braces {
    /// What is open: a group, or a bare brace at its place.
    open: Vec<Option<usize>>,
    matched: Vec<usize>,
    stray: bool,
}

impl Braces {
    fn open(&mut self) {
        self.open.push(None);
    }

    fn close(&mut self) {
        while let Some(Some(_)) = self.open.pop_if(|open| open.is_some()) {}
        self.stray |= self.open.pop().is_none();
    }

    fn bare_open(&mut self, place: usize) {
        self.open.push(Some(place));
    }

    fn bare_close(&mut self, place: usize) {
        if let Some(Some(start)) = self.open.pop_if(|open| open.is_some()) {
            self.matched.push(start);
            self.matched.push(place);
        }
    }

    fn balanced(&self) -> bool {
        !self.stray && self.open.is_empty()
    }

    /// The places of the bare braces that have a partner, sorted.
    fn matched(mut self) -> Vec<usize> {
        self.matched.sort_unstable();
        self.matched
    }
}

fn bare_into(character: char, matched: bool, output: &mut String) {
    match character {
        '\\' => output.push_str("\\textbackslash{}"),
        '{' if !matched => output.push_str("\\textbraceleft{}"),
        '}' if !matched => output.push_str("\\textbraceright{}"),
        other => {
            output.push('\\');
            output.push(other);
        }
    }
}

/// Whether [`text_into`] would change anything.
fn needs_escape(text: &str) -> bool {
    let sign = |byte: u8, next: u8| {
        let is = |other: u8| u8::from(byte == other);
        let special = is(b'&') | is(b'%') | is(b'#') | is(b'_') | is(b'~');
        let alone = (is(b'-') | is(b'\'') | is(b'`')) & u8::from(byte == next);
        special | alone | (is(b'?') | is(b'!')) & u8::from(next == b'`')
    };
    ascii::signs(text.as_bytes(), sign) != 0
}

/// Whether a character that has a meaning of its own in LaTeX is in `text`.
fn has_structure(text: &str) -> bool {
    let sign = |byte: u8, _| u8::from(matches!(byte, b'\\' | b'{' | b'}' | b'$'));
    ascii::signs(text.as_bytes(), sign) != 0
}

/// Appends characters that hold no structure.
fn text_into(text: &str, output: &mut String) {
    if !needs_escape(text) {
        output.push_str(text);
        return;
    }
    let mut before = '\0';
    for character in text.chars() {
        let ligature = match character {
            '-' | '\'' => before == character,
            '`' => matches!(before, '`' | '?' | '!'),
            _ => false,
        };
        if ligature {
            output.push_str("{}");
        }
        match character {
            '&' | '%' | '#' | '_' => {
                output.push('\\');
                output.push(character);
            }
            '~' => output.push_str("\\~{}"),
            other => output.push(other),
        }
        before = character;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text() {
        for (text, expected) in [
            ("R&D 5% #1 a_b $5", r"R\&D 5\% \#1 a\_b \$5"),
            ("{a {b}}", r"\{a \{b\}\}"),
            ("a { b", r"a \textbraceleft{} b"),
            ("} {", r"\textbraceright{} \textbraceleft{}"),
            (r"C:\old ~x", r"C:\textbackslash{}old \~{}x"),
            ("``a''---b", "`{}`a'{}'-{}-{}-b"),
            ("?`!`", "?{}`!{}`"),
            ("p < 0.05 – “q” 王 ü ^", "p < 0.05 – “q” 王 ü ^"),
        ] {
            assert_eq!(escape_plain(text), expected);
        }
        assert!(matches!(
            escape_plain("Ordinary – text’s"),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn latex() {
        for (text, expected) in [
            (
                r"{A & B} $x_1 & y$ \url{a_b%} \<",
                r"{A \& B} $x_1 & y$ \url{a_b%} \<",
            ),
            (r"{A \{ B} \}", r"{A \textbraceleft{} B} \textbraceright{}"),
            (r"\{{A}\} \\ \$", r"\{{A}\} \textbackslash{} \$"),
            ("{a", "{a}"),
            ("a}b", "ab"),
            (r"\foo--", r"\foo-{}-"),
            ("$5", r"\$5"),
        ] {
            assert_eq!(escape_latex(text), expected);
        }
        assert!(matches!(escape_latex(r"{DNA} $x_1$"), Cow::Owned(_)));
        assert!(matches!(escape_latex(r"{DNA} $x$"), Cow::Borrowed(_)));
    }
}
